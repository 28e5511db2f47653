/**
 * Where the files that the scripts load are: the worker, the WebAssembly and the language packs. Bundlers know the
 * addresses by the form in which they are written here. In a bundle they lie beside the scripts, which
 * `xtask/bundle/esbuild.js` sees to; in a build that is one file, `core-files-inline.js` stands in for this
 * module.
 */

import { packs } from "../pkg/packs.js";

/** The languages that have a pack, the default one first. */
export const languages = Object.keys(packs);

/** The address of a pack. @param {string} language @returns {Promise<Uint8Array | string>} */
export const packSource = async (language) => packs[language]();

/** The address of the core; what runs it has no address of its own to find it from. */
export async function coreSource() {
  return new URL("../pkg/quote_extractor_bg.wasm", import.meta.url).href;
}

/** The address of the worker, which waits to be given the core. */
export function workerAddress() {
  return new URL("./worker.js", import.meta.url).href;
}

/** @type {WorkerOptions} */
export const workerOptions = { type: "module" };
