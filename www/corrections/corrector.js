/**
 * Joins the reader's corrections with what shows them: the dialogs, the bar with “Undo”, and the
 * results that are drawn anew, in which the focus has to find its place again.
 *
 * @import { Strings } from "../strings/strings-for.js"
 * @import { CodedReport } from "../core/packed-report.js"
 * @import { Operation } from "../types.js"
 */

import { emptyReport } from "../report/empty-report.js";
import { addQuotation, editQuotation } from "./correction-editor.js";
import { Corrections } from "./corrections.js";
import { FormDialog } from "./form-dialog.js";
import { HistoryBar } from "./history-bar.js";
import { editSpeaker } from "./speaker-editor.js";
import { findWords } from "./text-place.js";

/**
 * What is drawn anew with each correction.
 *
 * @typedef {object} Results
 * @property {HTMLElement} element
 * @property {(index: number, where: "text" | "list") => void} focus puts the focus on a quotation
 */

/** @typedef {{ quotation: number, where: "text" | "list" } | { speaker: string }} FocusPlace quotation: its start in the text */

export class Corrector {
  #corrections = new Corrections();
  #text = "";
  /** What is shown: with the corrections. @type {CodedReport} */
  #report = emptyReport();
  #dialog;
  #bar;
  /** @type {Strings["corrections"]} */
  #strings;
  #results;
  #redraw;
  #selected;

  /**
   * @param {object} parts
   * @param {Strings} parts.strings
   * @param {Results} parts.results
   * @param {() => Promise<unknown>} parts.redraw shows the report anew; rejects where something
   *   newer came in between
   * @param {() => { words: string, nearOffset: number }} parts.selected what the reader selected
   */
  constructor({ strings, results, redraw, selected }) {
    this.#strings = strings.corrections;
    this.#dialog = new FormDialog({ strings });
    this.#bar = new HistoryBar({
      strings,
      onUndo: () => this.#travel("undo"),
      onRedo: () => this.#travel("redo"),
      onAdd: () => this.add(this.#selected()),
    });
    this.#results = results;
    this.#redraw = redraw;
    this.#selected = selected;
  }

  /** Goes on with the corrections made in another language. @param {Corrector} before */
  takeOver(before) {
    this.#corrections = before.#corrections;
    this.#text = before.#text;
  }

  /** The button that adds a quotation. */
  get bar() {
    return this.#bar.element;
  }

  /** The bar with “Undo”, for the end of the frame. */
  get undoBar() {
    return this.#bar.undoBar;
  }

  get dialog() {
    return this.#dialog.element;
  }

  /**
   * The report with the corrections.
   *
   * @param {string} text
   * @param {CodedReport} found in that text
   */
  corrected(text, found) {
    if (text.trim() === "") return found;
    const { report, lost, forgotten } = this.#corrections.apply(text, found);
    if (text !== this.#text) this.#bar.say(forgotten ? this.#strings.forgotten : "");
    this.#bar.sayLost(lost.length > 0 ? this.#strings.lost(lost) : "");
    this.#bar.update(this.#corrections);
    this.#text = text;
    this.#report = report;
    return report;
  }

  /**
   * @param {number} index of a quotation
   * @param {"text" | "list"} where the reader asked for it
   */
  edit(index, where) {
    const start = startOf(this.#report, index);
    editQuotation(this.#dialog, this.#text, this.#report, index, {
      onSave: (operation) => this.#correct(operation, { quotation: start, where }),
      // The dialog gives the focus back by itself, but the card is closed by then.
      onCancel: () => where === "text" && this.#results.focus(index, where),
    });
  }

  /** @param {number} index of a speaker */
  editSpeaker(index) {
    const { name } = this.#report.speakers[index];
    editSpeaker(this.#dialog, this.#report, index, {
      onSave: (operation) => {
        const after =
          operation.type === "rename"
            ? operation.name
            : operation.type === "merge"
              ? operation.into.name
              : name;
        this.#correct(operation, { speaker: after });
      },
      onCancel: () => {},
    });
  }

  /** @param {{ words: string, nearOffset: number }} selected */
  add(selected) {
    addQuotation(this.#dialog, this.#text, this.#report, selected, {
      onSave: (operation) => {
        const span = "place" in operation ? findWords(this.#text, operation.place) : null;
        this.#correct(operation, { quotation: span?.start ?? 0, where: "text" });
      },
      onCancel: () => {},
    });
  }

  /** Control+Z and Control+Shift+Z, where they do not belong to a field. @param {KeyboardEvent} event */
  onKey(event) {
    const [target] = event.composedPath();
    const field = target instanceof Element && target.matches("textarea, input, select");
    if (field || event.altKey || !(event.ctrlKey || event.metaKey) || this.#dialog.element.open) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && !(key === "y" && event.ctrlKey)) return;
    event.preventDefault();
    this.#travel(key === "y" || event.shiftKey ? "redo" : "undo");
  }

  /**
   * @param {Operation} operation
   * @param {FocusPlace} place
   */
  #correct(operation, place) {
    this.#corrections.add(operation);
    this.#show(this.#strings.done(operation), place);
  }

  /** @param {"undo" | "redo"} way */
  #travel(way) {
    const operation = this.#corrections[way]();
    if (!operation) return;
    const { done, undone } = this.#strings;
    this.#show(way === "undo" ? undone(operation) : done(operation), this.#focused());
  }

  /**
   * @param {string} message
   * @param {FocusPlace | null} place for the focus
   */
  async #show(message, place) {
    try {
      await this.#redraw();
    } catch {
      // Something newer is shown, or the failure is.
      return;
    }
    this.#bar.say(message);
    if (place) this.#focus(place);
  }

  /** Where the focus is among what is drawn anew. @returns {FocusPlace | null} */
  #focused() {
    const root = this.#results.element.getRootNode();
    const active = root instanceof ShadowRoot ? root.activeElement : null;
    if (!active || !this.#results.element.contains(active)) return null;
    const item = active.closest("[data-quotation]");
    if (item instanceof HTMLElement) {
      return {
        quotation: startOf(this.#report, Number(item.dataset.quotation)),
        where: item.closest(".list") ? "list" : "text",
      };
    }
    const { speaker } = /** @type {HTMLElement} */ (active).dataset;
    return speaker === undefined ? null : { speaker: this.#report.speakers[Number(speaker)].name };
  }

  /** @param {FocusPlace} place */
  #focus(place) {
    const { quotations, speakers } = this.#report;
    if ("speaker" in place) {
      const index = speakers.findIndex(({ name }) => name === place.speaker);
      const button =
        this.#results.element.querySelector(`[data-speaker="${index}"]`) ??
        this.#results.element.querySelector("[data-speaker]");
      if (button instanceof HTMLElement) button.focus();
      return;
    }
    // The one that follows, where the quotation itself is gone.
    const next = quotations.findIndex((_, index) => startOf(this.#report, index) >= place.quotation);
    if (quotations.length > 0) this.#results.focus(next < 0 ? quotations.length - 1 : next, place.where);
    else this.#bar.focusUndo();
  }
}

/**
 * @param {CodedReport} report
 * @param {number} index of a quotation
 */
function startOf({ quotations }, index) {
  return quotations[index]?.content[0]?.start ?? 0;
}
