/**
 * The whole report, with the text that its offsets point into. `lang` is what the page or the reader says of
 * the text, and may be empty.
 *
 * @import { ExportDocument } from "../types.js"
 */

/** @param {ExportDocument} document */
export function toJson({ title, url, lang, text, report }) {
  const { reading, form, blocks, quotations, speakers } = report;
  const all = { title, url, lang, offsets: "utf-16", text, reading, form, blocks, quotations, speakers };
  return `${JSON.stringify(all, wellFormed, 2)}\n`;
}

/**
 * Replaces lone surrogates, which many JSON parsers reject, by U+FFFD. It has the same length, so the offsets
 * stay right.
 *
 * @param {string} _key
 * @param {unknown} value
 */
export function wellFormed(_key, value) {
  return typeof value === "string" ? value.toWellFormed() : value;
}
