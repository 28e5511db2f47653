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
 * Many readers of JSON refuse half a surrogate pair. U+FFFD in its place has the same length, so
 * that the offsets stay right.
 *
 * @param {string} _key
 * @param {unknown} value
 */
export function wellFormed(_key, value) {
  return typeof value === "string" ? value.toWellFormed() : value;
}
