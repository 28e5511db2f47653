/**
 * The languages that the interface speaks.
 *
 * @typedef {typeof en} Strings
 */

import { strings as de } from "./de.js";
import { strings as en } from "./en.js";

/** @type {Record<string, Strings>} */
const LANGUAGES = { en, de };

/**
 * The words of the interface in the language of a tag: its own, or English where that is not known.
 *
 * @param {string} tag of BCP 47, such as "de-AT"; may be empty
 */
export function stringsFor(tag) {
  return isSpoken(tag) ? LANGUAGES[primary(tag)] : en;
}

/** Whether the interface has words in the language of a tag. @param {string} tag */
export function isSpoken(tag) {
  return Object.hasOwn(LANGUAGES, primary(tag));
}

/** @param {string} tag */
const primary = (tag) => tag.trim().toLowerCase().split("-", 1)[0];
