/** How the work grows when a text of each shape gets twice as long. */

import { SHAPES } from "./shapes.js";

/** The length of the shorter text, in UTF-16 code units. */
export const LENGTH = 100_000;

/**
 * @typedef {object} Growth
 * @property {string} shape what the text is called
 * @property {number} work what the shorter text costs, for each UTF-16 code unit
 * @property {number} ratio how many times as much the longer one costs
 */

/**
 * @param {(text: string) => number} work of an extraction
 * @param {number} [length] of the shorter text
 * @param {Iterable<string>} [shapes] their names
 * @returns {Growth[]} the fastest growth first
 */
export function growth(work, length = LENGTH, shapes = SHAPES.keys()) {
  const grown = Array.from(shapes, (shape) => {
    const text = /** @type {import("./shapes.js").Shape} */ (SHAPES.get(shape));
    const short = work(text(length));
    return { shape, work: short / length, ratio: work(text(2 * length)) / short };
  });
  return grown.sort((a, b) => b.ratio - a.ratio);
}
