/**
 * The list of quotations: who said what, of which kind it is, how certain the speaker is, and why.
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

/** How many quotations are listed at first, and how many the button adds. */
const BATCH = 200;
/** Longer quotations are cut in the list, in UTF-16 code units; the text shows them whole. */
const LONGEST_QUOTATION = 1500;

export class QuotationList {
  element = make("section", {
    class: "quotations",
    part: "quotations",
    "aria-labelledby": "quotations-heading",
  });
  #list = make("ol", { class: "list", part: "list" });
  #more = make("button", { type: "button", class: "more", part: "button", hidden: true });
  #report = /** @type {Report} */ (emptyReport());
  #badges = /** @type {SpeakerBadge[]} */ ([]);
  #lang = "";
  #selected = /** @type {number | null} */ (null);
  /** Indexes of the quotations that match the filters, in text order. @type {number[]} */
  #matches = [];
  #setTabStop;
  #strings;

  /**
   * @param {object} options
   * @param {Strings} options.strings
   * @param {(index: number) => void} options.onSelect
   * @param {(index: number) => void} options.onCorrect
   * @param {HTMLElement} options.controls of the filters; they stand above the list
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
      this.#listUntil(first + BATCH);
      this.#list.children.item(first)?.querySelector("button")?.focus();
    });
  }

  clear() {
    this.#list.replaceChildren();
  }

  scrollToTop() {
    this.#list.scrollTop = 0;
  }

  /**
   * Sets the report. Call `filter` next: it fills the list.
   *
   * @param {Report} report
   * @param {SpeakerBadge[]} badges
   * @param {string} lang of the text
   */
  show(report, badges, lang) {
    this.#report = report;
    this.#badges = badges;
    this.#lang = lang;
    this.select(null);
  }

  /**
   * Lists only these quotations. The selected quotation stays selected.
   *
   * @param {number[]} matches indexes of quotations, in text order
   */
  filter(matches) {
    this.#matches = matches;
    const listed = matches.slice(0, BATCH);
    const items = new KeptChildren(this.#list, listed.length);
    for (const index of listed) {
      const quotation = this.#report.quotations[index];
      items.put(this.#inputsOf(quotation, index), () => this.#draw(quotation, index));
    }
    items.finish();
    this.#listUntil(BATCH);
    const first = this.#list.querySelector("button");
    if (first) this.#setTabStop(first);
    this.select(this.#selected);
  }

  /** @param {number | null} index */
  select(index) {
    this.#showSelected(this.#selected, false);
    this.#selected = index;
    if (index === null) return;
    this.#listUntil(this.#matches.indexOf(index) + 1);
    this.#showSelected(index, true);
  }

  /**
   * Scrolls the list to a quotation. The page itself never scrolls, so that the reader does not lose
   * the line in the text.
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
   * Selects a quotation, scrolls the page to it, and focuses it.
   *
   * @param {number} index
   */
  goTo(index) {
    this.select(index);
    const item = this.#itemOf(index);
    item?.scrollIntoView({ block: "center", behavior: scrollBehavior() });
    item?.querySelector("button")?.focus({ preventScroll: true });
  }

  /**
   * Selects a quotation and focuses it, or the next one if it is filtered out.
   *
   * @param {number} index
   */
  focus(index) {
    this.select(index);
    const listed = this.#matches.find((match) => match >= index) ?? this.#matches.at(-1) ?? -1;
    this.#listUntil(this.#matches.indexOf(listed) + 1);
    // In an empty list, the filters are all that is left to focus.
    (this.#itemOf(listed)?.querySelector("button") ?? this.element.querySelector("input"))?.focus();
  }

  /** @param {number} index @returns {Element | null} null if it is filtered out or not yet listed */
  #itemOf(index) {
    return this.#list.querySelector(`[data-quotation="${index}"]`);
  }

  /**
   * @param {number | null} index
   * @param {boolean} selected
   */
  #showSelected(index, selected) {
    const item = index === null ? null : this.#itemOf(index);
    const button = item?.querySelector("button");
    if (!item || !button) return;
    item.classList.toggle("selected", selected);
    button.setAttribute("aria-pressed", String(selected));
    if (selected) this.#setTabStop(button);
  }

  /** Lists at least the first `count` matches. @param {number} count */
  #listUntil(count) {
    const { quotations } = this.#report;
    const items = document.createDocumentFragment();
    for (const index of this.#matches.slice(this.#list.children.length, Math.max(count, 0))) {
      items.append(this.#draw(quotations[index], index));
    }
    this.#list.append(items);
    const left = this.#matches.length - this.#list.children.length;
    this.#more.hidden = left === 0;
    this.#more.textContent = this.#strings.more(Math.min(left, BATCH));
  }

  /**
   * All that decides how an item looks: if this is the same as before, it need not be drawn again.
   *
   * @param {Quotation} quotation
   * @param {number} index
   */
  #inputsOf(quotation, index) {
    return [index, quotation.text, appearanceOf(quotation, this.#badges), this.#lang];
  }

  /**
   * @param {Quotation} quotation
   * @param {number} index
   */
  #draw(quotation, index) {
    const { text } = quotation;
    const said = text.length > LONGEST_QUOTATION ? `${text.slice(0, LONGEST_QUOTATION)}…` : text;
    return make(
      "li",
      {
        class: quotationClasses(quotation, this.#badges),
        part: "quotation",
        "data-quotation": index,
      },
      make(
        "button",
        { type: "button", class: "who", tabindex: -1, "aria-pressed": "false" },
        speakerLabel(badgeOf(quotation, this.#badges)),
      ),
      make("blockquote", { class: "said", dir: "auto", lang: this.#lang }, said),
      make("p", { class: "about" }, this.#strings.about(quotation)),
      quotation.reason ? make("p", { class: "reason" }, quotation.reason) : null,
      // The styles show it only in the selected item.
      make("button", { type: "button", class: "correct", part: "button" }, this.#strings.corrections.correct),
    );
  }
}
