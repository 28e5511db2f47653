// Answers each {"id","text","lang"} line of standard input with the report of the wasm build.
import { readFileSync, writeSync } from "node:fs";
import { extract, initSync } from "../../www/pkg/quote_extractor.js";

initSync({
  module: readFileSync(new URL("../../www/pkg/quote_extractor_bg.wasm", import.meta.url)),
});

for (const line of readFileSync(0, "utf8").split("\n")) {
  if (line === "") continue;
  const { id, text, lang } = JSON.parse(line);
  const { quotations, speakers } = extract(text, { lang });
  const withText = quotations.map((quotation) => ({
    ...quotation,
    text: quotation.content.map(({ start, end }) => text.slice(start, end)).join(" "),
  }));
  print(`${JSON.stringify({ id, quotations: withText, speakers })}\n`);
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
