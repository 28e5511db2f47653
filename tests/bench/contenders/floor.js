/** The minimum of any extraction in WebAssembly: copy the text in, and scan it once. */

import { inNode } from "../run-contender.js";

/**
 * @param {string} [option] `scan` to look for quotation marks after the copy
 * @returns {Promise<import("../run-contender.js").Extract>}
 */
export default async function load(option) {
  const url = new URL("../../../test-results/bench/floor.wasm", import.meta.url);
  const bytes = inNode
    ? await (await import("node:fs/promises")).readFile(url)
    : await (await fetch(url)).arrayBuffer();
  const {
    instance: { exports },
  } = await WebAssembly.instantiate(bytes);
  const { memory, scan } = /** @type {{ memory: WebAssembly.Memory, scan: (length: number) => number }} */ (
    /** @type {unknown} */ (exports)
  );
  const encoder = new TextEncoder();
  const buffer = new Uint8Array(memory.buffer);
  return (text) => {
    const { read, written } = encoder.encodeInto(text, buffer);
    if (read < text.length) throw new RangeError("the text is longer than the memory of floor.wat");
    return option === "scan" ? scan(written) : written;
  };
}
