/**
 * The list of quotations: who, what, of which kind, how certain, and why.
 *
 * @import { SpeakerBadge } from "../text/speaker-badges.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Quotation, Report } from "../types.js"
 */

import { make, rovingFocus, scrollBehavior } from "../lib/dom.js";
import { KeptChildren } from "../lib/kept-children.js";
import { emptyReport } from "../report/empty-report.js";
import { appearanceOf, badgeOf, quotationClasses } from "../text/speaker-badges.js";
import { speakerLabel } from "./speaker-label.js";

/** How many quotations are listed at a time. */
const PAGE = 200;
/** A longer quotation is cut here in the list, in UTF-16 code units; the text has it whole. */
const EXCERPT = 1500;

export class QuotationList {
  element = make("section", {
    class: "quotations",
    part: "quotations",
    "aria-labelledby": "quotations-heading",
  });
  #list = make("ol", { class: "list", part: "list" });
  #more = make("button", { type: "button", class: "more", part: "button", hidden: true });
  #report = /** @type {Report} */ (emptyReport());
  #signs = /** @type {SpeakerBadge[]} */ ([]);
  #lang = "";
  #selected = /** @type {number | null} */ (null);
  /** Indexes of the quotations to list, in text order. @type {number[]} */
  #shown = [];
  #setTabStop;
  #strings;

  /**
   * @param {object} parts
   * @param {Strings} parts.strings
   * @param {(index: number) => void} parts.onSelect
   * @param {(index: number) => void} parts.onCorrect
   * @param {HTMLElement} parts.controls what narrows the list down
   */
  constructor({ strings, onSelect, onCorrect, controls }) {
    this.#strings = strings;
    this.element.append(
      make("h2", { id: "quotations-heading" }, strings.quotationsHeading),
      controls,
      this.#list,
      this.#more,
    );
    this.#setTabStop = rovingFocus(this.#list, ".who");
    this.#list.addEventListener("click", ({ target }) => {
      const item = target instanceof Element ? target.closest("li") : null;
      if (item && target instanceof Element && target.closest(".correct"))
        onCorrect(Number(item.dataset.quotation));
      else if (item && (getSelection()?.isCollapsed ?? true)) onSelect(Number(item.dataset.quotation));
    });
    this.#more.addEventListener("click", () => {
      const first = this.#list.children.length;
      this.#listUntil(first + PAGE);
      this.#list.children.item(first)?.querySelector("button")?.focus();
    });
  }

  /** Lists nothing any more. */
  clear() {
    this.#list.replaceChildren();
  }

  scrollToTop() {
    this.#list.scrollTop = 0;
  }

  /**
   * Takes a report; `filter` lists what is to be seen of it.
   *
   * @param {Report} report
   * @param {SpeakerBadge[]} signs
   * @param {string} lang of the text
   */
  show(report, signs, lang) {
    this.#report = report;
    this.#signs = signs;
    this.#lang = lang;
    this.select(null);
  }

  /**
   * Lists these quotations and no others. What is selected stays so.
   *
   * @param {number[]} indexes in text order
   */
  filter(indexes) {
    this.#shown = indexes;
    const listed = indexes.slice(0, PAGE);
    const items = new KeptChildren(this.#list, listed.length);
    for (const index of listed) {
      const quotation = this.#report.quotations[index];
      items.put(this.#originOf(quotation, index), () => this.#draw(quotation, index));
    }
    items.finish();
    this.#listUntil(PAGE);
    const first = this.#list.querySelector("button");
    if (first) this.#setTabStop(first);
    this.select(this.#selected);
  }

  /** @param {number | null} index */
  select(index) {
    this.#mark(this.#selected, false);
    this.#selected = index;
    if (index === null) return;
    this.#listUntil(this.#shown.indexOf(index) + 1);
    this.#mark(index, true);
  }

  /**
   * Brings a quotation into view inside the list. Where the list does not scroll by itself the
   * page stays where it is: the reader's place in the text is worth more.
   *
   * @param {number} index
   */
  reveal(index) {
    const item = this.#itemOf(index);
    const { clientHeight, scrollHeight } = this.#list;
    if (!item || scrollHeight <= clientHeight) return;
    const offset = item.getBoundingClientRect().top - this.#list.getBoundingClientRect().top;
    const top = this.#list.scrollTop + offset - (clientHeight - item.clientHeight) / 2;
    this.#list.scrollTo({ top, behavior: scrollBehavior() });
  }

  /**
   * Scrolls the page to a quotation and puts the focus on it.
   *
   * @param {number} index
   */
  goTo(index) {
    this.select(index);
    const item = this.#itemOf(index);
    item?.scrollIntoView({ block: "center", behavior: scrollBehavior() });
    item?.querySelector("button")?.focus({ preventScroll: true });
  }

  /** Puts the focus on a quotation; on the one that follows where it is filtered out. @param {number} index */
  focus(index) {
    this.select(index);
    const listed = this.#shown.find((one) => one >= index) ?? this.#shown.at(-1) ?? -1;
    this.#listUntil(this.#shown.indexOf(listed) + 1);
    // Nothing may be left to focus but what narrows the list down.
    (this.#itemOf(listed)?.querySelector("button") ?? this.element.querySelector("input"))?.focus();
  }

  /** @param {number} index @returns {Element | null} null where it is filtered out or not yet listed */
  #itemOf(index) {
    return this.#list.querySelector(`[data-quotation="${index}"]`);
  }

  /**
   * @param {number | null} index
   * @param {boolean} selected
   */
  #mark(index, selected) {
    const item = index === null ? null : this.#itemOf(index);
    const button = item?.querySelector("button");
    if (!item || !button) return;
    item.classList.toggle("selected", selected);
    button.setAttribute("aria-pressed", String(selected));
    if (selected) this.#setTabStop(button);
  }

  /** @param {number} count */
  #listUntil(count) {
    const { quotations } = this.#report;
    const items = document.createDocumentFragment();
    for (const index of this.#shown.slice(this.#list.children.length, Math.max(count, 0))) {
      items.append(this.#draw(quotations[index], index));
    }
    this.#list.append(items);
    const left = this.#shown.length - this.#list.children.length;
    this.#more.hidden = left === 0;
    this.#more.textContent = this.#strings.more(Math.min(left, PAGE));
  }

  /**
   * All that an item is drawn from.
   *
   * @param {Quotation} quotation
   * @param {number} index
   */
  #originOf(quotation, index) {
    return [index, quotation.text, appearanceOf(quotation, this.#signs), this.#lang];
  }

  /**
   * @param {Quotation} quotation
   * @param {number} index
   */
  #draw(quotation, index) {
    const { text } = quotation;
    const said = text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
    return make(
      "li",
      {
        class: quotationClasses(quotation, this.#signs),
        part: "quotation",
        "data-quotation": index,
      },
      make(
        "button",
        { type: "button", class: "who", tabindex: -1, "aria-pressed": "false" },
        speakerLabel(badgeOf(quotation, this.#signs)),
      ),
      make("blockquote", { class: "said", dir: "auto", lang: this.#lang }, said),
      make("p", { class: "about" }, this.#strings.about(quotation)),
      quotation.reason ? make("p", { class: "reason" }, quotation.reason) : null,
      // Shown in the selected item alone.
      make("button", { type: "button", class: "correct", part: "button" }, this.#strings.corrections.correct),
    );
  }
}
