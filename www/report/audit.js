/**
 * What a report says about its sources: how much comes from people, from bodies, from sources
 * without a name, and how much rests on the one that is quoted most.
 *
 * All shares count words, of direct, mixed and indirect quotations alike: a paraphrase rests on
 * its source as much as a quotation does. Who only asks is no source: the shares are those of the others.
 *
 * @import { Share } from "./shares.js"
 * @import { Report, SpeakerKind } from "../types.js"
 */

import { askers } from "./askers.js";
import { speakerShares } from "./shares.js";

/** The groups in the order in which they are shown. */
export const GROUPS = /** @type {const} */ (["people", "organizations", "unnamed", "unknown", "askers"]);

/** @type {Record<SpeakerKind, typeof GROUPS[number]>} */
const GROUP_OF = {
  person: "people",
  organization: "organizations",
  group: "organizations",
  unnamed: "unnamed",
};

/**
 * @typedef {object} Group
 * @property {typeof GROUPS[number]} name
 * @property {Share[]} rows the most quoted speaker first
 * @property {number} quotations
 * @property {number} words
 * @property {number} share of the words of all sources, from 0 to 1; 0 for those who only ask
 */

/**
 * @typedef {object} Audit
 * @property {Group[]} groups those that have a speaker
 * @property {number} words of all sources, those of askers left out, as in the next two
 * @property {number} quotations
 * @property {number} speakers how many are quoted, unnamed ones included
 * @property {Share | null} leading the speaker with the most words; null where no speaker is known
 */

/**
 * @param {Report} report
 * @returns {Audit}
 */
export function audit(report) {
  const asking = askers(report);
  const shares = speakerShares(report);
  const sources = shares.filter(({ speaker }) => !asking.has(speaker));
  const known = sources.filter(({ speaker }) => speaker !== null);
  const words = sum(sources, "words");
  /** @param {number | null} speaker */
  const nameOf = (speaker) => (asking.has(speaker) ? "askers" : groupName(report, speaker));
  const groups = GROUPS.map((name) =>
    groupOf(
      name,
      shares.filter(({ speaker }) => nameOf(speaker) === name),
      words,
    ),
  );
  return {
    groups: groups.filter(({ rows }) => rows.length > 0),
    words,
    quotations: sum(sources, "quotations"),
    speakers: known.length,
    leading: known[0]?.words ? { ...known[0], share: known[0].words / words } : null,
  };
}

/**
 * @param {Report} report
 * @param {number | null} speaker
 */
function groupName({ speakers }, speaker) {
  const kind = speaker === null ? undefined : speakers[speaker]?.kind;
  return kind === undefined ? "unknown" : GROUP_OF[kind];
}

/**
 * @param {Group["name"]} name
 * @param {Share[]} rows
 * @param {number} total words of all sources
 * @returns {Group}
 */
function groupOf(name, rows, total) {
  const words = sum(rows, "words");
  const share = total === 0 || name === "askers" ? 0 : words / total;
  return { name, rows, quotations: sum(rows, "quotations"), words, share };
}

/**
 * @param {Share[]} rows
 * @param {"quotations" | "words"} measure
 */
function sum(rows, measure) {
  return rows.reduce((total, row) => total + row[measure], 0);
}
