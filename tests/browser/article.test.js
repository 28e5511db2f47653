/** article.html: the element in a newspaper's page. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { pointOf } from "./support/point-of.js";
import { useBrowser } from "./support/suite.js";

/** @import { Page } from "playwright-core" */

const { open } = useBrowser();

/** @param {Parameters<typeof open>[1]} [options] */
async function openArticle(options) {
  const opened = await open("/www/article.html", { reducedMotion: "reduce", ...options });
  await opened.page.getByText(/^\d\d quotations by \d+ speakers/).waitFor();
  return opened;
}

/** @param {Page} page */
const article = (page) => page.evaluate(() => document.querySelector("article")?.outerHTML);

test("hiding removes every mark, and showing paints them again", async () => {
  const { page } = await openArticle();
  const before = await article(page);
  const names = () =>
    page.evaluate(
      () =>
        /** @type {[string[], number]} */ ([[...CSS.highlights.keys()], document.adoptedStyleSheets.length]),
    );
  const shown = await names();
  assert.ok(shown[0].includes("quotes-speaker-1"));
  await page.getByRole("button", { name: "Hide quotations" }).click();
  assert.deepEqual(await names(), [[], 0]);
  assert.equal(await article(page), before);
  await page.getByRole("button", { name: "Show quotations" }).click();
  await page.waitForFunction(() => CSS.highlights.size > 0);
  assert.deepEqual(await names(), shown);
  assert.equal(await article(page), before);
});

test("quotations have the right speakers", async () => {
  const { page } = await openArticle();
  const said = await page.evaluate(() => {
    const report = document.querySelector("quote-extractor")?.report;
    return (
      report?.quotations.map(({ text, speaker }) => [
        text,
        speaker === null ? null : report.speakers[speaker].name,
      ]) ?? []
    );
  });
  for (const [words, name] of [
    ["I taught half", "Margaret Dunne"],
    ["The numbers are not an opinion, and they", "Paul Achterberg"],
    ["she had changed her mind", "Celia Ramos"],
    ["My son asked me, ‘Where will", "Celia Ramos"],
    ["We would like walls", "Denise and Carl Pruitt"],
    ["Grown-ups will tell you", "Thomas Vail"],
    ["I had a speech and a handkerchief. Now", "Margaret Dunne"],
  ])
    assert.equal(said.find(([text]) => text?.startsWith(String(words)))?.[1], name, words);
  assert.equal(
    said.some(([text]) => text?.includes("A Bell for the River")),
    false,
  );
});

test("a tap on a quotation shows its speaker and the reason", async () => {
  const { page } = await openArticle({ viewport: { width: 390, height: 800 }, hasTouch: true });
  const { x, y } = await pointOf(page, "The numbers are not");
  await page.touchscreen.tap(x, y);
  const card = page.getByRole("group", { name: "About this quotation" });
  await card.getByText("Paul Achterberg").waitFor();
  await card.getByText("is the subject of").waitFor();
});

test("by keyboard the list brings a quotation of the article into view", async () => {
  const { page } = await openArticle();
  const { y } = await pointOf(page, "Ask me in May");
  assert.ok(y > 0);
  await page.evaluate(() => scrollTo(0, 0));
  await page
    .getByRole("region", { name: "Quotations" })
    .getByRole("button", { name: "Margaret Dunne" })
    .first()
    .focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  const seen = await page.evaluate(() => {
    const [range] = [...(CSS.highlights.get("quotes-selected") ?? [])];
    const box = range.startContainer.parentElement?.getBoundingClientRect();
    return (
      box && { words: range.startContainer.textContent, inside: box.top >= 0 && box.bottom <= innerHeight }
    );
  });
  assert.match(seen?.words ?? "", /Ask me in May/);
  assert.equal(seen?.inside, true);
});

test("without the table of speakers, a legend explains the colors", async () => {
  const { page } = await openArticle();
  const legend = page.getByRole("list", { name: "Speakers" });
  assert.equal(await legend.isVisible(), false);
  await page.evaluate(() => document.querySelector("quote-extractor")?.setAttribute("view", "text"));
  await legend.getByText("Celia Ramos").waitFor();
  assert.equal(await page.getByRole("table").isVisible(), false);
});
