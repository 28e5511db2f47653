// Answers each {"id","text","lang"} line of standard input with the report of the wasm build.
import { readFileSync, writeSync } from "node:fs";
import { completeReport } from "../../www/core/core.js";
import { extract, initSync } from "../../www/pkg/quote_extractor.js";

initSync({
  module: readFileSync(new URL("../../www/pkg/quote_extractor_bg.wasm", import.meta.url)),
});

for (const line of readFileSync(0, "utf8").split("\n")) {
  if (line === "") continue;
  const { id, text, lang } = JSON.parse(line);
  print(`${JSON.stringify({ id, ...completeReport(text, extract(text, { lang })) })}\n`);
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
