/**
 * Input from web pages on the clipboard, and long texts, for which the reader waits. Files are in `files.test.js`,
 * and what HTML says of its parts is in `html.test.js`.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { CLIPBOARD, choose, pasteHtml } from "./support/input.js";
import { pausable } from "./support/paused.js";
import { box, paste, pasteNews, useBrowser, waitForStatus, waitUntilLoaded } from "./support/suite.js";

const { open } = useBrowser();

/** A page that tries every way to run code or to request something. @param {string} marker of its requests */
const hostile = (marker) => `<html><head><base href="/${marker}/base/"><title>Bad</title>
  <meta http-equiv="refresh" content="0;url=/${marker}/refresh">
  <link rel="stylesheet" href="/${marker}/sheet.css"><link rel="preload" as="image" href="/${marker}/preload.png">
  <style>@import "/${marker}/import.css"; body { background: url(/${marker}/style.png) }</style>
  <script>window.ran = "script"</script><script src="/${marker}/script.js"></script></head>
  <body onload="window.ran = 'onload'" style="background: url(/${marker}/inline.png)">
  <p>“It rained,” said Ann Lee.</p>
  <img src="/${marker}/image.png" onerror="window.ran = 'onerror'"><svg onload="window.ran = 'svg'"><image href="/${marker}/svg.png"/></svg>
  <iframe src="/${marker}/frame.html" srcdoc="<script>parent.ran = 'srcdoc'</script>"></iframe><object data="/${marker}/object"></object>
  <video src="/${marker}/video.mp4" autoplay></video><input autofocus onfocus="window.ran = 'onfocus'">
  <a href="javascript:window.ran = 'link'">A link</a></body></html>`;

test("a hostile page runs nothing and loads nothing, as a file and on the clipboard", async () => {
  const { page, requests } = await open("/", CLIPBOARD);
  await waitUntilLoaded(page, requests);
  const loaded = requests.length;
  await choose(page, { name: "bad.html", content: hostile("file") });
  await waitForStatus(page, "1 quotation by 1 speaker");
  assert.equal(await box(page).inputValue(), "“It rained,” said Ann Lee.\n\nA link");
  // The browser cleans what a page writes to the clipboard, so this HTML comes with an event.
  await box(page).evaluate(
    (input, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html);
      /** @type {HTMLTextAreaElement} */ (input).select();
      input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    hostile("paste").replace("It rained", "It snowed"),
  );
  await page.locator(".text mark", { hasText: "It snowed" }).waitFor();
  await page.waitForLoadState("networkidle");
  assert.deepEqual(requests.slice(loaded), []);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).ran), undefined);
});

test("a page that closes the template in which it is parsed is read to its end", async () => {
  const { page, requests } = await open();
  await waitUntilLoaded(page, requests);
  const loaded = requests.length;
  await choose(page, {
    name: "bad.html",
    content: `<p>“It rained,” said Ann Lee.</template><img src="/out.png"><p>After.`,
  });
  await waitForStatus(page, "1 quotation by 1 speaker");
  assert.equal(await box(page).inputValue(), "“It rained,” said Ann Lee.\n\nAfter.");
  assert.deepEqual(requests.slice(loaded), []);
});

test("pasting from a web page keeps the structure, at the caret, and the browser can undo it", async () => {
  const { page, requests } = await open("/", CLIPBOARD);
  await waitUntilLoaded(page, requests);
  await paste(page, "Before. After.");
  await page.keyboard.press("Home");
  for (let i = 0; i < "Before. ".length; i += 1) await page.keyboard.press("ArrowRight");
  await pasteHtml(
    page,
    "<p>“It rained,” said Ann Lee.</p><ul><li>One<li>Two</ul><blockquote>Three</blockquote>",
    "flat",
  );
  const pasted = "“It rained,” said Ann Lee.\n\n• One\n\n• Two\n\n> Three";
  assert.equal(await box(page).inputValue(), `Before. ${pasted}After.`);
  await waitForStatus(page, "1 quotation by 1 speaker");
  await page.keyboard.press("Control+Z");
  assert.equal(await box(page).inputValue(), "Before. After.");
  await page.keyboard.press("Control+A");
  await pasteHtml(page, "<p>All new</p>", "flat");
  assert.equal(await box(page).inputValue(), "All new");
});

test("HTML without structure is pasted as plain text, with its own lines", async () => {
  const { page } = await open("/", CLIPBOARD);
  await box(page).focus();
  await pasteHtml(page, "<div><span>a</span></div><div><span>  b</span></div>", "a\n  b");
  assert.equal(await box(page).inputValue(), "a\n  b");
});

const LONG = "“It rained all night,” said Ann Lee, who lives by the river.\n\n".repeat(1_000);

for (const [paused, status, determinate] of /** @type {const} */ ([
  ["reading", "Reading 62 thousand characters…", false],
  ["drawing", /^Drawing the marked text: \d+%$/, true],
])) {
  test(`${paused} a long text shows progress, and can be cancelled and continued`, async () => {
    const { page } = await open("/", { prepare: pausable });
    await pasteNews(page);
    await page.evaluate(
      ([paused, text]) => {
        const scope = /** @type {any} */ (window);
        scope.paused = paused;
        const element = /** @type {any} */ (document.querySelector("quote-extractor"));
        scope.answer = element.extract(text).catch((/** @type {Error} */ { name }) => name);
      },
      [paused, LONG],
    );
    await waitForStatus(page, status);
    const bar = page.getByRole("progressbar", { name: "Progress" });
    assert.equal(await bar.evaluate((bar) => bar.hasAttribute("value")), determinate);

    const cancel = page.getByRole("button", { name: "Cancel" });
    await cancel.focus();
    await page.keyboard.press("Enter");
    await waitForStatus(page, "Cancelled. Your text is still here.");
    await page.evaluate(() => /** @type {any} */ (window).resume());
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).answer), "AbortError");
    assert.equal(await bar.isVisible(), false);
    assert.equal(await page.getByRole("alert").isVisible(), false);
    assert.equal(await page.getByRole("table").isVisible(), false);
    assert.equal((await box(page).inputValue()).length, LONG.length);

    // The focus has moved from the button “Cancel” to “Read it again”.
    await page.keyboard.press("Enter");
    await waitForStatus(page, "1,000 quotations by 1 speaker");
    assert.equal(await bar.isVisible(), false);
    assert.equal(await page.locator(".text mark").count(), 1_000);
  });
}

test("an edit keeps the elements of unchanged paragraphs", async () => {
  const { page } = await open();
  await pasteNews(page);
  const paragraphs = page.locator(".text p");
  const selected = page.locator("mark.selected");
  await page.locator("mark").nth(1).click();
  await selected.waitFor();
  await paragraphs.evaluateAll((all) => {
    for (const [number, one] of all.entries()) Object.assign(one, { number });
  });
  const kept = () =>
    paragraphs.evaluateAll((all) => all.map((one) => /** @type {any} */ (one).number ?? "new"));

  await box(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("\n\n“It snowed,” said Cy Dow.");
  await waitForStatus(page, "4 quotations by 3 speakers");
  assert.deepEqual(await kept(), [0, 1, 2, "new"]);
  assert.equal(await selected.count(), 0);

  await page.keyboard.press("Control+Home");
  await page.keyboard.insertText("The flood.\n\n");
  await paragraphs.nth(4).waitFor();
  assert.deepEqual(await kept(), ["new", 0, 1, 2, "new"]);

  await page.keyboard.press("Control+Home");
  for (let i = 0; i < "The flood.\n\n".length; i += 1) await page.keyboard.press("Delete");
  await page.waitForFunction(
    () => document.querySelector("quote-extractor")?.shadowRoot?.querySelectorAll(".text p").length === 4,
  );
  assert.deepEqual(await kept(), [0, 1, 2, "new"]);
  assert.deepEqual(await page.locator(".text .sign").allInnerTexts(), ["AL", "BO", "AL", "CD"]);
});

test("no keystroke is lost while the results are updated", async () => {
  const { page } = await open();
  await box(page).focus();
  const typed = "“It rained in the town,” said Ann Lee. “And then it was snow,” said Bob Ortiz. ".repeat(4);
  await page.keyboard.type(typed, { delay: 10 });
  assert.equal(await box(page).inputValue(), typed);
  await waitForStatus(page, "8 quotations by 2 speakers");
});
