/** Finds how the work grows when a text of each shape becomes twice as long. */

import { SHAPES } from "./shapes.js";

/** The length of the shorter text, in UTF-16 code units. */
export const LENGTH = 100_000;

/**
 * @typedef {object} Growth
 * @property {string} shape the name of the text
 * @property {number} work of the shorter text, for each UTF-16 code unit
 * @property {number} ratio of the work of the longer text to that of the shorter one
 */

/**
 * @param {(text: string) => number} work counts the work of an extraction
 * @returns {Growth[]} the fastest growth first
 */
export function growth(work) {
  const grown = Array.from(SHAPES, ([shape, text]) => {
    const short = work(text(LENGTH));
    return { shape, work: short / LENGTH, ratio: work(text(2 * LENGTH)) / short };
  });
  return grown.sort((a, b) => b.ratio - a.ratio);
}
