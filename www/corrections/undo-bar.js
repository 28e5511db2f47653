/**
 * The bar that says what was corrected, with the buttons “Undo” and “Redo”. It stays at the lower edge of
 * the window, so that it is in view wherever in the text a correction is made.
 *
 * @import { Strings } from "../strings/strings-for.js"
 */

import { make } from "../lib/dom.js";

export class UndoBar {
  #undo = make("button", { type: "button", part: "button", "aria-keyshortcuts": "Control+Z" });
  #redo = make("button", { type: "button", part: "button", "aria-keyshortcuts": "Control+Shift+Z" });
  #message = make("p", { role: "status" });
  element;

  /** @param {{ strings: Strings, onUndo: () => void, onRedo: () => void }} options */
  constructor({ strings, onUndo, onRedo }) {
    this.#undo.append(strings.corrections.undo);
    this.#redo.append(strings.corrections.redo);
    this.#undo.title = strings.corrections.undoKeys;
    this.#redo.title = strings.corrections.redoKeys;
    this.#undo.addEventListener("click", onUndo);
    this.#redo.addEventListener("click", onRedo);
    this.element = make(
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
