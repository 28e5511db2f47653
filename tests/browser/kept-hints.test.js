/** That hints never point at words for which they were not given, whatever is edited. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { KeptHints } from "../../www/input/kept-hints.js";

/** @import { Hint } from "../../www/types.js" */

/** @param {string} text @param {readonly Hint[]} hints */
const wordsOf = (text, hints) => hints.map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);

/** Hints for the words in brackets. @param {string} marked @returns {[text: string, hints: Hint[]]} */
function read(marked) {
  const hints = [...marked.matchAll(/\[(.*?)\]/g)].map(({ 0: found, 1: words, index }, n) => ({
    start: index - 2 * n,
    end: index - 2 * n + found.length - 2,
    kind: /** @type {Hint["kind"]} */ (/^[A-Z]/.test(words) ? "heading" : "furniture"),
  }));
  return [marked.replace(/[[\]]/g, ""), hints];
}

for (const [name, before, after, kept] of /** @type {const} */ ([
  ["an edit before", "One [Two] three", "A One Two three", ["heading Two"]],
  ["an edit after", "One [Two] three", "One Two threes", ["heading Two"]],
  ["an edit inside", "One [Two] [six]", "One Twxo six", ["furniture six"]],
  ["an edit across an end", "One [Two] [six]", "One Txx six", ["furniture six"]],
  ["an insertion between two", "[Two][six]", "Two and six", ["heading Two", "furniture six"]],
  ["an edit around", "One [Two] three", "On three", []],
  ["an edit at both ends, as one", "One [Two] three", "on Two three.", []],
  ["all replaced", "One [Two] three", "", []],
])) {
  test(`${name}: ${before} → ${after}`, () => {
    const hints = new KeptHints();
    hints.give(...read(before));
    assert.deepEqual(wordsOf(after, hints.after(after)), kept);
  });
}

test("hints come back with their text, and no other text has them", () => {
  const hints = new KeptHints();
  const [text, given] = read("One [Two] three");
  hints.give(text, given);
  hints.follow("One Tw three");
  assert.deepEqual(hints.for("One Tw three"), []);
  hints.follow(text);
  assert.deepEqual(hints.for(text), given);
  assert.deepEqual(hints.for("One Two three."), []);
});

test("after any edits a hint has the words that it had", () => {
  let seed = 7;
  const random = (/** @type {number} */ below) => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed % below;
  };
  let kept = 0;
  for (let round = 0; round < 300; round += 1) {
    let [text, given] = read("a[ab]ab [Ba]b[aab] ab");
    const words = wordsOf(text, given);
    const hints = new KeptHints();
    hints.give(text, given);
    for (let edit = 0; edit < 4; edit += 1) {
      const at = random(text.length + 1);
      text = text.slice(0, at) + "ab B".slice(random(4)) + text.slice(at + random(3));
      hints.follow(text);
      const now = wordsOf(text, hints.for(text));
      kept += now.length;
      for (const one of now) assert.ok(words.includes(one), `${one} in ${text}`);
    }
  }
  assert.ok(kept > 100, "hints are kept");
});
