/**
 * The results: the marked text, the speakers and the list of quotations, kept in step. Selecting
 * a quotation in one place shows it in the others.
 *
 * @import { Filters } from "./filters.js"
 * @import { HostMarks } from "../text/host-marks.js"
 * @import { HostText } from "../text/host-text.js"
 * @import { SpeakerBadge } from "../text/speaker-badges.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Report } from "../types.js"
 */

import { SelectionButton } from "../corrections/selection-button.js";
import { isEdit } from "../corrections/text-place.js";
import { make } from "../lib/dom.js";
import { audit } from "../report/audit.js";
import { emptyReport } from "../report/empty-report.js";
import { markHost } from "../text/host-marks.js";
import { MarkedText } from "../text/marked-text.js";
import { speakerBadges } from "../text/speaker-badges.js";
import { DetailsCard } from "./details-card.js";
import { FilterBar } from "./filter-bar.js";
import { carryOver, isFiltering, matching, NO_FILTERS, toggled } from "./filters.js";
import { legend, PageLegend } from "./legend.js";
import { QuotationList } from "./quotation-list.js";
import { SpeakersTable } from "./speakers-table.js";

/** What a view shows: everything, or one part of it. */
export const VIEWS = /** @type {const} */ (["all", "text", "quotations", "speakers"]);

export class ResultsView {
  element = make("div", { class: "results", part: "results" });
  /** The text that was shown last. */
  #shown = "";
  #report = /** @type {Report} */ (emptyReport());
  #signs = /** @type {SpeakerBadge[]} */ ([]);
  #text;
  #list;
  #pageLegend;
  #filters = /** @type {Filters} */ (NO_FILTERS);
  #filterBar;
  #speakers;
  #card;
  #selectionButton;
  /** The marks in the host page, if it is that text which is read. @type {HostMarks | null} */
  #host = null;
  #onSelect;
  #strings;

  /**
   * @param {object} parts
   * @param {Strings} parts.strings
   * @param {(index: number) => void} parts.onSelect
   * @param {(index: number) => Promise<string>} parts.onCopy copies a quotation and says how
   *   that went
   * @param {(index: number, where: "text" | "list") => void} parts.onCorrect
   * @param {(speaker: number) => void} parts.onEditSpeaker
   * @param {(selected: { words: string, nearOffset: number }) => void} parts.onMark words are to be a
   *   quotation
   */
  constructor({ strings, onSelect, onCopy, onCorrect, onEditSpeaker, onMark }) {
    this.#onSelect = onSelect;
    this.#strings = strings;
    this.#pageLegend = new PageLegend(strings);
    this.#filterBar = new FilterBar({ strings, onChange: (filters) => this.#filter(filters) });
    this.#speakers = new SpeakersTable({
      strings,
      onPress: (speaker) =>
        this.#filter({ ...this.#filters, speakers: toggled(this.#filters.speakers, speaker) }),
      onEdit: onEditSpeaker,
    });
    this.#text = new MarkedText({ strings, ...this.#markCallbacks() });
    this.#selectionButton = new SelectionButton(strings, () => this.#text.selection(), onMark);
    this.#list = new QuotationList({
      strings,
      controls: this.#filterBar.element,
      onSelect: async (index) => {
        this.#select(index);
        // Where the list goes out of sight, what it said has to come along.
        if (!this.#isStacked) (this.#host ?? this.#text).reveal(index);
        else if (await this.#text.reveal(index, "instant")) this.#showCard(index);
      },
      onCorrect: (index) => onCorrect(index, "list"),
    });
    this.#card = new DetailsCard({
      strings,
      onShowInList: (index) => {
        if (!matching(this.#report, this.#filters).includes(index)) this.#filter(NO_FILTERS);
        this.#list.goTo(index);
      },
      onCopy,
      onCorrect: (index) => onCorrect(index, "text"),
      markOf: (index) => (this.#host ? null : this.#text.findBadge(index)),
    });
    this.element.addEventListener("keydown", (event) => {
      const index = copiedBy(event);
      if (index !== null) void onCopy(index);
    });
    this.element.append(
      make(
        "section",
        { class: "reading", "aria-label": strings.textHeading },
        legend(strings),
        this.#text.element,
      ),
      this.#pageLegend.element,
      make("div", { class: "aside" }, this.#speakers.element, this.#list.element),
      this.#card.element,
      this.#selectionButton.element,
    );
  }

  /**
   * Shows a report.
   *
   * @param {string} text
   * @param {Report} report of that text, with reasons in the language of the interface
   * @param {object} options
   * @param {string} options.lang of the text
   * @param {AbortSignal} options.signal gives the drawing up
   * @param {(part: number) => void} options.onProgress told the part drawn, from 0 to 1, when it
   *   takes longer
   * @param {{ element: Element, text: HostText } | null} options.host where the text stands in
   *   the page already: it is marked there instead of here
   */
  async show(text, report, { lang, signal, onProgress, host }) {
    this.#card.hide();
    this.#selectionButton.stop();
    this.#unmarkHost();
    if (!isEdit(this.#shown, text)) {
      this.#text.clear();
      this.#list.clear();
    }
    this.#shown = text;
    this.#filters = carryOver(this.#filters, this.#report, report);
    this.#report = report;
    this.#signs = speakerBadges(report, this.#strings);
    this.#speakers.show(audit(report), this.#signs);
    this.#list.show(report, this.#signs, lang);
    this.#pageLegend.show(report, this.#signs);
    if (host) {
      this.#text.clear();
      this.#host = markHost(host.element, host.text, report, this.#signs, this.#markCallbacks());
    }
    this.#filter(this.#filters);
    if (host) return;
    this.#selectionButton.watch();
    await this.#text.show(text, report, this.#signs, { lang, signal, onProgress });
  }

  /** Goes on with the filters of the results in another language. @param {ResultsView} before */
  takeOver(before) {
    this.#filters = before.#filters;
    this.#report = before.#report;
  }

  /** Narrows list and text down; the report stays whole. @param {Filters} filters */
  #filter(filters) {
    const { quotations } = this.#report;
    if (filters !== this.#filters) this.#list.scrollToTop();
    this.#filters = filters;
    const fitting = matching(this.#report, filters);
    this.#list.filter(fitting);
    (this.#host ?? this.#text).filter(isFiltering(filters) ? new Set(fitting) : null);
    this.#speakers.press(filters.speakers);
    this.#filterBar.show(filters, fitting.length, quotations.length);
  }

  /** Takes everything back, the marks in the host page as well. */
  clear() {
    this.#card.hide();
    this.#selectionButton.stop();
    this.#unmarkHost();
    this.#text.clear();
  }

  #unmarkHost() {
    this.#host?.undo();
    this.#host = null;
  }

  /**
   * Puts the focus on a quotation and shows it as selected.
   *
   * @param {number} index
   * @param {"text" | "list"} where
   */
  focus(index, where) {
    if (index < 0 || index >= this.#report.quotations.length) return;
    this.#list.select(index);
    this.#list.reveal(index);
    (this.#host ?? this.#text).select(index);
    const stands =
      !this.#host &&
      this.#text.element.checkVisibility() &&
      matching(this.#report, this.#filters).includes(index);
    if (where === "text" && stands) this.#text.focus(index);
    else this.#list.focus(index);
  }

  /** The words that are selected in the text, and about where they stand in it. */
  selection() {
    return (this.#host ?? this.#text).selection();
  }

  /** @param {number} index */
  #select(index) {
    this.#list.select(index);
    (this.#host ?? this.#text).select(index);
    this.#onSelect(index);
  }

  /** Whether the list stands below the text and not beside it, as on a phone. */
  get #isStacked() {
    const text = this.#text.element;
    return (
      !this.#host &&
      text.checkVisibility() &&
      this.#list.element.getBoundingClientRect().top >= text.getBoundingClientRect().bottom
    );
  }

  /**
   * @param {number} index
   * @param {"show" | "showSoon"} when
   */
  #showCard(index, when = "show") {
    this.#card[when](this.#report.quotations[index], index, this.#signs, () =>
      (this.#host ?? this.#text).rectOf(index),
    );
  }

  #markCallbacks() {
    return {
      onSelect: (/** @type {number} */ index) => {
        this.#select(index);
        this.#list.reveal(index);
        this.#showCard(index);
      },
      onPreview: (/** @type {number | null} */ index) => {
        if (index === null) this.#card.hideSoon();
        else this.#showCard(index, "showSoon");
      },
    };
  }
}

/**
 * The quotation that these keys copy: the one in focus, unless words are selected.
 *
 * @param {KeyboardEvent} event
 */
function copiedBy({ key, ctrlKey, metaKey, altKey, shiftKey, target }) {
  const asked = key.toLowerCase() === "c" && (ctrlKey || metaKey) && !altKey && !shiftKey;
  const item = asked && target instanceof Element ? target.closest("[data-quotation]") : null;
  return item instanceof HTMLElement && String(getSelection()) === "" ? Number(item.dataset.quotation) : null;
}
