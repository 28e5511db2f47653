/**
 * Connects the corrections with the page: opens the dialogs, records what the reader saves in them, redraws
 * the results, puts the focus back where it was, and handles undo and redo. It is loaded late.
 *
 * @import { AddQuotationBar } from "./add-quotation-bar.js"
 * @import { SelectedWords } from "../text/selected-words.js"
 * @import { LateStrings } from "../strings/late.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { CodedReport } from "../core/packed-report.js"
 * @import { Operation } from "../types.js"
 */

import { emptyReport } from "../report/empty-report.js";
import { lateStrings } from "../strings/late.js";
import { Corrections } from "./corrections.js";
import { FormDialog } from "./form-dialog.js";
import { openAddDialog, openQuotationDialog } from "./quotation-dialogs.js";
import { openSpeakerDialog } from "./speaker-dialog.js";
import { findWords } from "./text-place.js";
import { UndoBar } from "./undo-bar.js";

/**
 * The view that each correction redraws.
 *
 * @typedef {object} Results
 * @property {HTMLElement} element
 * @property {(index: number, where: "text" | "list") => void} focus focuses a quotation
 */

/**
 * What to focus after a redraw. Indexes change with corrections, so a quotation is known by its start in
 * the text and a speaker by the name.
 *
 * @typedef {{ quotation: number, where: "text" | "list" } | { speaker: string }} FocusTarget
 */

export class Corrector {
  #corrections = new Corrections();
  #text = "";
  /** The report with the corrections. @type {CodedReport} */
  #report = emptyReport();
  #dialog;
  #addBar;
  #undoBar;
  /** @type {LateStrings["corrections"]} */
  #words;
  #strings;
  #results;
  #redraw;

  /**
   * @param {object} options
   * @param {Strings} options.strings
   * @param {AddQuotationBar} options.addBar says which corrections no longer fit
   * @param {Results} options.results
   * @param {() => Promise<unknown>} options.redraw shows the report again, with the corrections; rejects
   *   if a newer text or an error is shown instead
   */
  constructor({ strings, addBar, results, redraw }) {
    this.#strings = strings;
    this.#words = lateStrings[strings.language].corrections;
    this.#dialog = new FormDialog({ strings });
    this.#addBar = addBar;
    this.#undoBar = new UndoBar({
      words: this.#words,
      onUndo: () => this.#step("undo"),
      onRedo: () => this.#step("redo"),
    });
    this.#results = results;
    this.#redraw = redraw;
  }

  /** Continues with the corrections made in another language. @param {Corrector} before */
  restoreFrom(before) {
    this.#corrections = before.#corrections;
    this.#text = before.#text;
  }

  /** What it adds to the page: the bar with “Undo” and “Redo”, and the dialog. */
  get elements() {
    return [this.#undoBar.element, this.#dialog.element];
  }

  /** Whether there is something to undo or to redo. */
  get isActive() {
    return !this.#undoBar.element.hidden;
  }

  /**
   * Applies the corrections to a report, and shows which of them can be undone or no longer fit.
   *
   * @param {string} text
   * @param {CodedReport} found in that text
   * @returns {CodedReport} with the corrections
   */
  apply(text, found) {
    if (text.trim() === "") return found;
    const { report, lost, forgotten } = this.#corrections.apply(text, found);
    if (text !== this.#text) this.#undoBar.say(forgotten ? this.#words.forgotten : "");
    this.#addBar.say(lost.length > 0 ? this.#words.lost(lost, this.#strings.integer) : "");
    this.#undoBar.update(this.#corrections);
    this.#text = text;
    this.#report = report;
    return report;
  }

  /**
   * Asks for a correction of a quotation.
   *
   * @param {number} index of the quotation
   * @param {"text" | "list"} where the reader asked for the correction
   */
  editQuotation(index, where) {
    const start = startOf(this.#report, index);
    openQuotationDialog(this.#dialog, this.#text, this.#report, index, {
      onSave: (operation) => this.#correct(operation, { quotation: start, where }),
      // The browser restores the focus by itself, except in the card, which is closed by then.
      onCancel: () => where === "text" && this.#results.focus(index, where),
    });
  }

  /** Asks for a correction of a speaker. @param {number} index of the speaker */
  editSpeaker(index) {
    const { name } = this.#report.speakers[index];
    openSpeakerDialog(this.#dialog, this.#report, index, {
      onSave: (operation) => {
        const newName =
          operation.type === "rename"
            ? operation.name
            : operation.type === "merge"
              ? operation.into.name
              : name;
        this.#correct(operation, { speaker: newName });
      },
      onCancel: () => {},
    });
  }

  /** Asks for a quotation that was not found. @param {SelectedWords} selected */
  addQuotation(selected) {
    openAddDialog(this.#dialog, this.#text, this.#report, selected, {
      onSave: (operation) => {
        const span = "place" in operation ? findWords(this.#text, operation.place) : null;
        this.#correct(operation, { quotation: span?.start ?? 0, where: "text" });
      },
      onCancel: () => {},
    });
  }

  /** Handles Control+Z and Control+Shift+Z, except in a text field. @param {KeyboardEvent} event */
  onKey(event) {
    const [target] = event.composedPath();
    const isInField = target instanceof Element && target.matches("textarea, input, select");
    if (isInField || event.altKey || !(event.ctrlKey || event.metaKey) || this.#dialog.element.open) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && !(key === "y" && event.ctrlKey)) return;
    event.preventDefault();
    this.#step(key === "y" || event.shiftKey ? "redo" : "undo");
  }

  /**
   * @param {Operation} operation
   * @param {FocusTarget} target
   */
  #correct(operation, target) {
    this.#corrections.add(operation);
    this.#showChange(this.#words.done(operation), target);
  }

  /** @param {"undo" | "redo"} direction */
  #step(direction) {
    const operation = this.#corrections[direction]();
    if (!operation) return;
    const { done, undone } = this.#words;
    this.#showChange(direction === "undo" ? undone(operation) : done(operation), this.#focusTarget());
  }

  /**
   * Redraws the results, then says what has changed and restores the focus.
   *
   * @param {string} message
   * @param {FocusTarget | null} target
   */
  async #showChange(message, target) {
    try {
      await this.#redraw();
    } catch {
      // A newer text or an error is shown instead.
      return;
    }
    this.#undoBar.say(message);
    if (target) this.#focus(target);
  }

  /** What has the focus now, if it is in the results. @returns {FocusTarget | null} */
  #focusTarget() {
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

  /** @param {FocusTarget} target */
  #focus(target) {
    const { quotations, speakers } = this.#report;
    if ("speaker" in target) {
      const index = speakers.findIndex(({ name }) => name === target.speaker);
      const button =
        this.#results.element.querySelector(`[data-speaker="${index}"]`) ??
        this.#results.element.querySelector("[data-speaker]");
      if (button instanceof HTMLElement) button.focus();
      return;
    }
    // The next quotation, if the quotation itself was removed.
    const next = quotations.findIndex((_, index) => startOf(this.#report, index) >= target.quotation);
    if (quotations.length > 0) this.#results.focus(next < 0 ? quotations.length - 1 : next, target.where);
    else this.#undoBar.focusUndo();
  }
}

/**
 * @param {CodedReport} report
 * @param {number} index of a quotation
 */
function startOf({ quotations }, index) {
  return quotations[index]?.content[0]?.start ?? 0;
}
