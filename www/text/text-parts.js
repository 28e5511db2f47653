/**
 * A text that is too long to be drawn whole is drawn a part at a time. This says where its parts are, and
 * has the controls that lead from one to the next.
 *
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Span } from "../types.js"
 */

import { make } from "../lib/dom.js";

/** A longer text has parts, in UTF-16 code units: laying one out takes a browser more than twice as long as its half. */
const WHOLE = 1_500_000;
/** How long a part is. */
const PART = 500_000;

/**
 * @param {Span[]} blocks what is to be drawn, in text order
 * @param {number} length of the text
 * @returns {{ first: number, end: number }[]} the blocks of each part; at least one part
 */
export function splitParts(blocks, length) {
  if (length <= WHOLE) return [{ first: 0, end: blocks.length }];
  const parts = [];
  let first = 0;
  for (const [i, block] of blocks.entries()) {
    if (block.end - blocks[first].start < PART && i + 1 < blocks.length) continue;
    parts.push({ first, end: i + 1 });
    first = i + 1;
  }
  return parts.length > 0 ? parts : [{ first: 0, end: 0 }];
}

export class PartsBar {
  element;
  #place = make("span", { role: "status" });
  #back = make("button", { type: "button", part: "button" });
  #on = make("button", { type: "button", part: "button" });
  #strings;
  #part = 0;
  #count = 1;

  /** @param {{ strings: Strings, onGo: (part: number) => void }} parts onGo: the reader wants to see that part */
  constructor({ strings, onGo }) {
    this.#strings = strings.parts;
    this.#back.append(this.#strings.back);
    this.#on.append(this.#strings.on);
    this.element = make(
      "nav",
      { class: "parts", "aria-label": this.#strings.label, hidden: true },
      this.#back,
      this.#place,
      this.#on,
    );
    for (const [button, step] of /** @type {const} */ ([
      [this.#back, -1],
      [this.#on, 1],
    ])) {
      button.addEventListener("click", () => {
        const part = this.#part + step;
        if (part >= 0 && part < this.#count) onGo(part);
      });
    }
  }

  /** @param {number} part @param {number} count */
  show(part, count) {
    this.#part = part;
    this.#count = count;
    this.element.hidden = count === 1;
    this.#place.textContent = count === 1 ? "" : this.#strings.place(part + 1, count);
    // Disabled ones would lose the focus.
    this.#back.setAttribute("aria-disabled", String(part === 0));
    this.#on.setAttribute("aria-disabled", String(part === count - 1));
  }
}
