/**
 * The button beside a selection in the marked text that makes a quotation of it.
 *
 * @import { Strings } from "../strings/strings-for.js"
 */

import { make } from "../lib/dom.js";

const GAP = 8;

export class SelectionButton {
  element = make("button", { type: "button", class: "mark-selection", part: "button", popover: "manual" });
  #listening = new AbortController();
  #selection;

  /**
   * @param {Strings} strings
   * @param {() => { words: string, nearOffset: number, rect: DOMRect | null }} selection what is selected in
   *   the marked text
   * @param {(selected: { words: string, nearOffset: number }) => void} onMark
   */
  constructor(strings, selection, onMark) {
    this.element.append(strings.corrections.markSelection);
    this.#selection = selection;
    // A press must not take the selection away.
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
    this.element.addEventListener("click", () => {
      const selected = selection();
      this.#hide();
      onMark(selected);
    });
  }

  watch() {
    this.stop();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener("selectionchange", () => this.#place(), { signal });
    addEventListener("scroll", () => this.#place(), { signal, capture: true, passive: true });
  }

  stop() {
    this.#listening.abort();
    this.#hide();
  }

  #hide() {
    if (this.element.isConnected && this.element.matches(":popover-open")) this.element.hidePopover();
  }

  #place() {
    const { words, rect } = this.#selection();
    if (words === "" || !rect || rect.bottom < 0 || rect.top > innerHeight) return this.#hide();
    if (!this.element.matches(":popover-open")) this.element.showPopover();
    const { width, height } = this.element.getBoundingClientRect();
    const room = document.documentElement.clientWidth - width - GAP;
    this.element.style.setProperty("top", `${Math.min(rect.bottom + GAP, innerHeight - height - GAP)}px`);
    this.element.style.setProperty("left", `${Math.max(GAP, Math.min(rect.left, room))}px`);
  }
}
