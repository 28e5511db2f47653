/** The boundary itself: what the wasm module takes, gives back and says when it cannot. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { extract, initSync } from "../../www/pkg/quote_extractor.js";

initSync({ module: readFileSync(new URL("../../www/pkg/quote_extractor_bg.wasm", import.meta.url)) });

/** @param {string} text @returns {string[]} */
const said = (text) => extract(text).quotations
  .map(({ content }) => content.map(({ start, end }) => text.slice(start, end)).join(" "));

test("offsets count UTF-16 code units, over pairs and halves of pairs", () => {
  assert.deepEqual(said("😀𝔘 “It rained,” said Ann Lee."), ["It rained,"]);
  assert.deepEqual(said("\ud83d \udc00x “It \ud800rained,” said Ann Lee.\udfff"), ["It \ud800rained,"]);
});

test("what is unknown is null, and the text is not sent back", () => {
  const { quotations: [first] } = extract("“It rained all day.”");
  assert.equal(first.speaker, null);
  assert.equal(first.cue, null);
  assert.ok(!("text" in first));
});

test("options may be left out, in part or as a whole", () => {
  const text = "“It rained,” said Ann Lee.";
  for (const options of [undefined, null, {}, { kinds: null, lang: undefined }, { kinds: ["direct"], lang: "en" }]) {
    assert.equal(extract(text, /** @type {any} */ (options)).quotations.length, 1);
  }
  assert.equal(extract(text, { kinds: ["indirect"] }).quotations.length, 0);
  assert.equal(extract(text, { kinds: [] }).quotations.length, 0);
});

test("a wrong argument is a TypeError that says what would be right", () => {
  /** @type {[unknown, unknown, RegExp][]} */
  const wrong = [
    [undefined, undefined, /pass the text as a string/],
    [5, undefined, /pass the text as a string/],
    ["", "direct", /pass the options as an object/],
    ["", { kinds: "direct" }, /pass `kinds` as an array/],
    ["", { kinds: ["spoken"] }, /no kind "spoken"; use "direct", "mixed", "indirect"/],
    ["", { kinds: [3] }, /use "direct", "mixed", "indirect"/],
    ["", { lang: 5 }, /pass `lang` as a string/],
  ];
  for (const [text, options, message] of wrong) {
    const call = () => extract(/** @type {any} */ (text), /** @type {any} */ (options));
    assert.throws(call, (/** @type {any} */ error) => error instanceof TypeError && message.test(error.message));
  }
});

test("the last call is measured in the timeline", () => {
  extract("“It rained,” said Ann Lee.");
  extract("“It rained,” said Ann Lee.");
  const entries = performance.getEntriesByName("quote-extractor:extract");
  assert.deepEqual(entries.map(({ entryType }) => entryType), ["measure"]);
});
