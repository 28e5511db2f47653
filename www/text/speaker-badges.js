/**
 * The badge by which readers recognize a speaker in every view: a color of the palette and, because
 * color alone is not enough, initials that no other speaker of the report has.
 *
 * In the page a badge has the class and the part `sign`: these names are public.
 *
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Quotation, Report } from "../types.js"
 */

import { isDoubtful } from "../report/certainty.js";
import { speakerShares } from "../report/shares.js";

/** The number of colors in the palette of the styles. */
export const PALETTE_SIZE = 8;

/**
 * @typedef {object} SpeakerBadge
 * @property {string} name
 * @property {string | null} description the role or, without one, the kind of speaker
 * @property {string} initials
 * @property {string} colorClass `speaker-1` to `speaker-8`, or `speaker-unknown`
 */

/**
 * Makes the badges of a report. The most quoted speakers come first in the palette: if there are more
 * speakers than colors, those that matter most still have different ones.
 *
 * @param {Report} report
 * @param {Strings} strings
 * @returns {SpeakerBadge[]} one for each speaker, in their order, and a last one for the unknown speaker
 */
export function speakerBadges(report, strings) {
  const ranks = new Map(speakerShares(report).map(({ speaker }, rank) => [speaker, rank]));
  const namesakes = new Map();
  const known = report.speakers.map((speaker, index) => {
    const initials = initialsOf(speaker.name);
    const count = (namesakes.get(initials) ?? 0) + 1;
    namesakes.set(initials, count);
    return {
      name: speaker.name,
      description: speaker.role || strings.speakerKinds[speaker.kind] || null,
      initials: count === 1 ? initials : `${initials}${count}`,
      colorClass: `speaker-${((ranks.get(index) ?? index) % PALETTE_SIZE) + 1}`,
    };
  });
  const unknown = {
    name: strings.unknownSpeaker,
    description: null,
    initials: "?",
    colorClass: "speaker-unknown",
  };
  return [...known, unknown];
}

/**
 * The badge of a quotation's speaker, or of the speaker of a row in the table.
 *
 * @param {Pick<Quotation, "speaker">} quotation
 * @param {SpeakerBadge[]} badges
 */
export function badgeOf({ speaker }, badges) {
  return badges[speaker ?? badges.length - 1];
}

/**
 * All that decides how a quotation looks in any view, apart from its words and its offsets.
 *
 * @param {Quotation} quotation
 * @param {SpeakerBadge[]} badges
 */
export function appearanceOf(quotation, badges) {
  const { kind, confidence, rule, reason, speaker } = quotation;
  return [kind, confidence, rule, reason, speaker === null, badgeOf(quotation, badges)];
}

/**
 * The class names of any element that represents a quotation.
 *
 * @param {Quotation} quotation
 * @param {SpeakerBadge[]} badges
 */
export function quotationClasses(quotation, badges) {
  const { colorClass } = badgeOf(quotation, badges);
  return `${quotation.kind} ${colorClass}${isDoubtful(quotation) ? " doubtful" : ""}`;
}

/**
 * The first letters of the first and the last word: "Maria Weiss" gives MW, "a senior official" gives so.
 *
 * @param {string} name
 */
function initialsOf(name) {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu) ?? [];
  const withoutArticle = words.length > 1 ? words.filter((word) => !/^(?:an?|the)$/iu.test(word)) : words;
  const chosen = [withoutArticle[0], withoutArticle.length > 1 ? withoutArticle.at(-1) : undefined];
  return chosen.map((word) => (word ? [...word][0] : "")).join("") || "•";
}
