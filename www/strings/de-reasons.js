/**
 * Why a quotation is given to its speaker, in German: a sentence for each rule of the core
 * (`src/attribution/rule.rs`) and one for who is meant, where the words beside the quotation name
 * somebody else than the speaker's own name.
 *
 * @import { ReasonWords } from "./reasons.js"
 * @import { Quotation } from "../types.js"
 */

const UNKNOWN = "Nichts im Text zeigt, wer das gesagt hat.";

/** Rules that go by words beside the quotation. @type {Record<string, (words: ReasonWords) => string>} */
const BY_WORDS = {
  "cue-then-source": ({ cue, source }) => `Auf „${cue}“ folgt das Subjekt „${source}“.`,
  "source-then-cue": ({ cue, source }) => `„${source}“ ist das Subjekt zu „${cue}“.`,
  "apposed-source": ({ cue, source }) =>
    `„${source}“, zwischen Kommas beschrieben, ist das Subjekt zu „${cue}“.`,
  "relative-clause": ({ cue, source }) => `In einem Nebensatz zu „${source}“ steht „${cue}“.`,
  "shared-subject": ({ cue, source }) => `Zu „${cue}“ gehört das Subjekt „${source}“ des Satzes.`,
  "according-to": ({ cue, source }) => `„${cue}“ nennt „${source}“ als Quelle.`,
  label: ({ source }) => `Die Zeile beginnt mit „${source}“.`,
  colon: ({ source }) => `Ein Doppelpunkt nach einem Satz über „${source}“ leitet das Zitat ein.`,
  "sentence-subject": ({ source }) => `„${source}“ ist das Subjekt des Satzes.`,
};

/** Rules that go by the speaker. @type {Record<string, (speaker: string) => string>} */
const BY_SPEAKER = {
  "same-paragraph": (speaker) => `${speaker} spricht im selben Absatz.`,
  "action-beat": (speaker) => `Der Absatz erzählt, was ${speaker} tut.`,
  continued: (speaker) => `${speaker} wurde kurz zuvor zitiert, und niemand sonst übernimmt.`,
  "turn-taking": (speaker) => `Im Wechsel des Gesprächs ist ${speaker} an der Reihe.`,
  "last-named": (speaker) => `Nach dem, was davor steht, passt ${speaker} am besten.`,
};

/**
 * @param {Quotation} quotation
 * @param {ReasonWords} words
 */
export function reason({ rule, reason }, words) {
  const { source } = words;
  // Who has no name is called by words of the text, which are not German and may be small.
  const speaker = /^\p{Ll}/u.test(words.speaker) ? `„${words.speaker}“` : words.speaker;
  if (rule === "corrected") return "Von Hand so angegeben.";
  if (rule === "unknown" || (speaker === "" && source === "")) return UNKNOWN;
  const byWords = Object.hasOwn(BY_WORDS, rule) ? BY_WORDS[rule](words) : null;
  const bySpeaker = Object.hasOwn(BY_SPEAKER, rule) ? BY_SPEAKER[rule] : null;
  if (!byWords && !bySpeaker) return reason;
  if (speaker === "") return `${byWords ?? `Daneben steht „${source}“.`} Wer das ist, bleibt offen.`;
  if (bySpeaker) return bySpeaker(speaker);
  return namesSpeaker(source, words.speaker) ? `${byWords}` : `${byWords} Gemeint ist wohl ${speaker}.`;
}

/**
 * Whether the words are the name or a part of it: “Okafor” for Ruth Okafor.
 *
 * @param {string} source
 * @param {string} speaker
 */
function namesSpeaker(source, speaker) {
  return source.includes(speaker) || speaker.includes(source);
}
