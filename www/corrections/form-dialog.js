/**
 * The dialog in which corrections are made: a form that is saved or canceled. One dialog serves all forms,
 * one at a time.
 *
 * @import { LateStrings } from "../strings/late.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Operation } from "../types.js"
 */

import { make } from "../lib/dom.js";
import { lateStrings } from "../strings/late.js";

/**
 * What a dialog calls when it closes: one of the two.
 *
 * @typedef {object} DialogCallbacks
 * @property {(operation: Operation) => void} onSave
 * @property {() => unknown} onCancel
 */

export class FormDialog {
  element = make("dialog", { class: "dialog", part: "dialog", "aria-labelledby": "dialog-heading" });
  /** @type {() => void} */
  #onCancel = () => {};

  /** @param {{ strings: Strings }} options */
  constructor({ strings }) {
    /** Also for the functions that fill the dialog. */
    this.strings = strings;
    /** @type {LateStrings["corrections"]} */
    this.words = lateStrings[strings.language].corrections;
    // The button “Cancel” closes the dialog, and so does Escape.
    this.element.addEventListener("close", () => this.#onCancel());
  }

  /**
   * @param {object} form
   * @param {string} form.heading
   * @param {Node[]} form.fields
   * @param {HTMLElement[]} [form.actions] buttons besides “Save” and “Cancel”
   * @param {() => string | null} form.onSave returns what the reader has to put right, or saves and
   *   returns null
   * @param {() => unknown} form.onCancel
   */
  open({ heading, fields, actions = [], onSave, onCancel }) {
    const { save, cancel } = this.words;
    const problem = make("p", { class: "problem", role: "alert" });
    const cancelButton = make("button", { type: "button", part: "button" }, cancel);
    const form = make(
      "form",
      {},
      make("h2", { id: "dialog-heading" }, heading),
      ...fields,
      problem,
      make(
        "div",
        { class: "dialog-actions" },
        make("button", { class: "primary", part: "button button-primary" }, save),
        cancelButton,
        ...actions,
      ),
    );
    cancelButton.addEventListener("click", () => this.element.close());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      problem.textContent = onSave() ?? "";
    });
    this.element.replaceChildren(form);
    this.#onCancel = onCancel;
    this.element.showModal();
  }

  /** Closes the dialog after saving, without calling `onCancel`. */
  closeSaved() {
    this.#onCancel = () => {};
    this.element.close();
  }
}

/**
 * Puts a control and its label into one field.
 *
 * @param {string} id
 * @param {string} label
 * @param {HTMLElement} control
 */
export function field(id, label, control) {
  control.id = id;
  return make("div", { class: "field" }, make("label", { for: id }, label), control);
}
