/**
 * The button that stands beside selected words of the marked text and adds them as a quotation.
 *
 * @import { SelectedWords } from "../text/selected-words.js"
 */

import { make } from "../lib/dom.js";

/** Between the button and the selection, and between the button and the edge of the window, in pixels. */
const GAP = 8;

export class SelectionButton {
  element = make("button", { type: "button", class: "mark-selection", part: "button", popover: "manual" });
  #listening = new AbortController();
  #selection;

  /**
   * @param {string} label
   * @param {() => SelectedWords & { rect: DOMRect | null }} selection reads the selection in the marked text
   * @param {(selected: SelectedWords) => void} onAddQuotation
   */
  constructor(label, selection, onAddQuotation) {
    this.element.append(label);
    this.#selection = selection;
    // A press must not remove the selection.
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
    this.element.addEventListener("click", () => {
      const selected = selection();
      this.#hide();
      onAddQuotation(selected);
    });
  }

  /** Shows the button whenever words are selected. */
  watch() {
    this.stop();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener("selectionchange", () => this.position(), { signal });
    addEventListener("scroll", () => this.position(), { signal, capture: true, passive: true });
  }

  stop() {
    this.#listening.abort();
    this.#hide();
  }

  #hide() {
    if (this.element.isConnected && this.element.matches(":popover-open")) this.element.hidePopover();
  }

  /** Stands beside the selected words; without any it is hidden. */
  position() {
    const { words, rect } = this.#selection();
    if (words === "" || !rect || rect.bottom < 0 || rect.top > innerHeight) return this.#hide();
    if (!this.element.matches(":popover-open")) this.element.showPopover();
    const { width, height } = this.element.getBoundingClientRect();
    const room = document.documentElement.clientWidth - width - GAP;
    this.element.style.setProperty("top", `${Math.min(rect.bottom + GAP, innerHeight - height - GAP)}px`);
    this.element.style.setProperty("left", `${Math.max(GAP, Math.min(rect.left, room))}px`);
  }
}
