/**
 * The line that says how a text was read, if that is not what everyone expects, with buttons that change it:
 * the language, and the form, an article or a transcript.
 *
 * @import { CodedReport } from "../core/packed-report.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Choice } from "./text-reader.js"
 */

import { make } from "../lib/dom.js";

export class ReadingLine {
  #language;
  #form;
  element;
  #strings;

  /** @param {{ strings: Strings, onChoose: (choice: Choice) => void }} options */
  constructor({ strings, onChoose }) {
    this.#strings = strings;
    this.#language = new Aspect(onChoose);
    this.#form = new Aspect(onChoose);
    const parts = [...this.#language.elements, ...this.#form.elements];
    this.element = make("p", { class: "reading-line", part: "reading" }, ...parts);
  }

  /**
   * @param {CodedReport} report as it was found
   * @param {Choice} choice what the reader has chosen about it
   * @param {boolean} hasOtherTurns whether it would have turns if it was read as a transcript
   */
  show(report, choice, hasOtherTurns) {
    this.#showLanguage(report, choice);
    this.#showForm(report, choice, hasOtherTurns);
  }

  /**
   * @param {CodedReport} report
   * @param {Choice} choice
   */
  #showLanguage({ reading, lang }, choice) {
    const { readAs } = this.#strings;
    if (choice.lang) {
      const words = readAs.chosenLanguage(this.#nameOf(choice.lang));
      this.#language.show(words, readAs.automaticLanguage, { lang: undefined });
    } else if (reading === "marks") {
      this.#language.show(readAs.marks(this.#nameOf(lang)), readAs.toEnglish, { lang: "en" });
    } else this.#language.hide();
  }

  /**
   * @param {CodedReport} report
   * @param {Choice} choice
   * @param {boolean} hasOtherTurns
   */
  #showForm(report, choice, hasOtherTurns) {
    const { readAs } = this.#strings;
    if (choice.form) {
      const words = choice.form === "transcript" ? readAs.chosenTranscript : readAs.chosenArticle;
      this.#form.show(words, readAs.automaticForm, { form: undefined });
    } else if (report.form === "transcript" || report.form === "mixed") {
      const isMixed = report.form === "mixed";
      const words = isMixed ? readAs.mixed : readAs.transcript(speakersOfTurns(report));
      this.#form.show(words, readAs.toArticle, { form: "article" });
    } else if (hasOtherTurns) {
      this.#form.show(readAs.article, readAs.toTranscript, { form: "transcript" });
    } else this.#form.hide();
  }

  /** The name of a language in the language of the interface; "" if it has none. @param {string} tag */
  #nameOf(tag) {
    try {
      const names = new Intl.DisplayNames([this.#strings.language], { type: "language", fallback: "none" });
      return tag === "und" ? "" : (names.of(tag) ?? "");
    } catch {
      // A page may declare what is no tag.
      return "";
    }
  }
}

/** One thing that the line says, and the button that changes it. */
class Aspect {
  #words = make("span", { role: "status" });
  #button = make("button", { type: "button", part: "reading-button", hidden: true });
  elements = [this.#words, this.#button];
  #choice = /** @type {Choice} */ ({});

  /** @param {(choice: Choice) => void} onChoose */
  constructor(onChoose) {
    this.#button.addEventListener("click", () => onChoose(this.#choice));
  }

  /**
   * @param {string} words
   * @param {string} action
   * @param {Choice} choice what a press on the button chooses
   */
  show(words, action, choice) {
    // A screen reader says it again only if it has changed.
    if (this.#words.textContent !== words) this.#words.textContent = words;
    this.#button.textContent = action;
    this.#button.hidden = action === "";
    this.#choice = choice;
  }

  hide() {
    this.show("", "", {});
  }
}

/** How many speakers the labels name. @param {CodedReport} report */
function speakersOfTurns({ quotations }) {
  const speakers = quotations.filter(({ rule }) => rule === "label").map(({ speaker }) => speaker);
  return new Set(speakers.filter((speaker) => speaker !== null)).size;
}
