/**
 * Downloads the results as a file.
 *
 * @import { ExportDocument } from "../types.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Format } from "./formats.js"
 */

import { FORMATS } from "./formats.js";

/** The longest file name made from a title, in UTF-16 code units: some systems allow 255 bytes. */
const LONGEST_NAME = 60;

/**
 * @param {Format} format
 * @param {ExportDocument} exported
 * @param {Strings} strings
 */
export function download(format, exported, strings) {
  const { type, extension, write, byteOrderMark } = FORMATS[format];
  const parts = [byteOrderMark ? "\uFEFF" : "", write(exported, strings)];
  const url = URL.createObjectURL(new Blob(parts, { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${fileName(exported.title)}.${extension}`;
  link.click();
  // By then the download has its own reference to the blob.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** The words of the title in lowercase, joined by hyphens. @param {string} title */
export function fileName(title) {
  const words =
    title
      .toWellFormed()
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let name = "";
  for (const word of words) {
    if (name.length + word.length >= LONGEST_NAME) break;
    name += `${word}-`;
  }
  return `${name}quotations`;
}
