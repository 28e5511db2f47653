/**
 * Names a place in a text by its words and what stands around them, as a TextQuoteSelector of the
 * W3C Web Annotation model does, so that it is found again after the text was edited.
 *
 * @import { Place, Span } from "../types.js"
 */

import { firstFrom } from "../lib/binary-search.js";

/** How much of the text on either side belongs to a place, in UTF-16 code units. */
const CONTEXT = 32;

/**
 * @param {string} text
 * @param {Span[]} content of a quotation, in text order
 * @returns {Place}
 */
export function placeOf(text, content) {
  const start = content[0]?.start ?? 0;
  const end = content.at(-1)?.end ?? start;
  return {
    exact: content.map((span) => text.slice(span.start, span.end)).join(" "),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    start,
  };
}

/**
 * What was kept of a text at its beginning and at its end.
 *
 * @param {string} before
 * @param {string} after
 */
export function keptAround(before, after) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  return { head, tail };
}

/**
 * Whether a text is another one with some words changed in one place.
 *
 * @param {string} before
 * @param {string} after
 */
export function isEdit(before, after) {
  const { head, tail } = keptAround(before, after);
  return (head + tail) * 2 > Math.max(before.length, after.length);
}

/**
 * Where some words stand in a text, whatever white space is between them.
 *
 * @param {string} text
 * @param {string} words
 * @returns {Span[]} in text order, none overlapping another
 */
export function occurrences(text, words) {
  const wanted = words.trim().split(/\s+/).join(" ");
  if (wanted === "") return [];
  // With every run of white space as one space, and where each character stands in the text. No
  // pattern: one of ten thousand words is too long for the browser.
  const parts = [];
  const places = [];
  for (const { index, 0: run } of text.matchAll(/\s+|\S+/g)) {
    const part = /^\s/.test(run) ? " " : run;
    parts.push(part);
    for (let i = 0; i < part.length; i += 1) places.push(index + i);
  }
  const joined = parts.join("");
  const found = [];
  for (let at = joined.indexOf(wanted); at >= 0; at = joined.indexOf(wanted, at + wanted.length)) {
    found.push({ start: places[at], end: places[at + wanted.length - 1] + 1 });
  }
  return found;
}

/**
 * Finds the words of a place that is no quotation yet.
 *
 * @param {string} text
 * @param {Place} place
 * @returns {Span | null}
 */
export function findWords(text, { exact, prefix, suffix, start }) {
  if (exact === "") return null;
  const within = (/** @type {string} */ before, /** @type {string} */ after) => {
    const whole = before + exact + after;
    const from = Math.max(0, start - before.length);
    if (text.startsWith(whole, from)) return from + before.length;
    const next = text.indexOf(whole, from);
    const last = text.lastIndexOf(whole, from);
    const near = next < 0 || (last >= 0 && from - last < next - from) ? last : next;
    return near < 0 ? null : near + before.length;
  };
  const at =
    within(prefix, suffix) ??
    within(prefix, "") ??
    within("", suffix) ??
    (tells(exact) ? within("", "") : null);
  return at === null ? null : { start: at, end: at + exact.length };
}

/** Whether words can be trusted to mean the same place without what stands around them. @param {string} exact */
function tells(exact) {
  return exact.length >= CONTEXT;
}

/**
 * Finds things again by the places they had.
 *
 * @template {{ content: Span[] }} Item
 */
export class PlaceIndex {
  /** @type {Map<string, { start: number, item: Item }[]>} */
  #lists = new Map();
  #gone = new Set();
  #text;

  /**
   * @param {string} text
   * @param {Item[]} items in text order
   */
  constructor(text, items) {
    this.#text = text;
    for (const item of items) this.add(item);
  }

  /** @param {Item} item */
  add(item) {
    const place = placeOf(this.#text, item.content);
    for (const key of keysOf(place)) {
      const list = this.#lists.get(key) ?? [];
      list.splice(firstFrom(list, place.start), 0, { start: place.start, item });
      this.#lists.set(key, list);
    }
  }

  /** @param {Item} item */
  remove(item) {
    this.#gone.add(item);
  }

  /** @param {Place} place @returns {Item | null} */
  find(place) {
    for (const key of keysOf(place)) {
      const found = this.#nearest(this.#lists.get(key) ?? [], place.start);
      if (found) return found;
    }
    return null;
  }

  /**
   * @param {{ start: number, item: Item }[]} list
   * @param {number} start
   */
  #nearest(list, start) {
    let after = firstFrom(list, start);
    let before = after - 1;
    while (after < list.length && this.#gone.has(list[after].item)) after += 1;
    while (before >= 0 && this.#gone.has(list[before].item)) before -= 1;
    const next = list[after];
    const last = list[before];
    return (!next || (last && start - last.start < next.start - start) ? last : next)?.item ?? null;
  }
}

/** The keys of a place, the most telling one first. @param {Place} place */
function keysOf({ exact, prefix, suffix }) {
  const keys = [
    ["both", exact, prefix, suffix],
    ["before", exact, prefix],
    ["after", exact, suffix],
  ];
  if (tells(exact)) keys.push(["words", exact]);
  return keys.map((key) => key.join("\u0000"));
}
