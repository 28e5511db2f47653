/**
 * The results: the marked text, the speakers and the list of quotations, kept in step. Selecting
 * a quotation in one place shows it in the others.
 *
 * @import { HostMarks } from "./highlight.js"
 * @import { HostText } from "./host-text.js"
 * @import { Sign } from "./signs.js"
 * @import { Report } from "./types.js"
 */

import { DetailsCard } from "./details-card.js";
import { make } from "./dom.js";
import { markHost } from "./highlight.js";
import { MarkedText } from "./marked-text.js";
import { QuotationList } from "./quotation-list.js";
import { selectionIn } from "./selected-words.js";
import { SelectionButton } from "./selection-button.js";
import { speakerSigns } from "./signs.js";
import { SpeakersTable } from "./speakers-table.js";
import { strings } from "./strings.js";

/** What a view shows: everything, or one part of it. */
export const VIEWS = /** @type {const} */ (["all", "text", "quotations", "speakers"]);

export class ResultsView {
  element = make("div", { class: "results", part: "results" });
  #report = /** @type {Report} */ ({ quotations: [], speakers: [] });
  #signs = /** @type {Sign[]} */ ([]);
  #text;
  #list;
  #speakers;
  #card;
  #selectionButton;
  /** The marks in the host page, if it is that text which is read. @type {HostMarks | null} */
  #host = null;
  #onSelect;

  /**
   * @param {object} callbacks
   * @param {(index: number) => void} callbacks.onSelect
   * @param {(index: number, where: "text" | "list") => void} callbacks.onCorrect
   * @param {(speaker: number) => void} callbacks.onEditSpeaker
   * @param {(selected: { words: string, near: number }) => void} callbacks.onMark words are to be a
   *   quotation
   */
  constructor({ onSelect, onCorrect, onEditSpeaker, onMark }) {
    this.#onSelect = onSelect;
    this.#speakers = new SpeakersTable({ onEdit: onEditSpeaker });
    this.#text = new MarkedText(this.#markCallbacks());
    this.#selectionButton = new SelectionButton(this.#text.element, onMark);
    this.#list = new QuotationList({
      onSelect: (index) => {
        this.#select(index);
        (this.#host ?? this.#text).reveal(index);
      },
      onCorrect: (index) => onCorrect(index, "list"),
    });
    this.#card = new DetailsCard({
      onShowInList: (index) => this.#list.goTo(index),
      onCorrect: (index) => onCorrect(index, "text"),
    });
    this.element.append(
      make("section", { class: "reading", "aria-label": strings.textHeading }, legend(), this.#text.element),
      make("div", { class: "aside" }, this.#speakers.element, this.#list.element),
      this.#card.element,
      this.#selectionButton.element,
    );
  }

  /**
   * Shows a report.
   *
   * @param {string} text
   * @param {Report} report of that text
   * @param {object} options
   * @param {string} options.lang of the text
   * @param {AbortSignal} options.signal gives the drawing up
   * @param {(part: number) => void} options.onProgress told the part drawn, from 0 to 1, when it
   *   takes longer
   * @param {{ element: Element, text: HostText } | null} options.host where the text stands in
   *   the page already: it is marked there instead of here
   */
  async show(text, report, { lang, signal, onProgress, host }) {
    this.clear();
    this.#report = report;
    this.#signs = speakerSigns(report);
    this.#speakers.show(report, this.#signs);
    this.#list.show(report, this.#signs, lang);
    if (host) this.#host = markHost(host.element, host.text, report, this.#signs, this.#markCallbacks());
    else {
      this.#selectionButton.watch();
      await this.#text.show(text, report, this.#signs, { lang, signal, onProgress });
    }
  }

  /** Takes everything back, the marks in the host page as well. */
  clear() {
    this.#card.hide();
    this.#selectionButton.stop();
    this.#host?.undo();
    this.#host = null;
    this.#text.clear();
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
    if (where === "text" && !this.#host && this.#text.element.checkVisibility()) this.#text.focus(index);
    else this.#list.focus(index);
  }

  /** The words that are selected in the text, and about where they stand in it. */
  selection() {
    return selectionIn(this.#text.element);
  }

  /** @param {number} index */
  #select(index) {
    this.#list.select(index);
    (this.#host ?? this.#text).select(index);
    this.#onSelect(index);
  }

  #markCallbacks() {
    const rectOf = (/** @type {number} */ index) => () => (this.#host ?? this.#text).rectOf(index);
    return {
      onSelect: (/** @type {number} */ index) => {
        this.#select(index);
        this.#list.reveal(index);
        this.#card.show(this.#report.quotations[index], index, this.#signs, rectOf(index));
      },
      onPeek: (/** @type {number | null} */ index) => {
        if (index === null) this.#card.hideSoon();
        else this.#card.showSoon(this.#report.quotations[index], index, this.#signs, rectOf(index));
      },
    };
  }
}

/** What the underlines mean. */
function legend() {
  const { verbatim, reported, doubtful } = strings.legend;
  return make("p", { class: "legend", part: "legend" },
    make("span", { class: "key" }, make("span", { class: "verbatim" }, "abc"), ` ${verbatim}`),
    make("span", { class: "key" }, make("span", { class: "reported" }, "abc"), ` ${reported}`),
    make("span", { class: "key" }, make("span", { class: "sign doubtful speaker-unknown", "aria-hidden": "true" }, "?"), ` ${doubtful}`),
  );
}
