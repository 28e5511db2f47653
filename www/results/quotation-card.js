/**
 * The card of a quotation. It is shown beside a mark while the mark is pointed at, focused or selected, and
 * says who the speaker is, how certain that is, and why.
 *
 * @import { SpeakerBadge } from "../text/speaker-badges.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Quotation } from "../types.js"
 */

import { make } from "../lib/dom.js";
import { lateStrings } from "../strings/late.js";
import { badgeOf, quotationClasses } from "../text/speaker-badges.js";
import { handleCardFocus } from "./card-focus.js";
import { speakerLabel } from "./speaker-label.js";

/**
 * How long the pointer rests on a mark before the card opens, and how long it may take from the mark to
 * the card before the card closes, in ms.
 */
const HOVER_DELAY = 180;
/** Between the card and its mark, and between the card and the edge of the window, in pixels. */
const GAP = 8;

/** The card that is open. Two elements may read the same text: one card at a time is enough. @type {QuotationCard | null} */
let openCard = null;

export class QuotationCard {
  element = make("div", { class: "card", part: "details", popover: "manual", role: "group" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {() => DOMRect | null} */
  #markRect = () => null;
  #index = 0;
  #listening = new AbortController();
  #strings;
  #words;

  /**
   * @param {object} options
   * @param {Strings} options.strings
   * @param {(index: number) => void} options.onShowInList
   * @param {(index: number) => void} options.onCorrect
   * @param {(index: number) => Promise<string>} options.onCopy copies a quotation; resolves to a message
   *   about the result
   * @param {(index: number) => HTMLElement | null} options.findBadge finds the badge of a quotation, which
   *   takes the focus for it; null in a host page
   */
  constructor({ strings, onShowInList, onCorrect, onCopy, findBadge }) {
    this.#strings = strings;
    this.#words = lateStrings[strings.language];
    this.element.setAttribute("aria-label", this.#words.card.aboutThis);
    this.findBadge = findBadge;
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
   * @param {SpeakerBadge[]} badges
   * @param {() => DOMRect | null} markRect where the mark is now, in the coordinates of the window
   */
  showSoon(quotation, index, badges, markRect) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.show(quotation, index, badges, markRect), HOVER_DELAY);
  }

  hideSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), HOVER_DELAY);
  }

  /** @type {QuotationCard["showSoon"]} */
  show(quotation, index, badges, markRect) {
    clearTimeout(this.#timer);
    const showInList = make(
      "button",
      { type: "button", class: "to-list", part: "button" },
      this.#words.card.showInList,
    );
    showInList.addEventListener("click", () => {
      this.hide();
      this.onShowInList(this.#index);
    });
    const copy = make("button", { type: "button", part: "button" }, this.#words.export.copyOne);
    copy.addEventListener("click", async () => {
      copy.textContent = await this.onCopy(index);
      this.#position();
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
    this.#markRect = markRect;
    this.element.className = `card ${quotationClasses(quotation, badges)}`;
    this.element.replaceChildren(
      speakerLabel(badgeOf(quotation, badges)),
      make("p", { class: "about" }, this.#strings.about(quotation)),
      quotation.reason ? make("p", { class: "reason" }, quotation.reason) : "",
      make("div", { class: "card-actions" }, correct, copy, showInList),
    );
    if (!this.element.matches(":popover-open")) this.#open();
    this.#position();
  }

  hide() {
    clearTimeout(this.#timer);
    this.#listening.abort();
    if (openCard === this) openCard = null;
    if (this.element.isConnected && this.element.matches(":popover-open")) this.element.hidePopover();
  }

  #open() {
    if (openCard !== this) openCard?.hide();
    openCard = this;
    this.element.showPopover();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener("scroll", () => this.#position(), { signal, capture: true, passive: true });
    addEventListener("resize", () => this.#position(), { signal });
    handleCardFocus(this.element, {
      badge: () => this.findBadge(this.#index),
      onEscape: () => this.hide(),
      signal,
    });
  }

  /** Puts the card below the mark, or above it if there is no room, and always inside the window. */
  #position() {
    const mark = this.#markRect();
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
