/** How much of what was said is word for word. */
export type QuotationKind = "direct" | "mixed" | "indirect";

/**
 * The form of a text: paragraphs of news or narration, labelled turns, both, or less than two blocks, which
 * are too few to show a form.
 */
export type Form = "article" | "transcript" | "mixed" | "plain";

/**
 * What a block of a text is. A `turn` starts with the label of its speaker or goes on with it; `dialogue` is
 * a line that starts with a dash; `furniture` is what stands around the text on its page, such as menus,
 * captions and related links.
 */
export type BlockKind = "paragraph" | "heading" | "item" | "quote" | "turn" | "dialogue" | "furniture";

/** What markup says of a part of the text: `text.slice(start, end)`. */
export interface Hint {
  /** Offset of the first UTF-16 code unit. */
  start: number;
  /** Offset just past the last code unit; past the end of the text it means that end. */
  end: number;
  kind: BlockKind;
  /** Who speaks there, if the markup names somebody. */
  speaker?: string | null;
}

/** What to look for, and what the caller knows of the text. Whatever is left out or `null` has its default. */
export interface Options {
  /** The kinds of quotation to report; all three by default. */
  kinds?: readonly QuotationKind[] | null;
  /**
   * The language of the text as a BCP 47 tag; by default, or if it is "", the text decides.
   */
  lang?: string | null;
  /** The form to read the text in; by default the text decides. */
  form?: Form | null;
  /** What markup says of parts of the text; nothing by default. */
  hints?: readonly Hint[] | null;
}

/**
 * A report as it crosses from the core: all its numbers, with offsets in UTF-16 code units, and all its
 * words in one string. `unpackReport` in `www/core/packed-report.js` reads it.
 */
export type PackedReport = [numbers: Uint32Array, words: string];

/**
 * Adds the words of a language: the bytes of its pack, `packs/LANGUAGE.txt`. The core has none by itself; a text in a
 * language without a pack is read by its marks alone. A pack stays until the core is unloaded.
 *
 * @throws {TypeError} if the bytes are no pack, damaged, or of another version; the message says what to do
 */
export function addPack(bytes: Uint8Array): void;

/**
 * Finds the quotations of `text` and their speakers.
 *
 * Load the module first, with the default export or `initSync`.
 *
 * @throws {TypeError} if `text` is no string or `options` are not `Options`; the message says what to pass
 */
export function extract(text: string, options?: Options | null): PackedReport;
