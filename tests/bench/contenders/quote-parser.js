/** quote-parser: quotations with the words around them that should hold the name. */

// @ts-expect-error It comes without types.
import parser from "quote-parser";

/** @returns {Promise<import("../place.js").Contender>} */
export default async function load() {
  return (text) => parser.parse(text, "en");
}
