/** Corrections applied to a report: each operation, undo, and edits of the text. No browser. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Corrections, cleanName } from "../../www/corrections/corrections.js";
import { findOccurrences, placeOf } from "../../www/corrections/text-place.js";
import { emptyReport } from "../../www/report/empty-report.js";
import { NEWS } from "./support/suite.js";

/** @import { CodedQuotation, CodedReport } from "../../www/core/packed-report.js" */
/** @import { Operation, Speaker } from "../../www/types.js" */

/**
 * A report with a quotation for all words in curly marks.
 *
 * @param {string} text
 * @param {(string | null)[]} said the name of each quotation's speaker, in text order
 * @returns {CodedReport}
 */
function reportOf(text, said) {
  const names = [...new Set(said.filter((name) => name !== null))];
  return {
    ...emptyReport("en"),
    form: "article",
    blocks: [{ start: 0, end: text.length, kind: "paragraph" }],
    quotations: [...text.matchAll(/“([^”]*)”/g)].map(({ index, 1: words }, at) => {
      const span = { start: index + 1, end: index + 1 + words.length };
      return /** @type {CodedQuotation} */ ({
        kind: "direct",
        text: words,
        content: [span],
        verbatim: [span],
        cue: null,
        source: null,
        speaker: said[at] === null ? null : names.indexOf(said[at]),
        confidence: 0.9,
        rule: "cue-then-source",
        evidence: "quoted-last",
      });
    }),
    speakers: names.map((name) => {
      const start = text.indexOf(name);
      return /** @type {Speaker} */ ({
        name,
        role: null,
        kind: "person",
        mentions: start < 0 ? [] : [{ start, end: start + name.length }],
      });
    }),
  };
}

const FOUND = reportOf(NEWS, ["Ann Lee", "Bob Ortiz", "Ann Lee"]);
/** @param {number} index */
const place = (index) => placeOf(NEWS, FOUND.quotations[index].content);
/** @param {string} name */
const who = (name, nth = 0) => ({ name, nth });
/** @param {CodedReport} report */
const speakersOf = ({ quotations, speakers }) =>
  quotations.map(({ speaker }) => (speaker === null ? null : speakers[speaker].name));

/** @param {Operation[]} operations */
function corrections(...operations) {
  const all = new Corrections();
  for (const operation of operations) all.add(operation);
  return all;
}

test("a quotation gets another speaker, a new one, or none, and is marked as corrected", () => {
  const before = structuredClone(FOUND);
  const { report, lost } = corrections(
    { type: "speaker", place: place(0), who: who("Bob Ortiz") },
    { type: "speaker", place: place(1), who: who("Cy Dunn") },
    { type: "speaker", place: place(2), who: null },
  ).apply(NEWS, FOUND);
  assert.deepEqual(lost, []);
  assert.deepEqual(speakersOf(report), ["Bob Ortiz", "Cy Dunn", null]);
  assert.deepEqual(
    report.speakers.map(({ name }) => name).toSorted(),
    ["Bob Ortiz", "Cy Dunn"],
    "nobody is left without quotations",
  );
  for (const { confidence, rule, evidence } of report.quotations) {
    assert.deepEqual({ confidence, rule, evidence }, { confidence: 1, rule: "corrected", evidence: null });
  }
  const { quotations, speakers, ...read } = report;
  const { lang, reading, form, blocks } = FOUND;
  assert.deepEqual(read, { lang, reading, form, blocks }, "how the text was read stays");
  assert.deepEqual(FOUND, before, "what was found is not changed");
});

test("a speaker is renamed, two are merged, and their quotations follow", () => {
  const renamed = corrections({ type: "rename", who: who("Ann Lee"), name: "Dr. Ann Lee" }).apply(
    NEWS,
    FOUND,
  ).report;
  assert.deepEqual(speakersOf(renamed), ["Dr. Ann Lee", "Bob Ortiz", "Dr. Ann Lee"]);
  assert.equal(renamed.quotations[0].confidence, 0.9, "a new name does not change the confidence");
  assert.equal(renamed.quotations[0].evidence, "quoted-last", "nor the evidence");

  const merged = corrections({ type: "merge", who: who("Ann Lee"), into: who("Bob Ortiz") }).apply(
    NEWS,
    FOUND,
  ).report;
  assert.deepEqual(speakersOf(merged), ["Bob Ortiz", "Bob Ortiz", "Bob Ortiz"]);
  assert.equal(merged.speakers.length, 1);
  assert.equal(merged.speakers[0].mentions.length, 2);

  const same = corrections({ type: "rename", who: who("Ann Lee"), name: "Bob Ortiz" }).apply(
    NEWS,
    FOUND,
  ).report;
  assert.equal(same.speakers.length, 1, "two speakers of the same name are one");
});

test("an operation names the right one of two speakers with the same name", () => {
  const found = structuredClone(FOUND);
  for (const speaker of found.speakers) speaker.name = "a resident";
  const { report } = corrections({ type: "rename", who: who("a resident", 1), name: "Bob" }).apply(
    NEWS,
    found,
  );
  assert.deepEqual(speakersOf(report), ["a resident", "Bob", "a resident"]);
});

test("removing a quotation also removes a speaker without others", () => {
  const { report } = corrections({ type: "remove", place: place(1) }).apply(NEWS, FOUND);
  assert.deepEqual(
    report.quotations.map(({ text }) => text),
    ["The river rose in an hour,", "We will build both again,"],
  );
  assert.deepEqual(
    report.speakers.map(({ name }) => name),
    ["Ann Lee"],
  );
});

test("a quotation is added in text order, with the kind that its marks show", () => {
  const text = `${NEWS}\n\nThe mayor thinks that it was late. “Too late” stood on a sign. He called the road “a river” then.`;
  /** @param {string} words */
  const spanOf = (words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  /** @param {string} words @returns {Operation} */
  const add = (words) => ({ type: "add", place: placeOf(text, [spanOf(words)]), who: who("the mayor") });
  const { report, lost } = corrections(add("Too late"), add("it was late"), add("the road “a river”")).apply(
    text,
    FOUND,
  );
  assert.deepEqual(lost, []);
  assert.deepEqual(
    report.quotations.slice(3).map(({ text, kind, verbatim }) => [text, kind, verbatim.length]),
    [
      ["it was late", "indirect", 0],
      ["Too late", "direct", 1],
      ["the road “a river”", "mixed", 1],
    ],
  );
  assert.equal(report.quotations[3].speaker, 2);
  assert.deepEqual(report.quotations[4].content, [spanOf("Too late")]);

  const overlapping = add("rose in an hour,” said Ann Lee");
  assert.deepEqual(corrections(overlapping).apply(text, FOUND).lost, [overlapping]);
});

test("words can be added once the wrong quotation that had them is removed", () => {
  const words = "rose in an hour";
  const start = NEWS.indexOf(words);
  const { report, lost } = corrections(
    { type: "remove", place: place(0) },
    { type: "add", place: placeOf(NEWS, [{ start, end: start + words.length }]), who: who("Ann Lee") },
  ).apply(NEWS, FOUND);
  assert.deepEqual(lost, []);
  assert.equal(report.quotations[0].text, words);
});

test("everything can be undone, and redone until there is a new operation", () => {
  const all = corrections(
    { type: "rename", who: who("Ann Lee"), name: "Lee" },
    { type: "merge", who: who("Bob Ortiz"), into: who("Lee") },
    { type: "remove", place: place(0) },
  );
  const states = [all.apply(NEWS, FOUND).report];
  while (all.canUndo) {
    all.undo();
    states.push(all.apply(NEWS, FOUND).report);
  }
  assert.deepEqual(states.at(-1), FOUND);
  assert.equal(all.undo(), null);
  for (const state of states.toReversed().slice(1)) {
    all.redo();
    assert.deepEqual(all.apply(NEWS, FOUND).report, state);
  }
  all.undo();
  all.add({ type: "remove", place: place(2) });
  assert.equal(all.canRedo, false);
});

test("corrections survive an edit of the text, and those that do not fit are reported", () => {
  /** @type {Operation} */
  const kept = { type: "speaker", place: place(2), who: who("Bob Ortiz") };
  /** @type {Operation} */
  const gone = { type: "remove", place: place(1) };
  const all = corrections(gone, kept);
  all.apply(NEWS, FOUND);
  const edited = `Much was said about it in those days.\n\n${NEWS.replace("the bridge and the mill", "a bridge")}`;
  const { report, lost, forgotten } = all.apply(
    edited,
    reportOf(edited, ["Ann Lee", "Bob Ortiz", "Ann Lee"]),
  );
  assert.deepEqual(speakersOf(report), ["Ann Lee", "Bob Ortiz", "Bob Ortiz"]);
  assert.deepEqual(
    lost.map(({ type }) => type),
    ["remove"],
  );
  assert.equal(forgotten, false);
  assert.deepEqual(all.apply(NEWS, FOUND).lost, [], "they fit again when the words are back");
});

test("of repeated words one is corrected: the right one if the text was not edited", () => {
  const text = Array.from({ length: 9 }, () => "“Yes,” he said.").join("\n\n");
  const nobody = Array.from({ length: 9 }, () => null);
  const found = reportOf(text, nobody);
  const all = corrections({
    type: "speaker",
    place: placeOf(text, found.quotations[4].content),
    who: who("Al"),
  });
  assert.deepEqual(speakersOf(all.apply(text, found).report).indexOf("Al"), 4);
  const edited = `“Yes,” he said.\n\n“Yes,” he said.\n\n${text}`;
  const { report } = all.apply(edited, reportOf(edited, [...nobody, null, null]));
  assert.equal(report.quotations.filter(({ rule }) => rule === "corrected").length, 1);
});

test("short words elsewhere in the text are not mistaken for the corrected ones", () => {
  const text =
    "“Yes,” said Ann Lee, who had waited for a long time.\n\nNothing more was heard that day of the river.";
  const found = reportOf(text, ["Ann Lee"]);
  const all = corrections({ type: "remove", place: placeOf(text, found.quotations[0].content) });
  all.apply(text, found);
  const edited =
    "Nothing more was heard that day of the river. And then came a quite different “Yes,” of Bob Ortiz.";
  assert.equal(all.apply(edited, reportOf(edited, ["Bob Ortiz"])).report.quotations.length, 1);
});

test("another text makes corrections forgotten, and undo restores them", () => {
  const all = corrections({ type: "remove", place: place(0) });
  all.apply(NEWS, FOUND);
  const other = "“It snowed,” said Cy Dunn.";
  const found = reportOf(other, ["Cy Dunn"]);
  assert.deepEqual(all.apply(other, found), { report: found, lost: [], forgotten: true });
  assert.equal(all.apply(other, found).forgotten, false, "it is reported once");
  assert.equal(all.undo()?.type, "forget");
  assert.equal(all.apply(NEWS, FOUND).report.quotations.length, 2);
});

test("a name is data, whatever it says", () => {
  for (const name of [
    "__proto__",
    "constructor",
    "toString",
    "<img src=x onerror=alert(1)>",
    "=1+1",
    "\u0000",
    "$&",
  ]) {
    const { report } = corrections(
      { type: "speaker", place: place(0), who: who(name) },
      { type: "rename", who: who("Bob Ortiz"), name: `${name}!` },
    ).apply(NEWS, FOUND);
    assert.deepEqual(speakersOf(report), [name, `${name}!`, "Ann Lee"]);
  }
  assert.equal(cleanName(" Ann\n\t Lee \u202E\u0000"), "Ann Lee");
  assert.equal(cleanName("\u2066 \n"), "");
  assert.equal(cleanName("x".repeat(100_000)).length, 200);
  assert.ok(cleanName(`${"x".repeat(199)}😀`).isWellFormed());
});

test("each of thousands of quotations can be corrected", () => {
  const text = Array.from({ length: 4000 }, (_, i) => `“Yes, number ${i}.” he said.`).join("\n\n");
  const found = reportOf(
    text,
    Array.from({ length: 4000 }, () => null),
  );
  const all = corrections(
    ...found.quotations.map(
      ({ content }, i) =>
        /** @type {Operation} */ ({
          type: "speaker",
          place: placeOf(text, content),
          who: who(`Speaker ${i}`),
        }),
    ),
  );
  const { report, lost } = all.apply(text, found);
  assert.equal(lost.length, 0);
  assert.equal(report.speakers.length, 4000);
});

test("words are found whatever white space is between them, and however many there are", () => {
  assert.deepEqual(findOccurrences("One  two\nthree. One two.", " One two "), [
    { start: 0, end: 8 },
    { start: 16, end: 23 },
  ]);
  assert.deepEqual(findOccurrences("One two", "One (two"), []);
  assert.deepEqual(findOccurrences("One two", " "), []);
  const many = Array.from({ length: 20_000 }, (_, i) => `word${i}`);
  assert.deepEqual(findOccurrences(many.join("\n\n"), many.join(" ")), [
    { start: 0, end: many.join("\n\n").length },
  ]);
});
