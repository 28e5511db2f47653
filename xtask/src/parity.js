// Prints the names that JavaScript has for what crosses as a number. Then answers each line of standard input,
// {"id","text","lang","form","hints"}, with the report of the wasm build.
import { readdirSync, readFileSync, writeSync } from "node:fs";
import { NAMES, unpackReport } from "../../www/core/packed-report.js";
import { addPack, extract, initSync } from "../../www/pkg/quote_extractor.js";
import { reasons } from "../../www/strings/en-reasons.js";
import { withReasons } from "../../www/strings/reasons.js";

initSync({
  module: readFileSync(new URL("../../www/pkg/quote_extractor_bg.wasm", import.meta.url)),
});
// The native build has all of them.
const packs = new URL("../../www/pkg/packs/", import.meta.url);
for (const name of readdirSync(packs)) addPack(readFileSync(new URL(name, packs)));

print(`${JSON.stringify(NAMES)}\n`);
for (const line of readFileSync(0, "utf8").split("\n")) {
  if (line === "") continue;
  const { id, text, ...options } = JSON.parse(line);
  const report = withReasons(text, unpackReport(text, extract(text, options)), reasons);
  print(`${JSON.stringify({ id, ...report })}\n`);
}

/** Writes all of `text`; a pipe takes it piece by piece and may be full for a moment. */
function print(text) {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}
