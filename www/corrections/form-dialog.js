/**
 * A dialog with a form: one question at a time, answered or left with Escape.
 *
 * @import { Strings } from "../strings/strings-for.js"
 */

import { make } from "../lib/dom.js";

export class FormDialog {
  element = make("dialog", { class: "dialog", part: "dialog", "aria-labelledby": "dialog-heading" });
  /** @type {() => void} */
  #onCancel = () => {};

  /** @param {{ strings: Strings }} parts */
  constructor({ strings }) {
    /** For what is asked as well. */
    this.strings = strings;
    // Escape, too, ends here.
    this.element.addEventListener("close", () => this.#onCancel());
  }

  /**
   * @param {object} form
   * @param {string} form.heading
   * @param {Node[]} form.fields
   * @param {HTMLElement[]} [form.actions] buttons besides “Save” and “Cancel”
   * @param {() => string | null} form.onSave what is still wrong, or null where it was saved
   * @param {() => unknown} form.onCancel the dialog was left without an answer
   */
  open({ heading, fields, actions = [], onSave, onCancel }) {
    const { save, cancel } = this.strings.corrections;
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

  /** Closes with an answer. */
  finish() {
    this.#onCancel = () => {};
    this.element.close();
  }
}

/**
 * A control with its label.
 *
 * @param {string} id
 * @param {string} label
 * @param {HTMLElement} control
 */
export function field(id, label, control) {
  control.id = id;
  return make("div", { class: "field" }, make("label", { for: id }, label), control);
}
