/**
 * Draws one paragraph of the marked text.
 *
 * @import { Passage } from "./passages.js"
 * @import { Sign } from "./signs.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Quotation, Span } from "../types.js"
 */

import { make } from "../lib/dom.js";
import { isDoubtful } from "../report/certainty.js";
import { quotationClass, signOf, traitsOf } from "./signs.js";

/**
 * All that a paragraph is drawn from, wherever in the text it stands.
 *
 * @param {string} text
 * @param {Span & { continues: boolean }} block
 * @param {Passage[]} passages of the block
 * @param {number} drawn where the block before ended
 * @param {Quotation[]} quotations
 * @param {Sign[]} signs
 */
export function originOf(text, { start, end, continues }, passages, drawn, quotations, signs) {
  const traits = (/** @type {number} */ index) => [index, traitsOf(quotations[index], signs)];
  return [
    text.slice(start, end),
    continues,
    passages.map((passage) => [
      passage.start - start,
      passage.end - start,
      passage.start >= drawn,
      passage.quotation === null ? null : traits(passage.quotation),
      passage.verbatim,
      passage.words,
      passage.wordsOf,
      passage.ending.map(traits),
    ]),
  ];
}

/** Builds one paragraph out of its passages. */
export class BlockDrawing {
  #paragraph = make("p", { dir: "auto" });
  #text;
  #quotations;
  #shown;
  #signs;
  #strings;
  /** @type {number | null} */
  #at = null;
  /** The mark that is being filled. @type {HTMLElement | null} */
  #mark = null;

  /**
   * @param {string} text
   * @param {Quotation[]} quotations
   * @param {Sign[]} signs
   * @param {Set<number> | null} shown
   * @param {Strings} strings
   */
  constructor(text, quotations, signs, shown, strings) {
    this.#strings = strings;
    this.#shown = shown;
    this.#text = text;
    this.#quotations = quotations;
    this.#signs = signs;
  }

  /**
   * @param {Passage} passage
   * @param {Span} block
   * @param {number} drawn where the block before ended: a sign since then has yet to be drawn
   */
  passage(passage, block, drawn) {
    const start = Math.max(passage.start, block.start);
    const end = Math.min(passage.end, block.end);
    this.#plain(block.start, start);
    if (passage.start >= drawn) for (const index of passage.ending) this.#sign(index);
    if (start < end) this.#fill(passage, this.#text.slice(start, end));
    this.#at = end;
  }

  /** @param {Span & { continues: boolean }} block */
  finish({ start, end, continues }) {
    this.#plain(start, end);
    this.#paragraph.classList.toggle("continues", continues);
    return this.#paragraph;
  }

  /**
   * @param {number} blockStart
   * @param {number} end
   */
  #plain(blockStart, end) {
    const start = this.#at ?? blockStart;
    if (start >= end) return;
    this.#mark = null;
    this.#paragraph.append(this.#text.slice(start, end));
    this.#at = end;
  }

  /**
   * @param {Passage} passage
   * @param {string} words
   */
  #fill(passage, words) {
    /** @type {Node} */
    let node = document.createTextNode(words);
    if (passage.words)
      node = make("span", { class: passage.words, "data-words-of": passage.wordsOf.join(" ") }, node);
    const index = passage.quotation;
    if (index === null) {
      this.#mark = null;
      this.#paragraph.append(node);
      return;
    }
    if (this.#mark?.dataset.quotation !== String(index)) {
      const quotation = this.#quotations[index];
      this.#mark = make("mark", {
        class: this.#classOf(index),
        part: `mark mark-${quotation.kind}`,
        "data-quotation": index,
      });
      this.#paragraph.append(this.#mark);
    }
    const verbatim = passage.verbatim || this.#quotations[index].kind === "direct";
    this.#mark.append(make("span", { class: verbatim ? "verbatim" : "reported" }, node));
  }

  /** @param {number} index */
  #classOf(index) {
    const out = this.#shown !== null && !this.#shown.has(index);
    return `${quotationClass(this.#quotations[index], this.#signs)}${out ? " filtered-out" : ""}`;
  }

  /** @param {number} index */
  #sign(index) {
    const quotation = this.#quotations[index];
    const { initials, name } = signOf(quotation, this.#signs);
    const sign = isDoubtful(quotation) && quotation.speaker !== null ? `${initials}?` : initials;
    this.#mark = null;
    this.#paragraph.append(
      make(
        "span",
        { class: "tail" },
        make(
          "button",
          {
            type: "button",
            class: `sign ${this.#classOf(index)}`,
            part: "sign",
            tabindex: -1,
            "data-quotation": index,
            "aria-label": this.#strings.markLabel(index, quotation, name, sign),
          },
          sign,
        ),
      ),
    );
  }
}
