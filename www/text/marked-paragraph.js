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
import { isFolded } from "./passages.js";
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
export function paragraphInputs({ text, quotations, badges }, paragraph, passages, previousEnd) {
  const { start, end, continues, softEnds, unread } = paragraph;
  const appearance = (/** @type {number} */ index) => [index, appearanceOf(quotations[index], badges)];
  return [
    text.slice(start, end),
    continues,
    softEnds.map((soft) => [soft.start - start, soft.end - start]),
    unread > 0,
    isFolded(paragraph),
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

/**
 * Hides a paragraph until the reader asks for it, or finds something in it with the browser's search.
 *
 * @param {Element} paragraph
 */
export function fold(paragraph) {
  paragraph.setAttribute("hidden", "until-found");
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
    if (start < end) this.#addWords(passage, this.#nodesOf(start, end));
    this.#offset = end;
  }

  finish() {
    this.#addPlainText(this.#paragraph.end);
    this.#element.classList.toggle("continues", this.#paragraph.continues);
    this.#element.classList.toggle("furniture", this.#paragraph.unread > 0);
    if (isFolded(this.#paragraph)) fold(this.#element);
    return this.#element;
  }

  /** @param {number} end */
  #addPlainText(end) {
    if (this.#offset >= end) return;
    this.#mark = null;
    this.#element.append(...this.#nodesOf(this.#offset, end));
    this.#offset = end;
  }

  /**
   * The text between two offsets, with every character of it. A soft end of a line is drawn as a space.
   *
   * @param {number} start
   * @param {number} end
   */
  #nodesOf(start, end) {
    const nodes = [];
    for (const soft of this.#paragraph.softEnds) {
      if (soft.end <= start) continue;
      if (soft.start >= end) break;
      nodes.push(this.#text.slice(start, Math.max(start, soft.start)));
      const from = Math.max(start, soft.start);
      start = Math.min(end, soft.end);
      nodes.push(...this.#softEnd(from, start));
    }
    return [...nodes, this.#text.slice(start, end)];
  }

  /**
   * What is drawn for a soft end of a line: white space that collapses to one space. The ">" of mail stays in
   * the page but is not seen; after a hyphen nothing is.
   *
   * @param {number} start
   * @param {number} end
   */
  #softEnd(start, end) {
    const hyphenated = /\p{L}-$/u.test(this.#text.slice(Math.max(0, start - 3), start));
    const between = this.#text.slice(start, end);
    const prefix = between.trimStart();
    const space = between.slice(0, between.length - prefix.length);
    return [
      space && make("span", { class: "soft-end", hidden: hyphenated }, space),
      prefix && make("span", { hidden: true }, prefix),
    ].filter((node) => node !== "");
  }

  /**
   * @param {Passage} passage
   * @param {(Node | string)[]} words of the passage in this paragraph
   */
  #addWords(passage, words) {
    let nodes = words;
    if (passage.cueOrSource) {
      const attributes = { class: passage.cueOrSource, "data-words-of": passage.cueOrSourceOf.join(" ") };
      nodes = [make("span", attributes, ...words)];
    }
    const index = passage.quotation;
    if (index === null) {
      this.#mark = null;
      this.#element.append(...nodes);
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
    this.#mark.append(make("span", { class: verbatim ? "verbatim" : "reported" }, ...nodes));
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
