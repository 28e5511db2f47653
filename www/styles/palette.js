/** The colours of the speakers. */

/**
 * Each colour for a light and for a dark background, with a contrast of at least 4.5 : 1. In this order,
 * readers with any of the common colour vision deficiencies can tell neighbours apart.
 */
export const PALETTE = [
  ["#0b62a8", "#7db9ee"],
  ["#a84300", "#ff9e5e"],
  ["#00705a", "#4fd0a8"],
  ["#8a3a8c", "#dda3df"],
  ["#755c00", "#dcc04f"],
  ["#b02a50", "#ff92ac"],
  ["#44546f", "#b4c2dc"],
  ["#5a6600", "#b9cb5b"],
];

/** The colour of quotations without a speaker. */
export const UNKNOWN_SPEAKER = ["#5c5f5e", "#a9aeac"];
