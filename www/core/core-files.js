/**
 * Where the two files that the scripts load are: the worker and the WebAssembly. Bundlers know the
 * addresses by the form in which they are written here. In a bundle both lie beside the scripts, which
 * `xtask/bundle/esbuild.js` sees to; in a build that is one file, `core-files-inline.js` stands in for this
 * module.
 */

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
