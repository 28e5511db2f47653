/** Exports from the page: the results or a single quotation, copied or downloaded. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { NEWS, paste, pasteNews, useBrowser, waitForStatus } from "./support/suite.js";

const { open } = useBrowser();

test("copying and downloading give the chosen format", async () => {
  const { page } = await open("/", { permissions: ["clipboard-read", "clipboard-write"] });
  await pasteNews(page);
  const format = page.getByRole("combobox", { name: "Export as" });
  const beginnings = /** @type {const} */ ([
    ["Markdown", "md", /^> The river rose/],
    ["CSV for spreadsheets", "csv", /^\uFEFFnumber,kind,speaker,/],
    ["JSON", "json", /^\{\n {2}"title"/],
    ["JSON-LD annotations", "jsonld", /^\{\n {2}"@context"/],
    ["TEI (XML)", "xml", /^<\?xml/],
  ]);
  for (const [label, extension, beginning] of beginnings) {
    await format.selectOption(label);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download" }).click(),
    ]);
    assert.equal(file.suggestedFilename(), `quotations.${extension}`);
    const saved = await readFile(await file.path(), "utf8");
    assert.match(saved, beginning);
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "");
    // Only the file has the byte order mark.
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), saved.replace(/^\uFEFF/, ""));
  }
  await format.selectOption("Links (Markdown)");
  await page.getByRole("button", { name: "Download" }).click();
  await page.getByText("Links need the web address of the text").waitFor();
});

test("a single quotation is copied from its card and with the keyboard", async () => {
  const { page } = await open("/", { permissions: ["clipboard-read", "clipboard-write"] });
  await pasteNews(page);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.locator(".text mark").nth(1).click();
  await page
    .getByRole("group", { name: "About this quotation" })
    .getByRole("button", { name: "Copy the quotation" })
    .click();
  await page.getByRole("button", { name: "Copied." }).waitFor();
  assert.equal(await copied(), "“We lost the bridge and the mill,”\n— Bob Ortiz");

  await page
    .getByRole("region", { name: "Quotations" })
    .getByRole("button", { name: "Ann Lee" })
    .first()
    .focus();
  await page.keyboard.press("Control+C");
  await page.waitForFunction(async () =>
    (await navigator.clipboard.readText()).includes("The river rose in an hour"),
  );
  assert.equal(await copied(), "“The river rose in an hour,”\n— Ann Lee");

  // If words are selected, Control+C copies them, whatever has the focus.
  await page.evaluate(() => navigator.clipboard.writeText("before"));
  const mark = page.locator(".text mark").first();
  await mark.evaluate((element) => {
    element.closest(".text")?.querySelectorAll("mark")[1].focus();
    getSelection()?.selectAllChildren(element);
  });
  await page.keyboard.press("Control+C");
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "before");
  assert.equal(await copied(), "The river rose in an hour,");
});

test("an export contains what is shown", async () => {
  const { page } = await open("/", { permissions: ["clipboard-read", "clipboard-write"] });
  await pasteNews(page);
  await paste(page, " “It snowed,” said Cy Dow.");
  await waitForStatus(page, "4 quotations by 3 speakers");
  await page.getByRole("combobox", { name: "Export as" }).selectOption("JSON");
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await page.getByText("Copied.").waitFor();
  const { text, quotations } = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  assert.equal(text, `${NEWS} “It snowed,” said Cy Dow.`);
  assert.equal(quotations.length, 4);
});
