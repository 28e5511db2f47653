/** How much of what was said is word for word. */
export type QuotationKind = "direct" | "mixed" | "indirect";

/** What kind of speaker stands behind a statement. */
export type SpeakerKind = "person" | "organization" | "group" | "unnamed";

/** A stretch of the text in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  /** Offset of the first code unit. */
  start: number;
  /** Offset just past the last code unit. */
  end: number;
}

/** What to look for. */
export interface Options {
  /** The kinds of quotation to report; all three by default. */
  kinds?: readonly QuotationKind[] | null;
  /** The language of the text as a BCP 47 tag; `"en"` by default. */
  lang?: string | null;
}

/** One quotation and the decision on who said it. */
export interface Quotation {
  kind: QuotationKind;
  /** What was said, in text order; several spans when narration interrupts or paragraphs end. */
  content: Span[];
  /** The parts of the content inside quotation marks, the marks left out. */
  verbatim: Span[];
  /** The words that report: said, told, according to. */
  cue: Span | null;
  /** The words that name the source at this place. */
  source: Span | null;
  /** Index into `Report.speakers`; `null` where no attribution is certain enough. */
  speaker: number | null;
  /** How often an attribution like this one is right, from 0 to 1. */
  confidence: number;
  /** The name of the rule that decided, such as `cue-then-source`. */
  rule: string;
  /** The decision in one plain sentence. */
  reason: string;
}

/** A person or body that is quoted. */
export interface Speaker {
  /** The fullest name found in the text. */
  name: string;
  /** Title or function, as the text puts it. */
  role: string | null;
  kind: SpeakerKind;
  /** Every place that names or refers to the speaker, in text order. */
  mentions: Span[];
}

/** Everything found in one text. */
export interface Report {
  /** The quotations in text order. */
  quotations: Quotation[];
  /** Their speakers in order of first appearance. */
  speakers: Speaker[];
}

/**
 * Finds the quotations of `text` and their speakers.
 *
 * The report holds offsets alone: slice `text` for the words. Load the module first, with the
 * default export or `initSync`.
 *
 * @throws {TypeError} when `text` is no string or `options` are not `Options`
 */
export function extract(text: string, options?: Options | null): Report;
