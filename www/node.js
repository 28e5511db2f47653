/**
 * The entry of the package for Node.js: the same function as in the browser. It reads the core from the file
 * system and runs it in the calling thread.
 *
 * @import { ExtractOptions, Report } from "./types.js"
 */

import { readFile } from "node:fs/promises";
import { ExtractError } from "./core/extractor.js";
import { unpackReport } from "./core/packed-report.js";
import { __wbg_reset_state, extract as extractPacked, initSync } from "./pkg/quote_extractor.js";
import { reasons } from "./strings/en-reasons.js";
import { withReasons } from "./strings/reasons.js";

/** @type {Promise<unknown> | undefined} */
let loaded;

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
    const report = unpackReport(text, extractPacked(text, { kinds, lang, form, hints }));
    return withReasons(text, report, reasons);
  } catch (error) {
    // After a trap the memory of the instance cannot be trusted.
    if (error instanceof WebAssembly.RuntimeError) __wbg_reset_state();
    throw new ExtractError("failed", error instanceof Error ? error.message : String(error));
  }
}

export { ExtractError };
