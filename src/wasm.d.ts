/** How much of what was said is word for word. */
export type QuotationKind = "direct" | "mixed" | "indirect";

/** What to look for. */
export interface Options {
  /** The kinds of quotation to report; all three by default. */
  kinds?: readonly QuotationKind[] | null;
  /** The language of the text as a BCP 47 tag; `"en"` by default. */
  lang?: string | null;
}

/**
 * A report as it crosses from the core, for `completeReport` in `core.js` to read: all its numbers in
 * a row, offsets in UTF-16 code units, and all its words one behind the other.
 */
export type PackedReport = [numbers: Uint32Array, words: string];

/**
 * Finds the quotations of `text` and their speakers.
 *
 * Load the module first, with the default export or `initSync`.
 *
 * @throws {TypeError} when `text` is no string or `options` are not `Options`
 */
export function extract(text: string, options?: Options | null): PackedReport;
