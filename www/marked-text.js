/**
 * The text with its quotations marked. A mark tells the speaker by its colour and by the initials
 * behind it, and the kind by its underline; the cue and the source show when it is selected.
 *
 * @import { Passage } from "./passages.js"
 * @import { Sign } from "./signs.js"
 * @import { Quotation, Report, Span } from "./types.js"
 */

import { make, rovingFocus, yieldToInput } from "./dom.js";
import { findPassages, splitBlocks } from "./passages.js";
import { isDoubtful, quotationClass, signOf } from "./signs.js";
import { strings } from "./strings.js";

/** How long drawing may go on before the page gets to answer input, in ms. */
const SLICE = 16;

/** Of a longer text only the paragraphs in sight are laid out; in UTF-16 code units. */
const LONG = 60_000;

/**
 * @typedef {object} MarkCallbacks
 * @property {(index: number) => void} onSelect
 * @property {(index: number | null) => void} onPeek a mark is pointed at or focused; null: no more
 */

export class MarkedText {
  element = make("div", { class: "text", part: "text" });
  #body = make("div", { class: "text-body" });
  #selected = /** @type {number | null} */ (null);
  #setTabStop;

  /** @param {MarkCallbacks} callbacks */
  constructor({ onSelect, onPeek }) {
    this.element.append(this.#body);
    this.#setTabStop = rovingFocus(this.#body, ".sign");
    this.#body.addEventListener("click", ({ target }) => {
      const index = quotationAt(target);
      // A click that ends a drag selects text, not a quotation.
      if (index !== null && (getSelection()?.isCollapsed ?? true)) onSelect(index);
    });
    /** @param {Event} event */
    const peek = ({ target }) => onPeek(quotationAt(target));
    this.#body.addEventListener("pointerover", (event) => event.pointerType === "mouse" && peek(event));
    this.#body.addEventListener("pointerleave", () => onPeek(null));
    this.#body.addEventListener("focusin", ({ target }) => {
      if (target instanceof Element && target.matches(":focus-visible")) onPeek(quotationAt(target));
    });
    this.#body.addEventListener("focusout", () => onPeek(null));
  }

  /**
   * Draws a text. What fits in one slice of time is drawn at once; the rest follows.
   *
   * @param {string} text
   * @param {Report} report
   * @param {Sign[]} signs
   * @param {{ lang: string, signal: AbortSignal, onProgress: (part: number) => void }} options
   *   onProgress: told the part drawn so far, from 0 to 1, when it takes longer
   * @returns {Promise<void>}
   */
  async show(text, report, signs, { lang, signal, onProgress }) {
    this.#selected = null;
    this.#body.lang = lang;
    const passages = findPassages(text, report);
    const blocks = splitBlocks(text);
    this.#body.classList.toggle("long", text.length > LONG);
    let slice = document.createDocumentFragment();
    let sliceEnd = performance.now() + SLICE;
    let next = 0;
    let drawn = 0;
    this.#body.replaceChildren();
    for (const [i, block] of blocks.entries()) {
      const draw = new BlockDrawing(text, report.quotations, signs);
      while (next < passages.length && passages[next].start < block.end) {
        draw.passage(passages[next], block, drawn);
        if (passages[next].end > block.end) break;
        next += 1;
      }
      // A sign at the very end of a paragraph belongs to it and not to the next one.
      if (passages[next]?.start === block.end && passages[next].end === block.end) {
        draw.passage(passages[next], block, drawn);
        next += 1;
      }
      slice.append(draw.finish(block));
      drawn = block.end;
      if (performance.now() < sliceEnd) continue;
      this.#body.append(slice);
      onProgress((i + 1) / blocks.length);
      await yieldToInput();
      if (signal.aborted) return;
      slice = document.createDocumentFragment();
      sliceEnd = performance.now() + SLICE;
    }
    this.#body.append(slice);
    const first = this.#body.querySelector(".sign");
    if (first instanceof HTMLElement) this.#setTabStop(first);
  }

  clear() {
    this.#body.replaceChildren();
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
      if (part.matches(".sign")) this.#setTabStop(part);
    }
  }

  /** Puts the focus on the sign of a quotation. @param {number} index */
  focus(index) {
    this.select(index);
    const sign = this.#body.querySelector(`.sign[data-quotation="${index}"]`);
    if (sign instanceof HTMLElement) sign.focus();
  }

  /** @param {number} index */
  reveal(index) {
    this.#marksOf(index)[0]?.scrollIntoView({ block: "center", behavior: scrollBehavior() });
  }

  /**
   * Where a quotation is drawn, in the coordinates of the window.
   *
   * @param {number} index
   * @returns {DOMRect | null}
   */
  rectOf(index) {
    const sign = this.#body.querySelector(`.sign[data-quotation="${index}"]`);
    return (sign ?? this.#marksOf(index).at(-1))?.getBoundingClientRect() ?? null;
  }

  /** @param {number} index */
  #marksOf(index) {
    return /** @type {HTMLElement[]} */ ([...this.#body.querySelectorAll(`mark[data-quotation="${index}"]`)]);
  }

  /** @param {number | null} index */
  #partsOf(index) {
    if (index === null) return [];
    const selector = `[data-quotation="${index}"], [data-words-of~="${index}"]`;
    return /** @type {HTMLElement[]} */ ([...this.#body.querySelectorAll(selector)]);
  }
}

/** Builds one paragraph out of its passages. */
class BlockDrawing {
  #paragraph = make("p", { dir: "auto" });
  #text;
  #quotations;
  #signs;
  /** @type {number | null} */
  #at = null;
  /** The mark that is being filled. @type {HTMLElement | null} */
  #mark = null;

  /**
   * @param {string} text
   * @param {Quotation[]} quotations
   * @param {Sign[]} signs
   */
  constructor(text, quotations, signs) {
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
    this.#paragraph.dataset.start = String(start);
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
        class: quotationClass(quotation, this.#signs),
        part: `mark mark-${quotation.kind}`,
        "data-quotation": index,
      });
      this.#paragraph.append(this.#mark);
    }
    const verbatim = passage.verbatim || this.#quotations[index].kind === "direct";
    this.#mark.append(make("span", { class: verbatim ? "verbatim" : "reported" }, node));
  }

  /** @param {number} index */
  #sign(index) {
    const quotation = this.#quotations[index];
    const { initials, name } = signOf(quotation, this.#signs);
    const sign = isDoubtful(quotation) && quotation.speaker !== null ? `${initials}?` : initials;
    this.#mark = null;
    this.#paragraph.append(make("span", { class: "tail" }, make("button", {
      type: "button",
      class: `sign ${quotationClass(quotation, this.#signs)}`,
      part: "sign",
      tabindex: -1,
      "data-quotation": index,
      "aria-label": strings.markLabel(index, quotation, name, sign),
    }, sign)));
  }
}

/** @param {EventTarget | null} target */
function quotationAt(target) {
  const part = target instanceof Element ? target.closest("[data-quotation]") : null;
  return part instanceof HTMLElement ? Number(part.dataset.quotation) : null;
}

/** @returns {ScrollBehavior} */
export function scrollBehavior() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
