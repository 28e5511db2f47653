/**
 * Documents to export: the sample article, and one with everything that may break a format.
 *
 * @import { ExportDocument, Quotation, Speaker } from "../../../www/types.js"
 */

import { extract } from "quote-extractor";
import { sampleArticle } from "../../../www/page/sample-article.js";
import { emptyReport } from "../../../www/report/empty-report.js";

export const ADDRESS = "https://news.example/ferry?id=1&lang=en";

/** The sample article with its report. @param {string} [url] @returns {Promise<ExportDocument>} */
export async function sampleDocument(url = ADDRESS) {
  const { title, text } = sampleArticle;
  return { title, text, url, lang: "en", report: await extract(text) };
}

/** What may break formats: each is a quotation, and the name of its speaker. */
export const HOSTILE = [
  '=HYPERLINK("https://evil.example","x")',
  "+1+cmd|' /C calc'!A0",
  " \t@SUM(A1:A2)",
  "]]><script>alert(1)</script>&amp;<!-- -- -->",
  "one \"two\", three; 'four'",
  "first line\nsecond line\r\nthird line",
  "# heading\n\n- item\n1. one\n> quote\n```\n~~~\n| a | b |",
  "![x](javascript:alert(1)) [y]: z <b>bold</b> **strong** _it_ `code` &copy;",
  "مرحبا بالعالم \u202Eabc\u202C שלום",
  "𝒜stral 👩‍👩‍👧 🌧️ e\u0301",
  "half \uD83D pair \uDE00 end",
  "nul \u0000 bell \u0007 vt \u000B del \u007F nel \u0085 ls \u2028 non \uFFFE\uFFFF",
  "well-known, this & that - 100% #1 + more?",
];

/** @returns {ExportDocument} */
export function hostileDocument(url = ADDRESS) {
  let text = "";
  /** @type {Quotation[]} */
  const quotations = [];
  HOSTILE.forEach((said, index) => {
    const start = (text += "So “").length;
    const end = (text += said).length;
    text += `” number ${index} 🌧️ was said.\n\n`;
    quotations.push({
      kind: /** @type {const} */ (["direct", "mixed", "indirect"])[index % 3],
      text: said,
      content: [{ start, end }],
      verbatim: [{ start, end }],
      cue: null,
      source: null,
      speaker: index === 4 ? null : index,
      confidence: 0.875,
      rule: "turn",
      reason: said,
    });
  });
  const kinds = /** @type {const} */ (["person", "organization", "group", "unnamed"]);
  /** @type {Speaker[]} */
  const speakers = HOSTILE.map((name, index) => ({
    name,
    role: index % 2 ? name : null,
    kind: kinds[index % 4],
    mentions: [],
  }));
  return { title: HOSTILE[3], text, url, lang: "en", report: { ...emptyReport("en"), quotations, speakers } };
}
