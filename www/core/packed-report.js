/**
 * Reads a report as the core packs it (`src/boundary/packed.rs`): two values cross, all its numbers in one
 * array and all its words in one string. What was said does not cross, because the caller has the text.
 *
 * The sentence of a reason does not cross either. Its code does, a rule and an evidence, and
 * `strings/reasons.js` makes the sentence of it in the language of the reader.
 *
 * @import { Block, PackedReport, Quotation, Report, Span, Speaker } from "../types.js"
 */

/**
 * The names of each enum that crosses as the index of its variant, in the order of the declarations in
 * `src/report.rs` and `src/report/`. `cargo xtask parity` compares them.
 */
export const NAMES = /** @type {const} */ ({
  reading: ["words", "marks"],
  form: ["article", "transcript", "mixed", "plain"],
  blockKind: ["paragraph", "heading", "item", "quote", "turn", "dialogue", "furniture"],
  quotationKind: ["direct", "mixed", "indirect"],
  rule: [
    "cue-then-source",
    "source-then-cue",
    "apposed-source",
    "relative-clause",
    "shared-subject",
    "according-to",
    "label",
    "colon",
    "sentence-subject",
    "same-paragraph",
    "action-beat",
    "continued",
    "turn-taking",
    "last-named",
    "unknown",
  ],
  evidence: [
    "antecedent",
    "mentioned-last",
    "mentioned-recently",
    "acts-in-sentence",
    "acts-before",
    "acts-after",
    "acts-in-previous-paragraph",
    "goes-on",
    "quoted-last",
    "takes-turns",
    "quoted-nearby",
    "addressed-in-answer",
    "addressed-before",
    "mentioned-most",
    "agrees",
  ],
  speakerKind: ["person", "organization", "group", "unnamed"],
});

/**
 * The rules of the core, and that of the page: the reader said so.
 *
 * @typedef {typeof NAMES.rule[number] | "corrected"} Rule
 */

/** What speaks most for a speaker who was chosen among several. @typedef {typeof NAMES.evidence[number]} Evidence */

/**
 * A quotation whose reason is a code: the sentence still has to be made.
 *
 * @typedef {Omit<Quotation, "rule" | "reason"> & { rule: Rule, evidence: Evidence | null }} CodedQuotation
 */

/** A report whose reasons are codes. @typedef {Omit<Report, "quotations"> & { quotations: CodedQuotation[] }} CodedReport */

/**
 * @param {string} text the very text that was extracted from
 * @param {PackedReport} packed
 * @returns {CodedReport}
 */
export function unpackReport(text, [numbers, words]) {
  let at = 0;
  let wordsAt = 0;
  const number = () => numbers[at++];
  const word = () => words.slice(wordsAt, (wordsAt += number()));
  /** @template T @param {readonly T[]} names */
  const name = (names) => names[number()];
  /** @returns {Span} */
  const span = () => ({ start: number(), end: number() });
  /** @template T @param {() => T} read @returns {T[]} */
  const list = (read) => {
    const items = [];
    for (let left = number(); left > 0; left--) items.push(read());
    return items;
  };
  /** @template T @param {() => T} read @returns {T | null} */
  const optional = (read) => (number() === 0 ? null : read());
  /** @returns {Block} */
  const block = () => ({ start: number(), end: number(), kind: name(NAMES.blockKind) });
  /** @returns {CodedQuotation} */
  const quotation = () => {
    const kind = name(NAMES.quotationKind);
    const content = list(span);
    return {
      kind,
      text: content.map(({ start, end }) => text.slice(start, end)).join(" "),
      content,
      verbatim: list(span),
      cue: optional(span),
      source: optional(span),
      speaker: optional(number),
      confidence: number() / 1000,
      rule: name(NAMES.rule),
      evidence: optional(() => name(NAMES.evidence)),
    };
  };
  /** @returns {Speaker} */
  const speaker = () => ({
    name: word(),
    role: optional(word),
    kind: name(NAMES.speakerKind),
    mentions: list(span),
  });
  return {
    lang: word(),
    reading: name(NAMES.reading),
    form: name(NAMES.form),
    blocks: list(block),
    quotations: list(quotation),
    speakers: list(speaker),
  };
}
