/** quote-parser: quotations, with the words around them that should contain the name. */

// @ts-expect-error It comes without types.
import parser from "quote-parser";

/** @returns {Promise<import("../run-contender.js").Extract>} */
export default async function load() {
  return (text) => parser.parse(text, "en");
}
