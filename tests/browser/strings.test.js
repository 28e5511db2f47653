/** The words of the interface: as many in each language, and as the language writes them. No browser. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { NAMES } from "../../www/core/packed-report.js";
import { strings as de } from "../../www/strings/de.js";
import { strings as en } from "../../www/strings/en.js";
import { lateStrings } from "../../www/strings/late.js";
import { pageWords } from "../../www/strings/page.js";
import { sentence } from "../../www/strings/reasons.js";
import { LATE_LANGUAGES, loadStrings, stringsFor } from "../../www/strings/strings-for.js";

/** @import { CodedQuotation } from "../../www/core/packed-report.js" */
/** @import { ReasonWords } from "../../www/strings/reasons.js" */

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** @param {any} value @param {string} [path] @returns {string[]} what there is at each path */
function shape(value, path = "") {
  if (value === null || typeof value !== "object")
    return [`${path} ${typeof value}${typeof value === "function" ? value.length : ""}`];
  return Object.keys(value)
    .sort()
    .flatMap((key) => shape(value[key], `${path}.${key}`));
}

test("both languages have the same words, and the same things in them", () => {
  assert.deepEqual(shape(de), shape(en));
  assert.ok(shape(en).length > 100);
  assert.deepEqual(shape(lateStrings.de), shape(lateStrings.en));
  assert.deepEqual(Object.keys(lateStrings).sort(), [...LATE_LANGUAGES, "en"].sort());
  const named = [...read("index.html").matchAll(/data-words="([\w-]+)"/g)].map(([, name]) => name).sort();
  for (const words of Object.values(pageWords)) assert.deepEqual(Object.keys(words).sort(), named);
});

test("nothing is left untranslated but names", () => {
  /** @param {any} english @param {any} german @returns {string[]} */
  const same = (english, german) =>
    typeof english === "string"
      ? english === german
        ? [english]
        : []
      : english === null || typeof english !== "object"
        ? []
        : Object.keys(english).flatMap((key) => same(english[key], german[key]));
  const late = same(lateStrings.en, lateStrings.de);
  assert.deepEqual([...same(en, de), ...late].sort(), [
    "",
    "AL",
    "Control+Enter",
    "JSON",
    "Links (Markdown)",
    "Markdown",
    "TEI (XML)",
  ]);
});

test("a tag leads to the language that it begins with, and else to English", async () => {
  assert.equal(stringsFor("de"), en, "not loaded yet");
  await loadStrings("de-CH");
  assert.equal(loadStrings("de"), null, "loaded");
  for (const tag of ["fr", "en", "constructor"]) assert.equal(loadStrings(tag), null, tag);
  for (const tag of ["de", "de-AT", "DE", "de-Latn-DE-1996"]) assert.equal(stringsFor(tag), de, tag);
  for (const tag of ["", "en", "en-GB", "fr", "den", "constructor", "__proto__"])
    assert.equal(stringsFor(tag), en, tag);
});

test("numbers are written as the language writes them", () => {
  assert.equal(de.integer(1234567), "1.234.567");
  assert.equal(de.percent(0.12), "12\u00A0%");
  assert.equal(de.share(0.001), "weniger als 1\u00A0%");
  assert.equal(de.reading(1_500_000), "1,5 Millionen Zeichen werden gelesen …");
  assert.equal(de.summary(1, 1), "1 Zitat aus 1 Quelle");
  assert.equal(de.summary(1200, 2), "1.200 Zitate aus 2 Quellen");
  assert.equal(en.integer(1234567), "1,234,567");
  assert.equal(en.percent(0.12), "12%");
});

/** The sentences of the core, by the name of the rule or of the evidence. */
function coreSentences() {
  const code = read("src/report/reason.rs");
  const kebab = (/** @type {string} */ name) => name.replace(/(?!^)[A-Z]/g, "-$&").toLowerCase();
  const rules = code.matchAll(/Rule::(\w+) => \{?\s*(?:write!\(f, |f\.write_str\()"([^"]+)"/g);
  const clauses = code.matchAll(/Evidence::(\w+) => "([^"]+)"/g);
  const byName = (/** @type {Iterable<RegExpMatchArray>} */ found) =>
    Object.fromEntries([...found].map(([, name, sentence]) => [kebab(name), sentence]));
  return { rules: byName(rules), evidence: byName(clauses), code };
}

test("the English reasons are those of the core", () => {
  const { rules, evidence, code } = coreSentences();
  const { corrected, ...shared } = en.reasons.rules;
  const words = { cue: "{cue}", source: "{source}", speaker: "{speaker}" };
  const ours = Object.fromEntries(Object.entries(shared).map(([rule, sentence]) => [rule, sentence(words)]));
  assert.deepEqual(ours, rules);
  assert.deepEqual(en.reasons.evidence, evidence);
  assert.ok(code.includes(`"${en.reasons.uncertain}"`));
  assert.ok(code.includes(`"${en.reasons.nearby("{source}")} {UNCERTAIN}"`));
  assert.equal(corrected(words), "You said so.");
});

test("every rule and every evidence has a reason in each language", () => {
  for (const { reasons, language } of [en, de]) {
    assert.deepEqual(Object.keys(reasons.rules), [...NAMES.rule, "corrected"], language);
    assert.deepEqual(Object.keys(reasons.evidence), [...NAMES.evidence], language);
    for (const rule of /** @type {const} */ ([...NAMES.rule, "corrected"])) {
      for (const evidence of [null, ...NAMES.evidence]) {
        for (const source of ["she", "Lee", ""]) {
          for (const speaker of ["Ann Lee", "a resident", ""]) {
            const said = sentence(reasons, { rule, evidence }, { cue: "said", source, speaker });
            const about = `${language} ${rule} ${evidence} ${source} ${speaker}: ${said}`;
            // One sentence or two, each with its words.
            assert.match(said, /^[\p{Lu}“„][^.]+\.( [\p{Lu}“„][^.]+\.)?$/u, about);
            assert.doesNotMatch(said, /undefined| {2}/, about);
            // A rule that goes by words beside the quotation has some.
            if (source !== "") assert.doesNotMatch(said, /“”|„“/, about);
          }
        }
      }
    }
  }
});

test("a reason names the rule, whom its words refer to, and what spoke for that", () => {
  /** @type {[Partial<Pick<CodedQuotation, "rule" | "evidence"> & ReasonWords>, string, string][]} */
  const cases = [
    [
      { rule: "cue-then-source", source: "Ann Lee" },
      "“said” is followed by its subject “Ann Lee”.",
      "Auf „said“ folgt das Subjekt „Ann Lee“.",
    ],
    [
      { rule: "cue-then-source", source: "Lee" },
      "“said” is followed by its subject “Lee”.",
      "Auf „said“ folgt das Subjekt „Lee“.",
    ],
    [
      { rule: "source-then-cue", source: "She", evidence: "quoted-last" },
      "“She” is the subject of “said”. Ann Lee was the last one quoted.",
      "„She“ ist das Subjekt zu „said“. Ann Lee wurde zuletzt zitiert.",
    ],
    [
      { rule: "source-then-cue", source: "The mayor" },
      "“The mayor” is the subject of “said”. Ann Lee is most likely the one these words refer to.",
      "„The mayor“ ist das Subjekt zu „said“. Ann Lee ist damit wohl gemeint.",
    ],
    [
      { rule: "source-then-cue", source: "She", speaker: "" },
      "“She” is the subject of “said”. It is not certain who that is.",
      "„She“ ist das Subjekt zu „said“. Wer das ist, bleibt offen.",
    ],
    [
      { rule: "same-paragraph", source: "she" },
      "Ann Lee is quoted elsewhere in the same paragraph.",
      "Ann Lee wird im selben Absatz auch an anderer Stelle zitiert.",
    ],
    [
      { rule: "same-paragraph", source: "she", speaker: "" },
      "A quotation nearby has “she” as its source. It is not certain who that is.",
      "Ein Zitat in der Nähe hat „she“ als Quelle. Wer das ist, bleibt offen.",
    ],
    [
      { rule: "turn-taking", evidence: "takes-turns", speaker: "a resident" },
      "“a resident” takes turns with the other speaker.",
      "„a resident“ ist im Wechsel des Gesprächs an der Reihe.",
    ],
    [
      { rule: "label", speaker: "" },
      "Nothing in the text shows who said this.",
      "Nichts im Text zeigt, wer das gesagt hat.",
    ],
    [{ rule: "corrected", source: "She" }, "You said so.", "Von Hand so angegeben."],
  ];
  for (const [{ rule = "unknown", evidence = null, ...words }, english, german] of cases) {
    const all = { cue: "said", source: "", speaker: "Ann Lee", ...words };
    assert.equal(sentence(en.reasons, { rule, evidence }, all), english);
    assert.equal(sentence(de.reasons, { rule, evidence }, all), german);
  }
});
