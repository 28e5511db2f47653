/**
 * How certain a find is, its words and its speaker, in the steps that have words.
 *
 * @import { Quotation } from "../types.js"
 */

/** Below this a find is shown as doubtful: about half of those are wrong in their extent or their speaker. */
const DOUBTFUL_BELOW = 0.6;

/** @typedef {"certain" | "veryLikely" | "likely" | "doubtful" | "guess"} Certainty */

/**
 * @param {number} confidence from 0 to 1
 * @returns {Certainty}
 */
export function certaintyOf(confidence) {
  if (confidence >= 0.9) return "certain";
  if (confidence >= 0.8) return "veryLikely";
  if (confidence >= DOUBTFUL_BELOW) return "likely";
  return confidence >= 0.4 ? "doubtful" : "guess";
}

/**
 * Speaker unknown, or named with too little certainty to be relied on.
 *
 * @param {Quotation} quotation
 */
export function isDoubtful(quotation) {
  return quotation.speaker === null || quotation.confidence < DOUBTFUL_BELOW;
}
