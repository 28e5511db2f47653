/** Our WebAssembly in the calling thread, with the report that the package gives. */

import { compileCore, fetchPack, instantiateCore } from "../../../www/core/core.js";
import { coreSource, languages, packSource } from "../../../www/core/core-files.js";
import { unpackReport } from "../../../www/core/packed-report.js";
import { reasons } from "../../../www/strings/en-reasons.js";
import { withReasons } from "../../../www/strings/reasons.js";
import { inNode } from "../run-contender.js";

/** @returns {Promise<import("../run-contender.js").Extract>} */
export default async function load() {
  const { addPack, extract } = await instantiateCore(
    inNode ? await compileFile() : await compileCore(await coreSource()),
  );
  addPack(inNode ? await packFile() : await fetchPack(await packSource(languages[0])));
  return (text) => withReasons(text, unpackReport(text, extract(text)), reasons);
}

/** What `compileCore` does where `fetch` reads no files. */
async function compileFile() {
  const { readFile } = await import("node:fs/promises");
  return WebAssembly.compile(
    await readFile(new URL("../../../www/pkg/quote_extractor_bg.wasm", import.meta.url)),
  );
}

/** What `fetchPack` does where `fetch` reads no files. */
async function packFile() {
  const { readFile } = await import("node:fs/promises");
  return readFile(new URL("../../../www/pkg/packs/en.txt", import.meta.url));
}
