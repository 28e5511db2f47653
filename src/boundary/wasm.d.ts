/** How much of what was said is word for word. */
export type QuotationKind = "direct" | "mixed" | "indirect";

/** The form of a text. */
export type Form = "article" | "transcript" | "mixed" | "plain";

/** What a block of a text is. */
export type BlockKind = "paragraph" | "heading" | "item" | "quote" | "turn" | "dialogue" | "furniture";

/** What markup says of a part of the text, in UTF-16 code units; the end is exclusive. */
export interface Hint {
  start: number;
  end: number;
  kind: BlockKind;
  /** Who speaks there, if the markup names somebody. */
  speaker?: string | null;
}

/** What to look for, and what the caller knows of the text. */
export interface Options {
  /** The kinds of quotation to report; all three by default. */
  kinds?: readonly QuotationKind[] | null;
  /** The language of the text as a BCP 47 tag; by default the text decides. */
  lang?: string | null;
  /** The form to read the text in; by default the text decides. */
  form?: Form | null;
  /** What markup says of parts of the text. */
  hints?: readonly Hint[] | null;
}

/**
 * A report as it crosses from the core: all its numbers, with offsets in UTF-16 code units, and all its
 * words in one string. `completeReport` reads it.
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
