/** The page on small screens, with large text, in the dark, in forced colours and on paper. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { pasteNews, useBrowser, waitForStatus } from "./support/suite.js";

const { open } = useBrowser();

/** How far the page is wider than the window, in CSS pixels. @param {import("playwright-core").Page} page */
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const width of [320, 390, 768, 1280]) {
  test(`nothing sticks out at ${width} pixels`, async () => {
    const { page } = await open("/", { viewport: { width, height: 700 } });
    assert.equal(await overflow(page), 0);
    await page.getByRole("button", { name: "Try a sample" }).click();
    await waitForStatus(page, /\d\d quotations by/);
    assert.equal(await overflow(page), 0);
    await page.locator("mark").nth(2).click();
    await page.getByRole("group", { name: "About this quotation" }).waitFor();
    assert.equal(await overflow(page), 0);
  });
}

test("text at twice its size fits a phone", async () => {
  const { page } = await open("/", { viewport: { width: 390, height: 844 } });
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await pasteNews(page);
  assert.equal(await overflow(page), 0);
});

test("on a phone the card leads to the list, and the page stays where the reader is", async () => {
  const { page } = await open("/", { viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.getByRole("button", { name: "Try a sample" }).click();
  await waitForStatus(page, /\d\d quotations by/);
  await page.locator("mark").nth(4).scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await page.locator("mark").nth(4).tap();
  await page.getByRole("button", { name: "Show in the list" }).waitFor();
  assert.equal(await page.evaluate(() => scrollY), before);
  await page.getByRole("button", { name: "Show in the list" }).click();
  await page.waitForFunction(() => {
    const item = document.querySelector("quote-extractor")?.shadowRoot?.querySelector("li.selected");
    const { top, bottom } = /** @type {Element} */ (item).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
});

test("the colours follow the reader's choice of light or dark", async () => {
  const { page } = await open("/", { colorScheme: "dark" });
  await pasteNews(page);
  const colors = () => page.locator("mark").first().evaluate((mark) => ({
    ink: getComputedStyle(mark).color,
    page: getComputedStyle(document.documentElement).backgroundColor,
  }));
  const dark = await colors();
  await page.emulateMedia({ colorScheme: "light" });
  const light = await colors();
  assert.notEqual(dark.ink, light.ink);
  assert.notEqual(dark.page, light.page);
});

test("in forced colours a speaker is still told by the sign", async () => {
  const { page } = await open("/", { forcedColors: "active" });
  await pasteNews(page);
  const signs = page.locator(".text .sign");
  assert.deepEqual(await signs.allInnerTexts(), ["AL", "BO", "AL"]);
  assert.equal(await signs.first().isVisible(), true);
});

test("on paper there are the text, the table and the list, and no controls", async () => {
  const { page } = await open();
  await pasteNews(page);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("quote-extractor textarea").isVisible(), false);
  assert.equal(await page.getByRole("button", { name: "Download" }).isVisible(), false);
  assert.equal(await page.locator("mark").first().isVisible(), true);
  assert.equal(await page.getByRole("table").isVisible(), true);
  assert.equal(await page.getByRole("listitem").last().isVisible(), true);
});

test("a view of one part is that part alone, with the width of the page, and on paper as well", async () => {
  const { page } = await open("/", { viewport: { width: 1280, height: 800 } });
  await pasteNews(page);
  const parts = page.locator("quote-extractor section");
  for (const [view, part] of [["text", "reading"], ["quotations", "quotations"], ["speakers", "speakers"]]) {
    await page.locator("quote-extractor").evaluate((reader, view) => reader.setAttribute("view", view), view);
    for (const media of /** @type {const} */ (["screen", "print"])) {
      await page.emulateMedia({ media });
      const seen = await parts.evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => [one.className, one.clientWidth > 1000]));
      assert.deepEqual(seen, [[part, true]], `${view}, ${media}`);
    }
  }
});
