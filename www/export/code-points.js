/**
 * Converts offsets from UTF-16 code units to Unicode code points, which the Web Annotation model counts, in
 * one pass over the text. A lone surrogate is a code point of its own.
 *
 * @param {string} text
 * @returns {Uint32Array} for each offset in code units, the number of code points before it
 */
export function codePointOffsets(text) {
  const offsets = new Uint32Array(text.length + 1);
  let units = 0;
  let points = 0;
  for (const { length } of text) {
    offsets.fill(points, units, units + length);
    units += length;
    points += 1;
  }
  offsets[units] = points;
  return offsets;
}
