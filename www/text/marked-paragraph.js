/**
 * Draws one paragraph of the marked text: a `<mark>` for each quotation in it, and the badge of the
 * speaker after the quotation.
 *
 * @import { Paragraph, Passage } from "./passages.js"
 * @import { SpeakerBadge } from "./speaker-badges.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Quotation } from "../types.js"
 */

import { make } from "../lib/dom.js";
import { isDoubtful } from "../report/certainty.js";
import { appearanceOf, badgeOf, quotationClasses } from "./speaker-badges.js";

/**
 * What is drawn, the same for all paragraphs.
 *
 * @typedef {object} MarkedReport
 * @property {string} text
 * @property {Quotation[]} quotations
 * @property {SpeakerBadge[]} badges
 */

/**
 * All that decides how a paragraph looks. It does not include the paragraph's offset in the text: an edit
 * before the paragraph must not cause it to be drawn again.
 *
 * @param {MarkedReport} report
 * @param {Paragraph} paragraph
 * @param {Passage[]} passages that touch the paragraph
 * @param {number} previousEnd the end of the paragraph before
 */
export function paragraphInputs(
  { text, quotations, badges },
  { start, end, continues, furniture },
  passages,
  previousEnd,
) {
  const appearance = (/** @type {number} */ index) => [index, appearanceOf(quotations[index], badges)];
  return [
    text.slice(start, end),
    continues,
    furniture,
    passages.map((passage) => [
      passage.start - start,
      passage.end - start,
      passage.start >= previousEnd,
      passage.quotation === null ? null : appearance(passage.quotation),
      passage.verbatim,
      passage.cueOrSource,
      passage.cueOrSourceOf,
      passage.badgesBefore.map(appearance),
    ]),
  ];
}

/**
 * @param {MarkedReport} report
 * @param {Paragraph} paragraph
 * @param {Passage[]} passages that touch the paragraph
 * @param {number} previousEnd the end of the paragraph before
 * @param {object} options
 * @param {Set<number> | null} options.matches the quotations that match the filters; null: all of them
 * @param {Strings} options.strings
 * @returns {HTMLElement}
 */
export function drawParagraph(report, paragraph, passages, previousEnd, options) {
  const builder = new ParagraphBuilder(report, paragraph, options);
  for (const passage of passages) builder.add(passage, previousEnd);
  return builder.finish();
}

class ParagraphBuilder {
  #element = make("p", { dir: "auto" });
  #text;
  #quotations;
  #badges;
  #paragraph;
  #matches;
  #strings;
  /** The offset up to which the text is drawn. */
  #offset;
  /** The mark to which the next passage is added if it belongs to the same quotation. @type {HTMLElement | null} */
  #mark = null;

  /**
   * @param {MarkedReport} report
   * @param {Paragraph} paragraph
   * @param {{ matches: Set<number> | null, strings: Strings }} options
   */
  constructor({ text, quotations, badges }, paragraph, { matches, strings }) {
    this.#text = text;
    this.#quotations = quotations;
    this.#badges = badges;
    this.#paragraph = paragraph;
    this.#offset = paragraph.start;
    this.#matches = matches;
    this.#strings = strings;
  }

  /**
   * @param {Passage} passage
   * @param {number} previousEnd the end of the paragraph before: badges from there on are not drawn yet
   */
  add(passage, previousEnd) {
    const start = Math.max(passage.start, this.#paragraph.start);
    const end = Math.min(passage.end, this.#paragraph.end);
    this.#addPlainText(start);
    if (passage.start >= previousEnd) for (const index of passage.badgesBefore) this.#addBadge(index);
    if (start < end) this.#addWords(passage, this.#text.slice(start, end));
    this.#offset = end;
  }

  finish() {
    this.#addPlainText(this.#paragraph.end);
    this.#element.classList.toggle("continues", this.#paragraph.continues);
    this.#element.classList.toggle("furniture", this.#paragraph.furniture);
    return this.#element;
  }

  /** @param {number} end */
  #addPlainText(end) {
    if (this.#offset >= end) return;
    this.#mark = null;
    this.#element.append(this.#text.slice(this.#offset, end));
    this.#offset = end;
  }

  /**
   * @param {Passage} passage
   * @param {string} words of the passage in this paragraph
   */
  #addWords(passage, words) {
    /** @type {Node} */
    let node = document.createTextNode(words);
    if (passage.cueOrSource) {
      const attributes = { class: passage.cueOrSource, "data-words-of": passage.cueOrSourceOf.join(" ") };
      node = make("span", attributes, node);
    }
    const index = passage.quotation;
    if (index === null) {
      this.#mark = null;
      this.#element.append(node);
      return;
    }
    const { kind } = this.#quotations[index];
    if (this.#mark?.dataset.quotation !== String(index)) {
      this.#mark = make("mark", {
        class: this.#classesOf(index),
        part: `mark mark-${kind}`,
        "data-quotation": index,
      });
      this.#element.append(this.#mark);
    }
    const verbatim = passage.verbatim || kind === "direct";
    this.#mark.append(make("span", { class: verbatim ? "verbatim" : "reported" }, node));
  }

  /** @param {number} index of a quotation */
  #classesOf(index) {
    const isFilteredOut = this.#matches !== null && !this.#matches.has(index);
    return `${quotationClasses(this.#quotations[index], this.#badges)}${isFilteredOut ? " filtered-out" : ""}`;
  }

  /** @param {number} index of the quotation that ends here */
  #addBadge(index) {
    const quotation = this.#quotations[index];
    const { initials, name } = badgeOf(quotation, this.#badges);
    const label = isDoubtful(quotation) && quotation.speaker !== null ? `${initials}?` : initials;
    const button = make(
      "button",
      {
        type: "button",
        class: `sign ${this.#classesOf(index)}`,
        part: "sign",
        tabindex: -1,
        "data-quotation": index,
        "aria-label": this.#strings.markLabel(index, quotation, name, label),
      },
      label,
    );
    this.#mark = null;
    this.#element.append(make("span", { class: "tail" }, button));
  }
}
