/**
 * The place of a quotation, described by its words and the text around them like a TextQuoteSelector of
 * the W3C Web Annotation model, so that it can be found again after the text was edited.
 *
 * @import { Place, Span } from "../types.js"
 */

import { firstFrom } from "../lib/binary-search.js";

/** The length of the text before and after a place that describes it, in UTF-16 code units. */
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
 * Finds all occurrences of some words in a text, whatever white space is between them.
 *
 * @param {string} text
 * @param {string} words
 * @returns {Span[]} in text order, not overlapping each other
 */
export function findOccurrences(text, words) {
  const wanted = words.trim().split(/\s+/).join(" ");
  if (wanted === "") return [];
  // The text with each run of white space collapsed to one space, and the offset of each of its characters
  // in the text. A regular expression of ten thousand words would be too long for the browser.
  const runs = [];
  const offsets = [];
  for (const { index, 0: run } of text.matchAll(/\s+|\S+/g)) {
    const collapsed = /^\s/.test(run) ? " " : run;
    runs.push(collapsed);
    for (let i = 0; i < collapsed.length; i += 1) offsets.push(index + i);
  }
  const joined = runs.join("");
  const found = [];
  for (let at = joined.indexOf(wanted); at >= 0; at = joined.indexOf(wanted, at + wanted.length)) {
    found.push({ start: offsets[at], end: offsets[at + wanted.length - 1] + 1 });
  }
  return found;
}

/**
 * Finds the words of a place, whether they are a quotation or not: the nearest occurrence with the same
 * text around it.
 *
 * @param {string} text
 * @param {Place} place
 * @returns {Span | null}
 */
export function findWords(text, { exact, prefix, suffix, start }) {
  if (exact === "") return null;
  const findWith = (/** @type {string} */ before, /** @type {string} */ after) => {
    const whole = before + exact + after;
    const from = Math.max(0, start - before.length);
    if (text.startsWith(whole, from)) return from + before.length;
    const next = text.indexOf(whole, from);
    const previous = text.lastIndexOf(whole, from);
    const nearest = next < 0 || (previous >= 0 && from - previous < next - from) ? previous : next;
    return nearest < 0 ? null : nearest + before.length;
  };
  const offset =
    findWith(prefix, suffix) ??
    findWith(prefix, "") ??
    findWith("", suffix) ??
    (isDistinctive(exact) ? findWith("", "") : null);
  return offset === null ? null : { start: offset, end: offset + exact.length };
}

/** Whether words are long enough to identify a place without the text around them. @param {string} exact */
function isDistinctive(exact) {
  return exact.length >= CONTEXT;
}

/**
 * An index of quotations by their places.
 *
 * @template {{ content: Span[] }} Quoted
 */
export class PlaceIndex {
  /** The quotations with each key, by their start. @type {Map<string, { start: number, quotation: Quoted }[]>} */
  #byKey = new Map();
  #removed = new Set();
  #text;

  /**
   * @param {string} text
   * @param {Quoted[]} quotations in text order
   */
  constructor(text, quotations) {
    this.#text = text;
    for (const quotation of quotations) this.add(quotation);
  }

  /** @param {Quoted} quotation */
  add(quotation) {
    const place = placeOf(this.#text, quotation.content);
    for (const key of keysOf(place)) {
      const list = this.#byKey.get(key) ?? [];
      list.splice(firstFrom(list, place.start), 0, { start: place.start, quotation });
      this.#byKey.set(key, list);
    }
  }

  /** @param {Quoted} quotation */
  remove(quotation) {
    this.#removed.add(quotation);
  }

  /** @param {Place} place @returns {Quoted | null} */
  find(place) {
    for (const key of keysOf(place)) {
      const found = this.#nearest(this.#byKey.get(key) ?? [], place.start);
      if (found) return found;
    }
    return null;
  }

  /**
   * @param {{ start: number, quotation: Quoted }[]} list
   * @param {number} start
   */
  #nearest(list, start) {
    let after = firstFrom(list, start);
    let before = after - 1;
    while (after < list.length && this.#removed.has(list[after].quotation)) after += 1;
    while (before >= 0 && this.#removed.has(list[before].quotation)) before -= 1;
    const next = list[after];
    const previous = list[before];
    const isPreviousNearer = !next || (previous && start - previous.start < next.start - start);
    return (isPreviousNearer ? previous : next)?.quotation ?? null;
  }
}

/** The keys of a place, the most exact one first. @param {Place} place */
function keysOf({ exact, prefix, suffix }) {
  const keys = [
    ["both", exact, prefix, suffix],
    ["before", exact, prefix],
    ["after", exact, suffix],
  ];
  if (isDistinctive(exact)) keys.push(["words", exact]);
  return keys.map((key) => key.join("\u0000"));
}
