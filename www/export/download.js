/**
 * Hands a file to the reader.
 *
 * @import { ExportDocument } from "../types.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Format } from "./formats.js"
 */

import { FORMATS } from "./formats.js";

/** The longest name of a file, in UTF-16 code units: some systems take 255 bytes. */
const LONGEST = 60;

/**
 * @param {Format} format
 * @param {ExportDocument} exported
 * @param {Strings} strings
 */
export function download(format, exported, strings) {
  const { type, extension, write, marked } = FORMATS[format];
  const parts = [marked ? "\uFEFF" : "", write(exported, strings)];
  const url = URL.createObjectURL(new Blob(parts, { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${fileName(exported.title)}.${extension}`;
  link.click();
  // The download has taken hold of the blob by the next task at the latest.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** @param {string} title */
export function fileName(title) {
  const words =
    title
      .toWellFormed()
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let name = "";
  for (const word of words) {
    if (name.length + word.length >= LONGEST) break;
    name += `${word}-`;
  }
  return `${name}quotations`;
}
