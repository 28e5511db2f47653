/** The colours of the speakers. */

/**
 * Speaker colours for light and for dark ground, in an order that keeps neighbours apart for
 * readers with any of the common colour deficiencies; 4.5 : 1 against the ground.
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

export const UNKNOWN = ["#5c5f5e", "#a9aeac"];
