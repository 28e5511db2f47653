/**
 * The entry of the package for browsers: `import { extract } from "quote-extractor"`. Node.js gets
 * `node.js` instead, by the conditions in package.json.
 */

/** @typedef {import("./types.js").Block} Block */
/** @typedef {import("./types.js").BlockKind} BlockKind */
/** @typedef {import("./types.js").ExtractOptions} ExtractOptions */
/** @typedef {import("./types.js").Form} Form */
/** @typedef {import("./types.js").Hint} Hint */
/** @typedef {import("./types.js").Quotation} Quotation */
/** @typedef {import("./types.js").QuotationKind} QuotationKind */
/** @typedef {import("./types.js").Reading} Reading */
/** @typedef {import("./types.js").Report} Report */
/** @typedef {import("./types.js").Span} Span */
/** @typedef {import("./types.js").Speaker} Speaker */
/** @typedef {import("./types.js").SpeakerKind} SpeakerKind */
/** With it comes the type of the tag `quote-extractor`. @typedef {import("./element/types.js").View} View */

import { sharedExtractor } from "./core/extractor.js";
import { reasons } from "./strings/en-reasons.js";
import { withReasons } from "./strings/reasons.js";

/**
 * Finds the quotations of a text and names their speakers. The work is done in a worker where
 * one can start. Offsets in the report count UTF-16 code units, ends exclusive.
 *
 * @example
 * const { quotations, speakers } = await extract("“It rained,” said Ann Lee.");
 * speakers[quotations[0].speaker].name; // "Ann Lee"
 *
 * @param {string} text
 * @param {ExtractOptions} [options]
 * @returns {Promise<Report>} rejects with an `ExtractError` if the core could not be loaded or
 *   stopped, and with the signal's reason when it is aborted
 */
export async function extract(text, options) {
  return withReasons(text, await sharedExtractor().extract(text, options), reasons);
}

export { ExtractError } from "./core/extractor.js";
