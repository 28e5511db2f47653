/**
 * The entry of the package for Node.js: the same function as in the browser. It reads the core from the file
 * system and runs it in the calling thread.
 *
 * @import { ExtractOptions, Report } from "./types.js"
 */

import { readFile } from "node:fs/promises";
import { ExtractError } from "./core/extractor.js";
import { unpackReport } from "./core/packed-report.js";
import { packs } from "./pkg/packs.js";
import { __wbg_reset_state, addPack, extract as extractPacked, initSync } from "./pkg/quote_extractor.js";
import { reasons } from "./strings/en-reasons.js";
import { withReasons } from "./strings/reasons.js";

/** @type {Promise<unknown> | undefined} */
let loaded;

/** The languages whose words the core has. @type {Set<string>} */
const added = new Set();

/**
 * Adds the pack of a language. Where that fails, texts in it are read by their marks, and the next one tries again.
 *
 * @param {string} language
 * @returns {Promise<boolean>} whether the core has words that it did not have
 */
async function add(language) {
  if (!(language in packs) || added.has(language)) return false;
  try {
    addPack(await readFile(new URL(packs[language]())));
    added.add(language);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds the quotations of a text and names their speakers. Offsets in the report count UTF-16
 * code units, ends exclusive.
 *
 * @example
 * const { quotations, speakers } = await extract("“It rained,” said Ann Lee.");
 * speakers[quotations[0].speaker].name; // "Ann Lee"
 *
 * @param {string} text
 * @param {ExtractOptions} [options] the signal aborts only before the extraction starts, which then runs to
 *   its end
 * @returns {Promise<Report>} rejects with an `ExtractError` if the core stopped at the text
 */
export async function extract(text, { kinds, lang, form, hints, signal } = {}) {
  signal?.throwIfAborted();
  loaded ??= readFile(new URL("./pkg/quote_extractor_bg.wasm", import.meta.url)).then((bytes) =>
    initSync({ module: bytes }),
  );
  await loaded;
  signal?.throwIfAborted();
  try {
    const read = () => unpackReport(text, extractPacked(text, { kinds, lang, form, hints }));
    let report = read();
    const language = report.lang.toLowerCase().split(/[-_]/)[0];
    if (report.reading === "marks" && (await add(language))) report = read();
    return withReasons(text, report, reasons);
  } catch (error) {
    // After a trap the memory of the instance cannot be trusted.
    if (error instanceof WebAssembly.RuntimeError) {
      __wbg_reset_state();
      added.clear();
    }
    throw new ExtractError("failed", error instanceof Error ? error.message : String(error));
  }
}

export { ExtractError };
