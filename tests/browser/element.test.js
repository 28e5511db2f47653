/** `<quote-extractor>` in host pages. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "./support/suite.js";

/** @param {string} body */
const pageOf = (body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src 'self'">
    <title>A page</title>
    <link rel="icon" href="/www/icon.svg">
    <script type="module" src="/www/quote-extractor-element-define.js"></script>
  </head>
  <body>${body}</body>
</html>`;

const ARTICLE = `
  <article id="story">
    <h1>Rain</h1>
    <p>“The <em>river</em> rose
       in an hour,” said Ann Lee.</p>
    <p>“We lost the bridge,” said <a href="#bob">Bob Ortiz</a>.</p>
  </article>`;

const { open } = useBrowser({
  "/for": pageOf(`${ARTICLE}<quote-extractor for="story"></quote-extractor>`),
  "/missing": pageOf(`<quote-extractor for="nowhere"></quote-extractor>`),
  "/content": pageOf(
    `<quote-extractor><p>“It rained,” said Ann Lee.</p><p>“It snowed,” said Bob Ortiz.</p></quote-extractor>`,
  ),
  "/blank": `<!doctype html><html lang="en"><title>Blank</title><link rel="icon" href="/www/icon.svg"></html>`,
  "/empty": pageOf(`<quote-extractor kinds="direct nonsense" view="nonsense"></quote-extractor>`),
});

/** The texts of the highlights in the page, by their names. @param {import("playwright-core").Page} page */
const highlights = (page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].map(([name, highlight]) => [
        name,
        [...highlight].map((/** @type {any} */ part) => {
          const range = document.createRange();
          range.setStart(part.startContainer, part.startOffset);
          range.setEnd(part.endContainer, part.endOffset);
          return range.toString().replace(/\s+/g, " ");
        }),
      ]),
    ),
  );

test("for= marks the quotations of the page, changes none of its elements, and removes its marks", async () => {
  const { page } = await open("/for");
  await page.getByText("2 quotations by 2 speakers").waitFor();
  const article = page.locator("#story");
  assert.equal(await article.evaluate((element) => element.outerHTML), ARTICLE.trim());
  const marked = await highlights(page);
  assert.deepEqual(marked["quotes-verbatim"], ["The river rose in an hour,", "We lost the bridge,"]);
  assert.deepEqual(marked["quotes-speaker-1"], ["The river rose in an hour,"]);
  assert.deepEqual(marked["quotes-speaker-2"], ["We lost the bridge,"]);
  assert.equal(await page.getByRole("textbox").isVisible(), false);
  assert.equal(await page.getByRole("listitem").count(), 2);

  await page.locator("quote-extractor").evaluate((element) => element.remove());
  assert.deepEqual(await highlights(page), {});
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
  assert.equal(await article.evaluate((element) => element.outerHTML), ARTICLE.trim());
});

test("for= keeps the selection in the page and in the list the same", async () => {
  const { page } = await open("/for");
  await page.getByText("2 quotations by 2 speakers").waitFor();
  await page.getByRole("listitem").nth(1).click();
  assert.deepEqual((await highlights(page))["quotes-selected"], ["We lost the bridge,"]);
  await page.locator("#story em").click();
  await page.locator("li.selected", { hasText: "Ann Lee" }).waitFor();
  assert.deepEqual((await highlights(page))["quotes-selected"], ["The river rose in an hour,"]);
});

test("for= reads the text again when the page changes it", async () => {
  const { page } = await open("/for");
  await page.getByText("2 quotations by 2 speakers").waitFor();
  await page.locator("#story").evaluate((story) => story.lastElementChild?.remove());
  await page.getByText("1 quotation by 1 speaker").waitFor();
});

test("for= without an element of that id says so and sends quotes-error", async () => {
  const { page } = await open("/missing");
  await page.getByRole("alert").getByText("No element on this page has the id “nowhere”.").waitFor();
  const name = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const element = /** @type {any} */ (document.querySelector("quote-extractor"));
        element.addEventListener("quotes-error", (/** @type {any} */ event) => resolve(event.error.name));
        element.for = "nobody";
      }),
  );
  assert.equal(name, "NotFoundError");
});

test("text between the tags is read, and readers without scripts see it", async () => {
  const { page } = await open("/content");
  await page.getByText("2 quotations by 2 speakers").waitFor();
  assert.equal(await page.getByRole("textbox").isVisible(), false);
  assert.deepEqual(await page.locator("mark").allInnerTexts(), ["It rained,", "It snowed,"]);

  const plain = await open("/content", { javaScriptEnabled: false });
  assert.match(await plain.page.locator("body").innerText(), /“It rained,” said Ann Lee\./);
});

test("properties, method and events", async () => {
  const { page } = await open("/empty");
  const seen = await page.evaluate(async () => {
    const element = /** @type {import("../../www/quote-extractor-element.js").QuoteExtractorElement} */ (
      document.querySelector("quote-extractor")
    );
    await customElements.whenDefined("quote-extractor");
    const before = { kinds: element.kinds, view: element.view, report: element.report?.quotations.length };
    /** @type {any[]} */
    const events = [];
    for (const name of ["quotes-change", "quote-select"]) {
      document.addEventListener(name, (/** @type {any} */ event) =>
        events.push([name, event.constructor.name, event.text ?? event.speaker.name]),
      );
    }
    const report = await element.extract("“It rained,” said Ann Lee.\r\n");
    /** @type {any} */ (element.shadowRoot).querySelector("mark").click();
    element.kinds = ["mixed", "indirect"];
    element.view = "speakers";
    return {
      before,
      events,
      same: element.report === report,
      text: element.text,
      box: element.shadowRoot?.querySelector("textarea")?.value,
      said: report.quotations[0].text,
      attributes: [element.getAttribute("kinds"), element.getAttribute("view")],
    };
  });
  assert.deepEqual(seen.before.kinds, ["direct"]);
  assert.equal(seen.before.view, "all");
  assert.deepEqual(seen.events, [
    ["quotes-change", "QuotesChangeEvent", "“It rained,” said Ann Lee.\r\n"],
    ["quote-select", "QuoteSelectEvent", "Ann Lee"],
  ]);
  assert.equal(seen.same, true);
  assert.equal(seen.text, "“It rained,” said Ann Lee.\r\n");
  assert.equal(seen.box, "“It rained,” said Ann Lee.\n");
  assert.equal(seen.said, "It rained,");
  assert.deepEqual(seen.attributes, ["mixed indirect", "speakers"]);
});

test("importing the class registers nothing", async () => {
  const { page } = await open("/blank");
  const registered = await page.evaluate(async () => {
    await import(/** @type {any} */ ("/www/quote-extractor-element.js"));
    return customElements.get("quote-extractor") !== undefined;
  });
  assert.equal(registered, false);
});
