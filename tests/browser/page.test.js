/** The page as a reader uses it: paste, look, clear, restore. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { box, NEWS, paste, pasteNews, useBrowser, waitForStatus } from "./support/suite.js";

const { open } = useBrowser();

test("an empty page says what to do and shows what will be marked", async () => {
  const { page } = await open();
  await page.getByText("Paste or type a text; its quotations appear here.").waitFor();
  await page.getByRole("heading", { name: "What gets marked" }).waitFor();
  assert.equal(await page.getByRole("heading", { name: "Speakers" }).isVisible(), false);
  assert.match(await page.locator("header").innerText(), /nothing you paste leaves this page/);
});

test("pasting from the clipboard shows who said what", async () => {
  const { page } = await open("/", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.evaluate((text) => navigator.clipboard.writeText(text), NEWS);
  await box(page).focus();
  await page.keyboard.press("Control+V");
  await waitForStatus(page, "3 quotations by 2 speakers");

  assert.deepEqual(await page.locator(".text mark").allInnerTexts(), [
    "The river rose in an hour,",
    "We lost the bridge and the mill,",
    "We will build both again,",
  ]);
  const list = page.getByRole("region", { name: "Quotations" }).getByRole("listitem");
  assert.equal(await list.count(), 3);
  assert.match(
    await list.nth(1).innerText(),
    /Bob Ortiz[^]*We lost the bridge and the mill,[^]*Direct, .*\(\d+%\)/,
  );
});

test("what stands around the text on its page is not read, and the page says so", async () => {
  const { page } = await open();
  const menu = ["Skip to content", "Home", "News", "Sport", "Subscribe", "Sign in", "Share"];
  const footer = [
    "Related articles",
    "Read more",
    "Privacy policy",
    "© 2024 The Halden Courier. All rights reserved.",
  ];
  await paste(page, `${menu.join("\n")}\n\n${NEWS}\n\n${footer.join("\n")}`);
  await waitForStatus(page, "3 quotations by 2 speakers");
  await page.getByText("11 lines were not read, because they look like menus").waitFor();
  assert.deepEqual(await page.locator(".text .furniture").allTextContents(), [...menu, ...footer]);

  await box(page).fill(NEWS);
  await page.getByText("were not read").waitFor({ state: "detached" });
  assert.equal(await page.locator(".text .furniture").count(), 0);
});

test("the table gives each speaker's quotations, words and share", async () => {
  const { page } = await open();
  await pasteNews(page);
  const rows = page.getByRole("table", { name: "Speakers" }).getByRole("row");
  const cells = (/** @type {number} */ row) => rows.nth(row).getByRole("cell").allInnerTexts();
  assert.equal(await rows.nth(1).getByRole("rowheader").innerText(), "2 people");
  assert.deepEqual(await cells(1), ["3", "18", "100%"]);
  assert.match(await rows.nth(2).getByRole("rowheader").innerText(), /Ann Lee/);
  assert.deepEqual(await cells(2), ["2", "11", "61%"]);
  assert.match(await rows.nth(3).getByRole("rowheader").innerText(), /Bob Ortiz/);
  assert.deepEqual(await cells(3), ["1", "7", "39%"]);
});

test("the results are updated while the reader types", async () => {
  const { page } = await open();
  await paste(page, "“It rained,” said Ann Lee.");
  await waitForStatus(page, "1 quotation by 1 speaker");
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" “It snowed,” said Bob Ortiz.");
  await waitForStatus(page, "2 quotations by 2 speakers");
});

test("the button and Control+Enter extract at once", async () => {
  const { page } = await open();
  await paste(page, NEWS);
  await page.keyboard.press("Control+Enter");
  await waitForStatus(page, "3 quotations");
  await page.getByRole("button", { name: "Find quotations" }).click();
  await waitForStatus(page, "3 quotations");
});

test("the sample shows marks and keeps every character of its text", async () => {
  const { page } = await open();
  await page.getByRole("button", { name: "Try a sample" }).click();
  await waitForStatus(page, /\d+ quotations by \d+ speakers/);
  assert.match(await box(page).inputValue(), /^Harrow Bay votes/);
  assert.ok((await page.locator(".text mark").count()) > 10);
  // Without the signs, the marked text is the whole text.
  const shown = await page.locator(".text-body").evaluate((body) => {
    const copy = /** @type {HTMLElement} */ (body.cloneNode(true));
    for (const sign of copy.querySelectorAll("button")) sign.remove();
    return [...copy.children].map((paragraph) => paragraph.textContent).join("\n\n");
  });
  assert.equal(shown, await box(page).inputValue());
});

test("the text before clearing or before the sample can be restored", async () => {
  const { page } = await open();
  await pasteNews(page);
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal(await box(page).inputValue(), "");
  await page.getByText("Paste or type a text; its quotations").waitFor();
  await page.getByRole("button", { name: "Restore previous text" }).click();
  assert.equal(await box(page).inputValue(), NEWS);
  await waitForStatus(page, "3 quotations by 2 speakers");

  await page.getByRole("button", { name: "Try a sample" }).click();
  await page.getByText("The text was replaced.").waitFor();
  await page.getByRole("button", { name: "Restore previous text" }).click();
  assert.equal(await box(page).inputValue(), NEWS);
});

test("for a text without quotations the page says so and shows the text", async () => {
  const { page } = await open();
  await paste(page, "The harbor lay still all morning.");
  await waitForStatus(page, "No quotations found");
  await page.getByText("Quotations are recognized by quotation marks").waitFor();
  assert.equal(await page.getByRole("table").isVisible(), false);
  assert.equal(await page.locator(".text").innerText(), "The harbor lay still all morning.");
});

test("the results can be copied and downloaded", async () => {
  const { page } = await open("/", { permissions: ["clipboard-read", "clipboard-write"] });
  await pasteNews(page);
  const format = page.getByRole("combobox", { name: "Export as" });
  await page.getByRole("button", { name: "Copy" }).click();
  await page.getByText("Copied.").waitFor();
  assert.match(
    await page.evaluate(() => navigator.clipboard.readText()),
    /^> The river rose in an hour,\n>\n> — Ann Lee/,
  );

  await format.selectOption("JSON");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download" }).click(),
  ]);
  assert.equal(file.suggestedFilename(), "quotations.json");
});
