/**
 * Finds the quotation under the pointer in a host page.
 *
 * @import { Quotation } from "../types.js"
 */

import { firstIndex } from "../lib/binary-search.js";

/**
 * Makes a function that finds the quotation at an offset. If contents overlap, the first one wins.
 *
 * @param {Quotation[]} quotations
 * @returns {(offset: number) => number | null} from an offset in UTF-16 code units to the index of the
 *   quotation; the end of a span counts as inside
 */
export function quotationFinder(quotations) {
  const spans = quotations
    .flatMap(({ content }, index) => content.map(({ start, end }) => ({ start, end, index })))
    .sort((a, b) => a.start - b.start);
  let coveredUntil = -1;
  const disjoint = spans.filter(({ end }) => {
    if (end <= coveredUntil) return false;
    coveredUntil = end;
    return true;
  });
  return (offset) => {
    const found = disjoint[firstIndex(disjoint, ({ end }) => end >= offset)];
    return found && found.start <= offset ? found.index : null;
  };
}
