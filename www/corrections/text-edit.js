/** Compares a text with its previous version. */

/**
 * How much of a text stayed the same at its start and at its end, in UTF-16 code units.
 *
 * @param {string} before
 * @param {string} after
 */
export function unchangedEnds(before, after) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  return { head, tail };
}

/**
 * Whether a text is an edit of its previous version, with some words changed in one place, rather than
 * another text.
 *
 * @param {string} before
 * @param {string} after
 */
export function isEdit(before, after) {
  const { head, tail } = unchangedEnds(before, after);
  return (head + tail) * 2 > Math.max(before.length, after.length);
}
