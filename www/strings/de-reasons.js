/**
 * Why a quotation has its speaker, in German.
 *
 * @import { Reasons } from "./reasons.js"
 */

/** @type {Reasons} */
export const reasons = {
  rules: {
    "cue-then-source": ({ cue, source }) => `Auf „${cue}“ folgt das Subjekt „${source}“.`,
    "source-then-cue": ({ cue, source }) => `„${source}“ ist das Subjekt zu „${cue}“.`,
    "apposed-source": ({ cue, source }) =>
      `„${source}“, zwischen Kommas beschrieben, ist das Subjekt zu „${cue}“.`,
    "relative-clause": ({ cue, source }) => `„${cue}“ steht in einem Relativsatz zu „${source}“.`,
    "shared-subject": ({ cue, source }) => `„${source}“ ist das Subjekt des Satzes und auch das zu „${cue}“.`,
    "according-to": ({ cue, source }) => `„${cue}“ nennt „${source}“ als Quelle.`,
    label: ({ source }) => `Die Zeile beginnt mit „${source}“.`,
    colon: ({ source }) => `Ein Doppelpunkt nach einem Satz über „${source}“ leitet das Zitat ein.`,
    "sentence-subject": ({ source }) => `„${source}“ ist das Subjekt des Satzes.`,
    "same-paragraph": ({ speaker }) => `${speaker} wird im selben Absatz auch an anderer Stelle zitiert.`,
    "action-beat": ({ speaker }) => `Der Absatz erzählt, was ${speaker} tut.`,
    continued: ({ speaker }) => `${speaker} wurde kurz zuvor zitiert, und niemand sonst übernimmt.`,
    "turn-taking": ({ speaker }) => `Im Wechsel des Gesprächs ist ${speaker} an der Reihe.`,
    "last-named": ({ speaker }) => `${speaker} wurde vor dem Zitat zuletzt genannt.`,
    unknown: () => "Nichts im Text zeigt, wer das gesagt hat.",
    corrected: () => "Von Hand so angegeben.",
  },
  evidence: {
    antecedent: "ist damit wohl gemeint",
    "mentioned-last": "wurde vor dem Zitat zuletzt erwähnt",
    "mentioned-recently": "wurde vor dem Zitat zuletzt oder vorletzt erwähnt",
    "acts-in-sentence": "handelt im selben Satz",
    "acts-before": "handelt im selben Absatz, kurz davor",
    "acts-after": "handelt im selben Absatz, kurz danach",
    "acts-in-previous-paragraph": "handelt im vorigen Absatz",
    "goes-on": "wurde kurz zuvor zitiert, und niemand sonst übernimmt",
    "quoted-last": "wurde zuletzt zitiert",
    "takes-turns": "ist im Wechsel des Gesprächs an der Reihe",
    "quoted-nearby": "wird in der Nähe mehrmals zitiert",
    "addressed-in-answer": "wird in der Antwort angesprochen",
    "addressed-before": "wurde kurz zuvor angesprochen",
    "mentioned-most": "wird in der Nähe am häufigsten erwähnt",
    agrees: "passt zum Pronomen",
  },
  nearby: (source) => `Ein Zitat in der Nähe hat „${source}“ als Quelle.`,
  uncertain: "Wer das ist, bleibt offen.",
  quoted: (words) => `„${words}“`,
};
