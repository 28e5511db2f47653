/**
 * Why a quotation has its speaker, in English. `src/report/reason.rs` has the same sentences, and
 * `cargo xtask parity` compares them.
 *
 * @import { Reasons } from "./reasons.js"
 */

/** @type {Reasons} */
export const reasons = {
  rules: {
    "cue-then-source": ({ cue, source }) => `“${cue}” is followed by its subject “${source}”.`,
    "source-then-cue": ({ cue, source }) => `“${source}” is the subject of “${cue}”.`,
    "apposed-source": ({ cue, source }) =>
      `“${source}”, described between commas, is the subject of “${cue}”.`,
    "relative-clause": ({ cue, source }) => `“${cue}” is in a relative clause about “${source}”.`,
    "shared-subject": ({ cue, source }) =>
      `“${source}” is the subject of the sentence, and also of “${cue}”.`,
    "according-to": ({ cue, source }) => `“${cue}” names “${source}” as the source.`,
    label: ({ source }) => `The line is labelled “${source}”.`,
    colon: ({ source }) => `A colon after a sentence about “${source}” introduces the quotation.`,
    "sentence-subject": ({ source }) => `“${source}” is the subject of the sentence.`,
    "same-paragraph": ({ speaker }) => `${speaker} is quoted elsewhere in the same paragraph.`,
    "action-beat": ({ speaker }) => `The paragraph describes what ${speaker} does.`,
    continued: ({ speaker }) => `${speaker} was quoted just before, and nobody else takes over.`,
    "turn-taking": ({ speaker }) => `${speaker} and the other speaker take turns.`,
    "last-named": ({ speaker }) => `${speaker} is the last one named before the quotation.`,
    unknown: () => "Nothing in the text shows who said this.",
    corrected: () => "You said so.",
  },
  evidence: {
    antecedent: "is most likely the one these words refer to",
    "mentioned-last": "is the last one mentioned before the quotation",
    "mentioned-recently": "is one of the last two mentioned before the quotation",
    "acts-in-sentence": "acts in the same sentence",
    "acts-before": "acts in the same paragraph, just before",
    "acts-after": "acts in the same paragraph, just after",
    "acts-in-previous-paragraph": "acts in the previous paragraph",
    "goes-on": "was quoted just before, and nobody else takes over",
    "quoted-last": "was the last one quoted",
    "takes-turns": "takes turns with the other speaker",
    "quoted-nearby": "is quoted several times nearby",
    "addressed-in-answer": "is addressed in the reply",
    "addressed-before": "was addressed just before",
    "mentioned-most": "is mentioned most often nearby",
    agrees: "is the one that the pronoun fits",
  },
  nearby: (source) => `A quotation nearby has “${source}” as its source.`,
  uncertain: "It is not certain who that is.",
  quoted: (words) => `“${words}”`,
};
