/**
 * The user interface of an element in one language: the box, the state panel, the results, and the controls
 * that correct and export them.
 *
 * @import { Strings } from "../strings/strings-for.js"
 * @import { ExportDocument } from "../types.js"
 * @import { ReadingLine } from "./reading-line.js"
 * @import { Choice, Found } from "./text-reader.js"
 */

import { sharedExtractor } from "../core/extractor.js";
import { loadAhead } from "../core/load-ahead.js";
import { LateCorrector } from "../corrections/late-corrector.js";
import { exportBar } from "../export/export-bar.js";
import { FileOpener } from "../input/file-opener.js";
import { PasteBox } from "../input/paste-box.js";
import { make } from "../lib/dom.js";
import { lazy, lazyModule } from "../lib/lazy.js";
import { ResultsView } from "../results/results-view.js";
import { adopt } from "../styles/sheets.js";
import { guide } from "./guide.js";
import { StatePanel } from "./state-panel.js";

/** The module is the same for all elements. */
const loadLate = lazyModule(() => import("./late.js"));

export class Interface {
  box;
  panel;
  results;
  corrector;
  /** Its `data-state` decides what is visible: empty, none, results, cancelled or error. */
  frame;
  #load;
  #loadReadingLine;
  /** Once it is loaded. @type {ReadingLine | null} */
  #readingLine = null;
  #strings;
  #document;

  /**
   * @param {object} parts
   * @param {Strings} parts.strings
   * @param {(text: string) => void} parts.onInput the text in the box changed
   * @param {() => void} parts.onSubmit the reader asks for the quotations now
   * @param {() => void} parts.onRetry the reader asks to read the text again
   * @param {() => void} parts.onCancel
   * @param {(choice: Choice) => void} parts.onChoose the reader chooses how the text is read
   * @param {(index: number) => void} parts.onSelect
   * @param {() => Promise<unknown>} parts.redraw shows the results again, with the corrections
   * @param {() => ExportDocument | null} parts.document what to export
   * @param {ShadowRoot} parts.root in which it will be
   */
  constructor(parts) {
    const { strings, onInput, onSubmit, onRetry, onCancel, onChoose, onSelect } = parts;
    const { redraw, document, root } = parts;
    const say = (/** @type {string} */ message) => this.panel.say(message);
    const load = lazy(async () => {
      const late = await loadLate();
      adopt(root, late.LATE);
      return late;
    });
    loadAhead(load);
    this.#load = load;
    this.#strings = strings;
    this.#document = document;
    const opener = new FileOpener({
      strings,
      onRead: (read, name) => this.box.open(read, strings.file.opened(name)),
      onProblem: say,
      load,
    });
    this.box = new PasteBox({ strings, onInput, onSubmit, load }, opener.button);
    this.results = new ResultsView({
      strings,
      onSelect,
      onCopy: (index) => this.#copyQuotation(index),
      onCorrect: (index, where) => this.corrector.editQuotation(index, where),
      onEditSpeaker: (speaker) => this.corrector.editSpeaker(speaker),
      onAddQuotation: (selected) => this.corrector.addQuotation(selected),
      load,
      onProblem: say,
    });
    this.corrector = new LateCorrector({
      strings,
      results: this.results,
      redraw,
      selected: () => this.results.selection(),
      load,
      onStart: (elements) => this.frame.append(...elements),
      onProblem: say,
    });
    this.panel = new StatePanel({ strings, onRetry, onCancel });
    this.panel.actions.append(exportBar({ strings, document, say, load }));
    const readingLine = make("div", { class: "reading-line", part: "reading" });
    this.#loadReadingLine = lazy(async () => {
      const { ReadingLine } = await load();
      return (this.#readingLine = new ReadingLine({ element: readingLine, strings, onChoose }));
    });
    this.panel.element.append(readingLine, this.corrector.addBar);
    this.frame = make(
      "div",
      { class: "frame", lang: strings.language, "data-source": "box", "data-state": "empty" },
      this.box.element,
      this.panel.element,
      guide(strings),
      this.results.element,
    );
    this.frame.addEventListener("keydown", (event) => this.corrector.onKey(event));
    opener.acceptDrops(this.frame, () => this.frame.dataset.source === "box");
  }

  /**
   * Says how a text was read.
   *
   * @param {Found} found
   * @param {AbortSignal} signal
   * @returns {Promise<void>} rejects if the line cannot be loaded, or if the signal ends the work
   */
  async showReading(found, signal) {
    // Without a text the line says nothing, so it is not loaded for that.
    if (found.text.trim() === "" && !this.#readingLine) return;
    const readingLine = await this.#loadReadingLine();
    await readingLine.show(found, sharedExtractor(), signal);
  }

  /**
   * Copies one quotation as a citation.
   *
   * @param {number} index of the quotation
   * @returns {Promise<string>} what to tell the reader about it
   */
  async #copyQuotation(index) {
    const strings = this.#strings;
    const say = (/** @type {string} */ message) => this.panel.say(message);
    const late = await this.#load().catch(() => null);
    if (late) return late.copyQuotation(index, this.#document(), { say, strings });
    say(strings.partMissing);
    return strings.partMissing;
  }

  /**
   * Takes on the state of the interface in the previous language, so that nothing the reader did is lost.
   *
   * @param {Interface} previous
   */
  restoreFrom(previous) {
    Object.assign(this.frame.dataset, previous.frame.dataset);
    this.box.restoreFrom(previous.box);
    this.results.restoreFrom(previous.results);
    this.corrector.restoreFrom(previous.corrector);
  }
}
