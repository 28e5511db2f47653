/**
 * How certain an attribution is, in the steps that have words.
 *
 * @import { Quotation } from "../types.js"
 */

/** Below this an attribution is shown as doubtful. */
const DOUBTFUL_BELOW = 0.7;

/** @typedef {"certain" | "veryLikely" | "likely" | "doubtful" | "guess"} Certainty */

/**
 * @param {number} confidence from 0 to 1
 * @returns {Certainty}
 */
export function certaintyOf(confidence) {
  if (confidence >= 0.95) return "certain";
  if (confidence >= 0.85) return "veryLikely";
  if (confidence >= DOUBTFUL_BELOW) return "likely";
  return confidence >= 0.5 ? "doubtful" : "guess";
}

/**
 * Speaker unknown, or named with too little certainty to be relied on.
 *
 * @param {Quotation} quotation
 */
export function isDoubtful(quotation) {
  return quotation.speaker === null || quotation.confidence < DOUBTFUL_BELOW;
}
