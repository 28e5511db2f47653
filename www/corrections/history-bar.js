/**
 * The button that adds a quotation, and the bar that says what was corrected and takes it back. The bar
 * stays at the lower edge of the window: a correction is made wherever the reader is in the text.
 *
 * @import { Strings } from "../strings/strings-for.js"
 */

import { make } from "../lib/dom.js";

export class HistoryBar {
  #undo = make("button", { type: "button", part: "button", "aria-keyshortcuts": "Control+Z" });
  #redo = make("button", { type: "button", part: "button", "aria-keyshortcuts": "Control+Shift+Z" });
  #message = make("p", { role: "status" });
  #lost = make("p", { role: "status" });
  /** Stands with the results. */
  element;
  /** Follows the reader. */
  undoBar;

  /** @param {{ strings: Strings, onUndo: () => void, onRedo: () => void, onAdd: () => void }} parts */
  constructor({ strings, onUndo, onRedo, onAdd }) {
    const add = make("button", { type: "button", part: "button" }, strings.corrections.add);
    this.#undo.append(strings.corrections.undo);
    this.#redo.append(strings.corrections.redo);
    this.#undo.title = strings.corrections.undoKeys;
    this.#redo.title = strings.corrections.redoKeys;
    this.#undo.addEventListener("click", onUndo);
    this.#redo.addEventListener("click", onRedo);
    // A press must not take the selection away that is to be added.
    add.addEventListener("mousedown", (event) => event.preventDefault());
    add.addEventListener("click", onAdd);
    this.element = make("div", { class: "history" }, add, this.#lost);
    this.undoBar = make(
      "div",
      { class: "undo-bar", role: "group", "aria-label": strings.corrections.bar, hidden: true },
      this.#message,
      this.#undo,
      this.#redo,
    );
  }

  /** @param {string} message */
  say(message) {
    this.#message.textContent = message;
  }

  /** @param {string} message what no longer fits; empty for nothing */
  sayLost(message) {
    if (this.#lost.textContent !== message) this.#lost.textContent = message;
  }

  focusUndo() {
    this.#undo.focus();
  }

  /**
   * The bar and both its buttons come with the first correction and stay: one that vanished would take the focus
   * with it, and so would a disabled one.
   *
   * @param {{ canUndo: boolean, canRedo: boolean }} state
   */
  update({ canUndo, canRedo }) {
    this.undoBar.hidden = !canUndo && !canRedo;
    this.#undo.setAttribute("aria-disabled", String(!canUndo));
    this.#redo.setAttribute("aria-disabled", String(!canRedo));
  }
}
