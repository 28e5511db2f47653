/**
 * The work of an extraction grows with the length of the text and no faster. It is counted, not
 * timed: a busy machine changes nothing, and each run gives the same figures.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { growth } from "../bench/growth.js";
import { SHAPES } from "../bench/shapes.js";
import { instrument, workCounter } from "../bench/work.js";

/** What twice the text may cost; where everything is compared with everything it costs 4. */
const ALLOWED = 2.2;

const work = workCounter();

test("the counter counts a call and each round of its loop", () => {
  const module = new WebAssembly.Module(
    instrument(fileURLToPath(new URL("../bench/floor.wat", import.meta.url))),
  );
  const { scan, work } = /** @type {any} */ (new WebAssembly.Instance(module).exports);
  scan(1000);
  // The last round finds the end.
  assert.equal(work.value, 1 + 1001);
});

test("every character counts, and a text counts the same again", () => {
  for (const text of ["Ann Lee said that it rained. ".repeat(100), "“".repeat(1000), "x".repeat(1000)]) {
    const first = work(text);
    assert.ok(first >= text.length, `${first} for ${text.length} characters`);
    // Not to the last call: the allocator looks for room among what was freed before.
    assert.ok(Math.abs(work(text) / first - 1) < 0.01);
  }
});

for (const [lang, read] of [
  ["en", "words"],
  ["und", "marks"],
  ["", "language"],
]) {
  test(`twice the text is at most 2.2 times the work, whatever the text: ${read}`, () => {
    const grown = growth(workCounter(lang));
    assert.equal(grown.length, SHAPES.size);
    assert.deepEqual(
      grown.filter(({ ratio }) => !(ratio <= ALLOWED)),
      [],
    );
  });
}
