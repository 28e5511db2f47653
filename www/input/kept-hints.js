/**
 * The hints for a text that its reader edits. A hint moves with its words; one whose words are edited is
 * dropped. They come back with the text for which they were given, as undo and redo of the browser bring it.
 *
 * @import { Hint } from "../types.js"
 */

export class KeptHints {
  #text = "";
  /** @type {readonly Hint[]} */
  #hints = [];
  /** The text for which hints were last given. @type {{ text: string, hints: readonly Hint[] }} */
  #given = { text: "", hints: [] };

  /**
   * Takes a text with its hints.
   *
   * @param {string} text
   * @param {readonly Hint[]} hints in UTF-16 code units of the text
   */
  give(text, hints) {
    this.#text = text;
    this.#hints = hints;
    this.#given = { text, hints };
  }

  /** Takes the text after an edit. @param {string} text */
  follow(text) {
    this.#hints = this.after(text);
    this.#text = text;
  }

  /** The hints for a text; none if it is not the text that was taken last. @param {string} text */
  for(text) {
    return text === this.#text ? this.#hints : [];
  }

  /** The hints for the text after an edit. @param {string} text @returns {readonly Hint[]} */
  after(text) {
    if (text === this.#given.text) return this.#given.hints;
    if (this.#hints.length === 0) return [];
    const before = this.#text;
    // What the texts share at both ends is not edited.
    const shorter = Math.min(before.length, text.length);
    let start = 0;
    while (start < shorter && before.charCodeAt(start) === text.charCodeAt(start)) start += 1;
    let end = before.length;
    const by = text.length - before.length;
    while (end > start && end + by > start && before.charCodeAt(end - 1) === text.charCodeAt(end - 1 + by))
      end -= 1;
    return this.#hints.flatMap((hint) => {
      if (hint.end <= start) return [hint];
      return hint.start >= end ? [moved(hint, by)] : [];
    });
  }
}

/** @param {Hint} hint @param {number} by how many UTF-16 code units @returns {Hint} */
export function moved(hint, by) {
  return { ...hint, start: hint.start + by, end: hint.end + by };
}
