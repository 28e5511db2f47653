/** The export formats, each read by tools that were made for it. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
// @ts-expect-error: its types are not found with the resolution of Node.js
import { textPositionSelectorMatcher, textQuoteSelectorMatcher } from "@apache-annotator/selector";
// @ts-expect-error: it has no types
import * as commonmark from "commonmark";
import { parse } from "csv-parse/sync";
import { extract } from "quote-extractor";
import { validateXML } from "xmllint-wasm";
import { toAnnotations } from "../../www/export/annotations.js";
import { toCitation } from "../../www/export/citation.js";
import { toCsv } from "../../www/export/csv.js";
import { fileName } from "../../www/export/download.js";
import { toJson } from "../../www/export/json.js";
import { toLinks, toMarkdown } from "../../www/export/markdown.js";
import { toTei } from "../../www/export/tei.js";
import { fragmentLink } from "../../www/export/text-fragment.js";
import { sampleArticle } from "../../www/page/sample-article.js";
import { emptyReport } from "../../www/report/empty-report.js";
import { ADDRESS, HOSTILE, hostileDocument, sampleDocument } from "./support/export-documents.js";
import { expand } from "./support/result-rows.js";
import { useBrowser } from "./support/suite.js";

/** @typedef {import("../../www/types.js").ExportDocument} ExportDocument */

/** A text as a web page, with paragraphs a screen apart. @param {string} text */
const webPage = (text) =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><style>p { margin-bottom: 150vh }</style>
  ${text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`)
    .join("\n")}`;

const HARD = `The well-known mill (1974) stood by the river, and “yes, no & maybe – 100% #1 + more?” said Ann Lee.

“We lost the bridge,” said Ann Lee.

“We lost the bridge,” said Bob Ortiz, “and the mill.”

“${"All of it was gone before anybody knew. ".repeat(8)}Then came - as it does - the sun,” said Ann Lee.

“東京都の橋は古い 🌧️ e\u0301t,” said Bob Ortiz.`;

const { open } = useBrowser({ "/ferry.html": webPage(sampleArticle.text), "/hard.html": webPage(HARD) });

/** @param {string} name */
const fixture = (name) => readFile(new URL(`../fixtures/${name}`, import.meta.url), "utf8");

/** Both documents, with and without an address. */
const documents = async () => [
  await sampleDocument(),
  await sampleDocument(""),
  hostileDocument(),
  hostileDocument("javascript:alert(1)"),
];

test("CSV is read back by a parser, and no cell is a formula", async () => {
  for (const document of await documents()) {
    /** @type {Record<string, string>[]} */
    const rows = parse(toCsv(document), { columns: true, record_delimiter: "\r\n" });
    assert.equal(rows.length, document.report.quotations.length);
    rows.forEach((row, index) => {
      const quotation = document.report.quotations[index];
      assert.equal(row.text.replace(/^'/, ""), quotation.text.toWellFormed());
      const name = quotation.speaker === null ? "" : document.report.speakers[quotation.speaker].name;
      assert.equal(row.speaker.replace(/^'/, ""), name.toWellFormed());
      assert.equal(Number(row.confidence), quotation.confidence);
      assert.equal(
        document.text.slice(Number(row.start), Number(row.end)),
        document.text.slice(quotation.content[0].start, quotation.content.at(-1)?.end),
      );
      for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^\s*[=+\-@]/);
    });
  }
  assert.equal(parse(toCsv(hostileDocument()))[1][5], `'${HOSTILE[0]}`);
});

test("CSV writes each cell as the command line does", async () => {
  const cells = JSON.parse(await fixture("csv-cells.json"));
  assert.ok(cells.length > 0);
  for (const { about, text, cell } of cells) {
    const span = { start: 0, end: text.length };
    /** @type {ExportDocument["report"]["quotations"][number]} */
    const quotation = {
      kind: "direct",
      text,
      content: [span],
      verbatim: [span],
      cue: null,
      source: null,
      speaker: null,
      confidence: 1,
      rule: "turn",
      reason: "",
    };
    const table = toCsv({ ...empty, text, report: { ...emptyReport(), quotations: [quotation] } });
    const row = table.slice(table.indexOf("\r\n") + 2);
    assert.ok(row.startsWith(`1,direct,,,,${cell},0,${text.length},`), `${about}: ${JSON.stringify(row)}`);
  }
});

test("JSON contains the text of its offsets, and no lone surrogates", async () => {
  for (const document of await documents()) {
    const json = toJson(document);
    assert.doesNotMatch(json, /\\ud[89a-f]/i);
    const { text, ...written } = JSON.parse(json);
    const { title, url, lang, offsets, quotations, speakers } = written;
    assert.equal(
      Object.keys(written).join(" "),
      "title url lang offsets reading form blocks quotations speakers",
    );
    assert.equal(title, document.title);
    assert.equal(lang, document.lang);
    assert.equal(url, document.url);
    assert.equal(text, document.text.toWellFormed());
    assert.equal(offsets, "utf-16");
    assert.equal(speakers.length, document.report.speakers.length);
    for (const field of /** @type {const} */ (["reading", "form", "blocks"]))
      assert.deepEqual(written[field], document.report[field]);
    for (const { content, text: said } of quotations) {
      assert.equal(
        content.map((/** @type {any} */ { start, end }) => text.slice(start, end)).join(" "),
        said,
      );
    }
  }
});

test("JSON-LD expands to annotations, and every term is defined", async () => {
  const oa = "http://www.w3.org/ns/oa#";
  const schema = "http://schema.org/";
  for (const document of await documents()) {
    const [page] = await expand(toAnnotations(document));
    const annotations = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"];
    assert.equal(annotations.length, document.report.quotations.length);
    const people = new Map(page[`${schema}mentions`].map((/** @type {any} */ one) => [one["@id"], one]));
    annotations.forEach((/** @type {any} */ annotation, /** @type {number} */ index) => {
      const quotation = document.report.quotations[index];
      assert.deepEqual(annotation["@type"], [`${oa}Annotation`]);
      const [body, kind] = annotation[`${oa}hasBody`];
      assert.deepEqual(body["@type"], [`${schema}Quotation`]);
      assert.equal(body[`${schema}text`][0]["@value"], quotation.text.toWellFormed());
      assert.equal(kind["http://www.w3.org/1999/02/22-rdf-syntax-ns#value"][0]["@value"], quotation.kind);
      if (quotation.speaker === null) {
        assert.equal(body[`${schema}spokenByCharacter`], undefined);
      } else {
        const speaker = document.report.speakers[quotation.speaker];
        const named = people.get(body[`${schema}spokenByCharacter`][0]["@id"]);
        assert.equal(named[`${schema}name`][0]["@value"], speaker.name.toWellFormed());
        assert.match(named["@type"][0], /^http:\/\/schema\.org\/(Person|Organization)$/);
        assert.equal(
          body[`${schema}additionalProperty`][0][`${schema}value`][0]["@value"],
          quotation.confidence,
        );
      }
      assert.equal(annotation[`${oa}hasTarget`].length, quotation.content.length);
      const source = annotation[`${oa}hasTarget`][0][`${oa}hasSource`][0]["@id"];
      assert.equal(source, document.url === ADDRESS ? ADDRESS : "https://reader.example/file#text");
    });
    assert.equal(JSON.stringify(page).includes('javascript:alert(1)"}'), false);
  }
});

/** A text as a single chunk, for the matchers of Apache Annotator. @param {string} text */
function chunkerOf(text) {
  const chunk = { data: text };
  return {
    currentChunk: chunk,
    nextChunk: () => null,
    previousChunk: () => null,
    precedesCurrentChunk: () => false,
  };
}

test("another implementation finds the same words by the selectors", async () => {
  for (const document of await documents()) {
    const {
      "schema:about": { value: text },
      items,
    } = JSON.parse(toAnnotations(document));
    for (const [index, { target }] of items.entries()) {
      for (const [segment, { selector }] of target.entries()) {
        const { start, end } = document.report.quotations[index].content[segment];
        for (const match of [
          textQuoteSelectorMatcher(selector[0]),
          textPositionSelectorMatcher(selector[1]),
        ]) {
          const found = [];
          for await (const { startIndex, endIndex } of match(chunkerOf(text)))
            found.push([startIndex, endIndex]);
          assert.deepEqual(found, [[start, end]], `${selector[0].exact}`);
        }
      }
    }
  }
});

/** @param {string} xml */
async function schemaErrors(xml) {
  const { errors } = await validateXML({
    xml: [{ fileName: "text.xml", contents: xml }],
    extension: "relaxng",
    schema: [await fixture("tei-subset.rng")],
  });
  return errors.map(({ message }) => message);
}

const empty = { title: "", url: "", lang: "", text: "", report: emptyReport() };

test("TEI is valid against the schema of the TEI", async () => {
  for (const document of [...(await documents()), empty])
    assert.deepEqual(await schemaErrors(toTei(document)), []);
  const broken = toTei(await sampleDocument())
    .replace("<said ", '<said whom="x" ')
    .replace("</p>\n", "</p>text\n");
  assert.notDeepEqual(await schemaErrors(broken), [], "the schema accepts anything");
});

test("TEI has the whole text, and marks what each speaker said", async () => {
  const document = await sampleDocument();
  const tei = toTei(document);
  const body = /<body>([^]*)<\/body>/.exec(tei)?.[1] ?? "";
  const plain = body
    .replace(/^ {6}<p>/gm, "")
    .replace(/<\/p>$/gm, "\n")
    .replace(/<[^>]+>/g, "");
  assert.equal(plain.trim(), document.text.trim());
  const { quotations, speakers } = document.report;
  for (const [index, { kind, speaker, content }] of quotations.entries()) {
    const first = new RegExp(`<said xml:id="quotation-${index + 1}(?:-1)?"([^>]*)>([^]*?)</said>`).exec(tei);
    assert.ok(first, `no <said> for quotation ${index + 1}`);
    assert.match(first[1], new RegExp(`direct="${kind === "direct"}"`));
    assert.equal(first[2].replace(/<[^>]+>/g, ""), document.text.slice(content[0].start, content[0].end));
    const who = /who="#(speaker-\d+)"/.exec(first[1])?.[1];
    assert.equal(who, speaker === null ? undefined : `speaker-${speaker + 1}`);
    if (who && speaker !== null)
      assert.ok(
        tei.includes(
          `xml:id="${who}"><${speakers[speaker].kind === "organization" || speakers[speaker].kind === "group" ? "orgName" : "persName"}>${speakers[speaker].name}<`,
        ),
      );
  }
});

test("TEI links the pieces of a quotation over several paragraphs", async () => {
  const text = "“It rained all night.\n\n“Then it stopped,” said Ann Lee.";
  const report = await extract(text);
  assert.equal(report.quotations.length, 1);
  const tei = toTei({ ...empty, text, report });
  assert.match(tei, /xml:id="quotation-1-1" [^>]*next="#quotation-1-2">It rained all night\.<\/said><\/p>/);
  assert.match(tei, /xml:id="quotation-1-2" [^>]*prev="#quotation-1-1">Then it stopped,<\/said>/);
  assert.deepEqual(await schemaErrors(tei), []);
});

/**
 * What a Markdown document shows: the text of each node of a type, the types of all nodes, and the links.
 *
 * @param {string} markdown
 * @param {string} inside a type of node
 */
function shown(markdown, inside) {
  const walker = new commonmark.Parser().parse(markdown).walker();
  const texts = [];
  const types = new Set();
  const links = [];
  let depth = 0;
  for (let event = walker.next(); event; event = walker.next()) {
    const { node, entering } = event;
    types.add(node.type);
    if (node.type === inside) {
      depth += entering ? 1 : -1;
      if (entering) texts.push("");
    }
    if (node.type === "link" && entering) links.push(node.destination);
    if (depth && entering)
      texts.push(
        texts.pop() + (node.literal ?? (node.type === "softbreak" || node.type === "paragraph" ? " " : "")),
      );
  }
  return { texts, types: [...types].sort(), links };
}

const flat = (/** @type {string} */ text) => text.replace(/\s+/g, " ").replaceAll("\u0000", "\uFFFD").trim();

test("Markdown shows a text as it is, and as nothing else", async () => {
  for (const document of await documents()) {
    const linked = document.url === ADDRESS;
    const { texts, types, links } = shown(toMarkdown(document), "block_quote");
    assert.deepEqual(
      types,
      [
        "block_quote",
        "document",
        "heading",
        ...(linked ? ["link"] : []),
        "paragraph",
        "softbreak",
        "text",
      ].filter((type) => type !== "softbreak" || types.includes(type)),
    );
    assert.equal(texts.length, document.report.quotations.length);
    for (const [index, { text }] of document.report.quotations.entries()) {
      assert.ok(flat(texts[index]).startsWith(flat(text)), `${texts[index]}\n${text}`);
    }
    assert.ok(links.every((link) => link.startsWith("https://news.example/ferry?id=1&lang=en")));
    assert.equal(links.length, linked ? texts.length + 1 : 0);
  }
});

test("the list of links has a link for each quotation", async () => {
  for (const document of [await sampleDocument(), hostileDocument()]) {
    const { texts, links } = shown(toLinks(document), "item");
    assert.equal(texts.length, document.report.quotations.length);
    for (const [index, { text }] of document.report.quotations.entries())
      assert.ok(flat(texts[index]).startsWith(flat(text)));
    assert.equal(links.filter((link) => link.startsWith(`${ADDRESS}#:~:text=`)).length, texts.length);
  }
});

test("a citation has the speaker, the title and the link of its quotation", async () => {
  const document = await sampleDocument();
  const ferry = document.report.quotations.findIndex(({ text }) => text.startsWith("Nobody on the island"));
  assert.match(
    toCitation(document, ferry),
    /^“Nobody on the island [^]*last boat home,”\n— Ruth Okafor, Mayor, “Harrow Bay votes to keep its ferry, for now”\nhttps:\/\/news\.example\/ferry\?id=1&lang=en#:~:text=/,
  );
  const reported = document.report.quotations.findIndex(({ kind }) => kind === "indirect");
  assert.match(
    toCitation({ ...document, url: "javascript:alert(1)" }, reported),
    /^[^“”]+\n— [^(]+ \(reported, not word for word\), “Harrow Bay[^”]*”$/,
  );
});

test("a file is named after the title", () => {
  assert.equal(fileName(""), "quotations");
  assert.equal(fileName("Harrow Bay: the “kettle”, again!"), "harrow-bay-the-kettle-again-quotations");
  assert.equal(fileName("../../etc/passwd\u0000 \uD83D"), "etc-passwd-quotations");
  assert.equal(fileName("東京都の橋"), "東京都の橋-quotations");
  assert.ok(fileName("word ".repeat(1000)).length < 80);
});

/** The words of a text, without punctuation and space. @param {string} text */
const wordsOf = (text) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

for (const [path, text] of [
  ["/ferry.html", sampleArticle.text],
  ["/hard.html", HARD],
]) {
  test(`links lead to each quotation of ${path}, in Chromium and in the polyfill`, async () => {
    const { page } = await open(path);
    const address = page.url();
    const document = { ...empty, text, url: `${address}?id=1&lang=en`, report: await extract(text) };
    assert.ok(document.report.quotations.length >= 5);
    for (const quotation of document.report.quotations) {
      const link = fragmentLink(document, quotation);
      await page.goto("about:blank");
      await page.goto(link);
      const said = text.slice(quotation.content[0].start, quotation.content.at(-1)?.end);
      const paragraph = text.slice(0, quotation.content[0].start).split(/\n\s*\n/).length - 1;
      await page.waitForFunction((index) => {
        const { top, bottom } = window.document.querySelectorAll("p")[index].getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      }, paragraph);
      const found = await page.evaluate(
        async ([fragment, module]) => {
          const { getFragmentDirectives, parseFragmentDirectives, processFragmentDirectives } = await import(
            module
          );
          const directives = parseFragmentDirectives(getFragmentDirectives(fragment));
          const marks = processFragmentDirectives(directives, window.document).text[0];
          return marks.map((/** @type {Element} */ mark) => mark.textContent).join("");
        },
        [new URL(link).hash, "/node_modules/text-fragments-polyfill/src/text-fragment-utils.js"],
      );
      assert.deepEqual(wordsOf(found), wordsOf(said), link);
    }
  });
}

test("links lead to web pages only, and keep the fragment of the address", () => {
  const document = hostileDocument("https://news.example/a#part:~:text=old");
  const [, , , , plain] = document.report.quotations;
  assert.match(fragmentLink(document, plain), /^https:\/\/news\.example\/a#part:~:text=[^&]*$/);
  for (const url of ["", "news.example", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"]) {
    assert.equal(fragmentLink({ ...document, url }, plain), "");
  }
  for (const quotation of document.report.quotations) {
    const terms = fragmentLink(document, quotation).split(":~:text=")[1].split(",");
    assert.ok(terms.length <= 4);
    for (const term of terms) assert.match(term, /^-?(?:[A-Za-z0-9_.]|%[0-9A-F]{2})+-?$/);
  }
});
