/**
 * The languages that the interface speaks. English is there, another one is loaded for those who need it.
 *
 * @typedef {typeof en} Strings
 */

import { lazyModule } from "../lib/lazy.js";
import { strings as en } from "./en.js";

/** @type {Record<string, () => Promise<{ strings: Strings }>>} */
const LATE = { de: lazyModule(() => import("./de.js")) };

/** What has been loaded. @type {Record<string, Strings>} */
const loaded = { en };

/**
 * The words of the interface in the language of a tag: its own, or English where that is not known or
 * not loaded.
 *
 * @param {string} tag of BCP 47, such as "de-AT"; may be empty
 */
export function stringsFor(tag) {
  return Object.hasOwn(loaded, primary(tag)) ? loaded[primary(tag)] : en;
}

/**
 * Loads the words of a language, if it has any that are not there yet.
 *
 * @param {string} tag
 * @returns {Promise<void> | null} null: there is nothing to load. Rejects without a network
 */
export function loadStrings(tag) {
  const name = primary(tag);
  if (!isSpoken(tag) || Object.hasOwn(loaded, name)) return null;
  return LATE[name]().then(({ strings }) => void (loaded[name] = strings));
}

/** The languages that can be loaded. */
export const LATE_LANGUAGES = Object.keys(LATE);

/** Whether the interface has words in the language of a tag. @param {string} tag */
export function isSpoken(tag) {
  return Object.hasOwn(loaded, primary(tag)) || Object.hasOwn(LATE, primary(tag));
}

/** The language of a tag, without the country. @param {string} tag */
export const primary = (tag) => tag.trim().toLowerCase().split("-", 1)[0];
