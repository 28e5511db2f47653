/** Binary search, for what is looked up at each move of the pointer or for each correction. */

/**
 * The index of the first item that passes; the items that fail all stand before those that pass.
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
 * The first of a list in text order that starts at a place or behind it.
 *
 * @param {{ start: number }[]} list
 * @param {number} place
 */
export function firstFrom(list, place) {
  return firstIndex(list, ({ start }) => start >= place);
}
