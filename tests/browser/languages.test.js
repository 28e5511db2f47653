/** The languages of the interface, in an element and in the page. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { strings as de } from "../../www/strings/de.js";
import { strings as en } from "../../www/strings/en.js";
import { pageWords } from "../../www/strings/page.js";
import { NEWS, useBrowser, waitForStatus } from "./support/suite.js";

/** @import { Page } from "playwright-core" */

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A quotation of each kind. */
const KINDS = `“The river rose in an hour,” said Ann Lee.

Bob Ortiz said the town “lost a bridge” that night.

According to Ortiz, the mill is gone.`;

/** Long enough to show its language, whatever the language around it. */
const ENGLISH =
  "“It rained all night, and nobody was there to help us when the river rose,” said Ann Lee, who has lived there for years.";

/** @param {string} body @param {string} [lang] */
const pageOf = (
  body,
  lang = "en",
) => `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>A page</title>
  <link rel="icon" href="/www/icon.svg"><script type="module" src="/www/quote-extractor-element-define.js"></script>
  <body>${body}</body></html>`;

const { open } = useBrowser({
  "/two": pageOf(
    `<quote-extractor id=a>${ENGLISH}</quote-extractor><quote-extractor id=b lang=de-CH>${ENGLISH}</quote-extractor>`,
  ),
  "/for": pageOf(
    "<article id=story lang=en-GB><p>“It rained,” said Ann Lee.</p></article><quote-extractor for=story></quote-extractor>",
    "de",
  ),
  "/plain": pageOf("<div id=german lang=de></div><div id=other lang=fr></div>"),
  "/own": pageOf("<quote-extractor>“It rained,” said Ann Lee.</quote-extractor>", "de-AT"),
});

/** Opens the page in German. @param {Parameters<typeof open>[1]} [options] */
async function openGerman(options) {
  const opened = await open("/?lang=de", options);
  await opened.page.getByRole("heading", { name: "Wer hat was gesagt?" }).waitFor();
  // The element waits for its words.
  await opened.page.getByRole("textbox", { name: de.boxLabel }).waitFor();
  return opened;
}

/** @param {Page} page @param {string} text */
async function pasteGerman(page, text) {
  await page.getByRole("textbox", { name: de.boxLabel }).focus();
  await page.keyboard.insertText(text);
}

/** How much wider the page is than the window, in CSS pixels. @param {Page} page */
const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The English strings that differ in German. @param {any} english @param {any} german @returns {string[]} */
function englishOnly(english, german) {
  if (typeof english === "string") return english !== german && english.length > 1 ? [english] : [];
  if (english === null || typeof english !== "object") return [];
  return Object.keys(english)
    .filter((key) => key !== "language")
    .flatMap((key) => englishOnly(english[key], german[key]));
}

/**
 * Everything in the page that a reader sees or hears, without the texts that are read.
 *
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
const said = (page) =>
  page.evaluate(() => {
    /** @type {string[]} */
    const found = [];
    /** @param {Node} node */
    const collect = (node) => {
      if (node instanceof Text) found.push(node.data.trim());
      if (node instanceof Element) {
        for (const name of ["aria-label", "title", "placeholder", "content"])
          found.push(node.getAttribute(name) ?? "");
        if (node.shadowRoot) collect(node.shadowRoot);
        if (
          node.matches(
            ".text-body, .said, .name, .role, .languages, [name='viewport'], [http-equiv], [name='color-scheme'], script, style",
          )
        )
          return;
      }
      node.childNodes.forEach(collect);
    };
    collect(document);
    return found.filter((words) => words !== "");
  });

/** @param {Page} page */
async function assertGerman(page) {
  const all = await said(page);
  assert.ok(all.length > 20);
  for (const english of englishOnly(en, de)) {
    const left = all.filter((words) => words === english || (english.length > 12 && words.includes(english)));
    assert.deepEqual(left, [], `“${english}” is English`);
  }
  assert.deepEqual(
    all.filter((words) =>
      /\b(the|of|and|your|speakers?|quotations?|words?)\b/.test(words.replace(/„[^“]*“/g, "")),
    ),
    [],
  );
}

test("the page finds and explains the quotations in German", async () => {
  const { page } = await openGerman();
  await assertGerman(page);
  await pasteGerman(page, KINDS);
  await waitForStatus(page, "3 Zitate aus 2 Quellen");
  const list = page.getByRole("region", { name: "Zitate" }).getByRole("listitem");
  assert.match(
    await list.nth(0).innerText(),
    /Ann Lee[^]*Wörtlich, [a-z ]+ \(\d+\u00A0%\)\s+Auf „said“ folgt das Subjekt „Ann Lee“\./,
  );
  assert.match(
    await list.nth(1).innerText(),
    /Bob Ortiz[^]*Gemischt, [^]*„Bob Ortiz“ ist das Subjekt zu „said“\./,
  );
  assert.match(await list.nth(2).innerText(), /Indirekt, [^]*„According to“ nennt „Ortiz“ als Quelle\./);
  const rows = page.getByRole("table", { name: "Quellen" }).getByRole("row");
  assert.equal(await rows.nth(1).getByRole("rowheader").innerText(), "2 Personen");
  assert.match(await rows.nth(2).getByRole("cell").last().innerText(), /^\d\d\u00A0%$/);
  await page.getByRole("button", { name: /^AL, Zitat 1: Ann Lee\. Wörtlich, .* Auf „said“ folgt/ }).click();
  await page.getByRole("group", { name: "Über dieses Zitat" }).waitFor();
  await assertGerman(page);
  await page.getByRole("button", { name: "Korrigieren …" }).first().click();
  await page.getByRole("dialog", { name: "Dieses Zitat korrigieren" }).waitFor();
  await assertGerman(page);
  await page.getByRole("combobox", { name: "Quelle", exact: true }).selectOption("Bob Ortiz");
  await page.getByRole("button", { name: "Speichern" }).click();
  await waitForStatus(page, "Korrigiert: „The river rose in an hour,“ ist von Bob Ortiz.");
  assert.match(await list.nth(0).innerText(), /Wörtlich, von Hand korrigiert\s+Von Hand so angegeben\./);
  await page.getByRole("button", { name: "Bob Ortiz ändern" }).click();
  await page.getByRole("dialog", { name: "Diese Quelle ändern" }).waitFor();
  await assertGerman(page);
});

test("German reasons say what spoke for the speaker, with corrections too, and the report stays English", async () => {
  const { page } = await openGerman();
  await pasteGerman(page, "“It rained,” said Ann Lee.\n\nShe said it “poured” for days.");
  await waitForStatus(page, "2 Zitate aus 1 Quelle");
  const list = page.getByRole("region", { name: "Zitate" }).getByRole("listitem");
  const reasons = () =>
    page.locator("quote-extractor").evaluate((element) => {
      const { report } = /** @type {import("../../www/quote-extractor-element.js").QuoteExtractorElement} */ (
        element
      );
      return report?.quotations.map(({ reason }) => reason);
    });
  assert.match(
    await list.nth(1).innerText(),
    /„She“ ist das Subjekt zu „said“\. Ann Lee wurde zuletzt zitiert\./,
  );
  assert.deepEqual(await reasons(), [
    "“said” is followed by its subject “Ann Lee”.",
    "“She” is the subject of “said”. Ann Lee was the last one quoted.",
  ]);
  await page.getByRole("button", { name: "Ann Lee ändern" }).click();
  await page.getByRole("textbox", { name: "Name der Quelle" }).fill("Dr. Ann Lee");
  await page.getByRole("button", { name: "Speichern" }).click();
  await waitForStatus(page, "Korrigiert: Ann Lee heißt Dr. Ann Lee.");
  assert.match(await list.nth(1).innerText(), /„said“\. Dr\. Ann Lee wurde zuletzt zitiert\./);
  await list.nth(0).locator(".who").click();
  await list.nth(0).getByRole("button", { name: "Korrigieren …" }).click();
  await page.getByRole("combobox", { name: "Quelle", exact: true }).selectOption("Quelle unbekannt");
  await page.getByRole("button", { name: "Speichern" }).click();
  await list.nth(0).getByText("Von Hand so angegeben.").waitFor();
  assert.deepEqual(await reasons(), [
    "You said so.",
    "“She” is the subject of “said”. Dr. Ann Lee was the last one quoted.",
  ]);
});

test("exports for readers are in German, and those for programs are not", async () => {
  const { page } = await openGerman({ permissions: ["clipboard-read", "clipboard-write"] });
  await pasteGerman(page, KINDS);
  await waitForStatus(page, "3 Zitate aus 2 Quellen");
  const copied = async () => {
    await page.getByRole("button", { name: "Kopieren", exact: true }).click();
    await page.getByText("Kopiert.").waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  assert.match(await copied(), /— Ann Lee \(wörtlich\)/);
  await page.getByRole("combobox", { name: "Exportieren als" }).selectOption("JSON");
  const json = JSON.parse(await copied());
  assert.equal(json.lang, "");
  assert.equal(json.quotations[0].kind, "direct");
  assert.match(json.quotations[0].reason, /is followed by its subject/);
  await page.locator(".list .who").nth(1).focus();
  await page.keyboard.press("Control+C");
  await page.waitForFunction(async () =>
    (await navigator.clipboard.readText()).includes("(wiedergegeben, nicht wörtlich)"),
  );
});

test("errors are in German", async () => {
  const { page, complaints } = await openGerman({
    prepare: (page) => page.context().route(/\.wasm$/, (route) => route.abort()),
  });
  await pasteGerman(page, NEWS);
  await page.getByRole("alert").getByText("Der Teil, der Texte liest, ließ sich nicht laden.").waitFor();
  await assertGerman(page);
  complaints.length = 0;
});

test("the language is switched in place and nothing is lost", async () => {
  const { page, requests } = await open();
  await page.getByRole("textbox", { name: en.boxLabel }).focus();
  await page.keyboard.insertText(NEWS);
  await waitForStatus(page, "3 quotations by 2 speakers");
  await page.getByRole("button", { name: en.aboutText.heading }).click();
  await page.getByLabel("Title").fill("The flood");
  await page.getByRole("listitem").nth(0).locator(".who").click();
  await page.getByRole("listitem").nth(0).getByRole("button", { name: "Correct…" }).click();
  await page.getByRole("button", { name: "Not a quotation" }).click();
  await waitForStatus(page, "2 quotations by 2 speakers");
  await page.locator(".speaker-filter").filter({ hasText: "Bob Ortiz" }).click();
  await page.getByText("1 of 2 quotations").waitFor();
  const before = requests.length;

  await page.getByRole("link", { name: "Deutsch" }).click();
  await waitForStatus(page, "2 Zitate aus 2 Quellen");
  await page.getByText("1 von 2 Zitaten").waitFor();
  assert.equal(await page.getByRole("textbox", { name: de.boxLabel }).inputValue(), NEWS);
  assert.equal(await page.getByLabel("Titel").inputValue(), "The flood");
  assert.equal(await page.title(), pageWords.de.title);
  assert.equal(await page.locator("html").getAttribute("lang"), "de");
  assert.equal(await page.getByRole("link", { name: "Deutsch" }).getAttribute("aria-current"), "true");
  assert.equal(await page.getByRole("link", { name: "English" }).getAttribute("aria-current"), null);
  assert.equal(new URL(page.url()).search, "?lang=de");
  await assertGerman(page);
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await waitForStatus(page, "3 Zitate aus 2 Quellen");

  await page.getByRole("link", { name: "English" }).click();
  await waitForStatus(page, "3 quotations by 2 speakers");
  await page.getByRole("heading", { name: "Who said what?" }).waitFor();
  await page.getByRole("button", { name: "Redo" }).click();
  await waitForStatus(page, "2 quotations by 2 speakers");
  await page.getByRole("button", { name: "Clear" }).click();
  await page.getByRole("link", { name: "Deutsch" }).click();
  await page.getByRole("button", { name: "Vorigen Text zurückholen" }).click();
  assert.equal(await page.getByRole("textbox", { name: de.boxLabel }).inputValue(), NEWS);
  // Chromium asks for the icon again when the address changes.
  assert.deepEqual(
    requests.slice(before).filter((url) => !url.endsWith("/icon.svg")),
    [],
  );
});

test("without a language in the address, the reader's preferred languages decide", async () => {
  for (const [locale, path, lang] of [
    ["de-AT", "/", "de"],
    ["fr-FR", "/", "en"],
    ["de-DE", "/?lang=en-GB", "en"],
    ["en-US", "/?lang=fr", "en"],
  ]) {
    const { page } = await open(path, { locale });
    await page.getByRole("link", { name: "English" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), lang, `${locale} ${path}`);
    await page.getByRole("button", { name: lang === "de" ? de.find : en.find }).waitFor();
  }
});

test("two elements of a page can have different languages", async () => {
  const { page } = await open("/two");
  await page.locator("#a").getByText("1 quotation by 1 speaker").waitFor();
  await page.locator("#b").getByText("1 Zitat aus 1 Quelle").waitFor();
  assert.equal(await page.locator("#a .frame").getAttribute("lang"), "en");
  assert.equal(await page.locator("#b .frame").getAttribute("lang"), "de");
  await page.locator("#a").evaluate((element) => element.setAttribute("lang", "de"));
  await page.locator("#a").getByText("1 Zitat aus 1 Quelle").waitFor();
  await page.locator("#a").evaluate((element) => element.removeAttribute("lang"));
  await page.locator("#a").getByText("1 quotation by 1 speaker").waitFor();
});

test("a text of the page has the language of its element, and a text in the box none", async () => {
  const { page } = await open("/for");
  await page.getByText("1 Zitat aus 1 Quelle").waitFor();
  assert.equal(await page.locator("blockquote.said").getAttribute("lang"), "en-GB");
  // The new interface removes the marks in the page and paints them again.
  await page.evaluate(() => (document.documentElement.lang = "en"));
  await page.getByText("1 quotation by 1 speaker").waitFor();
  assert.deepEqual(
    await page.evaluate(() => [...CSS.highlights].map(([name, { size }]) => `${name} ${size}`).sort()),
    ["quotes-speaker-1 1", "quotes-verbatim 1"],
  );
  await page.locator("quote-extractor").evaluate((element) => element.remove());
  assert.equal(await page.evaluate(() => CSS.highlights.size), 0);

  const own = await open("/own");
  // Few words are in the language around them.
  await own.page.getByText("Diese Version liest Englisch").waitFor();
  assert.equal(await own.page.locator(".text-body").getAttribute("lang"), "de-AT");

  const german = await openGerman();
  await pasteGerman(german.page, NEWS);
  await waitForStatus(german.page, "3 Zitate");
  assert.equal(await german.page.locator(".text-body").getAttribute("lang"), "");
  assert.equal(await german.page.locator(".said").first().getAttribute("lang"), "");
});

test("the nearest lang decides, also outside of a shadow tree, and again when the element is moved", async () => {
  const { page } = await open("/plain");
  await page.evaluate(async (text) => {
    await customElements.whenDefined("quote-extractor");
    const element = document.createElement("quote-extractor");
    element.text = text;
    const host = document.createElement("section");
    host.attachShadow({ mode: "open" }).append(element);
    document.querySelector("#german")?.append(host);
  }, NEWS);
  await page.getByText("3 Zitate aus 2 Quellen").waitFor();
  assert.equal(await page.getByRole("textbox", { name: de.boxLabel }).inputValue(), NEWS);
  // The interface has no French.
  await page.evaluate(() =>
    document.querySelector("#other")?.append(/** @type {Element} */ (document.querySelector("section"))),
  );
  await page.getByText("3 quotations by 2 speakers").waitFor();
  assert.equal(await page.getByRole("textbox", { name: en.boxLabel }).inputValue(), NEWS);
  assert.equal(await page.locator(".frame").count(), 1);
});

test("in German, too, everything fits a small screen and passes the rules of axe", async () => {
  const { page } = await openGerman({ viewport: { width: 320, height: 640 } });
  const violations = async () => {
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const results = await /** @type {any} */ (window).axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      });
      return results.violations.map(
        (/** @type {any} */ { id, nodes }) =>
          `${id}: ${nodes.map((/** @type {any} */ node) => node.target.join(" ")).join(", ")}`,
      );
    });
  };
  assert.equal(await overflow(page), 0);
  assert.deepEqual(await violations(), []);
  await page.getByRole("button", { name: pageWords.de.sample }).click();
  await waitForStatus(page, /\d\d Zitate aus/);
  assert.equal(await overflow(page), 0);
  await page.locator("mark").nth(2).click();
  await page.getByRole("group", { name: "Über dieses Zitat" }).waitFor();
  assert.equal(await overflow(page), 0);
  assert.deepEqual(await violations(), []);
  await page.getByRole("button", { name: "Zitat hinzufügen …" }).click();
  await page.getByRole("dialog").waitFor();
  assert.equal(
    await page.getByRole("dialog").evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth),
    0,
  );
  assert.deepEqual(await violations(), []);
});
