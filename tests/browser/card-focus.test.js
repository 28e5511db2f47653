/** The keyboard reaches the buttons of a quotation's card, in the element's own text and in a host page. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { NEWS, pasteNews, useBrowser, waitForStatus } from "./support/suite.js";

const { open } = useBrowser({
  "/host.html": `<!doctype html><html lang="en"><title>Article</title><link rel="icon" href="/www/icon.svg">
    <script type="module" src="/www/quote-extractor-element-define.js"></script>
    <article id="article"><p>${NEWS.replaceAll("\n\n", "</p><p>")}</p></article>
    <quote-extractor for="article"></quote-extractor>`,
});

/** @import { Page } from "playwright-core" */

/** @param {Page} page */
const card = (page) => page.getByRole("group", { name: "About this quotation" });

/** What the focused element is called, through shadow roots. @param {Page} page */
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
  });

/** Moves the focus to the badge of the second quotation, by keyboard, and waits for its card. @param {Page} page */
async function toSecondMark(page) {
  await pasteNews(page);
  await page.locator(".text .sign").first().focus();
  await page.keyboard.press("ArrowRight");
  await card(page).filter({ hasText: "Bob Ortiz" }).waitFor();
}

for (const width of [390, 1280]) {
  test(`Tab goes from a badge through its card to what follows the text, at ${width} pixels`, async () => {
    const { page } = await open("/", { viewport: { width, height: 800 } });
    await toSecondMark(page);
    const names = [];
    for (let presses = 0; presses < (width === 390 ? 4 : 3); presses += 1) {
      await page.keyboard.press("Tab");
      names.push(await focused(page));
    }
    const next = names.pop() ?? "";
    assert.deepEqual(names, ["Correct…", "Copy the quotation", "Show in the list"].slice(0, names.length));
    assert.doesNotMatch(next, /quotation 2/);
    await card(page).waitFor({ state: "hidden" });
    // Backwards, the text is one stop: the badge that had the focus last.
    await page.keyboard.press("Shift+Tab");
    assert.match(await focused(page), /^BO, quotation 2: Bob Ortiz/);
  });
}

test("Shift+Tab and Escape lead from the card back to its badge", async () => {
  const { page } = await open();
  await toSecondMark(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  assert.match(await focused(page), /^BO, quotation 2/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Copy the quotation");
  await page.keyboard.press("Escape");
  assert.match(await focused(page), /^BO, quotation 2/);
  await card(page).waitFor({ state: "hidden" });
});

test("a card that the pointer opened is the next stop of Tab, and its buttons work by keyboard", async () => {
  const { page } = await open();
  await pasteNews(page);
  await page.locator("mark").nth(1).click();
  await card(page).waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Correct…");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Correct this quotation" });
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  // The dialog restores the focus a moment after it closes.
  await page.waitForFunction(() => {
    const { activeElement } = document.querySelector("quote-extractor")?.shadowRoot ?? {};
    return activeElement?.getAttribute("aria-label")?.startsWith("BO, quotation 2");
  });
});

test("Tab reaches a card that the pointer opened in a host page", async () => {
  const { page } = await open("/host.html");
  await waitForStatus(page, "3 quotations by 2 speakers");
  await page
    .locator("article p")
    .nth(1)
    .click({ position: { x: 40, y: 8 } });
  await card(page).filter({ hasText: "Bob Ortiz" }).waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Correct…");
  await page.keyboard.press("Escape");
  await card(page).waitFor({ state: "hidden" });
});

test("Tab from anywhere else does not lead into the card", async () => {
  const { page } = await open();
  await pasteNews(page);
  await page.getByRole("searchbox").focus();
  await page.locator("mark").nth(1).hover();
  await card(page).waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Direct");
});
