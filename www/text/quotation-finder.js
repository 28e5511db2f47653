/**
 * Which quotation the pointer is over.
 *
 * @import { Quotation } from "../types.js"
 */

import { firstIndex } from "../lib/binary-search.js";

/**
 * Answers which quotation stands at a place. Where contents overlap the first one has the place.
 *
 * @param {Quotation[]} quotations
 * @returns {(place: number) => number | null} in UTF-16 code units; an end counts as inside
 */
export function quotationFinder(quotations) {
  const spans = quotations
    .flatMap(({ content }, index) => content.map(({ start, end }) => ({ start, end, index })))
    .sort((a, b) => a.start - b.start);
  let reached = -1;
  const apart = spans.filter(({ end }) => {
    if (end <= reached) return false;
    reached = end;
    return true;
  });
  return (place) => {
    const found = apart[firstIndex(apart, ({ end }) => end >= place)];
    return found && found.start <= place ? found.index : null;
  };
}
