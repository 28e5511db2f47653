/**
 * A whole audit: paste an article, look at its unnamed sources, correct mistakes, and export; the exports
 * must say what the screen said. Once with the keyboard alone, once with fingers on a phone.
 */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { sampleArticle } from "../../www/page/sample-article.js";
import { focused, press, reach } from "./support/keyboard.js";
import { rowsOfCsv, rowsOfJsonLd, rowsOnScreen } from "./support/result-rows.js";
import { box, useBrowser, waitForStatus } from "./support/suite.js";

/** @import { Page } from "playwright-core" */

const { open } = useBrowser();

const ARTICLE = `${sampleArticle.title}\n\n${sampleArticle.text}`;
const FOUND = "26 quotations by 11 speakers";
/** The quotations of the unnamed source; the reader corrects the speaker of the first. */
const UNNAMED = [
  "inspectors had found cracks in the hull in September",
  "They patched it,",
  "Patched isn’t fixed.",
];

/** Checks the group of the unnamed sources in the table, and the sentence about them. @param {Page} page */
async function checkUnnamed(page) {
  const group = page
    .getByRole("table", { name: "Speakers" })
    .locator("tbody")
    .filter({ hasText: "1 unnamed source" });
  assert.deepEqual(await group.locator(".name").allInnerTexts(), ["senior official"]);
  const words = /^Of the quoted words, (\d+%) come from unnamed sources \(1 of 11 speakers\)/.exec(
    await page.locator(".audit").innerText(),
  );
  assert.equal(
    words?.[1],
    await group.locator(".group td").last().innerText(),
    "the sentence and the table agree",
  );
}

/**
 * Compares the exports with the screen, after the corrections.
 *
 * @param {Page} page
 * @param {(format: "CSV for spreadsheets" | "JSON-LD annotations") => Promise<unknown>} download
 */
async function compareFiles(page, download) {
  /** @param {Parameters<typeof download>[0]} format */
  const downloaded = async (format) => {
    const [file] = await Promise.all([page.waitForEvent("download"), download(format)]);
    return { name: file.suggestedFilename(), content: await readFile(await file.path(), "utf8") };
  };
  const screen = await rowsOnScreen(page);
  assert.equal(screen.length, 26);
  const speakers = new Map(screen.map(({ words, speaker }) => [words, speaker]));
  assert.deepEqual(
    UNNAMED.map((words) => speakers.get(words)),
    ["Iris Fontaine", "senior official", "senior official"],
  );
  assert.deepEqual(
    [
      "We want to keep sailing, but we can’t do it on good wishes.",
      "it would need a new subsidy by April",
    ].map((words) => speakers.get(words)),
    ["Northline Transit", "Northline Transit"],
  );
  const csv = await downloaded("CSV for spreadsheets");
  assert.match(csv.name, /\.csv$/);
  assert.deepEqual(rowsOfCsv(csv.content), screen);
  const annotations = await downloaded("JSON-LD annotations");
  assert.match(annotations.name, /\.jsonld$/);
  assert.deepEqual(await rowsOfJsonLd(annotations.content), screen);
}

test("with the keyboard alone, and the focus is visible at every stop", async () => {
  const { page, context } = await open();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), ARTICLE);
  await reach(page, "Article, transcript or chapter", { within: 1 });
  await press(page, "Control+V");
  await waitForStatus(page, FOUND);

  await checkUnnamed(page);
  await reach(page, /^Ruth Okafor|^ROR/, { within: 16 });
  await reach(page, /senior official/, { key: "ArrowDown", within: 12 });
  await press(page, "Space");
  await waitForStatus(page, "3 of 26 quotations");
  assert.deepEqual(
    (await rowsOnScreen(page)).map(({ words }) => words),
    UNNAMED,
  );

  // One of the three is by the council member. The list comes after the table and the filters.
  await reach(page, /^sosenior official/, { within: 8 });
  await press(page, "Enter");
  await reach(page, "Correct…", { within: 1 });
  await press(page, "Enter");
  assert.equal(await focused(page), "Speaker");
  await page.keyboard.type("Iris");
  await reach(page, "Save", { within: 1 });
  await page.keyboard.press("Enter");
  await waitForStatus(page, "is by Iris Fontaine now.");
  await waitForStatus(page, "2 of 26 quotations");
  // It no longer matches the filter, so the next quotation has the focus.
  assert.match(await focused(page), /^sosenior official/);

  // The spokesman speaks for the company.
  await reach(page, "Show all", { within: 1, key: "Shift+Tab" });
  await press(page, "Enter");
  await reach(page, /^Edit /, { within: 1, key: "Shift+Tab" });
  await reach(page, "Edit Daniel Marsh", { within: 11, key: "ArrowDown" });
  await press(page, "Enter");
  await reach(page, "Same person as", { within: 1 });
  await page.keyboard.type("Northline");
  await reach(page, "Save", { within: 1 });
  await page.keyboard.press("Enter");
  await waitForStatus(page, "Daniel Marsh and Northline Transit are one speaker now.");
  await waitForStatus(page, "26 quotations by 10 speakers");
  assert.equal(await focused(page), "Edit Northline Transit");
  await press(page, "Control+z");
  await waitForStatus(page, "Undone");
  await waitForStatus(page, FOUND);
  await press(page, "Control+Shift+Z");
  await waitForStatus(page, "26 quotations by 10 speakers");

  await reach(page, "Export as", { within: 12, key: "Shift+Tab" });
  await compareFiles(page, async (format) => {
    await page.keyboard.type(format.slice(0, 6));
    await reach(page, "Download", { within: 2 });
    await press(page, "Enter");
    await reach(page, "Export as", { within: 2, key: "Shift+Tab" });
  });
});

test("with fingers on a phone", async () => {
  const { page } = await open("/", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await box(page).tap();
  await page.keyboard.insertText(ARTICLE);
  await waitForStatus(page, FOUND);

  await checkUnnamed(page);
  await page
    .getByRole("table", { name: "Speakers" })
    .getByRole("button", { name: "senior official", exact: false })
    .first()
    .tap();
  await waitForStatus(page, "3 of 26 quotations");
  assert.deepEqual(
    (await rowsOnScreen(page)).map(({ words }) => words),
    UNNAMED,
  );

  const dialog = page.getByRole("dialog");
  await page.locator("mark:not(.filtered-out)").first().tap();
  await page
    .getByRole("group", { name: "About this quotation" })
    .getByRole("button", { name: "Correct…" })
    .tap();
  // The phone draws the menu itself, so a test cannot tap in it.
  await dialog.getByLabel("Speaker", { exact: true }).selectOption("Iris Fontaine, Council member");
  await dialog.getByRole("button", { name: "Save" }).tap();
  await waitForStatus(page, "2 of 26 quotations");

  await page.getByRole("button", { name: "Show all" }).tap();
  await page.getByRole("button", { name: "Edit Daniel Marsh" }).tap();
  await dialog.getByLabel("Same person as").selectOption("Northline Transit");
  await dialog.getByRole("button", { name: "Save" }).tap();
  await waitForStatus(page, "26 quotations by 10 speakers");
  await page.getByRole("button", { name: "Undo" }).tap();
  await waitForStatus(page, FOUND);
  await page.getByRole("button", { name: "Redo" }).tap();
  await waitForStatus(page, "26 quotations by 10 speakers");

  await compareFiles(page, async (format) => {
    await page.getByRole("combobox", { name: "Export as" }).selectOption(format);
    await page.getByRole("button", { name: "Download" }).tap();
  });
});
