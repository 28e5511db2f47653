/** Input from files: what can be opened, how it is read, and what is said if it cannot be read. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, drop } from "./support/input.js";
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
  <article><p>“A teaser,” said Carl Dow.</p></article><footer>Imprint</footer></body></html>`;

const READ = `• Sports

Rain in the hills

“The river rose,” said Ann Lee.

• One bridge is gone.

• “So is the mill,” said Bob Ortiz.

3. Third

4. Fourth

> First line.
> Second line.

> Another.

After.

“A teaser,” said Carl Dow.

Imprint`;

const title = (/** @type {Page} */ page) => page.getByRole("textbox", { name: "Title" });
const address = (/** @type {Page} */ page) => page.getByRole("textbox", { name: "Source address" });
const about = (/** @type {Page} */ page) =>
  page.locator("quote-extractor").evaluate((element) => /** @type {any} */ (element).about);

/** “It rained”, in Japanese, as an old program saves it. */
const SHIFT_JIS = {
  name: "a.txt",
  content: Buffer.from([0x89, 0x4a, 0x82, 0xaa, 0x8d, 0x7e, 0x82, 0xc1, 0x82, 0xbd, 0x81, 0x42]),
};
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

for (const [name, content, words, by] of /** @type {const} */ ([
  [
    "talk.vtt",
    "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann Lee>Did it rain?\n\n00:05.000 --> 00:07.000\n<v Bob Ortiz>All nig",
    "All nig",
    "2 speakers",
  ],
  [
    "talk.SRT",
    "1\r\n00:00:01,000 --> 00:00:04,000\r\nANN LEE: Did it rain?\r\n\r\n2\r\n00:00:05,000 --> 00:00:07,000\r\nBOB ORTIZ: All night, I think.\r\n\r\n",
    "All night",
    "2 speakers",
  ],
])) {
  test(`subtitles are opened, here ${name}`, async () => {
    const { page } = await open();
    await choose(page, { name, content });
    await waitForStatus(page, by);
    assert.equal(await box(page).inputValue(), content.replaceAll("\r\n", "\n"));
    await page.locator(".text mark", { hasText: words }).waitFor();
  });
}

test("the encoding that a page names is used", async () => {
  const { page } = await open();
  const content = Buffer.from(
    "<meta charset=windows-1251><p>“\xc4\xe0,” said Ann Lee.</p>".replaceAll(/[“”]/g, '"'),
    "latin1",
  );
  await choose(page, { name: "old.html", content });
  await waitForStatus(page, /1 quotation/);
  assert.equal(await box(page).inputValue(), '"Да," said Ann Lee.');
});

test("the article of a saved page is read, with its lists, block quotes, title and address; the rest is kept", async () => {
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
    <link rel="canonical" href="javascript:alert(1)"><div>“Buy this,” said Bob Ortiz.</div>
    <main>“It rained,” said Ann Lee.</main>`,
  });
  await waitForStatus(page, "1 quotation by 1 speaker");
  assert.equal(await box(page).inputValue(), "“Buy this,” said Bob Ortiz.\n\n“It rained,” said Ann Lee.");
  assert.deepEqual(await about(page), { title: "Rain", url: "https://paper.example/og" });
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
    "“story.docx” is not a text, subtitle, Markdown or HTML file",
    { name: "story.docx", content: "PK" },
  ],
  [
    "a binary file with the extension of a text",
    "“story.txt” is not a text",
    { name: "story.txt", content: "a\0b" },
  ],
  [
    "a file in an encoding that is not told",
    "“a.txt” is in an encoding that this page cannot tell",
    SHIFT_JIS,
  ],
  [
    "subtitles without words",
    "There is no text in “a.vtt”",
    { name: "a.vtt", content: "WEBVTT\n\n1\n00:01.000 --> 00" },
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
