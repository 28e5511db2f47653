/**
 * The line that says how a text was read, if that is not what everyone expects, with buttons that change it:
 * the language, and the form, an article or a transcript.
 *
 * @import { Extractor } from "../core/extractor.js"
 * @import { CodedReport } from "../core/packed-report.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Choice, Found } from "./text-reader.js"
 */

import { missingPack } from "../core/packs.js";
import { readAs } from "../strings/read-as.js";

/** In longer texts nobody looks for turns that were not found, in UTF-16 code units. */
const LONGEST_TRIED = 100_000;

/** The fewest turns that are worth an offer. */
const FEWEST_TURNS = 2;

export class ReadingLine {
  #language;
  #form;
  #words;
  #strings;

  /** @param {{ element: Element, strings: Strings, onChoose: (choice: Choice) => void }} options */
  constructor({ element, strings, onChoose }) {
    this.#strings = strings;
    this.#words = readAs[strings.language];
    this.#language = new Aspect(onChoose);
    this.#form = new Aspect(onChoose);
    element.append(this.#language.element, this.#form.element);
  }

  /**
   * @param {Found} found
   * @param {Extractor} extractor
   * @param {AbortSignal} signal
   */
  async show(found, extractor, signal) {
    const hasOther = await hasOtherTurns(found, extractor, signal);
    if (signal.aborted) return;
    this.#showLanguage(found.report, found.choice);
    this.#showForm(found.report, found.choice, hasOther);
  }

  /**
   * @param {CodedReport} report
   * @param {Choice} choice
   */
  #showLanguage(report, choice) {
    const { reading, lang } = report;
    const words = this.#words;
    if (missingPack(report)) {
      this.#language.show(words.missing(this.#nameOf(lang)), this.#strings.tryAgain, {});
    } else if (choice.lang) {
      const said = words.chosenLanguage(this.#nameOf(choice.lang));
      this.#language.show(said, words.automaticLanguage, { lang: undefined });
    } else if (reading === "marks") {
      this.#language.show(words.marks(this.#nameOf(lang)), words.toEnglish, { lang: "en" });
    } else this.#language.hide();
  }

  /**
   * @param {CodedReport} report
   * @param {Choice} choice
   * @param {boolean} hasOther whether it would have turns if it was read as a transcript
   */
  #showForm(report, choice, hasOther) {
    const words = this.#words;
    const { integer } = this.#strings;
    if (choice.form) {
      const said = choice.form === "transcript" ? words.chosenTranscript : words.chosenArticle;
      this.#form.show(said, words.automaticForm, { form: undefined });
    } else if (report.form === "transcript" || report.form === "mixed") {
      const isMixed = report.form === "mixed";
      const said = isMixed ? words.mixed : words.transcript(speakersOfTurns(report), integer);
      this.#form.show(said, words.toArticle, { form: "article" });
    } else if (hasOther) {
      this.#form.show(words.article, words.toTranscript, { form: "transcript" });
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
  #words = document.createElement("span");
  #button = document.createElement("button");
  element = document.createElement("div");
  #choice = /** @type {Choice} */ ({});

  /** @param {(choice: Choice) => void} onChoose */
  constructor(onChoose) {
    this.#words.setAttribute("role", "status");
    this.#button.type = "button";
    this.element.append(this.#words, this.#button);
    this.hide();
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

/**
 * Whether a text that was not read as a transcript has turns if it is read as one.
 *
 * @param {Found} found
 * @param {Extractor} extractor
 * @param {AbortSignal} signal
 */
async function hasOtherTurns({ text, report, choice }, extractor, signal) {
  const { form, lang, reading, blocks } = report;
  if (reading !== "words" || choice.form || form === "transcript" || form === "mixed") return false;
  // A reader sees at once how a few lines are read.
  if (blocks.length < 2 * FEWEST_TURNS || text.length > LONGEST_TRIED) return false;
  const options = /** @type {const} */ ({ kinds: ["direct"], form: "transcript", lang, signal });
  const { quotations } = await extractor.extract(text, options);
  return quotations.filter(({ rule }) => rule === "label").length >= FEWEST_TURNS;
}

/** How many speakers the labels name. @param {CodedReport} report */
function speakersOfTurns({ quotations }) {
  const speakers = quotations.filter(({ rule }) => rule === "label").map(({ speaker }) => speaker);
  return new Set(speakers.filter((speaker) => speaker !== null)).size;
}
