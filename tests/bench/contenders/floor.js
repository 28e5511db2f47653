/** What no extraction in WebAssembly can do without: the text copied in, and looked at once. */

import { inNode } from "../place.js";

/**
 * @param {string} [what] `scan` to look for quotation marks after the copy
 * @returns {Promise<import("../place.js").Contender>}
 */
export default async function load(what) {
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
  const room = new Uint8Array(memory.buffer);
  return (text) => {
    const { read, written } = encoder.encodeInto(text, room);
    if (read < text.length) throw new RangeError("the text is longer than the room in floor.wat");
    return what === "scan" ? scan(written) : written;
  };
}
