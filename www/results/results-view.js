/**
 * All views of a report: the marked text, the table of speakers, the list of quotations and the card of a
 * quotation. This keeps them in step: what is selected or filtered in one is selected or filtered in all.
 *
 * @import { Filters } from "./filters.js"
 * @import { HostLegend } from "./host-legend.js"
 * @import { Popups } from "./popups.js"
 * @import { HostMarks } from "../text/host-marks.js"
 * @import { HostText } from "../text/host-text.js"
 * @import { SelectedWords } from "../text/selected-words.js"
 * @import { SpeakerBadge } from "../text/speaker-badges.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Report } from "../types.js"
 */

import { isEdit } from "../corrections/text-edit.js";
import { make } from "../lib/dom.js";
import { lazy } from "../lib/lazy.js";
import { audit } from "../report/audit.js";
import { emptyReport } from "../report/empty-report.js";
import { MarkedText } from "../text/marked-text.js";
import { speakerBadges } from "../text/speaker-badges.js";
import { FilterBar } from "./filter-bar.js";
import { carryOver, findMatches, isFiltering, NO_FILTERS, toggle } from "./filters.js";
import { textLegend, underlineKeys } from "./legend.js";
import { QuotationList } from "./quotation-list.js";
import { SpeakersTable } from "./speakers-table.js";

/**
 * @typedef {object} Host
 * @property {Element} element of the host page
 * @property {HostText} text of the element
 * @property {typeof import("./host-page.js")} tools that mark it
 */

/** The values of the attribute `view`: everything, or one of the views. */
export const VIEWS = /** @type {const} */ (["all", "text", "quotations", "speakers"]);

export class ResultsView {
  element = make("div", { class: "results", part: "results" });
  /** The text that was shown last. */
  #shownText = "";
  #report = /** @type {Report} */ (emptyReport());
  #badges = /** @type {SpeakerBadge[]} */ ([]);
  #markedText;
  #list;
  /** Once a text is marked in the host page. @type {HostLegend | null} */
  #hostLegend = null;
  #filters = /** @type {Filters} */ (NO_FILTERS);
  #filterBar;
  #speakersTable;
  #aside;
  /** Once they are loaded. @type {Popups | null} */
  #popups = null;
  #loadPopups;
  /** The card that the reader asked for last, as long as it is not loaded. @type {{ index: number, when: "show" | "showSoon" } | null} */
  #wanted = null;
  /** The marks in the host page, if the text is read from there. @type {HostMarks | null} */
  #hostMarks = null;
  #onSelect;
  #onProblem;
  #strings;

  /**
   * @param {object} options
   * @param {Strings} options.strings
   * @param {(index: number) => void} options.onSelect
   * @param {(index: number) => Promise<string>} options.onCopy copies a quotation; resolves to a message
   *   about the result
   * @param {(index: number, where: "text" | "list") => void} options.onCorrect
   * @param {(speaker: number) => void} options.onEditSpeaker
   * @param {(selected: SelectedWords) => void} options.onAddQuotation
   * @param {() => Promise<typeof import("./popups.js")>} options.load
   * @param {(message: string) => void} options.onProblem
   */
  constructor({ strings, onSelect, onCopy, onCorrect, onEditSpeaker, onAddQuotation, load, onProblem }) {
    this.#onSelect = onSelect;
    this.#onProblem = onProblem;
    this.#strings = strings;
    this.#filterBar = new FilterBar({ strings, onChange: (filters) => this.#filter(filters) });
    this.#speakersTable = new SpeakersTable({
      strings,
      onToggle: (speaker) =>
        this.#filter({ ...this.#filters, speakers: toggle(this.#filters.speakers, speaker) }),
      onEdit: onEditSpeaker,
    });
    this.#markedText = new MarkedText({ strings, ...this.#markCallbacks() });
    this.#list = new QuotationList({
      strings,
      controls: this.#filterBar.element,
      onSelect: async (index) => {
        this.#select(index);
        // On a phone the list scrolls out of view, so the card repeats what it said.
        if (!this.#isStacked) this.#marks.reveal(index);
        else if (await this.#markedText.reveal(index, "instant")) this.#showCard(index);
      },
      onCorrect: (index) => onCorrect(index, "list"),
    });
    this.#loadPopups = lazy(async () => {
      const { Popups } = await load();
      const popups = new Popups({
        strings,
        markedText: this.#markedText,
        onShowInList: (index) => {
          if (!this.#matches(index)) this.#filter(NO_FILTERS);
          this.#list.goTo(index);
        },
        onCopy,
        onCorrect: (index) => onCorrect(index, "text"),
        findBadge: (index) => (this.#hostMarks ? null : this.#markedText.findBadge(index)),
        onAddQuotation,
      });
      this.element.append(popups.card.element, popups.selectionButton.element);
      this.#popups = popups;
      return popups;
    });
    this.element.addEventListener("keydown", (event) => {
      const index = quotationToCopy(event);
      if (index !== null) void onCopy(index);
    });
    this.#aside = make("div", { class: "aside" }, this.#speakersTable.element, this.#list.element);
    this.element.append(
      make(
        "section",
        { class: "reading", "aria-label": strings.textHeading },
        textLegend(strings),
        this.#markedText.element,
      ),
      this.#aside,
    );
  }

  /**
   * Shows a report.
   *
   * @param {string} text
   * @param {Report} found in that text, with reasons in the language of the interface
   * @param {object} options
   * @param {string} options.lang of the text
   * @param {AbortSignal} options.signal stops the drawing
   * @param {(fraction: number) => void} options.onProgress called with the fraction drawn so far, from 0
   *   to 1, if it takes longer
   * @param {Host | null} options.host the element of the host page that has the text: it is marked there
   *   instead of here
   */
  async show(text, found, { lang, signal, onProgress, host }) {
    const report = withoutWrongReasons(found);
    this.#popups?.hide();
    this.#wanted = null;
    this.#unmarkHost();
    if (!isEdit(this.#shownText, text)) {
      this.#markedText.clear();
      this.#list.clear();
    }
    this.#shownText = text;
    this.#filters = carryOver(this.#filters, this.#report, report);
    this.#report = report;
    this.#badges = speakerBadges(report, this.#strings);
    this.#speakersTable.show(audit(report), this.#badges);
    // If only marks were read, nobody is named, and there is nothing to compare.
    this.#speakersTable.element.hidden = report.reading === "marks" && report.speakers.length === 0;
    this.#list.show(report, this.#badges, lang);
    if (host) {
      const { HostLegend, markHost } = host.tools;
      this.#markedText.clear();
      this.#hostMarks = markHost(host.element, host.text, report, this.#badges, this.#markCallbacks());
      if (!this.#hostLegend) {
        this.#hostLegend = new HostLegend(this.#strings, underlineKeys(this.#strings));
        this.#aside.before(this.#hostLegend.element);
      }
      this.#hostLegend.show(report, this.#badges);
    }
    this.#filter(this.#filters);
    if (host) return;
    const drawn = this.#markedText.show(text, report, this.#badges, { lang, signal, onProgress });
    if (text.trim() !== "") this.#watchSelection(signal);
    await drawn;
  }

  /** Shows the button that adds a quotation whenever words are selected. @param {AbortSignal} signal */
  #watchSelection(signal) {
    const isLoaded = this.#popups !== null;
    this.#loadPopups().then(
      ({ selectionButton }) => {
        if (signal.aborted) return;
        selectionButton.watch();
        // Words may have been selected while it was loaded.
        if (!isLoaded) selectionButton.position();
      },
      // The button above the results adds a quotation as well, and says what is missing.
      () => {},
    );
  }

  /** Continues with the filters of another view, which had another language. @param {ResultsView} before */
  restoreFrom(before) {
    this.#filters = before.#filters;
    this.#report = before.#report;
  }

  /** Filters all views; the report stays complete. @param {Filters} filters */
  #filter(filters) {
    const { quotations } = this.#report;
    if (filters !== this.#filters) this.#list.scrollToTop();
    this.#filters = filters;
    const matches = findMatches(this.#report, filters);
    this.#list.filter(matches);
    this.#marks.filter(isFiltering(filters) ? new Set(matches) : null);
    this.#speakersTable.showFilter(filters.speakers);
    this.#filterBar.show(filters, matches.length, quotations.length);
  }

  /** Whether a quotation matches the filters. @param {number} index */
  #matches(index) {
    return findMatches(this.#report, this.#filters).includes(index);
  }

  /** The marks, in the host page or in our own text. */
  get #marks() {
    return this.#hostMarks ?? this.#markedText;
  }

  /** Removes the marked text, the card and the marks in the host page. */
  clear() {
    this.#popups?.hide();
    this.#wanted = null;
    this.#unmarkHost();
    this.#markedText.clear();
  }

  #unmarkHost() {
    this.#hostMarks?.undo();
    this.#hostMarks = null;
  }

  /**
   * Selects a quotation and focuses it.
   *
   * @param {number} index
   * @param {"text" | "list"} where if it is not shown in the text, the focus goes to the list
   */
  focus(index, where) {
    if (index < 0 || index >= this.#report.quotations.length) return;
    this.#list.select(index);
    this.#list.reveal(index);
    this.#marks.select(index);
    const isInText = !this.#hostMarks && this.#markedText.element.checkVisibility() && this.#matches(index);
    if (where === "text" && isInText) this.#markedText.focus(index);
    else this.#list.focus(index);
  }

  /** The words that the reader has selected in the text. Rejects if what reads them cannot be loaded. */
  async selection() {
    return this.#hostMarks ? this.#hostMarks.selection() : (await this.#loadPopups()).selection();
  }

  /** @param {number} index */
  #select(index) {
    this.#list.select(index);
    this.#marks.select(index);
    this.#onSelect(index);
  }

  /** Whether the list is below the text instead of beside it, as on a phone. */
  get #isStacked() {
    const text = this.#markedText.element;
    return (
      !this.#hostMarks &&
      text.checkVisibility() &&
      this.#list.element.getBoundingClientRect().top >= text.getBoundingClientRect().bottom
    );
  }

  /**
   * @param {number} index
   * @param {"show" | "showSoon"} when
   */
  async #showCard(index, when = "show") {
    const wanted = { index, when };
    // While it is loaded, a press counts more than where the pointer is.
    if (!this.#popups && when === "showSoon" && this.#wanted?.when === "show") return;
    this.#wanted = wanted;
    const popups = this.#popups ?? (await this.#loadPopups().catch(() => null));
    // Meanwhile the reader may have gone on.
    if (this.#wanted !== wanted) return;
    this.#wanted = null;
    if (popups)
      popups.card[when](this.#report.quotations[index], index, this.#badges, () => this.#marks.rectOf(index));
    else if (when === "show") this.#onProblem(this.#strings.partMissing);
  }

  #markCallbacks() {
    return {
      onSelect: (/** @type {number} */ index) => {
        this.#select(index);
        this.#list.reveal(index);
        this.#showCard(index);
      },
      onPreview: (/** @type {number | null} */ index) => {
        if (index !== null) return void this.#showCard(index, "showSoon");
        if (this.#wanted?.when === "showSoon") this.#wanted = null;
        this.#popups?.card.hideSoon();
      },
    };
  }
}

/**
 * If only marks were read, the text may well show who said it, so a reason that denies it is left out.
 *
 * @param {Report} report
 * @returns {Report}
 */
function withoutWrongReasons(report) {
  if (report.reading !== "marks") return report;
  const quotations = report.quotations.map((quotation) =>
    quotation.rule === "unknown" ? { ...quotation, reason: "" } : quotation,
  );
  return { ...report, quotations };
}

/**
 * The quotation that Control+C copies: the focused one, unless words are selected.
 *
 * @param {KeyboardEvent} event
 */
function quotationToCopy({ key, ctrlKey, metaKey, altKey, shiftKey, target }) {
  const isCopyKey = key.toLowerCase() === "c" && (ctrlKey || metaKey) && !altKey && !shiftKey;
  const item = isCopyKey && target instanceof Element ? target.closest("[data-quotation]") : null;
  return item instanceof HTMLElement && String(getSelection()) === "" ? Number(item.dataset.quotation) : null;
}
