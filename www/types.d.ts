/**
 * The public types of the package: what an extraction is given and what it answers. What crosses the
 * border of the core is declared there.
 *
 * Every offset counts UTF-16 code units, as JavaScript strings do, and every span is
 * end-exclusive: `text.slice(span.start, span.end)` is the text that it names.
 */

import type {
  BlockKind,
  Options as CoreOptions,
  Form,
  Hint,
  PackedReport,
  QuotationKind,
} from "./pkg/quote_extractor.js";

export type { BlockKind, CoreOptions, Form, Hint, PackedReport, QuotationKind };

/** What was read of a text: its words, or its marks alone because its language cannot be read. */
export type Reading = "words" | "marks";

/** What kind of speaker stands behind a statement. */
export type SpeakerKind = "person" | "organization" | "group" | "unnamed";

/** A stretch of the text in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  /** Offset of the first code unit. */
  start: number;
  /** Offset just past the last code unit. */
  end: number;
}

/** A stretch of the text that stands as a paragraph does. */
export interface Block extends Span {
  kind: BlockKind;
}

/** One quotation and the decision on who said it. */
export interface Quotation {
  kind: QuotationKind;
  /** What was said: the segments of `content`, joined by a space. */
  text: string;
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
  /** The decision in a sentence or two. In every report of `extract` and of the element it is English. */
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

/** Everything found in one text, and how the text was read. */
export interface Report {
  /** The language of the text, given or told, as a BCP 47 tag; `und` if none is known. */
  lang: string;
  reading: Reading;
  /** The form of the whole text. */
  form: Form;
  /** The blocks of the text, in text order. */
  blocks: Block[];
  /** In text order. */
  quotations: Quotation[];
  /** In order of first appearance. */
  speakers: Speaker[];
}

/** A report with what it is about, to be written in another format. */
export interface ExportDocument {
  /** The text that was read: offsets of the report count its UTF-16 code units. */
  text: string;
  report: Report;
  /** Empty when there is none, as are the next two. */
  title: string;
  /** Where the text comes from, as the reader gave it: anything may stand here. */
  url: string;
  /** A BCP 47 tag. */
  lang: string;
}

/**
 * A place in a text, by its words and what stands around them, as in a TextQuoteSelector of the W3C Web
 * Annotation model.
 */
export interface Place {
  /** The words; the segments of a quotation are joined by a space. */
  exact: string;
  prefix: string;
  suffix: string;
  /** Offset of the first code unit; decides between places that are alike. */
  start: number;
}

/** Refers to a speaker of a report by name. Several can have the same name, such as “a resident”. */
export interface SpeakerRef {
  name: string;
  /** Which of the speakers with that name, counted from 0. */
  nth: number;
}

/**
 * A correction of a report:
 *
 * - speaker: sets who said a quotation; null for unknown; a name that no speaker has makes a new speaker
 * - remove: it is not a quotation
 * - add: a quotation that was not found
 * - rename: changes a speaker's name
 * - merge: two speakers are the same
 * - forget: the operations before this one belong to another text
 */
export type Operation =
  | { type: "speaker"; place: Place; who: SpeakerRef | null }
  | { type: "remove"; place: Place }
  | { type: "add"; place: Place; who: SpeakerRef | null }
  | { type: "rename"; who: SpeakerRef; name: string }
  | { type: "merge"; who: SpeakerRef; into: SpeakerRef }
  | { type: "forget" };

/**
 * What to look for, what is known of the text, and until when. A value that the types do not allow makes the
 * promise reject with an `ExtractError` of the code `failed`, whose message says what to pass.
 */
export interface ExtractOptions extends CoreOptions {
  /** Gives the request up: the promise rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** A language pack: its bytes, or where it is still to be loaded, its address. */
export type Pack = Uint8Array | string;

/** What the page posts to the worker. */
export type WorkerRequest =
  | { type: "start"; core: WebAssembly.Module | string }
  | { type: "add"; id: number; pack: Pack }
  | { type: "extract"; id: number; text: string; options: CoreOptions };

/** What the worker answers: one `ready` or `unable`, then one answer for each `add` and `extract`. */
export type WorkerAnswer =
  | { type: "ready"; module: WebAssembly.Module }
  | { type: "unable"; message: string }
  | { type: "result"; id: number; report?: PackedReport }
  | { type: "failed"; id: number; message: string; fatal: boolean };
