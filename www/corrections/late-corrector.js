/**
 * Stands for the corrector, which is loaded once the reader corrects something. Until then a report needs
 * nothing of it but the button that adds a quotation.
 *
 * @import { CodedReport } from "../core/packed-report.js"
 * @import { SelectedWords } from "../text/selected-words.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Corrector, Results } from "./corrector.js"
 */

import { emptyReport } from "../report/empty-report.js";
import { AddQuotationBar } from "./add-quotation-bar.js";

/** @typedef {typeof import("./corrector.js")} CorrectorModule */

export class LateCorrector {
  #addBar;
  /** Once the corrector is loaded. @type {CorrectorModule | null} */
  #module = null;
  /** @type {Corrector | null} */
  #corrector = null;
  #text = "";
  #found = /** @type {CodedReport} */ (emptyReport());
  #options;

  /**
   * @param {object} options
   * @param {Strings} options.strings
   * @param {Results} options.results
   * @param {() => Promise<unknown>} options.redraw shows the report again, with the corrections; rejects
   *   if a newer text or an error is shown instead
   * @param {() => Promise<SelectedWords>} options.selected reads what the reader has selected
   * @param {() => Promise<CorrectorModule>} options.load
   * @param {(elements: HTMLElement[]) => void} options.onStart adds the elements of the corrector to the page
   * @param {(message: string) => void} options.onProblem
   */
  constructor(options) {
    this.#options = options;
    const { strings, selected } = options;
    this.#addBar = new AddQuotationBar({
      strings,
      onAdd: () => this.#use(async (corrector) => corrector.addQuotation(await selected())),
    });
  }

  get addBar() {
    return this.#addBar.element;
  }

  /** Whether there is something to undo or to redo. */
  get isActive() {
    return this.#corrector?.isActive ?? false;
  }

  /** Continues with the corrections made in another language. @param {LateCorrector} before */
  restoreFrom(before) {
    if (before.#module && before.#corrector) this.#start(before.#module).restoreFrom(before.#corrector);
  }

  /**
   * Applies the corrections to a report.
   *
   * @param {string} text
   * @param {CodedReport} found in that text
   * @returns {CodedReport} with the corrections
   */
  apply(text, found) {
    this.#text = text;
    this.#found = found;
    return this.#corrector ? this.#corrector.apply(text, found) : found;
  }

  /** @param {number} index of the quotation @param {"text" | "list"} where the reader asked for the correction */
  editQuotation(index, where) {
    this.#use((corrector) => corrector.editQuotation(index, where));
  }

  /** @param {number} index of the speaker */
  editSpeaker(index) {
    this.#use((corrector) => corrector.editSpeaker(index));
  }

  /** @param {SelectedWords} selected */
  addQuotation(selected) {
    this.#use((corrector) => corrector.addQuotation(selected));
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    this.#corrector?.onKey(event);
  }

  /**
   * Loads the corrector, unless it is there. If another text is shown by then, nothing happens.
   *
   * @param {(corrector: Corrector) => unknown} correct
   */
  async #use(correct) {
    const { load, onProblem, strings } = this.#options;
    const found = this.#found;
    const module = this.#module ?? (await load().catch(() => null));
    if (!module) onProblem(strings.partMissing);
    else if (found === this.#found) await correct(this.#corrector ?? this.#start(module));
  }

  /** @param {CorrectorModule} module */
  #start(module) {
    const corrector = new module.Corrector({ ...this.#options, addBar: this.#addBar });
    this.#module = module;
    this.#corrector = corrector;
    this.#options.onStart(corrector.elements);
    corrector.apply(this.#text, this.#found);
    return corrector;
  }
}
