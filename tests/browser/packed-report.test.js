/** What JavaScript makes of a packed report, compared with what the command line prints. No browser. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { NAMES, unpackReport } from "../../www/core/packed-report.js";
import { addPack, extract, initSync } from "../../www/pkg/quote_extractor.js";
import { emptyReport } from "../../www/report/empty-report.js";
import { reasons } from "../../www/strings/en-reasons.js";
import { withReasons } from "../../www/strings/reasons.js";

/** @import { CoreOptions, Report } from "../../www/types.js" */

initSync({ module: readFileSync(new URL("../../www/pkg/quote_extractor_bg.wasm", import.meta.url)) });
addPack(readFileSync(new URL("../../www/pkg/packs/en.txt", import.meta.url)));

/** @param {string} text @param {CoreOptions} [options] */
const reportOf = (text, options) => withReasons(text, unpackReport(text, extract(text, options)), reasons);

/** What the command line prints. @param {string} input @param {...string} options @returns {string} */
const commandLine = (input, ...options) =>
  execFileSync(
    "cargo",
    [
      ..."run --quiet --release --features cli --bin quote-extractor -- --offsets utf-16".split(" "),
      ...options,
    ],
    { input, cwd: fileURLToPath(new URL("../..", import.meta.url)), encoding: "utf8", stdio: "pipe" },
  );

const ARTICLE = `# Floods in the valley

🌧️ “The river rose in an hour,” said Ann Lee, the mayor, “and it took the bridge.” “We saw it.”

She said the town “lost a mill” that night. The mayor said it was late.

According to Northline Transit, no bus ran. Ann Smith and Bob Jones said they would rebuild.

- A senior official said it was late.

> “They knew,” he said.

— And now? asked Bob Ortiz.

“It is 𝔘nclear.

“It will be clear,” Cy Dunn said.`;

const TRANSCRIPT = `ANN LEE: Did it rain?

BOB ORTIZ: “It did,” she said.

ANN LEE: It “poured”, they say.`;

/** What the article does not have. */
const OTHERS = [
  TRANSCRIPT,
  `A report\n\n${TRANSCRIPT}`,
  "— Did it rain?\n\n— It did, said Ann Lee.",
  "Share\n\n“It rained,” said Ann Lee.",
  "“It rained.”",
  "No one spoke here.",
  " \n",
  "",
];

test("a report has the fields, the order and the values of the command line", () => {
  for (const text of [ARTICLE, ...OTHERS]) {
    const native = JSON.parse(commandLine(text, "--format", "json"));
    // As strings, so that the order of the fields counts.
    assert.equal(JSON.stringify(reportOf(text)), JSON.stringify(native));
  }
});

test("the texts above have what a report can have", () => {
  const reports = [ARTICLE, ...OTHERS].map((text) => reportOf(text));
  /** @param {(report: Report) => unknown[]} values */
  const seen = (values) => new Set(reports.flatMap(values));
  assert.deepEqual(Object.keys(reports[0]), ["lang", "reading", "form", "blocks", "quotations", "speakers"]);
  assert.equal(seen(({ form }) => [form]).size, NAMES.form.length);
  assert.equal(seen(({ blocks }) => blocks.map(({ kind }) => kind)).size, NAMES.blockKind.length);
  const quotations = (/** @type {Report} */ report) => report.quotations;
  assert.equal(seen((report) => quotations(report).map(({ kind }) => kind)).size, NAMES.quotationKind.length);
  assert.equal(seen(({ speakers }) => speakers.map(({ kind }) => kind)).size, NAMES.speakerKind.length);
  assert.deepEqual(
    seen((report) =>
      quotations(report).map(({ cue, source, speaker }) => !cue || !source || speaker === null),
    ),
    new Set([false, true]),
  );
  assert.deepEqual(
    seen(({ speakers }) => speakers.map(({ role }) => role)),
    new Set(["mayor", null]),
  );
  const all = reports.flatMap(quotations);
  assert.ok(all.some(({ content }) => content.length === 2));
  assert.ok(
    all.some(({ rule, reason }) => rule === "source-then-cue" && reason.includes("was the last one")),
  );
});

test("what is not there is null or empty", () => {
  const [first] = unpackReport("“It rained.”", extract("“It rained.”")).quotations;
  const { cue, source, speaker, evidence } = first;
  assert.deepEqual([cue, source, speaker, evidence], [null, null, null, null]);
  assert.deepEqual({ ...reportOf(" "), lang: "und" }, emptyReport());
  assert.equal(emptyReport("de").lang, "de");
});

test("form and hints cross with the text, and the same is refused as by the command line", () => {
  const text = "😀 “It rained,” said Ann Lee.";
  /** @type {CoreOptions} */
  const options = {
    lang: "en-GB",
    form: "transcript",
    hints: [{ start: 3, end: 99, kind: "quote", speaker: "Ann Lee" }],
  };
  const line = JSON.stringify({ id: "1", text, ...options });
  const native = JSON.parse(commandLine(`${line}\n`, "--jsonl"));
  assert.equal(JSON.stringify({ id: "1", ...reportOf(text, options) }), JSON.stringify(native));
  assert.equal(native.lang, "en-GB");

  const wrong = /** @type {any} */ ({ form: "poem" });
  const refusal = /there is no form "poem"; use article, transcript, mixed or plain/;
  assert.throws(() => extract(text, wrong), refusal);
  assert.throws(
    () => commandLine(`${JSON.stringify({ id: "1", text, ...wrong })}\n`, "--jsonl"),
    ({ stdout }) => refusal.test(JSON.parse(stdout).error),
  );
});
