/** The words of the interface: as many in each language, and as the language writes them. No browser. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { strings as de } from "../../www/strings/de.js";
import { strings as en } from "../../www/strings/en.js";
import { pageWords } from "../../www/strings/page.js";
import { loadStrings, stringsFor } from "../../www/strings/strings-for.js";

/** @import { Quotation } from "../../www/types.js" */

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** @param {any} value @param {string} [path] @returns {string[]} what there is at each path */
function shape(value, path = "") {
  // A language may do without sentences of its own for the reasons.
  if (path === ".reason") return [path];
  if (value === null || typeof value !== "object")
    return [`${path} ${typeof value}${typeof value === "function" ? value.length : ""}`];
  return Object.keys(value)
    .sort()
    .flatMap((key) => shape(value[key], `${path}.${key}`));
}

test("both languages have the same words, and the same things in them", () => {
  assert.deepEqual(shape(de), shape(en));
  assert.ok(shape(en).length > 100);
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
  assert.deepEqual(same(en, de).sort(), [
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

test("every rule of the core has its German reason", () => {
  const rules = [...read("src/attribution/rule.rs").matchAll(/Self::\w+ => "([a-z-]+)"/g)].map(
    ([, name]) => name,
  );
  assert.ok(rules.length >= 15);
  /** @param {string} rule @param {Partial<import("../../www/strings/reasons.js").ReasonWords>} [words] */
  const reason = (rule, words) =>
    de.reason?.(/** @type {Quotation} */ ({ rule, reason: "English." }), {
      cue: "said",
      source: "she",
      speaker: "Ann Lee",
      ...words,
    });
  for (const rule of [...rules, "corrected"]) {
    for (const words of [
      {},
      { speaker: "" },
      { cue: "", source: "" },
      { cue: "", source: "", speaker: "" },
    ]) {
      assert.match(reason(rule, words) ?? "", /^(?!English).+\.$/, rule);
    }
  }
  assert.equal(reason("cue-then-source"), "Auf „said“ folgt das Subjekt „she“. Gemeint ist wohl Ann Lee.");
  assert.equal(reason("cue-then-source", { source: "Lee" }), "Auf „said“ folgt das Subjekt „Lee“.");
  assert.equal(
    reason("cue-then-source", { speaker: "" }),
    "Auf „said“ folgt das Subjekt „she“. Wer das ist, bleibt offen.",
  );
  assert.equal(
    reason("turn-taking", { source: "", speaker: "a resident" }),
    "Im Wechsel des Gesprächs ist „a resident“ an der Reihe.",
  );
  assert.equal(reason("label", { source: "", speaker: "" }), "Nichts im Text zeigt, wer das gesagt hat.");
  assert.equal(reason("a-new-rule"), "English.");
});
