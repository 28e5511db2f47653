/**
 * Loads the WebAssembly core, for the worker and for the main thread where no worker can start.
 * `packed-report.js` reads its answers.
 *
 * @import { CoreOptions, Pack, PackedReport } from "../types.js"
 */

/**
 * @typedef {object} Core
 * @property {(text: string, options?: CoreOptions) => PackedReport} extract
 * @property {(pack: Uint8Array) => void} addPack
 */

/** How long a pack may take to arrive, in ms. */
const PACK_PATIENCE = 30_000;

let started = false;

/**
 * Fetches and compiles the core. A compiled module can be posted to a worker and instantiated
 * again without the network.
 *
 * @param {WebAssembly.Module | string} source where that is still to be done, the address
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compileCore(source) {
  if (typeof source !== "string") return source;
  const response = await fetchFile(source);
  // Streaming needs the type application/wasm, which simple file servers do not all send.
  return response.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * @param {Pack} source
 * @param {RequestCache} [cache]
 * @returns {Promise<Uint8Array>} the bytes of a pack, loaded where that is still to be done
 */
export async function fetchPack(source, cache) {
  if (typeof source !== "string") return source;
  const response = await fetchFile(source, { cache, signal: AbortSignal.timeout(PACK_PATIENCE) });
  return new Uint8Array(await response.arrayBuffer());
}

/** @param {string} address @param {RequestInit} [options] */
async function fetchFile(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${new URL(address).pathname} answered with status ${response.status}`);
  return response;
}

/**
 * Makes the core ready to run in this thread.
 *
 * The generated glue keeps one instance, so each later call has it make another one: that is how
 * a core that has trapped is replaced where there is no worker to throw away.
 *
 * @param {WebAssembly.Module} module
 * @returns {Promise<Core>} one without words
 */
export async function instantiateCore(module) {
  const glue = await import("../pkg/quote_extractor.js");
  if (started) glue.__wbg_reset_state();
  else await glue.default({ module_or_path: module });
  started = true;
  return glue;
}
