/** Our WebAssembly in the calling thread, with the words of the report, as the package gives it. */

import { compileCore, completeReport, instantiateCore } from "../../../www/core/core.js";
import { coreSource } from "../../../www/core/core-files.js";
import { inNode } from "../run-contender.js";

/** @returns {Promise<import("../run-contender.js").Extract>} */
export default async function load() {
  const extract = await instantiateCore(inNode ? await compileFile() : await compileCore(await coreSource()));
  return (text) => completeReport(text, extract(text));
}

/** What `compileCore` does where `fetch` reads no files. */
async function compileFile() {
  const { readFile } = await import("node:fs/promises");
  return WebAssembly.compile(
    await readFile(new URL("../../../www/pkg/quote_extractor_bg.wasm", import.meta.url)),
  );
}
