/**
 * The words that only late modules say, by the language of the interface.
 *
 * @typedef {typeof en} LateStrings
 */

import { late as de } from "./de-late.js";
import { late as en } from "./en-late.js";

/** @type {Record<string, LateStrings>} */
export const lateStrings = { en, de };
