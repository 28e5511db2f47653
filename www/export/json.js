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
 * Many readers of JSON refuse half a surrogate pair. U+FFFD in its place has the same length, so
 * that the offsets stay right.
 *
 * @param {string} _key
 * @param {unknown} value
 */
export function wellFormed(_key, value) {
  return typeof value === "string" ? value.toWellFormed() : value;
}
