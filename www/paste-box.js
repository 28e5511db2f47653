/**
 * The box for the text. Nothing typed into it is ever lost: what a button or a script replaces
 * can be brought back.
 */

import { make } from "./dom.js";
import { strings } from "./strings.js";

/** From this length on, in UTF-16 code units, a word is not one that anybody reads. */
const UNBROKEN = 5000;

export class PasteBox {
  element = make("div", { class: "box", part: "box" });
  #input = make("textarea", {
    id: "text",
    part: "input",
    rows: 9,
    spellcheck: "false",
    placeholder: strings.boxPlaceholder,
    "aria-keyshortcuts": strings.findKeys,
  });
  #clear = make("button", { type: "button", part: "button", disabled: true }, strings.clear);
  #undo = make("button", { type: "button", part: "button", hidden: true }, strings.undo);
  #note = make("span", { class: "note" });
  #before = "";

  /**
   * @param {object} callbacks
   * @param {(text: string) => void} callbacks.onInput the text changed
   * @param {() => void} callbacks.onSubmit the reader asks for the quotations now
   */
  constructor({ onInput, onSubmit }) {
    const find = make("button", { type: "button", class: "primary", part: "button button-primary" }, strings.find);
    this.onInput = onInput;
    this.element.append(
      make("label", { for: "text" }, strings.boxLabel),
      this.#input,
      make("div", { class: "box-actions" },
        find, make("slot", { name: "actions" }), this.#clear, this.#undo, this.#note,
      ),
    );
    find.addEventListener("click", onSubmit);
    // Before the text is in, because browsers lay it out in the same step.
    this.#input.addEventListener("beforeinput", ({ data }) => this.#prepareFor(data ?? ""));
    this.#input.addEventListener("input", () => this.#changed());
    this.#input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSubmit();
    });
    this.#clear.addEventListener("click", () => {
      this.replace("", strings.cleared);
      this.#changed();
      this.#input.focus();
    });
    this.#undo.addEventListener("click", () => {
      this.replace(this.#before, "");
      this.#changed();
      this.#input.focus();
    });
  }

  get text() {
    return this.#input.value;
  }

  /**
   * Puts another text into the box and keeps the one before.
   *
   * @param {string} text
   * @param {string} [note] what to tell the reader about it
   */
  replace(text, note = strings.replaced) {
    const before = this.#input.value;
    if (before === text) return;
    this.#prepareFor(text);
    this.#input.value = text;
    this.#input.scrollTop = 0;
    this.#before = before;
    this.#undo.hidden = before.trim() === "";
    this.#note.textContent = this.#undo.hidden ? "" : note;
    this.#clear.disabled = text === "";
  }

  /**
   * A word of a hundred thousand letters takes a browser minutes to lay out, unless it may break
   * lines anywhere.
   *
   * @param {string} text that comes into the box
   */
  #prepareFor(text) {
    if (text.length > UNBROKEN && longestWord(text) > UNBROKEN) this.#input.classList.add("unbroken");
  }

  #changed() {
    if (this.#input.value === "") this.#input.classList.remove("unbroken");
    this.#clear.disabled = this.#input.value === "";
    this.onInput(this.#input.value);
  }
}

/** @param {string} text */
function longestWord(text) {
  let longest = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i += 1) {
    // Space, tab and line breaks; the end of the text ends a word as well.
    if (i < text.length && text.charCodeAt(i) > 32) continue;
    longest = Math.max(longest, i - start);
    start = i + 1;
  }
  return longest;
}
