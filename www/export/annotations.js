/**
 * Writes the quotations as annotations of the W3C Web Annotation Data Model
 * (https://www.w3.org/TR/annotation-model/) in JSON-LD, with the vocabulary of schema.org. Annotation tools
 * find a quotation by its words or by its position.
 *
 * @import { ExportDocument, Quotation, Span, Speaker } from "../types.js"
 */

import { webAddress } from "../lib/web-address.js";
import { codePointOffsets } from "./code-points.js";
import { wellFormed } from "./json.js";
import { fragmentLink, textDirective } from "./text-fragment.js";

/** How much text a selector quotes before and after its words, in UTF-16 code units. */
const CONTEXT = 32;

/** @param {ExportDocument} document */
export function toAnnotations(document) {
  const { text, report, title, url, lang } = document;
  const source = webAddress(url);
  const offsets = codePointOffsets(text);
  /** @param {Quotation} quotation */
  const target = (quotation) =>
    quotation.content.map((span) => ({
      type: "SpecificResource",
      source: source || "#text",
      // The positions count in the text that was read, not in the page that contains it.
      ...(source && { state: { type: "TimeState", cached: "#text" } }),
      selector: selectors(text, span, offsets, source !== ""),
    }));
  const page = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: "#quotations",
    type: "AnnotationPage",
    "schema:about": {
      id: "#text",
      type: ["Text", "schema:CreativeWork"],
      format: "text/plain",
      value: text,
      language: lang || undefined,
      "schema:name": title || undefined,
      "schema:url": source ? { id: source } : undefined,
    },
    "schema:mentions": report.speakers.map(speakerNode),
    items: report.quotations.map((quotation, index) => ({
      id: `#quotation-${index + 1}`,
      type: "Annotation",
      motivation: "identifying",
      body: [
        quotationNode(document, quotation),
        { type: "TextualBody", purpose: "classifying", value: quotation.kind },
      ],
      target: target(quotation),
    })),
  };
  // Such data is put into pages, in a script element that no word of a text may end.
  return `${JSON.stringify(page, wellFormed, 2).replaceAll("<", "\\u003c")}\n`;
}

/**
 * @param {ExportDocument} document
 * @param {Quotation} quotation
 */
function quotationNode(document, quotation) {
  const { text, speaker, confidence, reason } = quotation;
  const speakerRef = speaker === null ? undefined : { id: speakerId(speaker) };
  const link = fragmentLink(document, quotation);
  return {
    type: "schema:Quotation",
    "schema:text": text,
    "schema:creator": speakerRef,
    "schema:spokenByCharacter": speakerRef,
    "schema:url": link ? { id: link } : undefined,
    "schema:additionalProperty": speakerRef && {
      type: "schema:PropertyValue",
      "schema:name": "confidence",
      "schema:value": confidence,
      "schema:description": reason || undefined,
    },
  };
}

/** @param {Speaker} speaker @param {number} index */
function speakerNode({ name, role, kind }, index) {
  const isPerson = kind === "person" || kind === "unnamed";
  return {
    id: speakerId(index),
    type: isPerson ? "schema:Person" : "schema:Organization",
    "schema:name": name,
    [isPerson ? "schema:jobTitle" : "schema:description"]: role ?? undefined,
  };
}

/** @param {number} index */
const speakerId = (index) => `#speaker-${index + 1}`;

/**
 * @param {string} text
 * @param {Span} span
 * @param {Uint32Array} offsets in code points
 * @param {boolean} hasAddress whether the text has an address, for a link into it
 */
function selectors(text, { start, end }, offsets, hasAddress) {
  return [
    {
      type: "TextQuoteSelector",
      exact: text.slice(start, end),
      prefix: text.slice(pairStart(text, Math.max(0, start - CONTEXT)), start),
      suffix: text.slice(end, pairStart(text, Math.min(text.length, end + CONTEXT))),
    },
    { type: "TextPositionSelector", start: offsets[start], end: offsets[end] },
    ...(hasAddress
      ? [
          {
            type: "FragmentSelector",
            conformsTo: "https://wicg.github.io/scroll-to-text-fragment/",
            value: `:~:${textDirective(text, start, end)}`,
          },
        ]
      : []),
  ];
}

/** The offset, or the one before inside a surrogate pair. @param {string} text @param {number} offset */
function pairStart(text, offset) {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(offset - 1, offset + 1)) && offset > 0
    ? offset - 1
    : offset;
}
