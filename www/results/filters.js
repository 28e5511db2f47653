/**
 * Which quotations a reader wants to see. A filter is plain data; an empty choice asks for nothing
 * and so leaves everything. Quotations keep their index in the report throughout.
 *
 * @import { Quotation, QuotationKind, Report } from "../types.js"
 */

import { isDoubtful } from "../report/certainty.js";

/** How certain the attribution has to be. */
export const CERTAINTIES = /** @type {const} */ (["all", "certain", "doubtful"]);

/** Longer searches are cut: what is looked for must not make looking slow. In UTF-16 code units. */
export const LONGEST_SEARCH = 200;

/**
 * @typedef {object} Filters
 * @property {(number | null)[]} speakers indexes into the speakers; null for those without one
 * @property {QuotationKind[]} kinds
 * @property {typeof CERTAINTIES[number]} certainty
 * @property {string} search words, all of which have to occur in the quotation or its speaker
 */

/** @type {Readonly<Filters>} */
export const NO_FILTERS = { speakers: [], kinds: [], certainty: "all", search: "" };

/** @param {Filters} filters */
export function isFiltering({ speakers, kinds, certainty, search }) {
  return speakers.length > 0 || kinds.length > 0 || certainty !== "all" || search.trim() !== "";
}

/**
 * The quotations that fit, as indexes in text order.
 *
 * @param {Report} report
 * @param {Filters} filters
 * @returns {number[]}
 */
export function matching({ quotations, speakers }, { speakers: wanted, kinds, certainty, search }) {
  const terms = fold(search.slice(0, LONGEST_SEARCH))
    .split(" ")
    .filter((term) => term !== "");
  const names = terms.length > 0 ? speakers.map(({ name, role }) => fold(`${name} ${role ?? ""}`)) : [];
  /** @param {Quotation} quotation */
  const mentions = ({ text, speaker }) => {
    const words = fold(text);
    const name = speaker === null ? "" : (names[speaker] ?? "");
    return terms.every((term) => words.includes(term) || name.includes(term));
  };
  return quotations.flatMap((quotation, index) =>
    (wanted.length === 0 || wanted.includes(quotation.speaker)) &&
    (kinds.length === 0 || kinds.includes(quotation.kind)) &&
    (certainty === "all" || isDoubtful(quotation) === (certainty === "doubtful")) &&
    (terms.length === 0 || mentions(quotation))
      ? [index]
      : [],
  );
}

/**
 * The filters as they apply to another report: a speaker is looked for there by name and kind, and
 * left out where it is gone.
 *
 * @param {Filters} filters
 * @param {Report} before
 * @param {Report} after
 * @returns {Filters}
 */
export function carryOver(filters, before, after) {
  if (filters.speakers.length === 0) return filters;
  const unknown = after.quotations.some(({ speaker }) => speaker === null);
  const places = new Map(after.speakers.map(({ name, kind }, index) => [`${kind} ${name}`, index]));
  const speakers = filters.speakers.flatMap((index) => {
    if (index === null) return unknown ? [null] : [];
    const { name, kind } = before.speakers[index];
    const place = places.get(`${kind} ${name}`);
    return place === undefined ? [] : [place];
  });
  return { ...filters, speakers };
}

/**
 * Adds a value to a choice, or takes it out.
 *
 * @template Value
 * @param {Value[]} values
 * @param {Value} value
 */
export function toggled(values, value) {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

/**
 * A text as it is compared: without case, accents, the curl of an apostrophe or line breaks.
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
