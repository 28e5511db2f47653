/**
 * The share that each speaker has of what is quoted, counted in words.
 *
 * @import { Report } from "../types.js"
 */

/**
 * @typedef {object} Share
 * @property {number | null} speaker index into the speakers; null for quotations without one
 * @property {number} quotations
 * @property {number} words
 * @property {number} share of all quoted words, from 0 to 1
 */

/** Counting words takes its time, and several views ask for the same report. @type {WeakMap<Report, Share[]>} */
const counted = new WeakMap();

/**
 * One row for each speaker that is quoted, the most quoted first, the unknown speaker last.
 *
 * @param {Report} report that nobody changes afterwards
 * @returns {Share[]}
 */
export function speakerShares(report) {
  const known = counted.get(report);
  if (known) return known;
  const shares = count(report);
  counted.set(report, shares);
  return shares;
}

/** @param {Report} report @returns {Share[]} */
function count({ quotations }) {
  /** @type {Map<number | null, Share>} */
  const rows = new Map();
  let total = 0;
  for (const { speaker, text } of quotations) {
    const row = rows.get(speaker) ?? { speaker, quotations: 0, words: 0, share: 0 };
    const words = countWords(text);
    row.quotations += 1;
    row.words += words;
    total += words;
    rows.set(speaker, row);
  }
  for (const row of rows.values()) row.share = total === 0 ? 0 : row.words / total;
  return [...rows.values()].sort(
    (a, b) => Number(a.speaker === null) - Number(b.speaker === null) || b.words - a.words,
  );
}

/** Scripts that put no space between words; each of their letters counts, as is usual there. */
const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}";
const SPACED = `(?![${UNSPACED}])[\\p{L}\\p{N}](?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}'’-])*`;
const WORD = new RegExp(`[${UNSPACED}]|${SPACED}`, "gu");

/** @param {string} text */
export function countWords(text) {
  return text.match(WORD)?.length ?? 0;
}
