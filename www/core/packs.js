/**
 * The language packs of this page. The core has no words of its own: each core that is started gets the pack of
 * the page's language, and others when a text needs them.
 *
 * @import { Pack } from "../types.js"
 * @import { Backend } from "./backends.js"
 */

import { fetchPack } from "./core.js";
import { languages, packSource } from "./core-files.js";

/** @param {string} tag a BCP 47 tag @returns {string | undefined} the language that it names, if that has a pack */
export function languageWithPack(tag) {
  const [language] = tag.toLowerCase().split(/[-_]/);
  return languages.includes(language) ? language : undefined;
}

/** @param {{ reading: string, lang: string }} report @returns {string | undefined} the language whose pack it lacks */
export const missingPack = ({ reading, lang }) => (reading === "marks" ? languageWithPack(lang) : undefined);

export class Packs {
  /** The packs that are there or on their way. @type {Map<string, Promise<Pack>>} */
  #packs = new Map();
  /** The languages whose packs did not arrive or were refused. @type {Set<string>} */
  #refused = new Set();
  /** The languages that each backend has. @type {WeakMap<Backend, Set<string>>} */
  #given = new WeakMap();

  /**
   * Loads a pack ahead of its use.
   *
   * @param {string} language
   * @returns {Promise<Pack>}
   */
  load(language) {
    let pack = this.#packs.get(language);
    if (!pack) {
      // One that was refused may be in the cache of the browser.
      const cache = this.#refused.has(language) ? "reload" : "default";
      // What this page may not load, the worker may: its policy is another one.
      pack = packSource(language).then((source) => fetchPack(source, cache).catch(() => source));
      this.#packs.set(language, pack);
    }
    return pack;
  }

  /** Starts to load the pack of the page's language. */
  loadFirst() {
    const language = languageWithPack(globalThis.document?.documentElement.lang ?? "") ?? languages[0];
    // Whoever uses it meets the failure.
    this.load(language).catch(() => {});
  }

  /** Gives a new backend all packs that are there or on their way. @param {Backend} backend */
  async giveAll(backend) {
    for (const language of [...this.#packs.keys()]) await this.give(backend, language);
  }

  /**
   * Gives a backend a pack. One that does not arrive, or that the core refuses, is loaded again the next time.
   *
   * @param {Backend} backend
   * @param {string} language
   * @param {() => boolean} [isWanted] whether the backend may be asked when the pack is there
   * @returns {Promise<boolean>} whether it has words that it did not have; rejects if it must not be used again
   */
  async give(backend, language, isWanted = () => true) {
    const given = this.#given.get(backend) ?? new Set();
    this.#given.set(backend, given);
    if (given.has(language)) return false;
    try {
      const pack = await this.load(language);
      if (!isWanted()) return false;
      await backend.add(pack);
      given.add(language);
      return true;
    } catch (error) {
      this.#packs.delete(language);
      this.#refused.add(language);
      if (/** @type {any} */ (error).fatal) throw error;
      return false;
    }
  }
}
