/**
 * The card beside a mark that says who, how certain and why, while the mark is pointed at,
 * focused or selected.
 *
 * @import { SpeakerBadge } from "../text/speaker-badges.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Quotation } from "../types.js"
 */

import { make } from "../lib/dom.js";
import { badgeOf, quotationClasses } from "../text/speaker-badges.js";
import { tabThrough } from "./card-focus.js";
import { speakerLabel } from "./speaker-label.js";

/** How long the pointer rests before the card opens or may travel to it before it closes, in ms. */
const REST = 180;
const GAP = 8;

/** Two elements may read the same text: one card at a time is enough. @type {DetailsCard | null} */
let shown = null;

export class DetailsCard {
  element = make("div", { class: "card", part: "details", popover: "manual", role: "group" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {() => DOMRect | null} */
  #anchor = () => null;
  #index = 0;
  #listening = new AbortController();
  #strings;

  /**
   * @param {object} parts
   * @param {Strings} parts.strings
   * @param {(index: number) => void} parts.onShowInList
   * @param {(index: number) => void} parts.onCorrect
   * @param {(index: number) => Promise<string>} parts.onCopy copies a quotation and says how
   *   that went
   * @param {(index: number) => HTMLElement | null} parts.markOf what takes the focus for a quotation
   */
  constructor({ strings, onShowInList, onCorrect, onCopy, markOf }) {
    this.#strings = strings;
    this.element.setAttribute("aria-label", strings.aboutThis);
    this.markOf = markOf;
    this.onShowInList = onShowInList;
    this.onCorrect = onCorrect;
    this.onCopy = onCopy;
    this.element.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    this.element.addEventListener("pointerleave", () => this.hideSoon());
    this.element.addEventListener("focusin", () => clearTimeout(this.#timer));
    this.element.addEventListener("focusout", () => this.hideSoon());
  }

  /**
   * @param {Quotation} quotation
   * @param {number} index
   * @param {SpeakerBadge[]} signs
   * @param {() => DOMRect | null} anchor where the mark is at the moment
   */
  showSoon(quotation, index, signs, anchor) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.show(quotation, index, signs, anchor), REST);
  }

  hideSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), REST);
  }

  /** @type {DetailsCard["showSoon"]} */
  show(quotation, index, signs, anchor) {
    clearTimeout(this.#timer);
    const toList = make(
      "button",
      { type: "button", class: "to-list", part: "button" },
      this.#strings.showInList,
    );
    toList.addEventListener("click", () => {
      this.hide();
      this.onShowInList(this.#index);
    });
    const copy = make("button", { type: "button", part: "button" }, this.#strings.copyOne);
    copy.addEventListener("click", async () => {
      copy.textContent = await this.onCopy(index);
      this.#place();
    });
    const correct = make(
      "button",
      { type: "button", class: "correct", part: "button" },
      this.#strings.corrections.correct,
    );
    correct.addEventListener("click", () => {
      this.hide();
      this.onCorrect(this.#index);
    });
    this.#index = index;
    this.#anchor = anchor;
    this.element.className = `card ${quotationClasses(quotation, signs)}`;
    this.element.replaceChildren(
      speakerLabel(badgeOf(quotation, signs)),
      make("p", { class: "about" }, this.#strings.about(quotation)),
      quotation.reason ? make("p", { class: "reason" }, quotation.reason) : "",
      make("div", { class: "card-actions" }, correct, copy, toList),
    );
    if (!this.element.matches(":popover-open")) this.#open();
    this.#place();
  }

  hide() {
    clearTimeout(this.#timer);
    this.#listening.abort();
    if (shown === this) shown = null;
    if (this.element.isConnected && this.element.matches(":popover-open")) this.element.hidePopover();
  }

  #open() {
    if (shown !== this) shown?.hide();
    shown = this;
    this.element.showPopover();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener("scroll", () => this.#place(), { signal, capture: true, passive: true });
    addEventListener("resize", () => this.#place(), { signal });
    tabThrough(this.element, { mark: () => this.markOf(this.#index), onLeave: () => this.hide(), signal });
  }

  /** Below the mark, above it where there is no room, and always inside the window. */
  #place() {
    const mark = this.#anchor();
    if (!mark || mark.bottom < 0 || mark.top > innerHeight) return this.hide();
    const { width, height } = this.element.getBoundingClientRect();
    const below = mark.bottom + GAP;
    const top = below + height <= innerHeight ? below : Math.max(GAP, mark.top - GAP - height);
    const left = Math.min(
      Math.max(GAP, mark.left),
      Math.max(GAP, document.documentElement.clientWidth - width - GAP),
    );
    this.element.style.setProperty("top", `${top}px`);
    this.element.style.setProperty("left", `${left}px`);
  }
}
