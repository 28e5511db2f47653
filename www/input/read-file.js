/**
 * Reads a file of the reader as text: plain text, Markdown, subtitles or a web page.
 *
 * @import { HintedText } from "../html/read-html.js"
 * @import { Strings } from "../strings/strings-for.js"
 *
 * @typedef {HintedText & { title: string, url: string }} ReadFile title and url: "" if the file has none
 */

import { canParse } from "../core/trusted.js";
import { readPage } from "../html/read-html.js";
import { lateStrings } from "../strings/late.js";
import { EXTENSIONS } from "./file-types.js";

/** The largest file, in bytes. A longer text would keep the browser busy for minutes. */
const LARGEST = 50 * 1024 * 1024;

/** What is no word in subtitles: the header, notes and styles, the number and the time of a cue. */
const NO_WORDS = /^\s*(?:\ufeff?WEBVTT.*|NOTE.*|STYLE|REGION|\d+|.*-->.*)?$/;

/** Why a file cannot be read; the message is for the reader. */
export class FileError extends Error {}

/**
 * Reads one file.
 *
 * @param {File[]} files that the reader chose or dropped
 * @param {Strings} strings
 * @returns {Promise<ReadFile>} rejects with a {@link FileError}, also if there are several
 */
export async function readFiles(files, strings) {
  if (files.length > 1) throw new FileError(lateStrings[strings.language].file.several);
  return readFile(files[0], strings);
}

/**
 * @param {File} file
 * @param {Strings} strings
 * @returns {Promise<ReadFile>} rejects with a {@link FileError}
 */
export async function readFile(file, { language }) {
  const words = lateStrings[language].file;
  const name = file.name.toLowerCase();
  if (!EXTENSIONS.some((extension) => name.endsWith(extension)))
    throw new FileError(words.unknown(file.name));
  if (file.size > LARGEST) throw new FileError(words.tooLarge(file.name));
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new FileError(words.unreadable(file.name));
  }
  const isPage = /\.html?$/.test(name);
  const content = decode(bytes, isPage);
  if (isBinary(content)) throw new FileError(words.unknown(file.name));
  if (isGarbled(content)) throw new FileError(words.encoding(file.name));
  if (isPage && !canParse()) throw new FileError(words.refused(file.name));
  const read = isPage ? readPage(content) : { text: content, hints: [], title: "", url: "" };
  const isEmpty = /\.(?:vtt|srt)$/.test(name)
    ? read.text.split(/\r\n?|\n/).every((line) => NO_WORDS.test(line))
    : read.text.trim() === "";
  if (isEmpty) throw new FileError(words.empty(file.name));
  return read;
}

/**
 * UTF-16 is known by its byte order mark. A file that is not valid UTF-8 has the encoding that a page names at its
 * beginning, else Windows-1252.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {boolean} isPage
 */
function decode(bytes, isPage) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const ansi = new TextDecoder("windows-1252");
    const named =
      isPage && /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(ansi.decode(bytes.subarray(0, 1024)));
    try {
      return new TextDecoder(named ? named[1] : "windows-1252").decode(bytes);
    } catch {
      return ansi.decode(bytes);
    }
  }
}

/**
 * Whether a text was decoded wrongly: it has characters that mean nothing, or so many letters with accents as no
 * language has.
 *
 * @param {string} content
 */
function isGarbled(content) {
  if (/[\u0080-\u009f]/.test(content)) return true;
  const accented = content.match(/[\u00a0-\u00ff]/g)?.length ?? 0;
  return accented * 2 > (content.match(/\p{L}/gu)?.length ?? 0);
}

/** Whether a file is no text in spite of its extension. @param {string} content */
function isBinary(content) {
  return content.includes("\0") || ["%PDF-", "{\\rtf", "PK\x03\x04"].some((mark) => content.startsWith(mark));
}
