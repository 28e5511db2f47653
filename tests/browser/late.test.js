/**
 * What is loaded late: the page works while it is on its way, says so if it does not arrive, and works at the next
 * try. Nothing that was typed is lost.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { box, NEWS, paste, pasteNews, useBrowser, waitForStatus, waitUntilLoaded } from "./support/suite.js";

/** @import { Page, Route } from "playwright-core" */

const MISSING = "A part of this page could not be loaded. Check the connection and try again.";
// A second try has another address.
const LATE = /\/element\/late\.js/;
const HOST_PAGE = /\/results\/host-page\.js/;

/** @param {string} body */
const pageOf = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>
  <link rel="icon" href="/www/icon.svg"><script type="module" src="/www/quote-extractor-element-define.js"></script>
  <body>${body}</body></html>`;

const SAID = "<p>“It rained,” said Ann Lee.</p>";

const { open } = useBrowser({
  "/for": pageOf(`<article id="story">${SAID}</article><quote-extractor for="story"></quote-extractor>`),
  "/between": pageOf(`<quote-extractor>${SAID}</quote-extractor>`),
});

/** @param {Route} route */
const abort = (route) => route.abort();

/** Opens the page with a late module that does not arrive. */
async function openWithout(/** @type {RegExp} */ module, path = "/") {
  const opened = await open(path, { prepare: (page) => page.route(module, abort) });
  return {
    ...opened,
    /** The browser itself reports failed requests; there may be no other message. */
    async arrive() {
      assert.deepEqual(
        opened.complaints.filter((text) => !/Failed to load resource/.test(text)),
        [],
      );
      opened.complaints.length = 0;
      await opened.page.unroute(module, abort);
    },
  };
}

/** @param {Page} page */
const correct = (page) => page.locator(".list .selected .correct");

/** What asks for late modules: what a reader does, and what then appears. @type {[string, (page: Page) => Promise<void>, (page: Page) => Promise<void>][]} */
const USES = [
  [
    "a correction",
    (page) => correct(page).click(),
    (page) => page.getByRole("dialog", { name: "Correct this quotation" }).waitFor(),
  ],
  [
    "the editing of a speaker",
    (page) => page.getByRole("button", { name: "Edit Ann Lee" }).click(),
    (page) => page.getByRole("dialog", { name: "Edit this speaker" }).waitFor(),
  ],
  [
    "the adding of a quotation",
    (page) => page.getByRole("button", { name: "Add a quotation…" }).click(),
    (page) => page.getByRole("dialog", { name: "Add a quotation" }).waitFor(),
  ],
  [
    "a card",
    (page) => page.locator("mark").first().click(),
    (page) => page.getByRole("group", { name: "About this quotation" }).waitFor(),
  ],
  [
    "an export",
    (page) => page.getByRole("button", { name: "Copy", exact: true }).click(),
    (page) => waitForStatus(page, /^Copied\.$/),
  ],
  [
    "the copying of a quotation",
    (page) => page.locator(".list .who").first().press("Control+C"),
    (page) => waitForStatus(page, /^Copied\.$/),
  ],
];

for (const [name, act, appears] of USES) {
  test(`${name} whose module does not arrive gives a message, and works at the next try`, async () => {
    const { page, context, arrive } = await openWithout(LATE);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await pasteNews(page);
    await page.locator(".list .who").first().click();
    await act(page);
    await waitForStatus(page, MISSING);
    // The page goes on working.
    await page.getByRole("searchbox").fill("bridge");
    await waitForStatus(page, "1 of 3 quotations");
    await page.getByRole("button", { name: "Show all" }).click();
    assert.equal(await box(page).inputValue(), NEWS);

    await arrive();
    await act(page);
    await appears(page);
  });
}

test("a file whose reader does not arrive gives a message, and opens at the next try", async () => {
  const { page, arrive } = await openWithout(LATE);
  await paste(page, "What was typed before.");
  const chooseFile = async () => {
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open a file…" }).click();
    const buffer = Buffer.from(NEWS);
    await (await choosing).setFiles({ name: "news.txt", mimeType: "text/plain", buffer });
  };
  await chooseFile();
  await waitForStatus(page, MISSING);
  assert.equal(await box(page).inputValue(), "What was typed before.");

  await arrive();
  await chooseFile();
  await waitForStatus(page, "3 quotations by 2 speakers");
});

for (const path of ["/for", "/between"]) {
  test(`what reads elements does not arrive: an error, and a report at the next try (${path})`, async () => {
    const { page, arrive } = await openWithout(HOST_PAGE, path);
    const alert = page.getByRole("alert");
    await alert.getByText("The part that reads texts could not be loaded.").waitFor();
    await arrive();
    await alert.getByRole("button", { name: "Try again" }).click();
    await waitForStatus(page, "1 quotation by 1 speaker");
  });
}

test("a page without elements to read does not load what reads them", async () => {
  const { page, requests } = await open();
  await pasteNews(page);
  await waitUntilLoaded(page, requests);
  assert.deepEqual(
    requests.filter((url) => url.endsWith("/results/host-page.js")),
    [],
  );
});

test("what is typed, chosen and pointed at while late modules are on their way is kept", async () => {
  /** @type {Route[]} */
  const held = [];
  const { page } = await open("/", { prepare: (page) => page.route(LATE, (route) => void held.push(route)) });
  await pasteNews(page);
  // A press and a selection wait; a text that is typed meanwhile is shown.
  await page.locator(".list .who").first().click();
  await correct(page).click();
  await box(page).press("End");
  await box(page).pressSequentially(" And Tom Abney said it was late.");
  await waitForStatus(page, "4 quotations by 3 speakers");
  await page.getByRole("searchbox").fill("bridge");
  await page.locator("mark", { hasText: "bridge and" }).click();
  await Promise.all(held.map((route) => route.continue()));

  // The last thing that the reader pointed at has its card; a correction of the text before opens nothing.
  await page
    .getByRole("group", { name: "About this quotation" })
    .getByText("Bob Ortiz", { exact: true })
    .waitFor();
  assert.equal(await page.getByRole("dialog").count(), 0);
  assert.equal(await page.getByRole("searchbox").inputValue(), "bridge");
  assert.match(await box(page).inputValue(), /And Tom Abney said it was late\.$/);
});

test("a text that a script sets while the elements between the tags are read is kept", async () => {
  /** @type {Route[]} */
  const held = [];
  const { page } = await open("/between", {
    prepare: (page) => page.route(HOST_PAGE, (route) => void held.push(route)),
  });
  await page.locator("quote-extractor").evaluate((element) => {
    /** @type {any} */ (element).text = "“It snowed,” said Bob Ortiz.";
  });
  await waitForStatus(page, "1 quotation by 1 speaker");
  await Promise.all(held.map((route) => route.continue()));
  await page.waitForLoadState("networkidle");
  assert.equal(await page.locator(".text").innerText(), "“It snowed,”BO said Bob Ortiz.");
});

test("late modules are loaded after the core, which the first result needs", async () => {
  /** @type {Route[]} */
  const held = [];
  const { page, requests } = await open("/", {
    prepare: (page) => page.context().route(/\.wasm$/, (route) => void held.push(route)),
  });
  await box(page).waitFor();
  // Asked after the page has asked, so answered after it.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const isLate = (/** @type {string} */ url) => url.endsWith("/element/late.js");
  assert.deepEqual(requests.filter(isLate), []);
  await Promise.all(held.map((route) => route.continue()));
  await waitUntilLoaded(page, requests);
});

test("a tap in the list opens the card once its module is there, on a phone", async () => {
  /** @type {Route[]} */
  const held = [];
  const { page } = await open("/", {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    prepare: (page) => page.route(LATE, (route) => void held.push(route)),
  });
  // Long enough that the page scrolls from the list to the text.
  await page.getByRole("button", { name: "Try a sample" }).click();
  await waitForStatus(page, /\d\d quotations by/);
  await page.getByRole("listitem").nth(6).tap();
  await page.locator("mark.selected").first().waitFor();
  await Promise.all(held.map((route) => route.continue()));
  await page.getByRole("group", { name: "About this quotation" }).getByText("Correct…").waitFor();
});
