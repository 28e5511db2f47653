/**
 * The reasons of a report in the language of the interface. The core writes them in English and
 * names the rule; from that, and the words that it points to, another language makes its own.
 *
 * @import { Strings } from "./strings-for.js"
 * @import { Report, Span } from "../types.js"
 */

/**
 * @typedef {object} ReasonWords
 * @property {string} cue the words of the text that report; "" where there are none
 * @property {string} source the words of the text that name the source; "" where there are none
 * @property {string} speaker the name; "" where nobody is certain enough
 */

/**
 * @param {string} text
 * @param {Report} report of that text
 * @param {Strings} strings
 * @returns {Report} the same one where the sentences of the core serve
 */
export function withReasons(text, report, { reason }) {
  if (!reason) return report;
  const words = (/** @type {Span | null} */ span) => (span ? text.slice(span.start, span.end) : "");
  const quotations = report.quotations.map((quotation) => {
    const speaker = quotation.speaker === null ? "" : (report.speakers[quotation.speaker]?.name ?? "");
    return {
      ...quotation,
      reason: reason(quotation, { cue: words(quotation.cue), source: words(quotation.source), speaker }),
    };
  });
  return { ...report, quotations };
}
