/**
 * Reads a file of the reader as text: plain text, Markdown or a web page.
 *
 * @import { Strings } from "../strings/strings-for.js"
 */

import { canParse } from "../core/trusted.js";
import { readPage } from "./read-html.js";

/** The largest file, in bytes. A longer text would keep the browser busy for minutes. */
const LARGEST = 50 * 1024 * 1024;

/** The file extensions that can be read. */
export const EXTENSIONS = [".txt", ".text", ".md", ".markdown", ".html", ".htm"];

/** Why a file cannot be read; the message is for the reader. */
export class FileError extends Error {}

/**
 * @param {File} file
 * @param {Strings} strings
 * @returns {Promise<{ text: string, title: string, url: string }>} title and url: "" if the
 *   file has none. Rejects with a {@link FileError}
 */
export async function readFile(file, strings) {
  const name = file.name.toLowerCase();
  if (!EXTENSIONS.some((extension) => name.endsWith(extension)))
    throw new FileError(strings.file.unknown(file.name));
  if (file.size > LARGEST) throw new FileError(strings.file.tooLarge(file.name));
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new FileError(strings.file.unreadable(file.name));
  }
  const content = decode(bytes);
  if (isBinary(content)) throw new FileError(strings.file.unknown(file.name));
  const isPage = /\.html?$/.test(name);
  if (isPage && !canParse()) throw new FileError(strings.file.refused(file.name));
  const read = isPage ? readPage(content) : { text: content, title: "", url: "" };
  if (read.text.trim() === "") throw new FileError(strings.file.empty(file.name));
  return read;
}

/**
 * UTF-16 is known by its byte order mark; a file that is not valid UTF-8 is read as Windows-1252.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
function decode(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Whether a file is no text in spite of its extension. @param {string} content */
function isBinary(content) {
  return content.includes("\0") || ["%PDF-", "{\\rtf", "PK\x03\x04"].some((mark) => content.startsWith(mark));
}
