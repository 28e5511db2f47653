/**
 * The signs by which a speaker is known in every view: a colour of the palette and, because
 * colour alone is not enough, initials that no other speaker of the report has.
 *
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Quotation, Report } from "../types.js"
 */

import { isDoubtful } from "../report/certainty.js";
import { speakerShares } from "../report/shares.js";

/** How many colours the palette of the styles has. */
export const PALETTE_SIZE = 8;

/**
 * @typedef {object} Sign
 * @property {string} name
 * @property {string | null} about role, or what kind of speaker it is
 * @property {string} initials
 * @property {string} color class name: `speaker-1` to `speaker-8`, or `speaker-unknown`
 */

/**
 * The most quoted speakers come first in the palette: when there are more speakers than colours,
 * those that matter most still differ in theirs.
 *
 * @param {Report} report
 * @param {Strings} strings
 * @returns {Sign[]} in the order of its speakers; the last one stands for the unknown speaker
 */
export function speakerSigns(report, strings) {
  const ranks = new Map(speakerShares(report).map(({ speaker }, rank) => [speaker, rank]));
  const taken = new Map();
  const known = report.speakers.map((speaker, index) => {
    const initials = initialsOf(speaker.name);
    const namesakes = (taken.get(initials) ?? 0) + 1;
    taken.set(initials, namesakes);
    return {
      name: speaker.name,
      about: speaker.role || strings.speakerKinds[speaker.kind] || null,
      initials: namesakes === 1 ? initials : `${initials}${namesakes}`,
      color: `speaker-${((ranks.get(index) ?? index) % PALETTE_SIZE) + 1}`,
    };
  });
  return [...known, { name: strings.unknownSpeaker, about: null, initials: "?", color: "speaker-unknown" }];
}

/**
 * @param {Pick<Quotation, "speaker">} quotation or anything else of a speaker, who may be unknown
 * @param {Sign[]} signs
 */
export function signOf({ speaker }, signs) {
  return signs[speaker ?? signs.length - 1];
}

/**
 * What a quotation looks like in any view, apart from its words and places.
 *
 * @param {Quotation} quotation
 * @param {Sign[]} signs
 */
export function traitsOf(quotation, signs) {
  const { kind, confidence, rule, reason, speaker } = quotation;
  return [kind, confidence, rule, reason, speaker === null, signOf(quotation, signs)];
}

/**
 * The class names of anything that stands for a quotation.
 *
 * @param {Quotation} quotation
 * @param {Sign[]} signs
 */
export function quotationClass(quotation, signs) {
  const { color } = signOf(quotation, signs);
  return `${quotation.kind} ${color}${isDoubtful(quotation) ? " doubtful" : ""}`;
}

/**
 * First letters of the first and the last word: "Maria Weiss" gives MW, "a senior official" so.
 *
 * @param {string} name
 */
function initialsOf(name) {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu) ?? [];
  const telling = words.length > 1 ? words.filter((word) => !/^(?:an?|the)$/iu.test(word)) : words;
  const letters = [telling[0], telling.length > 1 ? telling.at(-1) : undefined];
  return letters.map((word) => (word ? [...word][0] : "")).join("") || "•";
}
