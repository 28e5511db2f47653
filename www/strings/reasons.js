/**
 * Why a quotation has its speaker, in a sentence or two. The core says it as a code, a rule and an evidence;
 * each language has a table that makes the sentence. `src/report/reason.rs` makes the same English one for
 * the command line and for Rust.
 *
 * @import { CodedQuotation, CodedReport, Evidence, Rule } from "../core/packed-report.js"
 * @import { Report, Span } from "../types.js"
 */

/**
 * @typedef {object} ReasonWords
 * @property {string} cue the words of the text that report; "" if there are none
 * @property {string} source the words of the text that name the source; "" if there are none
 * @property {string} speaker the name; "" if nobody is certain enough
 */

/**
 * The sentences of a language.
 *
 * @typedef {object} Reasons
 * @property {Record<Rule, (words: ReasonWords) => string>} rules
 * @property {Record<Evidence, string>} evidence what follows the name of the speaker, without the full stop
 * @property {(source: string) => string} nearby a quotation nearby has these words as its source
 * @property {string} uncertain it is not certain whom the source refers to
 * @property {(words: string) => string} quoted
 */

/** The rules that show the speaker, and not words beside the quotation. @type {Set<Rule>} */
const SHOWS_SPEAKER = new Set(["same-paragraph", "action-beat", "continued", "turn-taking", "last-named"]);

/**
 * Puts the reasons of a report into words.
 *
 * @param {string} text
 * @param {CodedReport} report of that text
 * @param {Reasons} reasons
 * @returns {Report}
 */
export function withReasons(text, report, reasons) {
  const words = (/** @type {Span | null} */ span) => (span ? text.slice(span.start, span.end) : "");
  const { lang, reading, form, blocks, speakers } = report;
  const quotations = report.quotations.map((coded) => {
    const { kind, content, verbatim, cue, source, speaker, confidence, rule } = coded;
    const name = speaker === null ? "" : (speakers[speaker]?.name ?? "");
    const reason = sentence(reasons, coded, { cue: words(cue), source: words(source), speaker: name });
    return { kind, text: coded.text, content, verbatim, cue, source, speaker, confidence, rule, reason };
  });
  return { lang, reading, form, blocks, quotations, speakers };
}

/**
 * The reason of one quotation.
 *
 * @param {Reasons} reasons
 * @param {Pick<CodedQuotation, "rule" | "evidence">} code
 * @param {ReasonWords} words
 */
export function sentence(reasons, { rule, evidence }, words) {
  const { rules, evidence: clauses, quoted } = reasons;
  const { cue, source } = words;
  // A speaker without a name is called by words of the text.
  const speaker = /^\p{Lowercase}/u.test(words.speaker) ? quoted(words.speaker) : words.speaker;
  const byRule = () => rules[rule]({ cue, source, speaker });
  /** @param {Evidence} evidence */
  const byEvidence = (evidence) => `${speaker} ${clauses[evidence]}.`;

  if (rule === "corrected") return byRule();
  if (speaker === "" && source === "") return rules.unknown(words);
  if (speaker === "")
    return `${SHOWS_SPEAKER.has(rule) ? reasons.nearby(source) : byRule()} ${reasons.uncertain}`;
  if (evidence && source === "") return byEvidence(evidence);
  // “The mayor” is no part of her name, so a reader wants to know whom the words refer to.
  const named = source.includes(words.speaker) || words.speaker.includes(source);
  const shown = evidence ?? (named || SHOWS_SPEAKER.has(rule) ? null : "antecedent");
  return shown ? `${byRule()} ${byEvidence(shown)}` : byRule();
}
