/**
 * Writes links that open the page of the text and mark a quotation there: text fragments
 * (https://wicg.github.io/scroll-to-text-fragment/). A browser searches for their terms as whole words, each
 * within one block of the page.
 *
 * @import { ExportDocument, Quotation } from "../types.js"
 */

import { webAddress } from "../lib/web-address.js";

/** The longest quotation that a link has whole, in UTF-16 code units; of a longer one it has both ends. */
const LONGEST_WHOLE = 200;
/** How far from an end of the quotation its words are taken, in UTF-16 code units. */
const REACH = 80;
const WORDS_AT_ENDS = 5;
const WORDS_AROUND = 3;

const words = new Intl.Segmenter("en", { granularity: "word" });

/**
 * @param {ExportDocument} document
 * @param {Quotation} quotation
 * @returns {string} empty if the text has no address or the quotation no content
 */
export function fragmentLink({ text, url }, { content }) {
  const source = webAddress(url);
  const first = content[0];
  const last = content.at(-1);
  if (!source || !first || !last) return "";
  const directive = textDirective(text, first.start, last.end);
  if (!directive) return "";
  const [page] = source.split(":~:");
  return `${page}${page.includes("#") ? "" : "#"}:~:${directive}`;
}

/**
 * @param {string} text
 * @param {number} start UTF-16 code units
 * @param {number} end exclusive
 * @returns {string} `text=prefix-,start,end,-suffix`; empty if the span has no words
 */
export function textDirective(text, start, end) {
  const [from, to] = trimmed(text, start, end);
  if (from >= to) return "";
  const whole = to - from <= LONGEST_WHOLE && !/[\n\r]/.test(text.slice(from, to));
  const terms = whole
    ? [encode(text.slice(from, to))]
    : [
        firstWords(text.slice(from, Math.min(to, from + REACH)), WORDS_AT_ENDS, from + REACH < to),
        lastWords(text.slice(Math.max(from, to - REACH), to), WORDS_AT_ENDS, to - REACH > from),
      ].map(encode);
  const before = lastWords(text.slice(Math.max(0, from - REACH), from), WORDS_AROUND, from > REACH);
  const after = firstWords(text.slice(to, to + REACH), WORDS_AROUND, to + REACH < text.length);
  return `text=${[before && `${encode(before)}-`, ...terms, after && `-${encode(after)}`].filter(Boolean).join(",")}`;
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function trimmed(text, start, end) {
  const said = text.slice(start, end);
  return [end - said.trimStart().length, start + said.trimEnd().length];
}

/**
 * The first words of the first line of a piece.
 *
 * @param {string} piece
 * @param {number} count
 * @param {boolean} cut whether the piece was cut off and may end with half a word, which is left out
 */
function firstWords(piece, count, cut) {
  const line = piece.split(/[\n\r]/, 1)[0];
  const parts = [...words.segment(line)];
  if (cut && line.length === piece.length && parts.length > 1) parts.pop();
  const stop = parts.filter(({ isWordLike }) => isWordLike)[count]?.index;
  return line.slice(0, stop ?? endOf(parts)).trim();
}

/** The last words of the last line of a piece, in the same way. @type {typeof firstWords} */
function lastWords(piece, count, cut) {
  const line = piece.slice(Math.max(piece.lastIndexOf("\n"), piece.lastIndexOf("\r")) + 1);
  const parts = [...words.segment(line)];
  if (cut && line.length === piece.length && parts.length > 1) parts.shift();
  const wordLike = parts.filter(({ isWordLike }) => isWordLike);
  return line.slice((wordLike.at(-count) ?? parts[0])?.index ?? 0).trim();
}

/** @param {Intl.SegmentData[]} parts */
function endOf(parts) {
  const last = parts.at(-1);
  return last ? last.index + last.segment.length : 0;
}

/**
 * Also encodes what `encodeURIComponent` leaves: the hyphen has a meaning in a directive, and brackets end a
 * link in Markdown and in running text.
 *
 * @param {string} term
 */
function encode(term) {
  return encodeURIComponent(term.replace(/\s+/g, " ").toWellFormed()).replace(
    /[-!'()*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
