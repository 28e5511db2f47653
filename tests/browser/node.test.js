/** The package in Node.js. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ExtractError, extract } from "quote-extractor";
import { emptyReport } from "../../www/report/empty-report.js";
import { countWords, speakerShares } from "../../www/report/shares.js";
import { strings } from "../../www/strings/en.js";
import { speakerBadges } from "../../www/text/speaker-badges.js";
import { REFUSED, TAKEN } from "./support/refused.js";

const TEXT = "🌧️ “It rained,” said Ann Lee. “Then it stopped.”";

/** @param {Partial<import("../../www/types.js").Quotation>} given */
const quotation = (given) =>
  /** @type {import("../../www/types.js").Quotation} */ ({
    kind: "direct",
    text: "It rained",
    content: [{ start: 1, end: 10 }],
    verbatim: [],
    cue: null,
    source: null,
    speaker: 0,
    confidence: 0.9,
    rule: "cue-then-source",
    reason: "",
    ...given,
  });

/** @param {string} name @returns {import("../../www/types.js").Speaker} */
const person = (name) => ({ name, role: null, kind: "person", mentions: [] });

test("the package entry gives a report with UTF-16 offsets", async () => {
  const { quotations, speakers } = await extract(TEXT);
  const [first] = quotations;
  assert.equal(first.text, "It rained,");
  assert.equal(TEXT.slice(first.content[0].start, first.content[0].end), "It rained,");
  assert.equal(speakers[first.speaker ?? -1].name, "Ann Lee");
});

test("what the caller knows of the text is passed on, and what is wrong is refused", async () => {
  for (const options of TAKEN) {
    const { quotations } = await extract(TEXT, /** @type {any} */ (options));
    assert.ok(quotations.length > 0, JSON.stringify(options));
  }
  assert.equal((await extract(TEXT, { lang: "en-GB" })).lang, "en-GB");
  /** @type {[unknown, object, string][]} */
  const wrong = [[5, {}, "pass the text as a string"]];
  for (const [options, message] of REFUSED) wrong.push([TEXT, options, message]);
  for (const [text, options, message] of wrong) {
    await assert.rejects(
      extract(/** @type {any} */ (text), options),
      (/** @type {any} */ error) =>
        error instanceof ExtractError && error.code === "failed" && error.message.endsWith(message),
      message,
    );
  }
});

test("kinds are respected and an aborted signal ends the request", async () => {
  assert.deepEqual((await extract(TEXT, { kinds: ["indirect"] })).quotations, []);
  await assert.rejects(extract(TEXT, { signal: AbortSignal.abort(new Error("enough")) }), /enough/);
});

test("shares are counted in words, in any script", () => {
  assert.equal(countWords("It’s well-known — 12 days."), 4);
  assert.equal(countWords("東京都 is here"), 5);
  const shares = speakerShares({
    ...emptyReport(),
    quotations: [quotation({ speaker: null, text: "one two three" }), quotation({ text: "four" })],
    speakers: [person("Ann Lee")],
  });
  assert.deepEqual(
    shares.map(({ speaker, share }) => [speaker, share]),
    [
      [0, 0.25],
      [null, 0.75],
    ],
  );
});

test("no two speakers have the same badge", () => {
  const speakers = ["Ann Lee", "Alan Lowe", "a senior official", "東京都", "—"].map(person);
  const badges = speakerBadges({ ...emptyReport(), speakers }, strings);
  assert.deepEqual(
    badges.map(({ initials }) => initials),
    ["AL", "AL2", "so", "東", "•", "?"],
  );
});

test("the most quoted speaker has the first colour", () => {
  const badges = speakerBadges(
    {
      ...emptyReport(),
      quotations: [quotation({ speaker: 0, text: "yes" }), quotation({ speaker: 1, text: "no, not at all" })],
      speakers: [person("Ann Lee"), person("Bob Ortiz")],
    },
    strings,
  );
  assert.deepEqual(
    badges.map(({ colorClass }) => colorClass),
    ["speaker-2", "speaker-1", "speaker-unknown"],
  );
});
