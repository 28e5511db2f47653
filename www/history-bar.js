/**
 * The buttons that take corrections back and add one, and the line that says what was corrected.
 *
 * @import { Strings } from "./strings/strings-for.js"
 */

import { make } from "./dom.js";

export class HistoryBar {
  #undo = make("button", { type: "button", part: "button", hidden: true });
  #redo = make("button", { type: "button", part: "button", hidden: true });
  #message = make("p", { role: "status" });
  #lost = make("p", { role: "status" });
  element;

  /** @param {{ strings: Strings, onUndo: () => void, onRedo: () => void, onAdd: () => void }} parts */
  constructor({ strings, onUndo, onRedo, onAdd }) {
    const add = make("button", { type: "button", part: "button" }, strings.corrections.add);
    this.#undo.append(strings.corrections.undo);
    this.#redo.append(strings.corrections.redo);
    this.#undo.addEventListener("click", onUndo);
    this.#redo.addEventListener("click", onRedo);
    // A press must not take the selection away that is to be added.
    add.addEventListener("mousedown", (event) => event.preventDefault());
    add.addEventListener("click", onAdd);
    this.element = make("div", { class: "history", role: "group", "aria-label": strings.corrections.bar },
      add, this.#undo, this.#redo, this.#message, this.#lost,
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
   * Both buttons come with the first correction and stay: one that vanished would take the focus
   * with it, and so would a disabled one.
   *
   * @param {{ canUndo: boolean, canRedo: boolean }} state
   */
  update({ canUndo, canRedo }) {
    const used = canUndo || canRedo;
    this.#undo.hidden = !used;
    this.#redo.hidden = !used;
    this.#undo.setAttribute("aria-disabled", String(!canUndo));
    this.#redo.setAttribute("aria-disabled", String(!canRedo));
  }
}
