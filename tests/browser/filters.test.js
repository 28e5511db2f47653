/** Filters: which quotations match, and what the list and the text show of them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyReport } from "../../www/report/empty-report.js";
import { carryOver, findMatches, fold, isFiltering, NO_FILTERS, toggle } from "../../www/results/filters.js";
import { box, NEWS, paste, pasteNews, useBrowser, waitForStatus } from "./support/suite.js";

/** @import { Page } from "playwright-core" */
/** @import { Quotation, Report, Speaker } from "../../www/types.js" */

const ARTICLE = `<article id="story"><p>“The river rose,” said Ann Lee.</p><p>“We lost the bridge,” said Bob Ortiz.</p></article>`;

const { open } = useBrowser({
  "/for": `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="/www/icon.svg">
    <script type="module" src="/www/quote-extractor-element-define.js"></script>
    ${ARTICLE}<quote-extractor for="story"></quote-extractor></html>`,
});

/** @param {Partial<Quotation>} given */
const quotation = (given) =>
  /** @type {Quotation} */ ({
    kind: "direct",
    text: "",
    content: [],
    verbatim: [],
    cue: null,
    source: null,
    speaker: 0,
    confidence: 0.9,
    rule: "",
    reason: "",
    ...given,
  });
/** @param {string} name @param {string | null} [role] */
const person = (name, role = null) => /** @type {Speaker} */ ({ name, role, kind: "person", mentions: [] });

/** @type {Report} */
const REPORT = {
  ...emptyReport(),
  quotations: [
    quotation({ text: "The café didn’t\nopen" }),
    quotation({ text: "It rained", speaker: 1, kind: "mixed" }),
    quotation({ text: "It snowed", speaker: 1, kind: "indirect", confidence: 0.5 }),
    quotation({ text: "the kettle", speaker: null, confidence: 0 }),
  ],
  speakers: [person("José Núñez", "Mayor"), person("Ann Lee")],
};
/** @param {Partial<import("../../www/results/filters.js").Filters>} filters */
const fit = (filters) => findMatches(REPORT, { ...NO_FILTERS, ...filters });

test("each filter by itself and all together", () => {
  assert.deepEqual(fit({}), [0, 1, 2, 3]);
  assert.deepEqual(fit({ speakers: [1] }), [1, 2]);
  assert.deepEqual(fit({ speakers: [0, null] }), [0, 3]);
  assert.deepEqual(fit({ kinds: ["mixed", "indirect"] }), [1, 2]);
  assert.deepEqual(fit({ certainty: "doubtful" }), [2, 3]);
  assert.deepEqual(fit({ certainty: "certain" }), [0, 1]);
  assert.deepEqual(fit({ speakers: [1], kinds: ["indirect"], certainty: "doubtful", search: "snow" }), [2]);
  assert.deepEqual(fit({ speakers: [1], certainty: "certain", search: "snow" }), []);
});

test("the search finds words and speakers, and ignores case, accents and curly apostrophes", () => {
  assert.deepEqual(fit({ search: "CAFE" }), [0]);
  assert.deepEqual(fit({ search: "didn't open" }), [0]);
  assert.deepEqual(fit({ search: "nunez" }), [0]);
  assert.deepEqual(fit({ search: "mayor" }), [0]);
  assert.deepEqual(fit({ search: "lee rained" }), [1], "each word has to occur");
  assert.deepEqual(fit({ search: " \t" }), [0, 1, 2, 3]);
  assert.deepEqual(fit({ search: ".*" }), [], "the search is not a regular expression");
  assert.equal(fold("Ünïcode"), fold("U\u0308ni\u0308code"));
  assert.equal(isFiltering({ ...NO_FILTERS, search: "  " }), false);
});

test("a value is added to a list and removed again", () => {
  assert.deepEqual(toggle([1], 2), [1, 2]);
  assert.deepEqual(toggle([1, 2], 1), [2]);
});

test("filters are converted to another report, without the speakers that it does not have", () => {
  const after = { ...emptyReport(), quotations: [quotation({ speaker: 0 })], speakers: [person("Ann Lee")] };
  const filters = { ...NO_FILTERS, speakers: [0, 1, null], search: "rain" };
  assert.deepEqual(carryOver(filters, REPORT, after), { ...filters, speakers: [0] });
  assert.deepEqual(carryOver(filters, REPORT, REPORT), filters);
});

/** @param {Page} page */
const parts = (page) => ({
  items: page.getByRole("region", { name: "Quotations" }).getByRole("listitem"),
  speaker: (/** @type {string} */ name) =>
    page.getByRole("table", { name: "Speakers" }).locator(".speaker-filter").filter({ hasText: name }),
  search: page.getByRole("searchbox", { name: "Search words and speakers" }),
  all: page.getByRole("button", { name: "Show all" }),
  /** The texts of the marks that are not filtered out. */
  marked: () => page.locator(".text mark:not(.filtered-out)").allInnerTexts(),
  signs: () => page.locator(".text .sign:visible").allInnerTexts(),
});

test("pressing speakers filters the list and the text; pressing again removes the filter", async () => {
  const { page } = await open();
  await pasteNews(page);
  const { items, speaker, all, marked, signs } = parts(page);
  assert.equal(await all.isVisible(), false);
  await speaker("Bob Ortiz").click();
  await waitForStatus(page, "1 of 3 quotations");
  assert.equal(await speaker("Bob Ortiz").getAttribute("aria-pressed"), "true");
  assert.deepEqual(await items.evaluateAll((all) => all.map((item) => item.dataset.quotation)), ["1"]);
  assert.deepEqual(await marked(), ["We lost the bridge and the mill,"]);
  assert.deepEqual(await signs(), ["BO"]);
  // The text and the report stay complete.
  assert.match(await page.locator(".text").innerText(), /The river rose in an hour/);
  assert.equal(
    await page
      .locator(".text mark")
      .first()
      .evaluate((mark) => getComputedStyle(mark).backgroundColor),
    "rgba(0, 0, 0, 0)",
  );
  assert.equal(
    await page
      .locator("quote-extractor")
      .evaluate((reader) => /** @type {any} */ (reader).report.quotations.length),
    3,
  );

  await speaker("Ann Lee").click();
  await waitForStatus(page, "3 of 3 quotations");
  await speaker("Ann Lee").click();
  await speaker("Bob Ortiz").click();
  assert.equal(await all.isVisible(), false);
  assert.deepEqual(await signs(), ["AL", "BO", "AL"]);
});

test("filters by kind, certainty and search; a message if nothing matches; Show all removes the filters", async () => {
  const { page } = await open();
  await page.getByRole("button", { name: "Try a sample" }).click();
  await waitForStatus(page, /\d\d quotations by/);
  const { items, search, all, marked } = parts(page);
  const total = await items.count();
  await page
    .getByRole("group", { name: "Kinds to show" })
    .getByRole("button", { name: "Indirect", exact: true })
    .click();
  await waitForStatus(page, new RegExp(`^\\d+ of ${total} quotations$`));
  assert.ok((await items.locator(".about").allInnerTexts()).every((about) => about.startsWith("Indirect")));
  await search.fill("OKAFOR march");
  await waitForStatus(page, `1 of ${total} quotations`);
  assert.deepEqual(await marked(), ["a working group would report back in March"]);
  await page.getByRole("combobox", { name: "How certain the speaker is" }).selectOption("Doubtful only");
  await waitForStatus(page, `None of ${total} quotations match.`);
  assert.equal(await items.count(), 0);
  assert.deepEqual(await marked(), []);
  await all.click();
  assert.equal(await items.count(), total);
  assert.equal(await search.inputValue(), "");
  assert.equal(
    await search.evaluate((input) => /** @type {ShadowRoot} */ (input.getRootNode()).activeElement === input),
    true,
  );
});

test("list and text stay in step while filtered, and a quotation that is filtered out still has its card", async () => {
  const { page } = await open();
  await pasteNews(page);
  const { items, speaker } = parts(page);
  await speaker("Ann Lee").click();
  await items.nth(1).click();
  await page.locator("mark.selected", { hasText: "We will build both again," }).waitFor();
  await page.locator("mark").nth(0).click();
  await page.locator("li.selected[data-quotation='0']").waitFor();

  await page.locator("mark").nth(1).click();
  const card = page.getByRole("group", { name: "About this quotation" });
  await card.getByText("Bob Ortiz", { exact: true }).waitFor();
  assert.equal(await items.count(), 2);
  assert.equal(await page.locator("li.selected").count(), 0);
  // The card is beside its mark.
  const [at, mark] = [await card.boundingBox(), await page.locator("mark").nth(1).boundingBox()];
  assert.ok(at && mark && Math.abs(at.x - mark.x) < 200 && Math.abs(at.y - mark.y) < 200);
  await speaker("Ann Lee").click();
  await page.locator("li.selected[data-quotation='1']").waitFor();
});

test("on a phone, “Show in the list” of a quotation that is filtered out removes the filters", async () => {
  const { page } = await open("/", { viewport: { width: 390, height: 844 } });
  await pasteNews(page);
  const { items, speaker } = parts(page);
  await speaker("Ann Lee").click();
  await page.locator("mark").nth(1).click();
  await page.getByRole("button", { name: "Show in the list" }).click();
  await page.locator("li.selected[data-quotation='1']").waitFor();
  assert.equal(await items.count(), 3);
});

test("another text keeps the filters that apply to it", async () => {
  const { page } = await open();
  await pasteNews(page);
  const { speaker, all } = parts(page);
  await speaker("Bob Ortiz").click();
  await waitForStatus(page, "1 of 3 quotations");
  await box(page).fill(`“It snowed,” said Carla Diaz.\n\n${NEWS}`);
  await waitForStatus(page, "1 of 4 quotations");
  assert.equal(await speaker("Bob Ortiz").getAttribute("aria-pressed"), "true");
  await box(page).fill("“It snowed,” said Carla Diaz.");
  await waitForStatus(page, "1 quotation by 1 speaker");
  assert.equal(await all.isVisible(), false);
  assert.equal(await page.locator(".list li").count(), 1);
});

test("filtering works with the keyboard alone, and arrows skip what is filtered out", async () => {
  const { page } = await open();
  await pasteNews(page);
  const { speaker } = parts(page);
  await page.locator(".text .sign").first().focus();
  // Past the section of the table and its two headers, to the first speaker.
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Space");
  await waitForStatus(page, "2 of 3 quotations");
  assert.equal(await speaker("Ann Lee").getAttribute("aria-pressed"), "true");

  await page.locator(".text .sign").first().focus();
  await page.keyboard.press("ArrowRight");
  const focused = () =>
    page
      .locator("quote-extractor")
      .evaluate((reader) =>
        reader.shadowRoot?.activeElement?.closest("[data-quotation]")?.getAttribute("data-quotation"),
      );
  assert.equal(await focused(), "2");
  await page.locator("li button").first().focus();
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), "2");
});

test("the list is filled in steps, which count only the matches", async () => {
  const { page } = await open();
  await paste(
    page,
    Array.from(
      { length: 500 },
      (_, i) => `“This is number ${i},” said ${i % 2 ? "Ann Lee" : "Bob Ortiz"}.`,
    ).join("\n\n"),
  );
  await waitForStatus(page, "500 quotations by 2 speakers");
  const { items, speaker } = parts(page);
  await speaker("Bob Ortiz").click();
  await waitForStatus(page, "250 of 500 quotations");
  assert.equal(await items.count(), 200);
  await page.getByRole("button", { name: "Show 50 more quotations" }).click();
  assert.equal(await items.count(), 250);
  assert.equal(await items.last().getAttribute("data-quotation"), "498");
});

test("filters apply to the marks in a host page", async () => {
  const { page } = await open("/for");
  await page.getByText("2 quotations by 2 speakers").waitFor();
  const verbatim = () => page.evaluate(() => [...(CSS.highlights.get("quotes-verbatim") ?? [])].length);
  assert.equal(await verbatim(), 2);
  await parts(page).speaker("Ann Lee").click();
  await waitForStatus(page, "1 of 2 quotations");
  assert.equal(await verbatim(), 1);
  await page.locator("quote-extractor").evaluate((element) => element.remove());
  assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
});
