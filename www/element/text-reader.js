/**
 * Reads a text with the core, and remembers what the reader chose about it: its form, and its language.
 *
 * @import { CodedReport } from "../core/packed-report.js"
 * @import { Form, Hint, QuotationKind } from "../types.js"
 */

import { sharedExtractor } from "../core/extractor.js";
import { missingPack } from "../core/packs.js";
import { isEdit } from "../corrections/text-edit.js";
import { emptyReport } from "../report/empty-report.js";
import { countWords } from "../report/shares.js";
import { primary } from "../strings/strings-for.js";

/** What the reader chose; without a choice the core decides. @typedef {{ form?: Form, lang?: string }} Choice */

/**
 * What the page says about the language of its text, as BCP 47 tags; each "" if it says nothing.
 *
 * @typedef {object} Declared
 * @property {string} own the language that the element with the text declares: it is believed
 * @property {string} around the language of what is around the text: it decides if the text is too short to
 *   show another one
 */

/**
 * @typedef {object} Found
 * @property {string} text
 * @property {string} lang the language in which the text is shown; "" if nothing declares it
 * @property {CodedReport} report
 * @property {Choice} choice
 * @property {string} key all that the report depends on besides the text and its markup
 * @property {string} markup what the markup of the text says of its parts, as JSON
 */

/** A text of fewer words is in the language around it, unless it shows another one. */
const FEW_WORDS = 20;

export class TextReader {
  #text = "";
  /** @type {Choice} */
  #choice = {};

  /** Adds to what the reader chose for the text that was read last. @param {Choice} choice */
  choose(choice) {
    this.#choice = { ...this.#choice, ...choice };
  }

  /** Whether a text would be read as it was found. @param {Found | null} found @param {Declared} declared */
  isFound(found, declared) {
    return found?.key === this.#key(declared) && !missingPack(found.report);
  }

  /** @param {Declared} declared */
  #key(declared) {
    return JSON.stringify([this.#choice, declared]);
  }

  /**
   * Reads a text. What the reader chose holds for this text and its edits, not for another text.
   *
   * @param {string} text
   * @param {Found | null} found used if it is of this text and was read in the same way
   * @param {object} options
   * @param {Declared} options.declared
   * @param {QuotationKind[]} options.kinds
   * @param {readonly Hint[]} options.hints what the markup of the text says of its parts
   * @param {AbortSignal} options.signal
   * @param {object} options.caller whose older requests end
   * @returns {Promise<Found>}
   */
  async read(text, found, { declared, kinds, hints, signal, caller }) {
    if (!isEdit(this.#text, text)) this.#choice = {};
    this.#text = text;
    const key = this.#key(declared);
    // The same words can come as plain text and with markup.
    const markup = JSON.stringify(hints);
    if (found?.text === text && this.isFound(found, declared) && found.markup === markup) return found;
    const choice = this.#choice;
    const { own, around } = declared;
    const given = choice.lang ?? own;
    if (text.trim() === "") {
      const lang = given || around;
      return { text, lang, report: emptyReport(lang), choice, key, markup };
    }
    const options = { kinds, form: choice.form, hints, signal, caller };
    const extractor = sharedExtractor();
    let report = await extractor.extract(text, { ...options, lang: given || undefined });
    // Few words are read as English, unless they show another language.
    const isUnsure = !given && report.lang === "en" && countWords(text.slice(0, 1000)) < FEW_WORDS;
    if (isUnsure && around && primary(around) !== "en")
      report = await extractor.extract(text, { ...options, lang: around });
    const lang = given || (around && (primary(around) === report.lang ? around : told(report)));
    return { text, lang, report, choice, key, markup };
  }
}

/** The language that a text shows. @param {CodedReport} report */
function told({ lang }) {
  return lang === "und" ? "" : lang;
}
