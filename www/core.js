/**
 * Loads the WebAssembly core and turns its answers into reports. The worker, the main-thread
 * fallback and the Node.js entry all go through here.
 *
 * @import { CoreOptions, Report, WireReport } from "./types.js"
 */

/** @typedef {(text: string, options?: CoreOptions) => WireReport} CoreExtract */

let copies = 0;

/**
 * Fetches and compiles the core. A compiled module can be posted to a worker and instantiated
 * again without the network.
 *
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compileCore() {
  const url = new URL("./pkg/quote_extractor_bg.wasm", import.meta.url);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} answered with status ${response.status}`);
  // Streaming needs the type application/wasm, which simple file servers do not all send.
  return response.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * Makes the core ready to run in this thread.
 *
 * The generated glue keeps one instance for good, so each later call imports a copy of it: that
 * is how a core that has trapped is replaced where there is no worker to throw away.
 *
 * @param {WebAssembly.Module} module
 * @returns {Promise<CoreExtract>}
 */
export async function instantiateCore(module) {
  const copy = copies++;
  const glue = copy === 0
    ? await import("./pkg/quote_extractor.js")
    : await import(/* @vite-ignore */ new URL(`./pkg/quote_extractor.js?copy=${copy}`, import.meta.url).href);
  await glue.default({ module_or_path: module });
  return glue.extract;
}

/**
 * Adds the words to a report: only offsets cross the border of the core, because the caller has
 * the text already.
 *
 * @param {string} text the very text that was extracted from
 * @param {WireReport} wire
 * @returns {Report}
 */
export function completeReport(text, wire) {
  return {
    quotations: wire.quotations.map(({ kind, ...rest }) => ({
      kind,
      text: rest.content.map(({ start, end }) => text.slice(start, end)).join(" "),
      ...rest,
    })),
    speakers: wire.speakers,
  };
}
