/**
 * The button that adds a quotation, and beside it the message about corrections that no longer fit the
 * text. It stands above the results.
 *
 * @import { Strings } from "../strings/strings-for.js"
 */

import { make } from "../lib/dom.js";

export class AddQuotationBar {
  #message = make("p", { role: "status" });
  element;

  /** @param {{ strings: Strings, onAdd: () => void }} options */
  constructor({ strings, onAdd }) {
    const add = make("button", { type: "button", part: "button" }, strings.corrections.add);
    // A press must not remove the selection: the selected words are those to add.
    add.addEventListener("mousedown", (event) => event.preventDefault());
    add.addEventListener("click", onAdd);
    this.element = make("div", { class: "history" }, add, this.#message);
  }

  /** @param {string} message empty to remove the message */
  say(message) {
    // A screen reader would announce the same message again.
    if (this.#message.textContent !== message) this.#message.textContent = message;
  }
}
