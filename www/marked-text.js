/**
 * The text with its quotations marked. A mark tells the speaker by its colour and by the initials
 * behind it, and the kind by its underline; the cue and the source show when it is selected.
 *
 * @import { Passage } from "./passages.js"
 * @import { Sign } from "./signs.js"
 * @import { Strings } from "./strings/strings-for.js"
 * @import { Quotation, Report, Span } from "./types.js"
 */

import { make, rovingFocus, yieldToInput } from "./dom.js";
import { KeptChildren } from "./kept-children.js";
import { findPassages, splitBlocks } from "./passages.js";
import { selectionIn } from "./selected-words.js";
import { isDoubtful, quotationClass, signOf, traitsOf } from "./signs.js";

/** How long drawing may go on before the page gets to answer input, in ms. */
const SLICE = 16;
const LONGEST_SLICE = 100;

/** Of a longer text only the paragraphs in sight are laid out; in UTF-16 code units. */
const LONG = 60_000;

const SHOWN_SIGN = ".sign:not(.filtered-out)";

/**
 * @typedef {object} MarkCallbacks
 * @property {(index: number) => void} onSelect
 * @property {(index: number | null) => void} onPeek a mark is pointed at or focused; null: no more
 */

export class MarkedText {
  element = make("div", { class: "text", part: "text" });
  #body = make("div", { class: "text-body" });
  #selected = /** @type {number | null} */ (null);
  /** The quotations that stand out; null: all of them. @type {Set<number> | null} */
  #shown = null;
  /** What is drawn and what is left of the drawing before. */
  #children = new KeptChildren(this.#body, 0);
  /**
   * Where each paragraph starts in the text. No attribute of it: paragraphs behind a change would all
   * differ from those before.
   *
   * @type {WeakMap<Element, number>}
   */
  #starts = new WeakMap();
  #setTabStop;
  #strings;

  /** @param {MarkCallbacks & { strings: Strings }} parts */
  constructor({ strings, onSelect, onPeek }) {
    this.#strings = strings;
    this.element.append(this.#body);
    this.#setTabStop = rovingFocus(this.#body, SHOWN_SIGN);
    this.#body.addEventListener("click", ({ target }) => {
      const index = this.#quotationAt(target);
      // A click that ends a drag selects text, not a quotation.
      if (index !== null && (getSelection()?.isCollapsed ?? true)) onSelect(index);
    });
    /** @param {Event} event */
    const peek = ({ target }) => onPeek(this.#quotationAt(target));
    this.#body.addEventListener("pointerover", (event) => event.pointerType === "mouse" && peek(event));
    this.#body.addEventListener("pointerleave", () => onPeek(null));
    this.#body.addEventListener("focusin", ({ target }) => {
      if (target instanceof Element && target.matches(":focus-visible")) onPeek(this.#quotationAt(target));
    });
    this.#body.addEventListener("focusout", () => onPeek(null));
  }

  /**
   * Draws a text. What fits in one slice of time is drawn at once; the rest follows. Paragraphs
   * of the drawing before that are still the same stay.
   *
   * @param {string} text
   * @param {Report} report
   * @param {Sign[]} signs
   * @param {{ lang: string, signal: AbortSignal, onProgress: (part: number) => void }} options
   *   onProgress: told the part drawn so far, from 0 to 1, when it takes longer
   * @returns {Promise<void>}
   */
  async show(text, report, signs, { lang, signal, onProgress }) {
    this.select(null);
    this.#body.lang = lang;
    const passages = findPassages(text, report);
    const blocks = splitBlocks(text);
    this.#body.classList.toggle("long", text.length > LONG);
    const children = new KeptChildren(this.#body, blocks.length);
    this.#children = children;
    let sliceEnd = performance.now() + SLICE;
    let next = 0;
    let drawn = 0;
    for (const [i, block] of blocks.entries()) {
      const own = /** @type {Passage[]} */ ([]);
      while (next < passages.length && passages[next].start < block.end) {
        own.push(passages[next]);
        if (passages[next].end > block.end) break;
        next += 1;
      }
      // A sign at the very end of a paragraph belongs to it and not to the next one.
      if (passages[next]?.start === block.end && passages[next].end === block.end) {
        own.push(passages[next]);
        next += 1;
      }
      const paragraph = children.put(originOf(text, block, own, drawn, report.quotations, signs), () => {
        const draw = new BlockDrawing(text, report.quotations, signs, this.#shown, this.#strings);
        for (const passage of own) draw.passage(passage, block, drawn);
        return draw.finish(block);
      });
      this.#starts.set(paragraph, block.start);
      drawn = block.end;
      if (performance.now() < sliceEnd) continue;
      children.flush();
      onProgress((i + 1) / blocks.length);
      const sliced = performance.now();
      await yieldToInput();
      if (signal.aborted) return;
      // The longer the text, the longer the browser takes to lay out what was added to it.
      const laidOut = performance.now();
      sliceEnd = laidOut + Math.min(Math.max(laidOut - sliced, SLICE), LONGEST_SLICE);
    }
    children.finish();
    this.#resetTabStop();
  }

  /**
   * Lets some of the quotations stand out and the others fade into the text.
   *
   * @param {Set<number> | null} shown null: all of them
   */
  filter(shown) {
    this.#shown = shown;
    for (const part of this.#body.querySelectorAll("[data-quotation]")) {
      part.classList.toggle("filtered-out", shown !== null && !shown.has(Number(part.getAttribute("data-quotation"))));
    }
    this.#resetTabStop();
  }

  /** The words that are selected, and about where they stand in the text. */
  selection() {
    return selectionIn(this.element, this.#starts);
  }

  clear() {
    this.#body.replaceChildren();
  }

  /** @param {EventTarget | null} target */
  #quotationAt(target) {
    const part = target instanceof Element ? target.closest("[data-quotation]") : null;
    return part instanceof HTMLElement && this.#isDrawn(part) ? Number(part.dataset.quotation) : null;
  }

  /** Whether a part belongs to the report that is shown, and not to the one before. @param {Element} part */
  #isDrawn(part) {
    return !this.#children.isOld(part.closest("p"));
  }

  /**
   * Shows which quotation is selected, together with its cue and its source.
   *
   * @param {number | null} index
   */
  select(index) {
    for (const part of this.#partsOf(this.#selected)) part.classList.remove("selected");
    this.#selected = index;
    for (const part of this.#partsOf(index)) {
      part.classList.add("selected");
      if (part.matches(SHOWN_SIGN)) this.#setTabStop(part);
    }
  }

  /** Puts the focus on the sign of a quotation. @param {number} index */
  focus(index) {
    this.select(index);
    this.signOf(index)?.focus();
  }

  /** The sign of a quotation, which takes the focus for it. @param {number} index @returns {HTMLElement | null} */
  signOf(index) {
    return this.#body.querySelector(`.sign[data-quotation="${index}"]`);
  }

  /** @param {number} index */
  reveal(index, behavior = scrollBehavior()) {
    this.#marksOf(index)[0]?.scrollIntoView({ block: "center", behavior });
  }

  /**
   * Where a quotation is drawn, in the coordinates of the window.
   *
   * @param {number} index
   * @returns {DOMRect | null}
   */
  rectOf(index) {
    const sign = this.#partsOf(index).find((part) => part.matches(SHOWN_SIGN));
    return (sign ?? this.#marksOf(index).at(-1))?.getBoundingClientRect() ?? null;
  }

  #resetTabStop() {
    const selected = this.#partsOf(this.#selected).find((part) => part.matches(SHOWN_SIGN));
    const stop = selected ?? this.#body.querySelector(SHOWN_SIGN);
    if (stop instanceof HTMLElement) this.#setTabStop(stop);
  }

  /** @param {number} index */
  #marksOf(index) {
    return this.#partsOf(index).filter((part) => part.matches("mark"));
  }

  /** @param {number | null} index */
  #partsOf(index) {
    if (index === null) return [];
    const selector = `[data-quotation="${index}"], [data-words-of~="${index}"]`;
    const parts = /** @type {HTMLElement[]} */ ([...this.#body.querySelectorAll(selector)]);
    return parts.filter((part) => this.#isDrawn(part));
  }
}

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
function originOf(text, { start, end, continues }, passages, drawn, quotations, signs) {
  const traits = (/** @type {number} */ index) => [index, traitsOf(quotations[index], signs)];
  return [text.slice(start, end), continues, passages.map((passage) => [
    passage.start - start, passage.end - start, passage.start >= drawn,
    passage.quotation === null ? null : traits(passage.quotation),
    passage.verbatim, passage.words, passage.wordsOf, passage.ending.map(traits),
  ])];
}

/** Builds one paragraph out of its passages. */
class BlockDrawing {
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
    if (passage.words) node = make("span", { class: passage.words, "data-words-of": passage.wordsOf.join(" ") }, node);
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
    this.#paragraph.append(make("span", { class: "tail" }, make("button", {
      type: "button",
      class: `sign ${this.#classOf(index)}`,
      part: "sign",
      tabindex: -1,
      "data-quotation": index,
      "aria-label": this.#strings.markLabel(index, quotation, name, sign),
    }, sign)));
  }
}

/** @returns {ScrollBehavior} */
export function scrollBehavior() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
