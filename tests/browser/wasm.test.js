/** The boundary itself: what the wasm module takes, gives back and says when it cannot. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { unpackReport } from "../../www/core/packed-report.js";
import { addPack, extract, initSync } from "../../www/pkg/quote_extractor.js";
import { ENGLISH, packNamed } from "./support/pack.js";
import { REFUSED, TAKEN } from "./support/refused.js";

initSync({ module: readFileSync(new URL("../../www/pkg/quote_extractor_bg.wasm", import.meta.url)) });
addPack(ENGLISH);

/** @param {string} text @param {any} [options] */
const quotations = (text, options) => unpackReport(text, extract(text, options)).quotations;

/** @param {string} text */
const said = (text) => quotations(text).map((quotation) => quotation.text);

test("offsets count UTF-16 code units, over pairs and halves of pairs", () => {
  assert.deepEqual(said("😀𝔘 “It rained,” said Ann Lee."), ["It rained,"]);
  assert.deepEqual(said("\ud83d \udc00x “It \ud800rained,” said Ann Lee.\udfff"), ["It \ud800rained,"]);
});

test("two values cross: the numbers and the words of the report, without the text", () => {
  const [numbers, words] = extract("“It rained all day,” said Ann Lee.");
  assert.ok(numbers instanceof Uint32Array);
  assert.equal(words, "enAnn Lee", "the language and the names of the speakers");
});

test("options may be left out, in part or as a whole", () => {
  const text = "“It rained,” said Ann Lee.";
  for (const options of [...TAKEN, null]) assert.equal(quotations(text, options).length, 1);
  assert.equal(quotations(text, { kinds: ["indirect"] }).length, 0);
  assert.equal(quotations(text, { kinds: [] }).length, 0);
});

test("a wrong argument is a TypeError that says what would be right", () => {
  /** @type {[unknown, unknown, string][]} */
  const wrong = [
    [undefined, undefined, "pass the text as a string"],
    [5, undefined, "pass the text as a string"],
    ["", "direct", "pass the options as an object, { kinds?, lang?, form?, hints? }"],
    ...REFUSED.map(
      ([options, message]) => /** @type {[unknown, unknown, string]} */ (["", options, message]),
    ),
  ];
  for (const [text, options, message] of wrong) {
    const call = () => extract(/** @type {any} */ (text), /** @type {any} */ (options));
    assert.throws(
      call,
      (/** @type {any} */ error) => error instanceof TypeError && error.message.endsWith(message),
      message,
    );
  }
});

test("bytes that are no pack are refused with a message that says what to do", () => {
  /** @type {[Uint8Array, RegExp][]} */
  const wrong = [
    [new Uint8Array(), /no language pack; load one from beside the core/],
    [ENGLISH.subarray(0, -1), /damaged or cut off; load it again/],
    [
      Buffer.from(ENGLISH.toString().replace(/ \d+ /, " 0 ")),
      /of another version; load the one of the core's version/,
    ],
  ];
  for (const [bytes, message] of wrong)
    assert.throws(
      () => addPack(bytes),
      (/** @type {any} */ error) => error instanceof TypeError && message.test(error.message),
    );
  addPack(ENGLISH);
  assert.deepEqual(said("“It rained,” said Ann Lee."), ["It rained,"], "what is there stays");
});

test("a language without a pack is read by its marks, until it has one", () => {
  const text = "“It rained,” said Ann Lee.";
  const speakers = () =>
    unpackReport(text, extract(text, { lang: "sv-FI" })).speakers.map(({ name }) => name);
  assert.deepEqual(speakers(), []);
  addPack(packNamed("sv"));
  assert.deepEqual(speakers(), ["Ann Lee"]);
});

test("the last call is measured in the timeline", () => {
  extract("“It rained,” said Ann Lee.");
  extract("“It rained,” said Ann Lee.");
  const entries = performance.getEntriesByName("quote-extractor:extract");
  assert.deepEqual(
    entries.map(({ entryType }) => entryType),
    ["measure"],
  );
});
