/** The boundary itself: what the wasm module takes, gives back and says when it cannot. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { completeReport } from "../../www/core/core.js";
import { extract, initSync } from "../../www/pkg/quote_extractor.js";

initSync({ module: readFileSync(new URL("../../www/pkg/quote_extractor_bg.wasm", import.meta.url)) });

/** @param {string} text @param {any} [options] */
const quotations = (text, options) => completeReport(text, extract(text, options)).quotations;

/** @param {string} text */
const said = (text) => quotations(text).map((quotation) => quotation.text);

test("offsets count UTF-16 code units, over pairs and halves of pairs", () => {
  assert.deepEqual(said("😀𝔘 “It rained,” said Ann Lee."), ["It rained,"]);
  assert.deepEqual(said("\ud83d \udc00x “It \ud800rained,” said Ann Lee.\udfff"), ["It \ud800rained,"]);
});

test("two values cross: the numbers and the words of the report, without the text", () => {
  const [numbers, words] = extract("“It rained all day,” said Ann Lee.");
  assert.ok(numbers instanceof Uint32Array);
  assert.match(words, /^cue-then-source.*Ann Lee$/);
  assert.ok(!words.includes("rained"));
});

test("a report has its fields in the order of the command line", () => {
  const text = "“It rained,” said Ann Lee, the mayor. “It rained all day.”";
  const {
    quotations: [first],
    speakers: [speaker],
  } = completeReport(text, extract(text));
  const { reason, confidence, ...rest } = first;
  assert.deepEqual(Object.keys(first), [
    "kind",
    "text",
    "content",
    "verbatim",
    "cue",
    "source",
    "speaker",
    "confidence",
    "rule",
    "reason",
  ]);
  assert.deepEqual(rest, {
    kind: "direct",
    text: "It rained,",
    content: [{ start: 1, end: 11 }],
    verbatim: [{ start: 1, end: 11 }],
    cue: { start: 13, end: 17 },
    source: { start: 18, end: 25 },
    speaker: 0,
    rule: "cue-then-source",
  });
  assert.match(reason, /said.*Ann Lee/);
  assert.ok(confidence > 0.5 && confidence <= 1);
  assert.deepEqual(Object.keys(speaker), ["name", "role", "kind", "mentions"]);
  assert.deepEqual([speaker.name, speaker.role, speaker.kind], ["Ann Lee", "mayor", "person"]);
});

test("what is unknown is null", () => {
  const [first] = quotations("“It rained all day.”");
  assert.equal(first.speaker, null);
  assert.equal(first.cue, null);
});

test("options may be left out, in part or as a whole", () => {
  const text = "“It rained,” said Ann Lee.";
  for (const options of [
    undefined,
    null,
    {},
    { kinds: null, lang: undefined },
    { kinds: ["direct"], lang: "en" },
  ]) {
    assert.equal(quotations(text, options).length, 1);
  }
  assert.equal(quotations(text, { kinds: ["indirect"] }).length, 0);
  assert.equal(quotations(text, { kinds: [] }).length, 0);
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
    assert.throws(
      call,
      (/** @type {any} */ error) => error instanceof TypeError && message.test(error.message),
    );
  }
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
