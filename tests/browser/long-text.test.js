/** A text that is too long for a browser to edit or lay out is still read as a whole. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { box, paste, useBrowser, waitForStatus } from "./support/suite.js";

/** @import { Page } from "playwright-core" */

const { open } = useBrowser();

const FILLER = "The water came to the door of the mill and nobody slept. ".repeat(40);
/** The number of quotations in the text below. */
const COUNT = 1000;
const LONG = Array.from(
  { length: COUNT },
  (_, i) => `“Rain number ${i + 1} fell,” said Ann Lee.\n\n${FILLER}\n\n`,
).join("");
assert.ok(LONG.length > 2e6 && LONG.length < 2.5e6);

/** @param {Page} page */
const parts = (page) => page.getByRole("navigation", { name: "Parts of the text" });
/** The numbers of the quotations that are drawn. @param {Page} page */
const drawn = async (page) =>
  (await page.locator(".text mark").allTextContents()).map((words) => Number(words.match(/\d+/)?.[0]));

/** Sets the text from a script. @param {Page} page */
async function setLong(page) {
  await page.evaluate(
    (text) => /** @type {any} */ (document.querySelector("quote-extractor")).extract(text),
    LONG,
  );
  await waitForStatus(page, "1,000 quotations by 1 speaker");
}

test("the box keeps a long text aside and shows its beginning; clearing and restoring lose nothing", async () => {
  const { page } = await open();
  const text = () => page.evaluate(() => /** @type {any} */ (document.querySelector("quote-extractor")).text);
  await box(page).fill("Before. ");
  await box(page).press("Control+End");
  await paste(page, LONG);
  await page.getByText("too long to edit here. All of it is read.").waitFor();
  await waitForStatus(page, "1,000 quotations by 1 speaker");
  assert.equal(await text(), `Before. ${LONG}`);
  assert.match(await box(page).inputValue(), /^Before\. “Rain number 1 fell,”[^]{900,1100}…$/);
  // Typing must not change the text, of which the box shows only the beginning.
  await box(page).focus();
  await page.keyboard.type("x");
  assert.equal(await text(), `Before. ${LONG}`);
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal(await text(), "");
  await paste(page, "“It rained,” said Ann Lee.");
  await waitForStatus(page, "1 quotation by 1 speaker");
  assert.equal(await page.getByText("too long to edit here").count(), 0);
  await page.getByRole("button", { name: "Restore previous text" }).click();
  await waitForStatus(page, "1,000 quotations by 1 speaker");
  assert.equal(await text(), `Before. ${LONG}`);
});

test("a long text stays when the language changes", async () => {
  const { page } = await open();
  await setLong(page);
  await page.evaluate(() => (document.documentElement.lang = "de"));
  await page.getByText("zu viele zum Bearbeiten").waitFor();
  assert.equal(
    await page.evaluate(() => /** @type {any} */ (document.querySelector("quote-extractor")).text.length),
    LONG.length,
  );
});

test("it is drawn in consecutive parts, and the report is complete", async () => {
  const { page } = await open();
  await setLong(page);
  assert.equal(
    await page.evaluate(() => document.querySelector("quote-extractor")?.report?.quotations.length),
    COUNT,
  );
  const seen = [];
  const count = Number((await parts(page).innerText()).match(/Part 1 of (\d)/)?.[1]);
  assert.ok(count > 3);
  for (let part = 1; part <= count; part += 1) {
    await parts(page).getByText(`Part ${part} of ${count}`).waitFor();
    await page.waitForFunction((part) => {
      const root = document.querySelector("quote-extractor")?.shadowRoot;
      const length = root?.querySelector(".text-body")?.textContent?.length ?? 0;
      return length > (part === 1 ? 400_000 : 100_000) && root?.querySelector(".text [tabindex='0']");
    }, part);
    seen.push(...(await drawn(page)));
    if (part < count) await parts(page).getByRole("button", { name: "Next part" }).click();
  }
  assert.deepEqual(
    seen,
    Array.from({ length: COUNT }, (_, i) => i + 1),
  );
  assert.equal(
    await parts(page).getByRole("button", { name: "Next part" }).getAttribute("aria-disabled"),
    "true",
  );
});

test("selecting in the list shows the part with the quotation, which stays selected", async () => {
  const { page } = await open();
  await setLong(page);
  await page.getByRole("searchbox").fill("number 777 fell");
  const item = page.getByRole("region", { name: "Quotations" }).getByRole("listitem");
  await page.waitForFunction(
    () => document.querySelector("quote-extractor")?.shadowRoot?.querySelectorAll(".list li").length === 1,
  );
  await item.locator(".who").click();
  await page.locator(".text mark.selected").getByText("Rain number 777 fell").waitFor();
  await page.waitForFunction(() => {
    const box = document
      .querySelector("quote-extractor")
      ?.shadowRoot?.querySelector(".text mark.selected")
      ?.getBoundingClientRect();
    return box && box.top >= 0 && box.bottom <= innerHeight;
  });
  // A correction leaves the reader in that part.
  await item.getByRole("button", { name: "Correct…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Not a quotation" }).click();
  await waitForStatus(page, "999 quotations by 1 speaker");
  assert.match(await parts(page).innerText(), /Part 4 of/);
});

test("a shorter text has no parts", async () => {
  const { page } = await open();
  await paste(page, "“It rained,” said Ann Lee.");
  await waitForStatus(page, "1 quotation");
  assert.equal(await parts(page).isVisible(), false);
});

test("on a phone, a quotation of another part scrolls into view and opens its card", async () => {
  const { page } = await open("/", { viewport: { width: 390, height: 844 }, hasTouch: true });
  await setLong(page);
  await page.getByRole("searchbox").fill("number 900");
  await page.getByRole("listitem").filter({ hasText: "Rain number 900" }).getByRole("button").first().tap();
  await page
    .getByRole("group", { name: "About this quotation" })
    .getByRole("button", { name: "Correct…" })
    .waitFor();
  await page.locator("mark.selected").filter({ hasText: "Rain number 900" }).waitFor();
});
