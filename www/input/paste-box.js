/**
 * The box for the text. Nothing typed into it is ever lost: what a button or a script replaces
 * can be brought back.
 *
 * @import { Strings } from "../strings/strings-for.js"
 */

import { make } from "../lib/dom.js";
import { insertText } from "./insert-text.js";
import { readFragment } from "./read-html.js";
import { SourceFields } from "./source-fields.js";

/** A longer text is kept and not edited, in UTF-16 code units: a browser takes minutes to lay it out in a field. */
const LONGEST = 1_500_000;
/** How much of it is seen. */
const EXCERPT = 1000;

/** From this length on, in UTF-16 code units, a word is not one that anybody reads. */
const UNBROKEN = 5000;

export class PasteBox {
  element = make("div", { class: "box", part: "box" });
  #input = make("textarea", {
    id: "text",
    part: "input",
    rows: 9,
    spellcheck: "false",
    // Nobody knows in which language the text is.
    lang: "",
  });
  #clear = make("button", { type: "button", part: "button", disabled: true });
  #undo = make("button", { type: "button", part: "button", hidden: true });
  #note = make("span", { class: "note" });
  /** The text, where it is too long for the field. @type {string | null} */
  #kept = null;
  /** What is said of the text. */
  source;
  #before;
  #strings;

  /**
   * @param {object} parts
   * @param {Strings} parts.strings
   * @param {(text: string) => void} parts.onInput the text changed
   * @param {() => void} parts.onSubmit the reader asks for the quotations now
   * @param {HTMLElement[]} actions controls beside the button that asks
   */
  constructor({ strings, onInput, onSubmit }, ...actions) {
    this.#strings = strings;
    this.source = new SourceFields(strings);
    this.#before = { text: "", source: this.source.state };
    this.#input.placeholder = strings.boxPlaceholder;
    this.#input.setAttribute("aria-keyshortcuts", strings.findKeys);
    this.#clear.append(strings.clear);
    this.#undo.append(strings.undo);
    const find = make(
      "button",
      { type: "button", class: "primary", part: "button button-primary" },
      strings.find,
    );
    this.onInput = onInput;
    this.element.append(
      make("label", { for: "text" }, strings.boxLabel),
      this.#input,
      make(
        "div",
        { class: "box-actions" },
        find,
        ...actions,
        make("slot", { name: "actions" }),
        this.#clear,
        this.#undo,
        this.#note,
      ),
      this.source.element,
    );
    find.addEventListener("click", onSubmit);
    // Before the text is in, because browsers lay it out in the same step.
    this.#input.addEventListener("beforeinput", (event) => {
      const words = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
      if (this.#keepLong(words)) event.preventDefault();
      else this.#prepareFor(words);
    });
    this.#input.addEventListener("input", () => this.#changed());
    this.#input.addEventListener("paste", (event) => this.#paste(event));
    this.#input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSubmit();
    });
    this.#clear.addEventListener("click", () => {
      this.replace("", strings.cleared);
      this.source.clear();
      this.#changed();
      this.#input.focus();
    });
    this.#undo.addEventListener("click", () => {
      const { text, source } = this.#before;
      this.replace(text, "");
      this.source.restore(source);
      this.#changed();
      this.#input.focus();
    });
  }

  get text() {
    return this.#kept ?? this.#input.value;
  }

  /**
   * Puts another text into the box and keeps the one before.
   *
   * @param {string} text
   * @param {string} [note] what to tell the reader about it
   * @param {{ title: string, url: string }} [found] what the text says of itself
   */
  replace(text, note = this.#strings.replaced, found = { title: "", url: "" }) {
    const before = this.text;
    if (before === text) return;
    this.#fill(text);
    this.#input.scrollTop = 0;
    this.#before = { text: before, source: this.source.state };
    this.source.fill(found);
    this.#undo.hidden = before.trim() === "";
    const said = this.#undo.hidden ? "" : note;
    this.#note.textContent = this.#kept === null ? said : this.#strings.tooLongToEdit(text.length);
    this.#clear.disabled = text === "";
  }

  /**
   * Puts a text that the reader chose into the box.
   *
   * @param {{ text: string, title: string, url: string }} read
   * @param {string} note
   */
  open(read, note) {
    this.replace(read.text, note, read);
    this.#changed();
    this.#input.focus();
  }

  /** Goes on where the box in another language was. @param {PasteBox} before */
  takeOver(before) {
    this.#fill(before.text);
    if (this.#kept !== null) this.#note.textContent = this.#strings.tooLongToEdit(this.#kept.length);
    this.#before = before.#before;
    this.#undo.hidden = before.#undo.hidden;
    this.#clear.disabled = before.#clear.disabled;
    this.source.takeOver(before.source);
  }

  /** What comes from a web page keeps its paragraphs, lists and block quotes. @param {ClipboardEvent} event */
  #paste(event) {
    const html = event.clipboardData?.getData("text/html");
    const text = html ? readFragment(html) : null;
    if (!text) return;
    event.preventDefault();
    if (this.#keepLong(text) || this.#input.readOnly) return;
    this.#prepareFor(text);
    insertText(this.#input, text);
  }

  /** Puts a text into the field, or the beginning of it. @param {string} text */
  #fill(text) {
    this.#kept = text.length > LONGEST ? text : null;
    this.#input.readOnly = this.#kept !== null;
    const seen = this.#kept === null ? text : `${text.slice(0, EXCERPT).toWellFormed()}…`;
    this.#prepareFor(seen);
    this.#input.value = seen;
  }

  /**
   * Takes words in place of the selection, where the field would not stand the text with them.
   *
   * @param {string} words
   * @returns {boolean} whether that was so
   */
  #keepLong(words) {
    const { value, selectionStart, selectionEnd, readOnly } = this.#input;
    const length = value.length - (selectionEnd - selectionStart) + words.length;
    if (readOnly || length <= LONGEST) return false;
    this.replace(value.slice(0, selectionStart) + words + value.slice(selectionEnd));
    this.#changed();
    return true;
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
    const { text } = this;
    // By a way that could not be foreseen.
    if (this.#kept === null && text.length > LONGEST) {
      this.#fill(text);
      this.#note.textContent = this.#strings.tooLongToEdit(text.length);
    }
    if (text === "") this.#input.classList.remove("unbroken");
    this.#clear.disabled = text === "";
    this.onInput(text);
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
