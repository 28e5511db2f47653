/**
 * The bar that says what was corrected, with the buttons “Undo” and “Redo”. It stays at the lower edge of
 * the window, so that it is in view wherever in the text a correction is made.
 *
 * @import { LateStrings } from "../strings/late.js"
 */

import { make } from "../lib/dom.js";

export class UndoBar {
  #undo = make("button", { type: "button", part: "button", "aria-keyshortcuts": "Control+Z" });
  #redo = make("button", { type: "button", part: "button", "aria-keyshortcuts": "Control+Shift+Z" });
  #message = make("p", { role: "status" });
  element;

  /** @param {{ words: LateStrings["corrections"], onUndo: () => void, onRedo: () => void }} options */
  constructor({ words, onUndo, onRedo }) {
    this.#undo.append(words.undo);
    this.#redo.append(words.redo);
    this.#undo.title = words.undoKeys;
    this.#redo.title = words.redoKeys;
    this.#undo.addEventListener("click", onUndo);
    this.#redo.addEventListener("click", onRedo);
    this.element = make(
      "div",
      { class: "undo-bar", role: "group", "aria-label": words.bar, hidden: true },
      this.#message,
      this.#undo,
      this.#redo,
    );
  }

  /** @param {string} message */
  say(message) {
    this.#message.textContent = message;
  }

  focusUndo() {
    this.#undo.focus();
  }

  /**
   * Shows what can be undone and redone. The bar and its buttons appear with the first correction and stay:
   * a button that is removed or `disabled` would lose the focus.
   *
   * @param {{ canUndo: boolean, canRedo: boolean }} state
   */
  update({ canUndo, canRedo }) {
    this.element.hidden = !canUndo && !canRedo;
    this.#undo.setAttribute("aria-disabled", String(!canUndo));
    this.#redo.setAttribute("aria-disabled", String(!canRedo));
  }
}
