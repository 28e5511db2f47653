/** Binary search: looked up with each move of the pointer and for each correction. */

/**
 * The index of the first item that passes; the length of the list if none does. All items that fail must
 * stand before those that pass.
 *
 * @template Item
 * @param {Item[]} items
 * @param {(item: Item) => boolean} passes
 */
export function firstIndex(items, passes) {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(items[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The index of the first span that starts at an offset or after it.
 *
 * @param {{ start: number }[]} spans in text order
 * @param {number} offset
 */
export function firstFrom(spans, offset) {
  return firstIndex(spans, ({ start }) => start >= offset);
}
