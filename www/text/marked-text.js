/**
 * The text with its quotations marked. A mark shows its speaker by a color and by the badge after it, and
 * its kind by an underline. The cue and the source of the selected quotation stand out as well.
 *
 * @import { MarkedReport } from "./marked-paragraph.js"
 * @import { Paragraph, Passage } from "./passages.js"
 * @import { SpeakerBadge } from "./speaker-badges.js"
 * @import { TextPart } from "./text-parts.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Report } from "../types.js"
 */

import { make, rovingFocus, scrollBehavior, yieldToInput } from "../lib/dom.js";
import { KeptChildren } from "../lib/kept-children.js";
import { drawParagraph, paragraphInputs } from "./marked-paragraph.js";
import { findPassages, isFolded, splitParagraphs } from "./passages.js";
import { PartsBar, splitParts } from "./text-parts.js";
import { alignLines, drawUnreadBar, unfoldFound } from "./unread-bar.js";

/** How long drawing goes on before the page answers input, in ms. */
const SLICE = 16;
/**
 * If layout takes longer than a slice, the next slice may last as long as the layout did, so that layout does
 * not take most of the time; at most this, in ms.
 */
const LONGEST_SLICE = 100;

/** In longer texts the browser lays out only the paragraphs in view; in UTF-16 code units. */
const LONG = 60_000;

const UNFILTERED_BADGE = ".sign:not(.filtered-out)";

/**
 * @typedef {object} MarkCallbacks
 * @property {(index: number) => void} onSelect
 * @property {(index: number | null) => void} onPreview a mark is pointed at or focused; null: it no longer is
 */

export class MarkedText {
  element = make("div", { class: "text", part: "text" });
  #body = make("div", { class: "text-body" });
  /** What is drawn, with its paragraphs. @type {MarkedReport & { paragraphs: Paragraph[], parts: TextPart[] } | null} */
  #report = null;
  /** Index of the selected quotation. @type {number | null} */
  #selected = null;
  /** The quotations that match the filters; null: all of them. @type {Set<number> | null} */
  #matches = null;
  /** The paragraphs, including those of the previous drawing that may stay. */
  #children = new KeptChildren(this.#body, 0);
  /**
   * The offset in the text of each paragraph that is drawn. Not an attribute: an edit changes the offsets of all
   * paragraphs after it, and they would have to be drawn again.
   *
   * @type {WeakMap<Element, number>}
   */
  starts = new WeakMap();
  /** Index of the part of the text that is shown. */
  #part = 0;
  #partsBar;
  /** Stops drawing a part when the reader goes to another one. */
  #drawing = new AbortController();
  #setTabStop;
  #strings;

  /** @param {MarkCallbacks & { strings: Strings }} options */
  constructor({ strings, onSelect, onPreview }) {
    this.#strings = strings;
    this.#partsBar = new PartsBar({
      strings,
      onShowPart: async (part) => (await this.#goToPart(part)) && this.element.scrollIntoView(),
    });
    this.element.append(this.#partsBar.element, this.#body);
    this.#setTabStop = rovingFocus(this.#body, UNFILTERED_BADGE);
    this.#body.addEventListener("click", ({ target }) => {
      const index = this.#quotationOf(target);
      // A click that ends a drag selects text, not a quotation.
      if (index !== null && (getSelection()?.isCollapsed ?? true)) onSelect(index);
    });
    this.#body.addEventListener("pointerover", ({ target, pointerType }) => {
      if (pointerType === "mouse") onPreview(this.#quotationOf(target));
    });
    this.#body.addEventListener("pointerleave", () => onPreview(null));
    this.#body.addEventListener("focusin", ({ target }) => {
      if (target instanceof Element && target.matches(":focus-visible")) onPreview(this.#quotationOf(target));
    });
    this.#body.addEventListener("focusout", () => onPreview(null));
    this.#body.addEventListener("beforematch", ({ target }) => unfoldFound(target));
  }

  /**
   * Draws a text. What takes no longer than one slice of time is drawn at once; the rest follows.
   * Paragraphs that are the same as in the previous drawing stay in the page.
   *
   * @param {string} text
   * @param {Report} report
   * @param {SpeakerBadge[]} badges
   * @param {{ lang: string, signal: AbortSignal, onProgress: (fraction: number) => void }} options
   *   onProgress: called with the fraction drawn so far, from 0 to 1, if it takes longer
   * @returns {Promise<void>}
   */
  async show(text, report, badges, { lang, signal, onProgress }) {
    this.select(null);
    this.#body.lang = lang;
    const paragraphs = splitParagraphs(text, report.blocks);
    const parts = splitParts(paragraphs, text.length);
    this.#body.classList.toggle("long", text.length > LONG);
    // After a correction the reader stays in the same part.
    if (this.#report?.text !== text) this.#part = 0;
    this.#report = { text, quotations: report.quotations, badges, paragraphs, parts };
    await this.#draw(signal, onProgress);
  }

  /**
   * Draws the part that is shown.
   *
   * @param {AbortSignal} signal
   * @param {(fraction: number) => void} onProgress
   * @returns {Promise<boolean>} whether it was drawn completely
   */
  async #draw(signal, onProgress) {
    const report = this.#report;
    if (!report) return false;
    this.#drawing.abort();
    const drawing = (this.#drawing = new AbortController()).signal;
    const { text, quotations, paragraphs, parts } = report;
    const { first, end } = parts[this.#part];
    this.#partsBar.show(this.#part, parts.length);
    const startsFold = (/** @type {number} */ i) =>
      isFolded(paragraphs[i]) && (i === first || paragraphs[i - 1].unread === 0);
    let bars = 0;
    for (let i = first; i < end; i += 1) bars += Number(startsFold(i));
    const children = new KeptChildren(this.#body, end - first + bars);
    this.#children = children;
    let sliceEnd = performance.now() + SLICE;
    let previousEnd = first === 0 ? 0 : paragraphs[first - 1].end;
    const part = { start: previousEnd, end: paragraphs[end - 1]?.end ?? 0 };
    const passages = findPassages(text, quotations, part);
    let next = first === 0 ? 0 : passages.findIndex((passage) => passage.end > previousEnd);
    if (next < 0) next = passages.length;
    for (const [i, paragraph] of paragraphs.slice(first, end).entries()) {
      const own = /** @type {Passage[]} */ ([]);
      while (next < passages.length && passages[next].start < paragraph.end) {
        own.push(passages[next]);
        if (passages[next].end > paragraph.end) break;
        next += 1;
      }
      // A badge at the very end of a paragraph belongs to it and not to the next one.
      if (passages[next]?.start === paragraph.end && passages[next].end === paragraph.end) {
        own.push(passages[next]);
        next += 1;
      }
      if (startsFold(first + i))
        children.put(["unread", paragraph.unread], () => drawUnreadBar(paragraph.unread, this.#strings));
      const options = { matches: this.#matches, strings: this.#strings };
      const element = children.put(paragraphInputs(report, paragraph, own, previousEnd), () =>
        drawParagraph(report, paragraph, own, previousEnd, options),
      );
      this.starts.set(element, paragraph.start);
      previousEnd = paragraph.end;
      if (performance.now() < sliceEnd) continue;
      children.flush();
      onProgress((i + 1) / (end - first));
      const sliced = performance.now();
      await yieldToInput();
      if (signal.aborted || drawing.aborted) return false;
      // The longer the text, the longer the browser takes to lay out what was added to it.
      const laidOut = performance.now();
      sliceEnd = laidOut + Math.min(Math.max(laidOut - sliced, SLICE), LONGEST_SLICE);
    }
    children.finish();
    alignLines(this.#body);
    this.select(this.#selected);
    this.#resetTabStop();
    return true;
  }

  /**
   * Shows another part of the text.
   *
   * @param {number} part
   * @returns {Promise<boolean>} false if the reader left it before it was drawn
   */
  async #goToPart(part) {
    if (!this.#report) return false;
    this.#part = part;
    this.#body.replaceChildren();
    return this.#draw(new AbortController().signal, () => {});
  }

  /** The part in which a quotation begins. @param {number} index */
  #partOf(index) {
    const start = this.#report?.quotations[index]?.content[0]?.start;
    if (!this.#report || start === undefined) return this.#part;
    const { parts, paragraphs } = this.#report;
    return Math.max(
      0,
      parts.findLastIndex(({ first }) => first < paragraphs.length && paragraphs[first].start <= start),
    );
  }

  /**
   * Lets the quotations that are filtered out fade into the text.
   *
   * @param {Set<number> | null} matches the quotations that match the filters; null: all of them
   */
  filter(matches) {
    this.#matches = matches;
    for (const element of this.#body.querySelectorAll("[data-quotation]")) {
      element.classList.toggle(
        "filtered-out",
        matches !== null && !matches.has(Number(element.getAttribute("data-quotation"))),
      );
    }
    this.#resetTabStop();
  }

  clear() {
    this.#drawing.abort();
    this.#report = null;
    this.#partsBar.show(0, 1);
    this.#body.replaceChildren();
  }

  /** The quotation to which an element belongs. @param {EventTarget | null} target */
  #quotationOf(target) {
    const element = target instanceof Element ? target.closest("[data-quotation]") : null;
    return element instanceof HTMLElement && this.#isCurrent(element)
      ? Number(element.dataset.quotation)
      : null;
  }

  /** Whether an element was drawn for the current report, not for the one before. @param {Element} element */
  #isCurrent(element) {
    return !this.#children.isOld(element.closest("p"));
  }

  /**
   * Shows which quotation is selected, together with its cue and its source.
   *
   * @param {number | null} index
   */
  select(index) {
    for (const element of this.#elementsOf(this.#selected)) element.classList.remove("selected");
    this.#selected = index;
    for (const element of this.#elementsOf(index)) {
      element.classList.add("selected");
      if (element.matches(UNFILTERED_BADGE)) this.#setTabStop(element);
    }
  }

  /** Selects a quotation and focuses its badge. @param {number} index */
  focus(index) {
    this.select(index);
    this.findBadge(index)?.focus();
  }

  /** The badge of a quotation, which takes the focus for it. @param {number} index @returns {HTMLElement | null} */
  findBadge(index) {
    return this.#body.querySelector(`.sign[data-quotation="${index}"]`);
  }

  /**
   * Scrolls to a quotation, and shows the part of the text that contains it.
   *
   * @param {number} index
   * @param {ScrollBehavior} [behavior]
   * @returns {Promise<boolean>} false if the reader left that part before it was drawn
   */
  async reveal(index, behavior = scrollBehavior()) {
    const part = this.#partOf(index);
    const isSamePart = part === this.#part;
    if (!isSamePart && !(await this.#goToPart(part))) return false;
    // In another part everything is new, and smooth scrolling would show nothing that the eye could follow.
    this.#marksOf(index)[0]?.scrollIntoView({
      block: "center",
      behavior: isSamePart ? behavior : "instant",
    });
    return true;
  }

  /**
   * Where a quotation is drawn, in the coordinates of the window.
   *
   * @param {number} index
   * @returns {DOMRect | null}
   */
  rectOf(index) {
    const badge = this.#elementsOf(index).find((element) => element.matches(UNFILTERED_BADGE));
    return (badge ?? this.#marksOf(index).at(-1))?.getBoundingClientRect() ?? null;
  }

  #resetTabStop() {
    const selected = this.#elementsOf(this.#selected).find((element) => element.matches(UNFILTERED_BADGE));
    const stop = selected ?? this.#body.querySelector(UNFILTERED_BADGE);
    if (stop instanceof HTMLElement) this.#setTabStop(stop);
  }

  /** @param {number} index */
  #marksOf(index) {
    return this.#elementsOf(index).filter((element) => element.matches("mark"));
  }

  /** The marks, the badge, the cue and the source of a quotation. @param {number | null} index */
  #elementsOf(index) {
    if (index === null) return [];
    const selector = `[data-quotation="${index}"], [data-words-of~="${index}"]`;
    const elements = /** @type {HTMLElement[]} */ ([...this.#body.querySelectorAll(selector)]);
    return elements.filter((element) => this.#isCurrent(element));
  }
}
