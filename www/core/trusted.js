/**
 * What Trusted Types ask for: a page that requires them takes no plain string as HTML to parse or as
 * the address of a script. There is one policy, made when it is first needed, and nobody outside of
 * this module can have a string trusted: HTML goes into a document without a window and nowhere else,
 * and the only script is the worker of this package.
 */

import { workerAddress, workerOptions } from "./core-files.js";

/** The name that a host lists in its directive `trusted-types`. */
const NAME = "quote-extractor";

/** @typedef {{ createHTML: (html: string) => string, createScriptURL: (url: string) => string }} Policy */

/** @type {Policy | undefined} */
let policy;

/** @returns {Policy} where there are no Trusted Types, or none for us, one that leaves strings as they are */
function ownPolicy() {
  /** @type {Policy} */
  const rules = {
    createHTML: (html) => html,
    createScriptURL(url) {
      if (url === workerAddress()) return url;
      throw new TypeError(`${url} is no script of this package`);
    },
  };
  try {
    // TypeScript's DOM library does not know them. What a policy makes passes for a string.
    return (policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy(NAME, rules) ?? rules);
  } catch {
    // The host does not list the name. If it requires types, it refuses what the strings are for.
    return (policy = rules);
  }
}

/** @returns {Worker} the worker of this package; throws where none may start */
export function startWorker() {
  return new Worker(ownPolicy().createScriptURL(workerAddress()), workerOptions);
}

/** Whether the host allows HTML to be parsed. */
export function canParse() {
  try {
    parseInert("");
    return true;
  } catch {
    return false;
  }
}

/**
 * Parses a page into a document that no window shows: nothing in it runs or loads.
 *
 * @param {string} html
 * @returns {Document} throws where the host allows no parsing
 */
export function parseInert(html) {
  return new DOMParser().parseFromString(ownPolicy().createHTML(html), "text/html");
}
