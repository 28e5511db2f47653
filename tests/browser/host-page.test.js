/** What a publisher may rely on: the page around `<quote-extractor>` stays as it is. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "./support/suite.js";

/** @import { Page } from "playwright-core" */

const DEFINE = `<script type="module" src="/www/quote-extractor-element-define.js"></script>`;

/** @param {string} body @param {string} [head] */
const pageOf = (body, head = DEFINE) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>A page</title>
    <link rel="icon" href="/www/icon.svg">
    ${head}
  </head>
  <body>${body}</body>
</html>`;

const STORY = `<article id="story" class="a b" data-x="1">
    <h1>Rain</h1>
    <p style="color: rgb(10, 20, 30)">“The <em>river</em> rose
       in an hour,” said Ann Lee.</p>
    <p>“We lost the bridge,” said <a href="#bob">Bob Ortiz</a>.</p>
  </article>`;
const READER = `<quote-extractor for="story"></quote-extractor>`;
const PARAGRAPHS = Array.from({ length: 80 }, (_, i) => `The rain went on for day ${i + 1} and nobody came.`);
const OWN_SHEET = `<script type="module">
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("p { margin-top: 7px } ::highlight(mine) { color: red }");
  document.adoptedStyleSheets = [sheet];
  const range = document.createRange();
  range.selectNodeContents(document.querySelector("#story h1"));
  CSS.highlights.set("mine", new Highlight(range));
</script>`;
const HOSTILE = `<style>
  * { all: unset !important; --ink: red; --line: red; --base: 50px; }
  body, body * {
    font: italic 90px/3 fantasy !important; letter-spacing: 1em !important; text-transform: uppercase !important;
    text-indent: 4em !important; word-spacing: 2em !important; text-shadow: 2px 2px red !important; color: red !important;
    text-align: right !important; white-space: nowrap !important; cursor: none !important;
  }
  button, select, mark, li, table, .frame, .who { display: none !important; }
</style>`;

const { open } = useBrowser({
  "/story": pageOf(`<p id="plain">Outside.</p>${STORY}${READER}`),
  "/own": pageOf(`${STORY}${READER}`, OWN_SHEET + DEFINE),
  "/calm": pageOf(`<style>html { font-size: 16px }</style>${STORY}${READER}`),
  "/hostile": pageOf(`${STORY}${READER}`, HOSTILE + DEFINE),
  "/names": pageOf(
    `<style>:root { --line: rgb(1, 2, 3) } quote-extractor { --quotes-line: var(--line) }</style>${STORY}${READER}`,
  ),
  "/two": pageOf(`${STORY}${READER}<quote-extractor for="story" view="speakers"></quote-extractor>`),
  "/several": pageOf(
    `${STORY}${READER}<quote-extractor>“It snowed,” said Cy Dale.</quote-extractor><quote-extractor><p>“It froze,” said Di Eng.</p></quote-extractor>`,
  ),
  "/own-text": pageOf(`<quote-extractor><p>“It rained,” said Ann Lee.</p></quote-extractor>`),
  "/bare": pageOf(STORY),
  "/late": pageOf(STORY, ""),
  "/long": pageOf(
    `<article id="story">${PARAGRAPHS.join("<br>")}<br>“We lost the bridge,” said Bob Ortiz.<br>${PARAGRAPHS.join("<br>")}</article>${READER}`,
  ),
});

/** @param {Page} page @param {string} [text] */
const summary = (page, text = "2 quotations by 2 speakers") => page.getByText(text).first().waitFor();

/** The whole page without the element. @param {Page} page */
const serialised = (page) =>
  page.evaluate(() => {
    const copy = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
    for (const element of copy.querySelectorAll("quote-extractor")) element.remove();
    return copy.outerHTML;
  });

/** Sheets and highlights, with the number of ranges of each. @param {Page} page */
const painted = (page) =>
  page.evaluate(() => ({
    sheets: document.adoptedStyleSheets.map((sheet) => sheet.cssRules[0].cssText),
    highlights: [...CSS.highlights].map(([name, { size }]) => [name, size]),
  }));

/** The computed style of everything that is the page's. @param {Page} page */
const styles = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("html, body, #story, #story *, #plain")].map((element) =>
      [...getComputedStyle(element)]
        // The element takes room in the page, so heights change with it.
        .filter((name) => !/^(height|block-size|perspective-origin|transform-origin)$/.test(name))
        .map((name) => `${element.tagName} ${name}: ${getComputedStyle(element).getPropertyValue(name)}`),
    ),
  );

/** @param {Page} page */
const removeAll = (page) =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll("quote-extractor")) element.remove();
  });

test("the page's document is the same before, while marked, while selected, and after removal", async () => {
  const { page, complaints } = await open("/story", {
    prepare: (page) => page.context().route(/-define\.js$/, (route) => route.abort()),
  });
  complaints.length = 0;
  const before = await serialised(page);
  const marked = await open("/story");
  await summary(marked.page);
  assert.equal(await serialised(marked.page), before);
  await marked.page.locator("#story em").click();
  await marked.page.getByRole("group", { name: "About this quotation" }).waitFor();
  assert.equal(await serialised(marked.page), before);
  await removeAll(marked.page);
  assert.equal(await serialised(marked.page), before);
  assert.match(before, /class="a b" data-x="1"/);
});

test("the page's own style sheets and highlights stay when the element is removed", async () => {
  const { page } = await open("/own");
  await summary(page);
  await page.locator("#story em").click();
  const during = await painted(page);
  assert.equal(during.sheets.length, 2);
  assert.ok(during.highlights.some(([name]) => name === "quotes-selected"));
  await removeAll(page);
  assert.deepEqual(await painted(page), { sheets: ["p { margin-top: 7px; }"], highlights: [["mine", 1]] });
});

test("no style of the element reaches the page", async () => {
  const { page } = await open("/story");
  await summary(page);
  await page.locator("#story em").click();
  const during = await styles(page);
  await page.mouse.move(1, 1);
  await removeAll(page);
  assert.deepEqual(during, await styles(page));
  assert.ok(during.flat().includes("P color: rgb(10, 20, 30)"));
});

test("a hostile style sheet of the page does not change the element", async () => {
  /** @param {string} path */
  const look = async (path) => {
    const { page } = await open(path);
    await page.waitForFunction(
      () => /** @type {any} */ (document.querySelector("quote-extractor"))?.report?.quotations.length === 2,
    );
    await page
      .getByRole("region", { name: "Quotations" })
      .getByRole("button", { name: /^Bob Ortiz/ })
      .waitFor();
    return page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("quote-extractor")?.shadowRoot);
      const names = [
        "display",
        "font-family",
        "font-style",
        "letter-spacing",
        "text-transform",
        "text-indent",
        "word-spacing",
        "text-shadow",
        "color",
        "text-align",
        "white-space",
        "cursor",
        "border-bottom-color",
        "line-height",
        "font-size",
      ];
      return [".frame", ".status", "button", ".who", "li", ".said", "table", "h2"].map((selector) => {
        const style = getComputedStyle(/** @type {Element} */ (root.querySelector(selector)));
        return [selector, ...names.map((name) => `${name}: ${style.getPropertyValue(name)}`)];
      });
    });
  };
  // A page decides how large 1rem is. The hostile page has the browser's default, so the calm page sets it.
  assert.deepEqual(await look("/hostile"), await look("/calm"));
});

test("a page may pass on custom properties that have the same names as the element's own", async () => {
  const { page } = await open("/names");
  await summary(page);
  const color = await page
    .getByRole("listitem")
    .first()
    .evaluate((item) => getComputedStyle(item).borderBottomColor);
  assert.equal(color, "rgb(1, 2, 3)");
});

test("several elements share one worker", async () => {
  const { page } = await open("/several", {
    prepare: (page) =>
      page.addInitScript(() => {
        const Original = Worker;
        /** @type {any} */ (window).started = 0;
        window.Worker = class extends Original {
          /** @param {ConstructorParameters<typeof Worker>} parts */
          constructor(...parts) {
            super(...parts);
            /** @type {any} */ (window).started += 1;
          }
        };
      }),
  });
  await summary(page);
  await page.getByText("1 quotation by 1 speaker").nth(1).waitFor();
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).started), 1);
});

test("the element follows what the page changes: words, paragraphs, and the whole article", async () => {
  const { page } = await open("/story");
  await summary(page);
  const list = page.getByRole("list").last();
  await page.evaluate(() => {
    const em = document.querySelector("#story em")?.firstChild;
    if (em) em.nodeValue = "brook";
  });
  await list.getByText("The brook rose in an hour,").waitFor();
  await page.evaluate(() => {
    const added = document.createElement("p");
    added.textContent = "“It snowed,” said Cy Dale.";
    document.querySelector("#story")?.append(added);
  });
  await summary(page, "3 quotations by 3 speakers");
  await page.evaluate(() => {
    const other = document.createElement("section");
    other.id = "story";
    other.textContent = "“It froze,” said Di Eng.";
    document.querySelector("#story")?.replaceWith(other);
  });
  await summary(page, "1 quotation by 1 speaker");
  await list.getByText("It froze,").waitFor();
  await page.evaluate(() => document.querySelector("#story")?.remove());
  await page.getByRole("alert").getByText("No element on this page has the id “story”.").waitFor();
  assert.deepEqual((await painted(page)).highlights, []);
  await page.evaluate(() => {
    const again = document.createElement("p");
    again.id = "story";
    again.textContent = "“It thawed,” said Ed Fox.";
    document.body.append(again);
  });
  await list.getByText("It thawed,").waitFor();
});

test("text and element inside one shadow root", async () => {
  const { page } = await open("/bare");
  await page.evaluate(() => {
    const host = document.createElement("div");
    document.body.append(host);
    const root = host.attachShadow({ mode: "open" });
    const story = /** @type {Element} */ (document.querySelector("#story"));
    const reader = document.createElement("quote-extractor");
    reader.setAttribute("for", "story");
    root.append(story, reader);
  });
  await summary(page);
  await page.locator("#story em").click();
  await page.getByRole("group", { name: "About this quotation" }).getByText("Ann Lee").first().waitFor();
  const sheets = () =>
    page.evaluate(() => [
      document.adoptedStyleSheets.length,
      document.querySelector("div")?.shadowRoot?.adoptedStyleSheets.length,
    ]);
  assert.deepEqual(await sheets(), [0, 1]);
  await page.evaluate(() =>
    document.querySelector("div")?.shadowRoot?.querySelector("quote-extractor")?.remove(),
  );
  assert.deepEqual(await sheets(), [0, 0]);
  assert.deepEqual((await painted(page)).highlights, []);
});

test("text between the tags is visible without scripts, and read with them", async () => {
  const plain = await open("/own-text", { javaScriptEnabled: false });
  assert.ok(await plain.page.getByText("“It rained,” said Ann Lee.").isVisible());
  const { page } = await open("/own-text");
  await summary(page, "1 quotation by 1 speaker");
  assert.deepEqual(await page.locator("mark").allInnerTexts(), ["It rained,"]);
});

test("an element that is moved in the page keeps its marks, and does not double them", async () => {
  const { page } = await open("/story");
  await summary(page);
  const before = await painted(page);
  await page.evaluate(() =>
    document.body.prepend(/** @type {Element} */ (document.querySelector("quote-extractor"))),
  );
  await page.waitForFunction(() => CSS.highlights.has("quotes-verbatim"));
  assert.deepEqual(await painted(page), before);
});

test("an element that is removed before its result arrives marks nothing", async () => {
  const { page } = await open("/bare");
  const changes = await page.evaluate(async () => {
    let changes = 0;
    document.addEventListener("quotes-change", () => (changes += 1));
    const [first, second] = ["story", "story"].map((id) => {
      const element = document.createElement("quote-extractor");
      element.setAttribute("for", id);
      return element;
    });
    document.body.append(first);
    first.remove();
    // The second one is answered after the first one would have been.
    document.body.append(second);
    await new Promise((resolve) => second.addEventListener("quotes-change", resolve));
    second.remove();
    return changes;
  });
  assert.equal(changes, 1);
  assert.deepEqual(await painted(page), { sheets: [], highlights: [] });
});

test("properties set before the class is registered take effect afterwards", async () => {
  const { page } = await open("/late");
  const seen = await page.evaluate(async () => {
    const element = /** @type {any} */ (document.createElement("quote-extractor"));
    element.for = "story";
    element.kinds = ["direct"];
    element.view = "quotations";
    document.body.append(element);
    await import(/** @type {any} */ ("/www/quote-extractor-element-define.js"));
    return ["for", "kinds", "view"].map((name) => element.getAttribute(name));
  });
  assert.deepEqual(seen, ["story", "direct", "quotations"]);
  await summary(page);
});

test("two elements for one text show one card; when one is removed, the other keeps its marks", async () => {
  const { page } = await open("/two");
  await page.waitForFunction(() => CSS.highlights.get("quotes-verbatim")?.size === 4);
  await page.locator("#story em").click();
  await page.getByRole("group", { name: "About this quotation" }).waitFor();
  assert.equal(await page.getByRole("group", { name: "About this quotation" }).count(), 1);
  await page.evaluate(() => document.querySelector("quote-extractor")?.remove());
  const left = await painted(page);
  assert.equal(left.sheets.length, 1);
  assert.ok(left.highlights.some(([name]) => name === "quotes-verbatim"));
  await removeAll(page);
  assert.deepEqual(await painted(page), { sheets: [], highlights: [] });
});

test("the list scrolls to a quotation by keyboard, even in a paragraph of many screens", async () => {
  const { page } = await open("/long", { reducedMotion: "reduce" });
  await summary(page, "1 quotation by 1 speaker");
  await page
    .getByRole("region", { name: "Quotations" })
    .getByRole("button", { name: /^Bob Ortiz/ })
    .focus();
  await page.keyboard.press("Enter");
  const seen = await page.evaluate(() => {
    const [range] = [...(CSS.highlights.get("quotes-selected") ?? [])];
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const { top, bottom } = live.getBoundingClientRect();
    return top > 0 && bottom < innerHeight;
  });
  assert.equal(seen, true);
});
