/**
 * Markup that tries to run code goes through every input and every export, in a page with our policy and in a
 * page without any: none of it runs, and none of it requests anything.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
// @ts-expect-error: it has no types
import * as commonmark from "commonmark";
import { parse } from "csv-parse/sync";
import { extract } from "quote-extractor";
import { FORMATS } from "../../www/export/formats.js";
import { stringsFor } from "../../www/strings/strings-for.js";
import { MORE, PAYLOADS, ran, SAID, watch } from "./support/payloads.js";
import { box, paste, useBrowser, waitForStatus } from "./support/suite.js";

/** @import { Page } from "playwright-core" */
/** @import { ExportDocument } from "../../www/types.js" */

const DEFINE = `<link rel="icon" href="/www/icon.svg"><script type="module" src="/www/quote-extractor-element-define.js"></script>`;
/** @param {string} body @param {string} [head] */
const pageOf = (body, head = DEFINE) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head><body>${body}</body></html>`;

/** A document in which every string is a payload. @returns {Promise<ExportDocument>} */
async function pwnedDocument() {
  const report = await extract(SAID);
  const speakers = PAYLOADS.map((name) => ({
    name,
    role: name,
    kind: /** @type {const} */ ("person"),
    mentions: [],
  }));
  const quotations = report.quotations.map((quotation, index) => ({
    ...quotation,
    speaker: index % speakers.length,
    reason: PAYLOADS[index % speakers.length],
  }));
  return {
    title: PAYLOADS.join(" "),
    text: SAID,
    url: "https://news.example/?<script>pwned(1)</script>",
    lang: "en",
    report: { ...report, quotations, speakers },
  };
}
const written = await pwnedDocument();
const strings = stringsFor("en");
/** @param {keyof typeof FORMATS} format */
const write = (format) => FORMATS[format].write(written, strings);
const ICON = `<link rel="icon" href="data:,">`;

const { open } = useBrowser({
  // A page without a policy.
  "/bare": pageOf("<quote-extractor></quote-extractor>"),
  "/story": pageOf(`<article id="story"></article><quote-extractor></quote-extractor>`),
  "/markdown": pageOf(
    new commonmark.HtmlRenderer().render(new commonmark.Parser().parse(write("markdown"))),
    ICON,
  ),
  "/links": pageOf(new commonmark.HtmlRenderer().render(new commonmark.Parser().parse(write("links"))), ICON),
  "/annotations": pageOf(
    "<p>After</p>",
    `${ICON}<script type="application/ld+json">${write("annotations")}</script>`,
  ),
  "/tei": pageOf(`<iframe src="/tei.xml"></iframe>`, ICON),
});

/** @typedef {Awaited<ReturnType<ReturnType<typeof useBrowser>["open"]>>} Opened */

/** @param {string} path */
const watched = (path) => open(path, { prepare: watch });

/** Checks that nothing has run, and that nothing in the shadow tree could. @param {Opened} opened */
async function assertSafe(opened) {
  const { page } = opened;
  const live = await page.evaluate(() => {
    const all = [...(document.querySelector("quote-extractor")?.shadowRoot?.querySelectorAll("*") ?? [])];
    return all.flatMap((element) => [
      ...(/^(?:script|img|iframe|object|embed|link|meta|base|style|math|template|video|audio)$/i.test(
        element.localName,
      )
        ? [element.outerHTML]
        : []),
      ...[...element.attributes]
        .filter(
          ({ name, value }) => /^on|^srcdoc$/.test(name) || /^\s*(?:javascript|data|vbscript):/i.test(value),
        )
        .map(({ name, value }) => `${name}=${value}`),
    ]);
  });
  assert.deepEqual(live, []);
  assert.deepEqual(await ran(opened), []);
}

/** Pastes HTML as from a web page. @param {Page} page @param {string} html */
const pasteHtml = (page, html) =>
  page.evaluate((html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", "plain");
    const input = /** @type {HTMLTextAreaElement} */ (
      document.querySelector("quote-extractor")?.shadowRoot?.querySelector("textarea")
    );
    input.focus();
    input.select();
    input.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, html);

/** Opens a file with the button. @param {Page} page @param {string} name @param {string} content */
async function openFile(page, name, content) {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Open a file…" }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
}

test("the corpus does run in a page that trusts it", async () => {
  const opened = await watched("/bare");
  await opened.page.evaluate(
    (payloads) => {
      const place = document.body.appendChild(document.createElement("div"));
      for (const payload of payloads) place.insertAdjacentHTML("beforeend", payload);
    },
    PAYLOADS.slice(0, 40),
  );
  assert.ok((await ran(opened)).length > 5, "nothing ran, so these tests prove nothing");
  opened.complaints.length = 0;
});

for (const path of ["/", "/bare"]) {
  const where = path === "/" ? "under our policy" : "without a policy";

  test(`${where}: pasted as plain text`, async () => {
    const opened = await watched(path);
    await paste(opened.page, SAID);
    await waitForStatus(opened.page, /\d+ quotations by/);
    assert.equal(await box(opened.page).inputValue(), SAID);
    // Opens every card.
    for (const sign of await opened.page.locator(".text .sign").all())
      await sign.evaluate((button) => /** @type {HTMLElement} */ (button).click());
    await assertSafe(opened);
  });

  test(`${where}: pasted as a web page, one by one and together`, async () => {
    const opened = await watched(path);
    for (const payload of PAYLOADS)
      await pasteHtml(
        opened.page,
        `<p>“It rained,” said Ann Lee.</p>${payload}<p title='${payload}'>“It snowed,” said Bob Ortiz.</p>`,
      );
    await pasteHtml(
      opened.page,
      `<p>“It rained,” said Ann Lee.</p>${PAYLOADS.map((payload) => `<p>${payload}</p>`).join("")}`,
    );
    await waitForStatus(opened.page, /\d+ quotations?/);
    await assertSafe(opened);
  });

  test(`${where}: from files`, async () => {
    const opened = await watched(path);
    const { page } = opened;
    await openFile(page, "<img src=x onerror=pwned(1)>", "x");
    await page.getByText("is not a text, subtitle, Markdown or HTML file").waitFor();
    await page.evaluate(async (payloads) => {
      const { readFile } = /** @type {typeof import("../../www/input/read-file.js")} */ (
        await import(/** @type {any} */ ("/www/input/read-file.js"))
      );
      const { strings } = /** @type {typeof import("../../www/strings/en.js")} */ (
        await import(/** @type {any} */ ("/www/strings/en.js"))
      );
      for (const payload of payloads) {
        const page = `<title>${payload}</title><link rel=canonical href="${payload}"><meta property="og:url" content='${payload}'><p>“It rained,” said Ann Lee.</p><h1>${payload}</h1>${payload}`;
        const read = await readFile(new File([page], "page.html"), strings);
        /** @type {any} */ (document.querySelector("quote-extractor")).text =
          read.text + read.title + read.url;
      }
    }, PAYLOADS);
    await waitForStatus(page, /\d+ quotations? by/);
    for (const name of ["pwned.html", "pwned.md", "pwned.txt", "<img src=x onerror=pwned(1)>.txt"]) {
      await openFile(page, name, `${SAID}\n\n${name} <p>“It rained,” said Ann Lee.</p>`);
      await page.getByText(`Opened “${name}”.`).waitFor();
      await waitForStatus(page, /\d+ quotations? by/);
    }
    await assertSafe(opened);
  });

  test(`${where}: as property, title, address and names of speakers`, async () => {
    const opened = await watched(path);
    const { page } = opened;
    await page.evaluate(
      (text) => /** @type {any} */ (document.querySelector("quote-extractor")).extract(text),
      SAID,
    );
    await page.getByText("About this text").click();
    for (const payload of PAYLOADS) {
      await page.getByLabel("Title").fill(payload);
      await page.getByLabel("Source address (URL)").fill(payload);
      await page.getByLabel("Source address (URL)").press("Tab");
    }
    assert.deepEqual(
      await page.evaluate(() =>
        /^(?!https?:|$)/.test(/** @type {any} */ (document.querySelector("quote-extractor")).about.url),
      ),
      false,
    );
    await page.getByRole("searchbox").fill(PAYLOADS[0]);
    await page.getByRole("searchbox").fill("");
    for (const payload of PAYLOADS.slice(0, 20)) {
      await page.locator(".edit-speaker").first().click();
      await page.getByRole("dialog").getByLabel("Name").fill(payload);
      await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
      await page.locator(".undo-bar").waitFor();
    }
    await assertSafe(opened);
  });
}

test("as text between the tags, as the text of a page, as the value of “for”", async () => {
  const opened = await watched("/story");
  const { page } = opened;
  await page.evaluate((text) => {
    const element = /** @type {any} */ (document.querySelector("quote-extractor"));
    element.textContent = text;
    element.remove();
    document.body.append(element);
  }, SAID);
  await page
    .getByText(/\d+ quotations by/)
    .first()
    .waitFor();
  await assertSafe(opened);
  await page.evaluate(
    ([more, ...payloads]) => {
      const story = /** @type {HTMLElement} */ (document.querySelector("#story"));
      for (const payload of payloads)
        story.append(
          Object.assign(document.createElement("p"), {
            textContent: `“${payload}” said Bob Ortiz, ${more}.`,
          }),
        );
      /** @type {any} */ (document.querySelector("quote-extractor")).for = "story";
    },
    [MORE, ...PAYLOADS],
  );
  await page.locator(".list").getByText("Bob Ortiz").first().waitFor();
  await assertSafe(opened);
  for (const payload of PAYLOADS)
    await page.evaluate((id) => document.querySelector("quote-extractor")?.setAttribute("for", id), payload);
  await page.getByText(`No element on this page has the id “${PAYLOADS.at(-1)}”.`).waitFor();
  await assertSafe(opened);
});

for (const path of ["/markdown", "/links", "/annotations", "/tei"]) {
  test(`as ${path.slice(1)} opened in a browser`, async () => {
    const opened = await open(path, {
      prepare: async (page) => {
        await watch(page);
        await page.route("**/tei.xml", (route) =>
          route.fulfill({ body: write("tei"), contentType: "application/xml" }),
        );
      },
    });
    // A reader may click any link.
    await opened.page.evaluate(() => {
      for (const link of document.querySelectorAll("body a"))
        if (link instanceof HTMLAnchorElement && !/^https?:/.test(link.href)) link.click();
    });
    assert.deepEqual(await ran(opened), []);
    if (path === "/tei")
      assert.equal(await opened.page.frames()[1].evaluate(() => document.documentElement.localName), "TEI");
  });
}

test("as CSV no cell is a formula, and JSON gives the same text back", () => {
  /** @type {string[][]} */
  const rows = parse(write("csv").replace(/^\uFEFF/, ""), { record_delimiter: "\r\n" });
  assert.ok(rows.length > PAYLOADS.length / 2);
  for (const cell of rows.flat()) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
  assert.equal(JSON.parse(write("json")).text, SAID);
  assert.doesNotMatch(write("annotations"), /</);
});
