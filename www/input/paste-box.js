/**
 * The box to paste or type a text into. Nothing typed is ever lost: if a button or a script replaces the
 * text, the reader can restore it.
 *
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Hint } from "../types.js"
 * @import { ReadFile } from "./read-file.js"
 * @import { Readers } from "./readers.js"
 */

import { canParse } from "../core/trusted.js";
import { make } from "../lib/dom.js";
import { AboutFields } from "./about-fields.js";
import { insertText } from "./insert-text.js";
import { KeptHints, moved } from "./kept-hints.js";

/**
 * The longest text that can be edited, in UTF-16 code units. A browser takes minutes to lay a longer one out
 * in a field, so the box keeps it aside and shows its beginning.
 */
const LONGEST_EDITABLE = 1_500_000;
/** How much of a longer text the field shows, in UTF-16 code units. */
const EXCERPT = 1000;

/** The longest word that may stay in one line, in UTF-16 code units; nobody reads a longer one. */
const LONGEST_WORD = 5000;

/** HTML without any of these tags says no more than the plain text beside it. */
const STRUCTURED = /<(?:p|li|blockquote|h[1-6]|td)\b/i;

export class PasteBox {
  element = make("div", { class: "box", part: "box" });
  #input = make("textarea", {
    id: "text",
    part: "input",
    rows: 9,
    spellcheck: "false",
    // The language of the text is unknown.
    lang: "",
  });
  #clear = make("button", { type: "button", part: "button", disabled: true });
  #undo = make("button", { type: "button", part: "button", hidden: true });
  #note = make("span", { class: "note" });
  /** The text, if it is too long for the field. @type {string | null} */
  #longText = null;
  /** What markup says of the text. */
  #hints = new KeptHints();
  /** The title and the address of the text. */
  about;
  /**
   * The text before the last replacement, with its hints, title and address.
   *
   * @type {{ text: string, hints: readonly Hint[], about: AboutFields["state"] }}
   */
  #previous;
  #strings;

  /**
   * @param {object} parts
   * @param {Strings} parts.strings
   * @param {(text: string) => void} parts.onInput the text changed
   * @param {() => void} parts.onSubmit the reader asks for the quotations now
   * @param {() => Promise<Readers>} parts.load
   * @param {HTMLElement[]} actions controls beside the button “Find quotations”
   */
  constructor({ strings, onInput, onSubmit, load }, ...actions) {
    this.#strings = strings;
    this.about = new AboutFields(strings);
    this.#previous = { text: "", hints: [], about: this.about.state };
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
    this.load = load;
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
      this.about.element,
    );
    find.addEventListener("click", onSubmit);
    // Before the text is inserted, because browsers lay it out in the same step.
    this.#input.addEventListener("beforeinput", (event) => {
      const inserted = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
      if (this.#insertIfTooLong(inserted)) event.preventDefault();
      else this.#breakLongWords(inserted);
    });
    this.#input.addEventListener("input", () => this.#changed());
    this.#input.addEventListener("paste", (event) => this.#paste(event));
    this.#input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSubmit();
    });
    this.#clear.addEventListener("click", () => {
      this.replace("", strings.cleared);
      this.about.clear();
      this.#changed();
      this.#input.focus();
    });
    this.#undo.addEventListener("click", () => {
      const { text, hints, about } = this.#previous;
      this.replace(text, "", undefined, hints);
      this.about.restore(about);
      this.#changed();
      this.#input.focus();
    });
  }

  get text() {
    return this.#longText ?? this.#input.value;
  }

  /** What markup says of parts of a text; nothing if the box holds another text. @param {string} text */
  hintsFor(text) {
    return this.#hints.for(text);
  }

  /**
   * Replaces the text; the reader can restore the previous one.
   *
   * @param {string} text
   * @param {string} [note] what to tell the reader about the replacement
   * @param {{ title: string, url: string }} [about] what the text says about itself
   * @param {readonly Hint[]} [hints] what its markup says of its parts
   */
  replace(text, note = this.#strings.replaced, about = { title: "", url: "" }, hints = []) {
    const previous = this.text;
    if (previous === text) return this.#hints.give(text, hints);
    this.#previous = { text: previous, hints: this.#hints.for(previous), about: this.about.state };
    this.#fill(text);
    // The field may hold other line ends.
    this.#hints.give(this.text, this.text === text ? hints : []);
    this.#input.scrollTop = 0;
    this.about.fill(about);
    this.#undo.hidden = previous.trim() === "";
    const message = this.#undo.hidden ? "" : note;
    this.#note.textContent = this.#longText === null ? message : this.#strings.tooLongToEdit(text.length);
    this.#clear.disabled = text === "";
  }

  /**
   * Replaces the text by that of a file.
   *
   * @param {ReadFile} file
   * @param {string} note
   */
  open(file, note) {
    this.replace(file.text, note, file, file.hints);
    this.#changed();
    this.#input.focus();
  }

  /** Takes on the state of the box in the previous language. @param {PasteBox} previous */
  restoreFrom(previous) {
    this.#fill(previous.text);
    if (this.#longText !== null) this.#note.textContent = this.#strings.tooLongToEdit(this.#longText.length);
    this.#hints = previous.#hints;
    this.#previous = previous.#previous;
    this.#undo.hidden = previous.#undo.hidden;
    this.#clear.disabled = previous.#clear.disabled;
    this.about.restoreFrom(previous.about);
  }

  /** Keeps the paragraphs, lists and block quotes of a web page. @param {ClipboardEvent} event */
  async #paste(event) {
    const html = event.clipboardData?.getData("text/html") ?? "";
    const plain = event.clipboardData?.getData("text/plain") ?? "";
    if (!STRUCTURED.test(html) || !canParse()) return;
    event.preventDefault();
    const read = await this.load().then(
      ({ readFragment }) => readFragment(html),
      () => null,
    );
    const { text, hints } = read?.text ? read : { text: plain.replace(/\r\n?/g, "\n"), hints: [] };
    if (text === "" || this.#insertIfTooLong(text, hints) || this.#input.readOnly) return;
    this.#breakLongWords(text);
    const at = this.#input.selectionStart;
    insertText(this.#input, text);
    if (this.text.startsWith(text, at)) this.#addHints(hints, at);
  }

  /** @param {readonly Hint[]} hints of an inserted text @param {number} at where it starts */
  #addHints(hints, at) {
    const { text } = this;
    this.#hints.give(text, [...this.#hints.for(text), ...hints.map((hint) => moved(hint, at))]);
  }

  /** Shows a text in the field; the beginning of it, if it is too long. @param {string} text */
  #fill(text) {
    this.#longText = text.length > LONGEST_EDITABLE ? text : null;
    this.#input.readOnly = this.#longText !== null;
    const visible = this.#longText === null ? text : `${text.slice(0, EXCERPT).toWellFormed()}…`;
    this.#breakLongWords(visible);
    this.#input.value = visible;
  }

  /**
   * Inserts a text in place of the selection, if the whole would be too long for the field.
   *
   * @param {string} inserted
   * @param {readonly Hint[]} [hints] what its markup says of its parts
   * @returns {boolean} whether it did
   */
  #insertIfTooLong(inserted, hints = []) {
    const { value, selectionStart, selectionEnd, readOnly } = this.#input;
    const length = value.length - (selectionEnd - selectionStart) + inserted.length;
    if (readOnly || length <= LONGEST_EDITABLE) return false;
    const text = value.slice(0, selectionStart) + inserted + value.slice(selectionEnd);
    this.replace(text, undefined, undefined, this.#hints.after(text));
    this.#addHints(hints, selectionStart);
    this.#changed();
    return true;
  }

  /**
   * Lets words break anywhere if one is very long: a browser takes minutes to lay out an unbroken word of a
   * hundred thousand letters.
   *
   * @param {string} text that is about to be shown
   */
  #breakLongWords(text) {
    if (text.length > LONGEST_WORD && longestWord(text) > LONGEST_WORD) this.#input.classList.add("unbroken");
  }

  #changed() {
    const { text } = this;
    // A long text may also come without `beforeinput` or `paste`, for instance from a script.
    if (this.#longText === null && text.length > LONGEST_EDITABLE) {
      this.#fill(text);
      this.#note.textContent = this.#strings.tooLongToEdit(text.length);
    }
    this.#hints.follow(text);
    if (text === "") this.#input.classList.remove("unbroken");
    this.#clear.disabled = text === "";
    this.onInput(text);
  }
}

/** The length of the longest word. @param {string} text */
function longestWord(text) {
  let longest = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i += 1) {
    // White space and other control characters end a word, and so does the end of the text.
    if (i < text.length && text.charCodeAt(i) > 32) continue;
    longest = Math.max(longest, i - start);
    start = i + 1;
  }
  return longest;
}
