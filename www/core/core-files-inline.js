/**
 * The worker and the WebAssembly out of the script itself, for builds that are one file: they work from
 * any origin, from `file://` and without a bundler. Stands in for `core-files.js`.
 */

/** Made once, for as long as the page. @type {string | undefined} */
let address;

/** The core, compiled. @returns {Promise<WebAssembly.Module>} */
export async function coreSource() {
  const packed = Uint8Array.from(atob(CORE_GZIP_BASE64), (sign) => sign.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(unpacked).arrayBuffer());
}

/** The address of the worker, which waits to be given the core. */
export function workerAddress() {
  return (address ??= URL.createObjectURL(new Blob([WORKER_SCRIPT], { type: "text/javascript" })));
}

/** Not a module: some browsers have none from this address in a page from `file://`. @type {WorkerOptions} */
export const workerOptions = {};
