/**
 * Divides a text that is too long to be drawn at once into parts, and has the buttons that lead from one
 * part to the next.
 *
 * @import { Paragraph } from "./passages.js"
 * @import { Strings } from "../strings/strings-for.js"
 */

import { make } from "../lib/dom.js";

/**
 * The longest text that is drawn at once, in UTF-16 code units. A browser needs more than twice as long to
 * lay out a text that is twice as long.
 */
const LONGEST_UNDIVIDED = 1_500_000;
/** The length of a part, in UTF-16 code units. */
const PART_LENGTH = 500_000;

/**
 * @typedef {object} TextPart
 * @property {number} first index of its first paragraph
 * @property {number} end index after its last paragraph
 */

/**
 * @param {Paragraph[]} paragraphs of the text, in text order
 * @param {number} length of the text
 * @returns {TextPart[]} at least one
 */
export function splitParts(paragraphs, length) {
  if (length <= LONGEST_UNDIVIDED) return [{ first: 0, end: paragraphs.length }];
  const parts = [];
  let first = 0;
  for (const [i, paragraph] of paragraphs.entries()) {
    if (paragraph.end - paragraphs[first].start < PART_LENGTH && i + 1 < paragraphs.length) continue;
    parts.push({ first, end: i + 1 });
    first = i + 1;
  }
  return parts.length > 0 ? parts : [{ first: 0, end: 0 }];
}

/** Says which part of the text is shown, and leads to the previous and the next one. */
export class PartsBar {
  element;
  #position = make("span", { role: "status" });
  #previous = make("button", { type: "button", part: "button" });
  #next = make("button", { type: "button", part: "button" });
  #strings;
  #part = 0;
  #count = 1;

  /** @param {{ strings: Strings, onShowPart: (part: number) => void }} options */
  constructor({ strings, onShowPart }) {
    this.#strings = strings.parts;
    this.#previous.append(this.#strings.back);
    this.#next.append(this.#strings.on);
    this.element = make(
      "nav",
      { class: "parts", "aria-label": this.#strings.label, hidden: true },
      this.#previous,
      this.#position,
      this.#next,
    );
    for (const [button, step] of /** @type {const} */ ([
      [this.#previous, -1],
      [this.#next, 1],
    ])) {
      button.addEventListener("click", () => {
        const part = this.#part + step;
        if (part >= 0 && part < this.#count) onShowPart(part);
      });
    }
  }

  /**
   * @param {number} part the one that is shown, from 0
   * @param {number} count of all parts; the bar is hidden if there is only one
   */
  show(part, count) {
    this.#part = part;
    this.#count = count;
    this.element.hidden = count === 1;
    this.#position.textContent = count === 1 ? "" : this.#strings.place(part + 1, count);
    // A button that is `disabled` would lose the focus.
    this.#previous.setAttribute("aria-disabled", String(part === 0));
    this.#next.setAttribute("aria-disabled", String(part === count - 1));
  }
}
