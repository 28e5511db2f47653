/**
 * The worker, the WebAssembly and language packs out of the script itself, for builds that are one file: they work from
 * any origin, from `file://` and without a bundler. Stands in for `core-files.js`.
 */

/** Made once, for as long as the page. @type {string | undefined} */
let address;

/** The script itself, if it is one of an HTML page: packs that are not in it are beside it. */
const script = /** @type {HTMLScriptElement | null} */ (globalThis.document?.currentScript);
const beside = script?.src ?? "";

/** The languages that have a pack, the default one first. */
export const languages = Object.keys(PACKS_GZIP_BASE64);

/** A pack, or its address if it is not in the script. @param {string} language @returns {Promise<Uint8Array | string>} */
export async function packSource(language) {
  const pack = PACKS_GZIP_BASE64[language];
  return pack ? new Uint8Array(await unpack(pack)) : new URL(`packs/${language}.txt`, beside).href;
}

/** The core, compiled. @returns {Promise<WebAssembly.Module>} */
export async function coreSource() {
  return WebAssembly.compile(await unpack(CORE_GZIP_BASE64));
}

/** @param {string} base64 of what is compressed */
function unpack(base64) {
  const packed = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).arrayBuffer();
}

/** The address of the worker, which waits to be given the core. */
export function workerAddress() {
  return (address ??= URL.createObjectURL(new Blob([WORKER_SCRIPT], { type: "text/javascript" })));
}

/** Not a module: some browsers have none from this address in a page from `file://`. @type {WorkerOptions} */
export const workerOptions = {};
