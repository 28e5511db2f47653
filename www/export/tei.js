/**
 * Writes the text as a TEI P5 document (https://tei-c.org/guidelines/p5/): its speakers in the header, each
 * quotation as a `<said>` in the text. Blank lines end a paragraph. A `<said>` must not cross the end of one,
 * so a quotation may become several pieces, which point to each other.
 *
 * @import { ExportDocument, Quotation, Span, Speaker } from "../types.js"
 */

import { webAddress } from "../lib/web-address.js";
import { escapeAttribute, escapeXml } from "./xml.js";

/**
 * @typedef {Span & { quotation: number, number: number, count: number }} Piece
 *   a stretch of the content of a quotation within one paragraph; `number` counts from 1, `count` is how many
 *   pieces the quotation has
 */

/** @param {ExportDocument} document */
export function toTei({ text, report, title, url, lang }) {
  const paragraphs = paragraphsOf(text);
  const pieces = piecesOf(report.quotations, paragraphs);
  let next = 0;
  const body = paragraphs.map((paragraph) => {
    const first = next;
    while (next < pieces.length && pieces[next].start < paragraph.end) next += 1;
    return `      <p>${markUp(text, paragraph, pieces.slice(first, next), report.quotations)}</p>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"${languageAttribute(lang)}>
  <teiHeader>
    <fileDesc>
      <titleStmt><title>${escapeXml(title || "Untitled text")}</title></titleStmt>
      <publicationStmt><p>Quotations and speakers found by Quote Extractor.</p></publicationStmt>
      <sourceDesc>${sourceDescription(title, webAddress(url))}</sourceDesc>
    </fileDesc>
${participants(report.speakers)}  </teiHeader>
  <text>
    <body>
${body.join("") || "      <p/>\n"}    </body>
  </text>
</TEI>
`;
}

/** @param {string} lang */
function languageAttribute(lang) {
  return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(lang) ? ` xml:lang="${lang}"` : "";
}

/**
 * @param {string} title
 * @param {string} url
 */
function sourceDescription(title, url) {
  if (!title && !url) return "<p>A text given by a reader.</p>";
  return `<bibl>${title ? `<title>${escapeXml(title)}</title>` : ""}${url ? `<ptr target="${escapeAttribute(url)}"/>` : ""}</bibl>`;
}

/** @param {Speaker[]} speakers */
function participants(speakers) {
  if (speakers.length === 0) return "";
  const list = speakers.map(({ name, role, kind }, index) => {
    const [element, named] =
      kind === "organization" || kind === "group" ? ["org", "orgName"] : ["person", "persName"];
    const note = role ? `<note type="role">${escapeXml(role)}</note>` : "";
    return `          <${element} xml:id="speaker-${index + 1}"><${named}>${escapeXml(name)}</${named}>${note}</${element}>\n`;
  });
  return `    <profileDesc>\n      <particDesc>\n        <listPerson>\n${list.join("")}        </listPerson>\n      </particDesc>\n    </profileDesc>\n`;
}

/** The paragraphs without the white space around them. @param {string} text @returns {Span[]} */
function paragraphsOf(text) {
  const paragraphs = [];
  let at = 0;
  for (const { index, 0: blank } of [
    ...text.matchAll(/(?:\r\n|\n|\r(?!\n))[^\S\r\n]*[\r\n]\s*/g),
    { index: text.length, 0: "" },
  ]) {
    const paragraph = text.slice(at, index);
    const start = index - paragraph.trimStart().length;
    if (start < index) paragraphs.push({ start, end: at + paragraph.trimEnd().length });
    at = index + blank.length;
  }
  return paragraphs;
}

/**
 * Cuts the contents of all quotations into pieces that overlap neither each other nor the end of a paragraph.
 *
 * @param {Quotation[]} quotations
 * @param {Span[]} paragraphs
 * @returns {Piece[]} in text order
 */
function piecesOf(quotations, paragraphs) {
  const contents = quotations
    .flatMap(({ content }, quotation) => content.map(({ start, end }) => ({ start, end, quotation })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  /** @type {Piece[]} */
  const pieces = [];
  const counts = quotations.map(() => 0);
  let reached = 0;
  let paragraph = 0;
  for (const { start, end, quotation } of contents) {
    while (paragraph < paragraphs.length && paragraphs[paragraph].end <= Math.max(start, reached))
      paragraph += 1;
    for (let at = paragraph; at < paragraphs.length && paragraphs[at].start < end; at += 1) {
      const from = Math.max(start, reached, paragraphs[at].start);
      const to = Math.min(end, paragraphs[at].end);
      if (from >= to) continue;
      pieces.push({ start: from, end: to, quotation, number: (counts[quotation] += 1), count: 0 });
      reached = to;
    }
  }
  for (const piece of pieces) piece.count = counts[piece.quotation];
  return pieces;
}

/**
 * @param {string} text
 * @param {Span} paragraph
 * @param {Piece[]} pieces of this paragraph
 * @param {Quotation[]} quotations
 */
function markUp(text, paragraph, pieces, quotations) {
  let at = paragraph.start;
  let marked = "";
  for (const piece of pieces) {
    const { kind, verbatim } = quotations[piece.quotation];
    // A direct quotation is verbatim as a whole, which its attribute `direct` says.
    const quoted = kind === "direct" ? [] : verbatim;
    marked += `${escapeLines(text.slice(at, piece.start))}<said${attributes(piece, quotations[piece.quotation])}>${withQuoted(text, piece, quoted)}</said>`;
    at = piece.end;
  }
  return marked + escapeLines(text.slice(at, paragraph.end));
}

/**
 * @param {Piece} piece
 * @param {Quotation} quotation
 */
function attributes({ quotation, number, count }, { kind, speaker, confidence }) {
  /** @param {number} which */
  const id = (which) => `quotation-${quotation + 1}${count > 1 ? `-${which}` : ""}`;
  return [
    ` xml:id="${id(number)}"`,
    speaker === null ? "" : ` who="#speaker-${speaker + 1}"`,
    ` direct="${kind === "direct"}"`,
    speaker === null ? "" : ` cert="${confidence}"`,
    number > 1 ? ` prev="#${id(number - 1)}"` : "",
    number < count ? ` next="#${id(number + 1)}"` : "",
  ].join("");
}

/**
 * @param {string} text
 * @param {Span} piece
 * @param {Span[]} quoted in quotation marks, in text order
 */
function withQuoted(text, piece, quoted) {
  let at = piece.start;
  let marked = "";
  for (const span of quoted) {
    const start = Math.max(at, span.start);
    const end = Math.min(piece.end, span.end);
    if (start >= end) continue;
    marked += `${escapeLines(text.slice(at, start))}<q>${escapeLines(text.slice(start, end))}</q>`;
    at = end;
  }
  return marked + escapeLines(text.slice(at, piece.end));
}

/** Escapes a text and marks its line breaks. @param {string} text */
function escapeLines(text) {
  return escapeXml(text.replace(/\r\n?/g, "\n")).replaceAll("\n", "<lb/>\n");
}
