/**
 * Opens a file of the reader: chosen with a button, or dropped on the element.
 *
 * @import { Strings } from "../strings/strings-for.js"
 * @import { ReadFile } from "./read-file.js"
 * @import { Readers } from "./readers.js"
 */

import { make } from "../lib/dom.js";
import { EXTENSIONS } from "./file-types.js";

export class FileOpener {
  button = make("button", { type: "button", part: "button" });
  /** Never in the page: the button opens its dialog. */
  #input = make("input", { type: "file", accept: EXTENSIONS.join(",") });
  /** The number of the last request to open a file; an earlier one that is still being read is dropped. */
  #lastRequest = 0;
  #strings;

  /**
   * @param {object} parts
   * @param {Strings} parts.strings
   * @param {(read: ReadFile, name: string) => void} parts.onRead
   * @param {(message: string) => void} parts.onProblem
   * @param {() => Promise<Readers>} parts.load
   */
  constructor({ strings, onRead, onProblem, load }) {
    this.#strings = strings;
    this.button.append(strings.file.open);
    this.onRead = onRead;
    this.onProblem = onProblem;
    this.load = load;
    this.button.addEventListener("click", () => this.#input.click());
    this.#input.addEventListener("change", () => {
      this.#open([...(this.#input.files ?? [])]);
      // Otherwise choosing the same file again would be no change.
      this.#input.value = "";
    });
  }

  /**
   * Opens files that are dropped on an element.
   *
   * @param {HTMLElement} area gets the class `dropping` while files are held over it
   * @param {() => boolean} accepts whether a file can be opened at the moment
   */
  acceptDrops(area, accepts) {
    /** @param {DragEvent} event */
    const carriesFiles = ({ dataTransfer }) => accepts() && (dataTransfer?.types.includes("Files") ?? false);
    area.addEventListener("dragover", (event) => {
      if (!carriesFiles(event)) return;
      // Otherwise the browser would leave the page and show the file.
      event.preventDefault();
      area.classList.add("dropping");
    });
    area.addEventListener("dragleave", ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && area.contains(relatedTarget))) area.classList.remove("dropping");
    });
    area.addEventListener("drop", (event) => {
      area.classList.remove("dropping");
      if (!carriesFiles(event)) return;
      event.preventDefault();
      this.#open([...(event.dataTransfer?.files ?? [])]);
    });
  }

  /** @param {File[]} files */
  async #open(files) {
    if (files.length === 0) return;
    const request = ++this.#lastRequest;
    const readers = await this.load().catch(() => null);
    if (!readers) return this.onProblem(this.#strings.partMissing);
    try {
      const read = await readers.readFiles(files, this.#strings);
      if (request === this.#lastRequest) this.onRead(read, files[0].name);
    } catch (error) {
      if (!(error instanceof readers.FileError)) throw error;
      if (request === this.#lastRequest) this.onProblem(error.message);
    }
  }
}
