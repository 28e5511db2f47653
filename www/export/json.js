/**
 * The whole report, with the text that its offsets point into.
 *
 * @import { ExportDocument } from "../types.js"
 */

/** @param {ExportDocument} document */
export function toJson({ title, url, lang, text, report }) {
  return `${JSON.stringify({ title, url, lang, offsets: "utf-16", text, ...report }, wellFormed, 2)}\n`;
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
