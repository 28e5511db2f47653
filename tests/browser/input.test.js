/** Input from files and from web pages on the clipboard, and long texts, for which the reader waits. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { pausable } from "./support/paused.js";
import { box, NEWS, paste, pasteNews, useBrowser, waitForStatus } from "./support/suite.js";

/** @import { Page } from "playwright-core" */

const { open } = useBrowser();

const ARTICLE = `<!doctype html><html><head><meta charset="utf-8"><title>Rain | The Paper</title>
  <link rel="canonical" href="https://paper.example/rain">
  </head><body><nav><ul><li>Sports</li></ul></nav>
  <article><h1>Rain  in\n the hills</h1><p>“The river rose,” said <b>Ann Lee</b>.</p>
    <ul><li>One bridge is gone.</li><li>“So is the mill,” said Bob Ortiz.</li></ul>
    <ol start="3"><li><p>Third</p></li><li>Fourth</li></ol>
    <blockquote><p>First line.<br>Second line.</p><p>Another.</p></blockquote>
    <p>After.</p></article>
  <article><p>A teaser.</p></article><footer>Imprint</footer></body></html>`;

const READ = `Rain in the hills

“The river rose,” said Ann Lee.

• One bridge is gone.

• “So is the mill,” said Bob Ortiz.

3. Third

4. Fourth

> First line.
> Second line.

> Another.

After.`;

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

/**
 * @param {Page} page
 * @param {...{ name: string, content: string | Buffer, type?: string }} files
 */
async function choose(page, ...files) {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Open a file…" }).click(),
  ]);
  assert.equal(chooser.isMultiple(), false);
  await chooser.setFiles(
    files.map(({ name, content, type = "" }) => ({ name, mimeType: type, buffer: Buffer.from(content) })),
  );
}

/**
 * Drops files on a part of the element, with the events that a script can send.
 *
 * @param {Page} page
 * @param {string} selector
 * @param {...{ name: string, content: string }} files
 * @returns {Promise<boolean>} whether the page handled the drop, instead of the browser
 */
function drop(page, selector, ...files) {
  return page.locator(selector).evaluate((target, files) => {
    const dataTransfer = new DataTransfer();
    for (const { name, content } of files) dataTransfer.items.add(new File([content], name));
    const send = (/** @type {string} */ type) =>
      !target.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }),
      );
    return send("dragover") && send("drop");
  }, files);
}

/**
 * Puts a part of a web page on the clipboard and pastes it.
 *
 * @param {Page} page
 * @param {string} html
 * @param {string} plain
 */
async function pasteHtml(page, html, plain) {
  await page.evaluate(
    async ([html, plain]) => {
      const blob = (/** @type {string} */ type, /** @type {string} */ content) =>
        new Blob([content], { type });
      await navigator.clipboard.write([
        new ClipboardItem({ "text/html": blob("text/html", html), "text/plain": blob("text/plain", plain) }),
      ]);
    },
    [html, plain],
  );
  await page.keyboard.press("Control+V");
}

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
const title = (/** @type {Page} */ page) => page.getByRole("textbox", { name: "Title" });
const address = (/** @type {Page} */ page) => page.getByRole("textbox", { name: "Source address" });
const about = (/** @type {Page} */ page) =>
  page.locator("quote-extractor").evaluate((element) => /** @type {any} */ (element).about);

const UTF8 = Buffer.from(NEWS);
const UTF16 = Buffer.from(`\ufeff${NEWS}`, "utf16le");
const LATIN = Buffer.from("\x93Caf\xe9,\x94 said Ann Lee.", "latin1");
for (const [name, content, expected] of /** @type {const} */ ([
  ["UTF-8", UTF8, NEWS],
  ["UTF-8 with a byte order mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), UTF8]), NEWS],
  ["UTF-16LE", UTF16, NEWS],
  ["UTF-16BE", Buffer.from(UTF16).swap16(), NEWS],
  ["windows-1252", LATIN, "“Café,” said Ann Lee."],
])) {
  test(`a text file in ${name}`, async () => {
    const { page } = await open();
    await choose(page, { name: "story.TXT", content });
    await waitForStatus(page, /\d quotations? by/);
    assert.equal(await box(page).inputValue(), expected);
  });
}

test("a Markdown file is read unchanged, and the previous text can be restored", async () => {
  const { page } = await open();
  await paste(page, "“It snowed,” said Cy Dow.");
  await choose(page, { name: "story.md", content: `# Rain\n\n${NEWS}` });
  await waitForStatus(page, "3 quotations by 2 speakers");
  assert.equal(await box(page).inputValue(), `# Rain\n\n${NEWS}`);
  await page.getByText("Opened “story.md”.").waitFor();
  await page.getByRole("button", { name: "Restore previous text" }).click();
  assert.equal(await box(page).inputValue(), "“It snowed,” said Cy Dow.");
});

test("the article of a saved page is read, with its lists, block quotes, title and address", async () => {
  const { page } = await open();
  await choose(page, { name: "rain.html", content: ARTICLE });
  await waitForStatus(page, "2 quotations by 2 speakers");
  assert.equal(await box(page).inputValue(), READ);
  assert.equal(await title(page).inputValue(), "Rain in the hills");
  assert.deepEqual(await about(page), { title: "Rain in the hills", url: "https://paper.example/rain" });
});

test("of a page without an article, the main part is read, with its title and og:url", async () => {
  const { page } = await open();
  await choose(page, {
    name: "rain.htm",
    content: `<title>Rain</title><meta property="og:url" content="https://paper.example/og">
    <link rel="canonical" href="javascript:alert(1)"><p>Menu</p><main>“It rained,” said Ann Lee.</main>`,
  });
  await waitForStatus(page, "1 quotation by 1 speaker");
  assert.equal(await box(page).inputValue(), "“It rained,” said Ann Lee.");
  assert.deepEqual(await about(page), { title: "Rain", url: "https://paper.example/og" });
});

test("a hostile page runs nothing and loads nothing, as a file and on the clipboard", async () => {
  const { page, requests } = await open("/", CLIPBOARD);
  await page.waitForLoadState("networkidle");
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
  await page.waitForLoadState("networkidle");
  const loaded = requests.length;
  await choose(page, {
    name: "bad.html",
    content: `<p>“It rained,” said Ann Lee.</template><img src="/out.png"><p>After.`,
  });
  await waitForStatus(page, "1 quotation by 1 speaker");
  assert.equal(await box(page).inputValue(), "“It rained,” said Ann Lee.\n\nAfter.");
  assert.deepEqual(requests.slice(loaded), []);
});

test("a file can be dropped anywhere on the element", async () => {
  const { page } = await open();
  assert.equal(await drop(page, "quote-extractor .guide", { name: "story.txt", content: NEWS }), true);
  await waitForStatus(page, "3 quotations by 2 speakers");
  assert.equal(
    await drop(page, "quote-extractor textarea", { name: "b.txt", content: "“It rained,” said Ann Lee." }),
    true,
  );
  await waitForStatus(page, "1 quotation by 1 speaker");
});

for (const [name, said, ...files] of /** @type {const} */ ([
  [
    "another kind of file",
    "“story.docx” is not a text, Markdown or HTML file",
    { name: "story.docx", content: "PK" },
  ],
  [
    "a binary file with the extension of a text",
    "“story.txt” is not a text",
    { name: "story.txt", content: "a\0b" },
  ],
  ["an empty file", "There is no text in “story.html”", { name: "story.html", content: "<p> </p>" }],
  ["several files", "One file at a time", { name: "a.txt", content: "a" }, { name: "b.txt", content: "b" }],
  ["a file that is too large", "“long.txt” is larger than 50 MB", { name: "long.txt", content: "long" }],
])) {
  test(`${name}: one plain message, and the text stays`, async () => {
    const { page } = await open("/", {
      // Reports a large size, so that no such file has to be made.
      prepare: (page) =>
        page.addInitScript(() => {
          const size = /** @type {any} */ (Object.getOwnPropertyDescriptor(Blob.prototype, "size")).get;
          Object.defineProperty(File.prototype, "size", {
            get() {
              return this.name === "long.txt" ? 50 * 2 ** 20 + 1 : size.call(this);
            },
          });
        }),
    });
    await pasteNews(page);
    await drop(page, "quote-extractor textarea", ...files);
    await waitForStatus(page, said);
    assert.equal(await box(page).inputValue(), NEWS);
  });
}

test("pasting from a web page keeps the structure, at the caret, and the browser can undo it", async () => {
  const { page } = await open("/", CLIPBOARD);
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

test("a file does not overwrite a title that the reader typed; clearing and restoring include it", async () => {
  const { page } = await open();
  await page.getByText("About this text (optional)").click();
  await title(page).fill("My title");
  await choose(page, { name: "rain.html", content: ARTICLE });
  await waitForStatus(page, "2 quotations by 2 speakers");
  assert.deepEqual(await about(page), { title: "My title", url: "https://paper.example/rain" });
  // The address of the previous file must not stay.
  await choose(page, { name: "story.txt", content: NEWS });
  await waitForStatus(page, "3 quotations");
  assert.deepEqual(await about(page), { title: "My title", url: "" });

  await page.getByRole("button", { name: "Clear" }).click();
  assert.deepEqual(await about(page), { title: "", url: "" });
  await page.getByRole("button", { name: "Restore previous text" }).click();
  assert.deepEqual(await about(page), { title: "My title", url: "" });
});

test("an address that is not a web address is reported and left out", async () => {
  const { page } = await open();
  await page.getByText("About this text (optional)").click();
  for (const wrong of ["paper.example/rain", "javascript:alert(1)", "file:///etc/motd"]) {
    await address(page).fill(wrong);
    await address(page).blur();
    await page.getByText("This is not a web address").waitFor();
    assert.equal((await about(page)).url, "");
  }
  await address(page).fill(" https://paper.example/rain ");
  await address(page).blur();
  assert.equal(await page.getByText("This is not a web address").isVisible(), false);
  assert.equal((await about(page)).url, "https://paper.example/rain");
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
