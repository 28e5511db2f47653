/** Lines in the marked text: those that are not read are folded, and those of hard-wrapped text are joined. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { strings as en } from "../../www/strings/en.js";
import { late } from "../../www/strings/en-late.js";
import { cutOff, violations } from "./support/page-problems.js";
import { box, NEWS, paste, useBrowser, waitForStatus } from "./support/suite.js";

/** @import { Page } from "playwright-core" */

const { open } = useBrowser();

const MENU = ["Skip to content", "Home", "News", "Sport", "Subscribe", "Sign in", "Share"];
const FOOTER = [
  "Related articles",
  "Read more",
  "Privacy policy",
  "© 2024 The Halden Courier. All rights reserved.",
];
const PAGE = `${MENU.join("\n")}\n\n${NEWS}\n\n${FOOTER.join("\n")}`;

const MAIL = `Hi all,

thanks for the notes. I talked to the council yesterday about the new
bridge, and "we will not wait for another winter," said Iris Holm, who
leads the works department. The plan is to open the exam-
ination in May.

On 3 May 2024, Tom Abney wrote:
> I asked the mayor about the mill, and she was clear that it is going
> to stay. "We have no reason to sell it," she said.

Roses are red,
Violets are blue,
Sugar is sweet.
`;

/** @param {Page} page @param {number} count */
const bar = (page, count) => page.getByRole("button", { name: en.unread.lines(count) });

/** The visible lines that are not read. @param {Page} page */
const visibleLines = (page) =>
  page
    .locator(".text .furniture")
    .evaluateAll((lines) =>
      lines
        .filter((line) => line.checkVisibility({ contentVisibilityAuto: true }) && line.clientHeight > 0)
        .map((line) => line.textContent),
    );

/** Every character of the marked text, without controls. @param {Page} page */
const wholeText = (page) =>
  page.locator(".text-body").evaluate((body) => {
    const copy = /** @type {HTMLElement} */ (body.cloneNode(true));
    for (const control of copy.querySelectorAll("button")) control.remove();
    return [...copy.querySelectorAll("p")].map((paragraph) => paragraph.textContent).join("\n");
  });

/** The paragraphs as a reader sees them, without badges. @param {Page} page */
const shownLines = (page) =>
  page.locator(".text-body").evaluate((body) => {
    for (const badge of body.querySelectorAll(".tail")) badge.remove();
    return [...body.querySelectorAll("p")].map(({ innerText }) => innerText);
  });

/**
 * Selects from a place in a text node of the marked text to a place in another one, as a reader does.
 *
 * @param {Page} page
 * @param {string} first words at whose start the selection starts
 * @param {string} last words at whose end it ends
 */
const select = (page, first, last) =>
  page.locator(".text-body").evaluate(
    (body, [first, last]) => {
      const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      /** @param {string} words @returns {[Text, number]} */
      const place = (words) => {
        texts.currentNode = body;
        while (texts.nextNode()) {
          const text = /** @type {Text} */ (texts.currentNode);
          if (text.data.includes(words)) return [text, text.data.indexOf(words)];
        }
        throw new Error(`The text does not have: ${words}`);
      };
      const [start, startOffset] = place(first);
      const [end, endOffset] = place(last);
      start.parentElement?.scrollIntoView({ block: "center" });
      getSelection()?.setBaseAndExtent(start, startOffset, end, endOffset + last.length);
    },
    [first, last],
  );

/** What the quotations of the report say, with their spans. @param {Page} page */
const contents = (page) =>
  page.locator("quote-extractor").evaluate((element) => {
    const { text, report } =
      /** @type {import("../../www/quote-extractor-element.js").QuoteExtractorElement} */ (element);
    return report?.quotations.map(({ content }) => content.map(({ start, end }) => text.slice(start, end)));
  });

test("long runs of unread lines are folded, and a press shows and hides them", async () => {
  const { page } = await open();
  await paste(page, PAGE);
  await waitForStatus(page, "3 quotations by 2 speakers");
  assert.deepEqual(await visibleLines(page), []);
  assert.equal(await bar(page, 7).getAttribute("aria-expanded"), "false");
  assert.match(await bar(page, 7).innerText(), /Show$/);

  await bar(page, 7).focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await visibleLines(page), MENU);
  assert.equal(await bar(page, 7).getAttribute("aria-expanded"), "true");
  assert.match(await bar(page, 7).innerText(), /Hide$/);
  await bar(page, 4).click();
  assert.deepEqual(await visibleLines(page), [...MENU, ...FOOTER]);
  await page.keyboard.press("Space");
  assert.deepEqual(await visibleLines(page), MENU);
});

test("lines that are shown stay so while the reader types, and a new text starts folded", async () => {
  const { page } = await open();
  await paste(page, PAGE);
  await bar(page, 7).click();
  await box(page).evaluate((/** @type {HTMLTextAreaElement} */ input) => {
    const end = input.value.indexOf("“We lost");
    input.setSelectionRange(end, end);
    input.focus();
  });
  await page.keyboard.type("It was late. ");
  await page.locator(".text", { hasText: "It was late. “We lost" }).waitFor();
  assert.deepEqual(await visibleLines(page), MENU);
  await box(page).fill("");
  await page.getByText(en.empty).waitFor();
  await box(page).fill(PAGE);
  await waitForStatus(page, "3 quotations by 2 speakers");
  assert.deepEqual(await visibleLines(page), []);
});

test("the browser's search unfolds the lines in which it finds something", async () => {
  const { page } = await open();
  await paste(page, PAGE);
  await bar(page, 4).waitFor();
  const line = page.locator(".furniture", { hasText: "Privacy policy" });
  assert.equal(await line.getAttribute("hidden"), "until-found");
  // What a browser does before it scrolls to a match; its search field is out of reach for a test.
  await line.evaluate((element) => {
    element.dispatchEvent(new Event("beforematch", { bubbles: true }));
    element.removeAttribute("hidden");
  });
  assert.deepEqual(await visibleLines(page), FOOTER);
  assert.equal(await bar(page, 4).getAttribute("aria-expanded"), "true");
});

test("what a reader selects after folded lines, or across them, keeps its place", async () => {
  const { page } = await open();
  await paste(
    page,
    PAGE.replace(
      "said Bob Ortiz.",
      "said Bob Ortiz. They went home. Nobody waited for them.\n\nShare\nTweet\nEmail\nPrint\n\nThe rain stopped.",
    ),
  );
  await bar(page, 7).waitFor();
  await select(page, "They went home.", "They went home.");
  await page.getByRole("button", { name: late.corrections.markSelection }).click();
  await page.getByRole("button", { name: late.corrections.save }).click();
  await waitForStatus(page, "4 quotations");
  assert.ok((await contents(page))?.some(([said]) => said === "They went home."));

  await select(page, "for them.", "The rain stopped.");
  await page.getByRole("button", { name: late.corrections.markSelection }).click();
  await page.getByRole("button", { name: late.corrections.save }).click();
  await waitForStatus(page, "5 quotations");
  const across = "for them.\n\nShare\nTweet\nEmail\nPrint\n\nThe rain stopped.";
  assert.ok((await contents(page))?.some((said) => said.join("\n\n") === across));
});

test("a quotation that the reader adds in an unread line is not hidden", async () => {
  const { page } = await open();
  await paste(page, PAGE);
  await bar(page, 4).click();
  await select(page, "Read more", "Read more");
  await page.getByRole("button", { name: late.corrections.markSelection }).click();
  await page.getByRole("button", { name: late.corrections.save }).click();
  await waitForStatus(page, "4 quotations");
  await page.locator("mark", { hasText: "Read more" }).waitFor();
  assert.equal((await visibleLines(page)).length, FOOTER.length);
});

test("hard-wrapped text is drawn as joined paragraphs, with every character of it", async () => {
  const { page } = await open();
  await paste(page, MAIL);
  await waitForStatus(page, /2 quotations by/);
  assert.deepEqual(await shownLines(page), [
    "Hi all,",
    'thanks for the notes. I talked to the council yesterday about the new bridge, and "we will not wait for another winter," said Iris Holm, who leads the works department. The plan is to open the exam-ination in May.',
    "On 3 May 2024, Tom Abney wrote:",
    '> I asked the mayor about the mill, and she was clear that it is going to stay. "We have no reason to sell it," she said.',
    "Roses are red,",
    "Violets are blue,",
    "Sugar is sweet.",
  ]);
  const characters = (/** @type {string} */ text) => text.split(/\n+/).filter(Boolean).join("\n");
  assert.equal(await wholeText(page), characters(MAIL));
  // The joined lines fill the width of the text, so that they are fewer than before.
  const heights = await page
    .locator(".text-body p")
    .evaluateAll((paragraphs) => paragraphs.map(({ clientHeight }) => clientHeight));
  assert.ok(heights[1] < 4 * heights[0], `${heights}`);
});

test("words across joined lines can be copied and marked", async () => {
  const { page } = await open("/", { permissions: ["clipboard-read", "clipboard-write"] });
  await paste(page, MAIL);
  await page.locator(".text p").first().waitFor();
  await select(page, "who", "leads the works");
  await page.keyboard.press("Control+C");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "who leads the works");
  await page.getByRole("button", { name: late.corrections.markSelection }).click();
  await page.getByRole("button", { name: late.corrections.save }).click();
  await page.locator("mark.selected", { hasText: "leads the works" }).waitFor();
  assert.ok((await contents(page))?.some((said) => said.join("|") === "who\nleads the works"));
});

test("folded and joined lines fit a phone, look the same on paper and pass the rules of axe", async () => {
  const { page } = await open("/", { viewport: { width: 320, height: 640 } });
  await paste(page, `${PAGE}\n\n${MAIL}`);
  await bar(page, 7).waitFor();
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(await cutOff(page), []);
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await visibleLines(page), []);
});
