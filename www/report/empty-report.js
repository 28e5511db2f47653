/**
 * The report of a text without words, which no core has to read.
 *
 * @param {string} [lang] of the text, as a BCP 47 tag; "" if it is not known
 */
export function emptyReport(lang) {
  const reading = /** @type {const} */ ("words");
  const form = /** @type {const} */ ("plain");
  return { lang: lang || "und", reading, form, blocks: [], quotations: [], speakers: [] };
}
