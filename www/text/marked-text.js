/**
 * The text with its quotations marked. A mark tells the speaker by its colour and by the initials
 * behind it, and the kind by its underline; the cue and the source show when it is selected.
 *
 * @import { Passage } from "./passages.js"
 * @import { Sign } from "./signs.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Quotation, Report, Span } from "../types.js"
 */

import { make, rovingFocus, scrollBehavior, yieldToInput } from "../lib/dom.js";
import { KeptChildren } from "../lib/kept-children.js";
import { BlockDrawing, originOf } from "./block-drawing.js";
import { findPassages, splitBlocks } from "./passages.js";
import { selectionIn } from "./selected-words.js";
import { PartsBar, splitParts } from "./text-parts.js";

/** How long drawing may go on before the page gets to answer input, in ms. */
const SLICE = 16;
/** It may go on for as long as laying out took, so that this is not half of the time, up to here. */
const LONGEST_SLICE = 100;

/** Of a longer text only the paragraphs in sight are laid out; in UTF-16 code units. */
const LONG = 60_000;

const SHOWN_SIGN = ".sign:not(.filtered-out)";

/**
 * What is drawn: all that does not depend on the part of the text that is on show.
 *
 * @typedef {object} Drawing
 * @property {string} text
 * @property {Quotation[]} quotations
 * @property {Sign[]} signs
 * @property {(Span & { continues: boolean })[]} blocks
 * @property {{ first: number, end: number }[]} parts
 *
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
  /** @type {Drawing | null} */
  #drawing = null;
  /** Which part is on show. */
  #part = 0;
  #partsBar;
  /** Gives up the drawing of a part that the reader has left. */
  #visit = new AbortController();

  /** @param {MarkCallbacks & { strings: Strings }} parts */
  constructor({ strings, onSelect, onPeek }) {
    this.#strings = strings;
    this.#partsBar = new PartsBar({
      strings,
      onGo: async (part) => (await this.#goTo(part)) && this.element.scrollIntoView(),
    });
    this.element.append(this.#partsBar.element, this.#body);
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
    const blocks = splitBlocks(text);
    const parts = splitParts(blocks, text.length);
    this.#body.classList.toggle("long", text.length > LONG);
    // Corrections leave the reader where they are.
    if (this.#drawing?.text !== text) this.#part = 0;
    this.#drawing = { text, quotations: report.quotations, signs, blocks, parts };
    await this.#draw(this.#drawing, signal, onProgress);
  }

  /**
   * Draws the part that is on show.
   *
   * @param {Drawing} drawing
   * @param {AbortSignal} signal
   * @param {(part: number) => void} onProgress
   * @returns {Promise<boolean>} whether it was drawn to its end
   */
  async #draw({ text, quotations, signs, blocks, parts }, signal, onProgress) {
    this.#visit.abort();
    const visit = (this.#visit = new AbortController()).signal;
    const { first, end } = parts[this.#part];
    this.#partsBar.show(this.#part, parts.length);
    const children = new KeptChildren(this.#body, end - first);
    this.#children = children;
    let sliceEnd = performance.now() + SLICE;
    let drawn = first === 0 ? 0 : blocks[first - 1].end;
    const passages = findPassages(text, quotations, { start: drawn, end: blocks[end - 1]?.end ?? 0 });
    let next = first === 0 ? 0 : passages.findIndex((passage) => passage.end > drawn);
    if (next < 0) next = passages.length;
    for (const [i, block] of blocks.slice(first, end).entries()) {
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
      const paragraph = children.put(originOf(text, block, own, drawn, quotations, signs), () => {
        const draw = new BlockDrawing(text, quotations, signs, this.#shown, this.#strings);
        for (const passage of own) draw.passage(passage, block, drawn);
        return draw.finish(block);
      });
      this.#starts.set(paragraph, block.start);
      drawn = block.end;
      if (performance.now() < sliceEnd) continue;
      children.flush();
      onProgress((i + 1) / (end - first));
      const sliced = performance.now();
      await yieldToInput();
      if (signal.aborted || visit.aborted) return false;
      // The longer the text, the longer the browser takes to lay out what was added to it.
      const laidOut = performance.now();
      sliceEnd = laidOut + Math.min(Math.max(laidOut - sliced, SLICE), LONGEST_SLICE);
    }
    children.finish();
    this.select(this.#selected);
    this.#resetTabStop();
    return true;
  }

  /**
   * Shows another part of the text.
   *
   * @param {number} part
   * @returns {Promise<boolean>} whether the reader stayed until it was drawn
   */
  async #goTo(part) {
    if (!this.#drawing) return false;
    this.#part = part;
    this.#body.replaceChildren();
    return this.#draw(this.#drawing, new AbortController().signal, () => {});
  }

  /** The part in which a quotation begins. @param {number} index */
  #partOf(index) {
    const start = this.#drawing?.quotations[index]?.content[0]?.start;
    if (!this.#drawing || start === undefined) return this.#part;
    const { parts, blocks } = this.#drawing;
    return Math.max(
      0,
      parts.findLastIndex(({ first }) => first < blocks.length && blocks[first].start <= start),
    );
  }

  /**
   * Lets some of the quotations stand out and the others fade into the text.
   *
   * @param {Set<number> | null} shown null: all of them
   */
  filter(shown) {
    this.#shown = shown;
    for (const part of this.#body.querySelectorAll("[data-quotation]")) {
      part.classList.toggle(
        "filtered-out",
        shown !== null && !shown.has(Number(part.getAttribute("data-quotation"))),
      );
    }
    this.#resetTabStop();
  }

  /** The words that are selected, and about where they stand in the text. */
  selection() {
    return selectionIn(this.element, this.#starts);
  }

  clear() {
    this.#visit.abort();
    this.#drawing = null;
    this.#partsBar.show(0, 1);
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

  /**
   * Brings a quotation into view, with the part of the text in which it stands.
   *
   * @param {number} index
   * @param {ScrollBehavior} [behavior]
   * @returns {Promise<boolean>} whether it is there
   */
  async reveal(index, behavior = scrollBehavior()) {
    const part = this.#partOf(index);
    const stays = part === this.#part;
    if (!stays && !(await this.#goTo(part))) return false;
    // There is no way from one part to another that the eye could follow.
    this.#marksOf(index)[0]?.scrollIntoView({ block: "center", behavior: stays ? behavior : "instant" });
    return true;
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
