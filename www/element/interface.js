/**
 * The user interface of an element in one language: the box, the state panel, the results, and the controls
 * that correct and export them.
 *
 * @import { Strings } from "../strings/strings-for.js"
 * @import { ExportDocument } from "../types.js"
 * @import { Choice, Found } from "./text-reader.js"
 */

import { sharedExtractor } from "../core/extractor.js";
import { Corrector } from "../corrections/corrector.js";
import { exportBar } from "../export/export-bar.js";
import { FileOpener } from "../input/file-opener.js";
import { PasteBox } from "../input/paste-box.js";
import { make } from "../lib/dom.js";
import { lazy, whenIdle } from "../lib/lazy.js";
import { ResultsView } from "../results/results-view.js";
import { guide } from "./guide.js";
import { StatePanel } from "./state-panel.js";

export class Interface {
  box;
  panel;
  results;
  corrector;
  /** Its `data-state` decides what is visible: empty, none, results, cancelled or error. */
  frame;
  #loadReadingLine;

  /**
   * @param {object} parts
   * @param {Strings} parts.strings
   * @param {(text: string) => void} parts.onInput the text in the box changed
   * @param {() => void} parts.onSubmit the reader asks for the quotations now
   * @param {() => void} parts.onRetry the reader asks to read the text again
   * @param {() => void} parts.onCancel
   * @param {(choice: Choice) => void} parts.onChoose the reader chooses how the text is read
   * @param {(index: number) => void} parts.onSelect
   * @param {(index: number) => Promise<string>} parts.onCopy copies a quotation; resolves to a message
   * @param {() => Promise<unknown>} parts.redraw shows the results again, with the corrections
   * @param {() => ExportDocument | null} parts.document what to export
   */
  constructor(parts) {
    const { strings, onInput, onSubmit, onRetry, onCancel, onChoose, onSelect, onCopy } = parts;
    const { redraw, document } = parts;
    const opener = new FileOpener({
      strings,
      onRead: (read, name) => this.box.open(read, strings.file.opened(name)),
      onProblem: (message) => this.panel.say(message),
    });
    this.box = new PasteBox({ strings, onInput, onSubmit }, opener.button);
    this.results = new ResultsView({
      strings,
      onSelect,
      onCopy,
      onCorrect: (index, where) => this.corrector.editQuotation(index, where),
      onEditSpeaker: (speaker) => this.corrector.editSpeaker(speaker),
      onAddQuotation: (selected) => this.corrector.addQuotation(selected),
    });
    this.corrector = new Corrector({
      strings,
      results: this.results,
      redraw,
      selected: () => this.results.selection(),
    });
    this.panel = new StatePanel({ strings, onRetry, onCancel });
    this.panel.actions.append(exportBar({ strings, document, say: (message) => this.panel.say(message) }));
    const readingLine = make("div", { class: "reading-line", part: "reading" });
    this.#loadReadingLine = lazy(async () => {
      const { ReadingLine } = await import("./reading-line.js");
      return new ReadingLine({ element: readingLine, strings, onChoose });
    });
    whenIdle(this.#loadReadingLine);
    this.panel.element.append(readingLine, this.corrector.addBar);
    this.frame = make(
      "div",
      { class: "frame", lang: strings.language, "data-source": "box", "data-state": "empty" },
      this.box.element,
      this.panel.element,
      guide(strings),
      this.results.element,
      this.corrector.undoBar,
      this.corrector.dialog,
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
    const readingLine = await this.#loadReadingLine();
    await readingLine.show(found, sharedExtractor(), signal);
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
