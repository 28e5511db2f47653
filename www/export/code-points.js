/**
 * From UTF-16 code units to Unicode code points, which the Web Annotation model counts, in one
 * pass over the text. Half a surrogate pair is a code point of its own.
 *
 * @param {string} text
 * @returns {Uint32Array} at each offset in code units, how many code points stand before it
 */
export function codePointOffsets(text) {
  const offsets = new Uint32Array(text.length + 1);
  let unit = 0;
  let points = 0;
  for (const { length } of text) {
    offsets.fill(points, unit, unit + length);
    unit += length;
    points += 1;
  }
  offsets[unit] = points;
  return offsets;
}
