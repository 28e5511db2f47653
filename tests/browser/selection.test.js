/** The text and the list stay in step, with the pointer and with the keyboard alone. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { box, paste, pasteNews, useBrowser, waitForStatus } from "./support/suite.js";

const { open } = useBrowser();

/** Long enough that neither text nor list fits the window. */
const LONG = Array.from({ length: 60 }, (_, i) => `“This is statement number ${i + 1},” said Ann Lee.`).join(
  "\n\n",
);

test("a click on a mark selects it and brings it into view in the list", async () => {
  const { page } = await open();
  await paste(page, LONG);
  await waitForStatus(page, "60 quotations by 1 speaker");
  const mark = page.locator("mark").filter({ hasText: "statement number 40," });
  await mark.click();
  const item = page.getByRole("listitem").filter({ hasText: "statement number 40," });
  await page.locator("li.selected", { hasText: "statement number 40," }).waitFor();
  await page.waitForFunction(
    (element) => {
      const { top, bottom } = /** @type {Element} */ (element).getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    },
    await item.elementHandle(),
  );
  assert.equal(await item.locator(".who").getAttribute("aria-pressed"), "true");
  assert.match((await mark.getAttribute("class")) ?? "", /\bselected\b/);
});

test("a click in the list brings the mark into view in the text", async () => {
  const { page } = await open();
  await paste(page, LONG);
  await waitForStatus(page, "60 quotations by 1 speaker");
  const item = page.getByRole("listitem").filter({ hasText: "statement number 50," });
  await item.click();
  const mark = page.locator("mark.selected", { hasText: "statement number 50," });
  await page.waitForFunction(
    (element) => {
      const { top, bottom } = /** @type {Element} */ (element).getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    },
    await mark.elementHandle(),
  );
});

test("pointing at a mark opens the card with the speaker, the certainty and the reason; Escape closes it", async () => {
  const { page } = await open();
  await pasteNews(page);
  await page.locator("mark").nth(1).hover();
  const card = page.getByRole("group", { name: "About this quotation" });
  await card.waitFor();
  assert.match(await card.innerText(), /Bob Ortiz[^]*Direct, .*%/);
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "hidden" });
});

test("everything works with the keyboard alone", async () => {
  const { page } = await open();
  await page.keyboard.press("Tab");
  await page.keyboard.insertText(
    (await box(page).evaluate(
      (element) => element === /** @type {any} */ (element.getRootNode()).activeElement,
    ))
      ? LONG
      : "",
  );
  await waitForStatus(page, "60 quotations by 1 speaker");

  /** Presses Tab until an element has the focus. @param {RegExp} name */
  const tabTo = async (name) => {
    for (let presses = 0; presses < 15; presses += 1) {
      await page.keyboard.press("Tab");
      if (name.test(await focusedName(page))) return;
    }
    assert.fail(`Tab does not lead to ${name}, but to ${await focusedName(page)}`);
  };
  for (const name of [/^Find quotations/, /^Try a sample/, /^Clear/, /^Export as/, /^Copy/, /^Download/])
    await tabTo(name);

  await tabTo(/^AL, quotation 1: Ann Lee/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.match(await focusedName(page), /^AL, quotation 3: Ann Lee/);
  await page.getByRole("group", { name: "About this quotation" }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator("li.selected", { hasText: "number 3," }).waitFor();

  // The speakers are one stop. The list is another, and Tab arrives there at what was selected.
  await tabTo(/^AL\s*Ann Lee/);
  await tabTo(/^AL\s*Ann Lee/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator("mark.selected", { hasText: "number 4," }).waitFor();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.locator("mark.selected", { hasText: "number 60," }).waitFor();
});

test("the focus can be seen", async () => {
  const { page } = await open();
  await pasteNews(page);
  await page.keyboard.press("Tab");
  const outline = await page
    .getByRole("button", { name: "Find quotations" })
    .evaluate((button) => getComputedStyle(button).outlineStyle);
  assert.equal(outline, "solid");
});

/**
 * What the focused element is called, through shadow roots.
 *
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string>}
 */
function focusedName(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
  });
}
