/**
 * Which quotations a reader wants to see. Filters are plain data; an empty list of speakers or kinds
 * filters nothing. Quotations always keep their index in the report. No DOM here.
 *
 * @import { Quotation, QuotationKind, Report } from "../types.js"
 */

import { isDoubtful } from "../report/certainty.js";

/** How certain the attribution has to be. */
export const CERTAINTIES = /** @type {const} */ (["all", "certain", "doubtful"]);

/** Longer searches are cut, so that a search stays fast whatever is typed; in UTF-16 code units. */
export const LONGEST_SEARCH = 200;

/**
 * @typedef {object} Filters
 * @property {(number | null)[]} speakers indexes of speakers; null for the unknown speaker
 * @property {QuotationKind[]} kinds
 * @property {typeof CERTAINTIES[number]} certainty
 * @property {string} search words; each has to be in the quotation or in its speaker's name or role
 */

/** @type {Readonly<Filters>} */
export const NO_FILTERS = { speakers: [], kinds: [], certainty: "all", search: "" };

/** @param {Filters} filters */
export function isFiltering({ speakers, kinds, certainty, search }) {
  return speakers.length > 0 || kinds.length > 0 || certainty !== "all" || search.trim() !== "";
}

/**
 * Finds the quotations that match all filters.
 *
 * @param {Report} report
 * @param {Filters} filters
 * @returns {number[]} their indexes, in text order
 */
export function findMatches({ quotations, speakers }, { speakers: chosen, kinds, certainty, search }) {
  const terms = fold(search.slice(0, LONGEST_SEARCH))
    .split(" ")
    .filter((term) => term !== "");
  const names = terms.length > 0 ? speakers.map(({ name, role }) => fold(`${name} ${role ?? ""}`)) : [];
  /** @param {Quotation} quotation */
  const matchesSearch = ({ text, speaker }) => {
    const words = fold(text);
    const name = speaker === null ? "" : (names[speaker] ?? "");
    return terms.every((term) => words.includes(term) || name.includes(term));
  };
  return quotations.flatMap((quotation, index) =>
    (chosen.length === 0 || chosen.includes(quotation.speaker)) &&
    (kinds.length === 0 || kinds.includes(quotation.kind)) &&
    (certainty === "all" || isDoubtful(quotation) === (certainty === "doubtful")) &&
    (terms.length === 0 || matchesSearch(quotation))
      ? [index]
      : [],
  );
}

/**
 * Converts filters to another report: it finds each speaker there by name and kind, and drops those that
 * the report does not have.
 *
 * @param {Filters} filters
 * @param {Report} before
 * @param {Report} after
 * @returns {Filters}
 */
export function carryOver(filters, before, after) {
  if (filters.speakers.length === 0) return filters;
  const hasUnknown = after.quotations.some(({ speaker }) => speaker === null);
  const indexes = new Map(after.speakers.map(({ name, kind }, index) => [`${kind} ${name}`, index]));
  const speakers = filters.speakers.flatMap((speaker) => {
    if (speaker === null) return hasUnknown ? [null] : [];
    const { name, kind } = before.speakers[speaker];
    const index = indexes.get(`${kind} ${name}`);
    return index === undefined ? [] : [index];
  });
  return { ...filters, speakers };
}

/**
 * Adds a value to a list, or removes it if the list has it.
 *
 * @template Value
 * @param {Value[]} values
 * @param {Value} value
 * @returns {Value[]} another list
 */
export function toggle(values, value) {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

/**
 * Folds a text for comparison: ignores case, accents, curly apostrophes and line breaks.
 *
 * @param {string} text
 */
export function fold(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, " ");
}
