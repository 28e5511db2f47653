/**
 * A copy of a report to which corrections are applied. Its quotations refer to speaker objects instead of
 * indexes; `finish` computes the indexes once, at the end. No DOM here.
 *
 * @import { CodedQuotation, CodedReport } from "../core/packed-report.js"
 * @import { Operation, QuotationKind, Span, Speaker, SpeakerRef } from "../types.js"
 */

import { firstFrom } from "../lib/binary-search.js";
import { findWords, PlaceIndex } from "./text-place.js";

/** The longest distance from some words to the quotation marks around them, in UTF-16 code units. */
const LONGEST_MARK_DISTANCE = 4000;

/** @typedef {Omit<CodedQuotation, "speaker"> & { speaker: Speaker | null }} DraftQuotation */

export class DraftReport {
  #text;
  #report;
  /** @type {Set<DraftQuotation>} */
  #quotations;
  /** The speakers of each name. @type {Map<string, Speaker[]>} */
  #speakersByName = new Map();
  /** The speaker into which each merged speaker was merged. @type {Map<Speaker, Speaker>} */
  #mergedInto = new Map();
  #places;
  /** The content of all quotations, in text order. @type {(Span & { quotation: DraftQuotation })[]} */
  #quotedSpans;

  /**
   * @param {string} text
   * @param {CodedReport} report
   */
  constructor(text, report) {
    const { quotations, speakers } = report;
    this.#text = text;
    this.#report = report;
    const copies = speakers.map((speaker) => ({ ...speaker }));
    for (const speaker of copies) this.#addSpeaker(speaker);
    const drafts = quotations.map((quotation) => ({
      ...quotation,
      speaker: quotation.speaker === null ? null : (copies[quotation.speaker] ?? null),
    }));
    this.#quotations = new Set(drafts);
    this.#places = new PlaceIndex(text, drafts);
    this.#quotedSpans = drafts
      .flatMap((quotation) => quotation.content.map((span) => ({ ...span, quotation })))
      .sort((a, b) => a.start - b.start);
  }

  /** @param {Operation} operation @returns {boolean} false if it does not fit the text or the report */
  apply(operation) {
    switch (operation.type) {
      case "speaker":
        return this.#setSpeaker(this.#places.find(operation.place), operation.who);
      case "remove":
        return this.#remove(this.#places.find(operation.place));
      case "add":
        return this.#add(findWords(this.#text, operation.place), operation.who);
      case "rename":
        return this.#rename(this.#findSpeaker(operation.who), operation.name);
      case "merge":
        return this.#merge(this.#findSpeaker(operation.who), this.#findSpeaker(operation.into));
      case "forget":
        return true;
    }
  }

  /** @returns {CodedReport} */
  finish() {
    const drafts = [...this.#quotations].sort(
      (a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0),
    );
    /** The offset at which each speaker first appears. @type {Map<Speaker, number>} */
    const appearances = new Map();
    for (const { speaker, content } of drafts) {
      const merged = this.#resolveMerges(speaker);
      if (merged && !appearances.has(merged))
        appearances.set(merged, merged.mentions[0]?.start ?? content[0]?.start ?? 0);
    }
    const speakers = [...appearances].sort(([, a], [, b]) => a - b).map(([speaker]) => speaker);
    const indexes = new Map(speakers.map((speaker, index) => [speaker, index]));
    return {
      ...this.#report,
      quotations: drafts.map((draft) => {
        const merged = this.#resolveMerges(draft.speaker);
        return { ...draft, speaker: merged ? (indexes.get(merged) ?? null) : null };
      }),
      speakers,
    };
  }

  /** @param {DraftQuotation | null} quotation @param {SpeakerRef | null} ref */
  #setSpeaker(quotation, ref) {
    if (!quotation) return false;
    quotation.speaker =
      ref &&
      (this.#findSpeaker(ref) ??
        this.#addSpeaker({ name: ref.name, role: null, kind: "person", mentions: [] }));
    Object.assign(quotation, corrected());
    return true;
  }

  /** @param {DraftQuotation | null} quotation */
  #remove(quotation) {
    if (!quotation) return false;
    this.#quotations.delete(quotation);
    this.#places.remove(quotation);
    for (const { start } of quotation.content) {
      const at = firstFrom(this.#quotedSpans, start);
      if (this.#quotedSpans[at]?.quotation === quotation) this.#quotedSpans.splice(at, 1);
    }
    return true;
  }

  /** @param {Span | null} span @param {SpeakerRef | null} ref */
  #add(span, ref) {
    if (!span) return false;
    const at = firstFrom(this.#quotedSpans, span.start);
    const same = this.#quotedSpans[at];
    // After an edit of the text the extractor may find the same quotation itself.
    if (same?.start === span.start && same.end === span.end && same.quotation.content.length === 1) {
      return this.#setSpeaker(same.quotation, ref);
    }
    if (overlapsAny(this.#quotedSpans, span)) return false;
    /** @type {DraftQuotation} */
    const quotation = {
      ...kindOf(this.#text, span),
      text: this.#text.slice(span.start, span.end),
      content: [span],
      cue: null,
      source: null,
      speaker: null,
      ...corrected(),
    };
    this.#quotations.add(quotation);
    this.#places.add(quotation);
    this.#quotedSpans.splice(at, 0, { ...span, quotation });
    return this.#setSpeaker(quotation, ref);
  }

  /** @param {Speaker | null} speaker @param {string} name */
  #rename(speaker, name) {
    if (!speaker || name === "") return false;
    const other = this.#findSpeaker({ name, nth: 0 });
    if (other && other !== speaker) return this.#merge(speaker, other);
    this.#removeSpeaker(speaker);
    speaker.name = name;
    if (speaker.kind === "unnamed") speaker.kind = "person";
    this.#addSpeaker(speaker);
    return true;
  }

  /** @param {Speaker | null} speaker @param {Speaker | null} into */
  #merge(speaker, into) {
    if (!speaker || !into || speaker === into) return false;
    this.#removeSpeaker(speaker);
    this.#mergedInto.set(speaker, into);
    into.role ??= speaker.role;
    into.mentions = [...into.mentions, ...speaker.mentions].sort((a, b) => a.start - b.start);
    return true;
  }

  /** @param {SpeakerRef} ref @returns {Speaker | null} */
  #findSpeaker({ name, nth }) {
    return this.#speakersByName.get(name)?.[nth] ?? null;
  }

  /** @param {Speaker} speaker */
  #addSpeaker(speaker) {
    const namesakes = this.#speakersByName.get(speaker.name);
    if (namesakes) namesakes.push(speaker);
    else this.#speakersByName.set(speaker.name, [speaker]);
    return speaker;
  }

  /** @param {Speaker} speaker */
  #removeSpeaker(speaker) {
    this.#speakersByName.set(
      speaker.name,
      (this.#speakersByName.get(speaker.name) ?? []).filter((other) => other !== speaker),
    );
  }

  /** The speaker into which a speaker was merged, or else the same speaker. @param {Speaker | null} speaker */
  #resolveMerges(speaker) {
    let merged = speaker;
    for (let next; merged && (next = this.#mergedInto.get(merged)); ) merged = next;
    // Path compression: a long chain of merges is followed only once.
    if (speaker && merged && merged !== speaker) this.#mergedInto.set(speaker, merged);
    return merged;
  }
}

/** What a quotation says of its speaker once the reader has decided. */
function corrected() {
  return { confidence: 1, rule: /** @type {const} */ ("corrected"), evidence: null };
}

/**
 * Whether a span overlaps any of a list of spans.
 *
 * @param {Span[]} spans in text order, not overlapping each other
 * @param {Span} span
 */
export function overlapsAny(spans, { start, end }) {
  const at = firstFrom(spans, start);
  return (spans[at - 1]?.end ?? 0) > start || (spans[at]?.start ?? Infinity) < end;
}

/**
 * The kind of an added quotation: direct inside quotation marks, mixed if it contains some, else indirect.
 *
 * @param {string} text
 * @param {Span} span
 * @returns {{ kind: QuotationKind, verbatim: Span[] }}
 */
function kindOf(text, { start, end }) {
  const before =
    text
      .slice(Math.max(0, start - LONGEST_MARK_DISTANCE), start)
      .split(/[\n\r]/)
      .at(-1) ?? "";
  const after = text.slice(end, end + LONGEST_MARK_DISTANCE).split(/[\n\r]/, 1)[0];
  const lastMark = before.match(/[“”„«»"](?=[^“”„«»"]*$)/)?.[0] ?? "";
  const nextMark = after.match(/[“”„«»"]/)?.[0] ?? "";
  // A straight mark opens if it is the first, third, fifth … of its line.
  const isOpen = lastMark === '"' ? before.split('"').length % 2 === 0 : /[“„«]/.test(lastMark);
  if (isOpen && /[”“»"]/.test(nextMark)) return { kind: "direct", verbatim: [{ start, end }] };
  const verbatim = [...text.slice(start, end).matchAll(/[“"]([^“”"]+)[”"]/g)].map(({ index, 1: words }) => ({
    start: start + index + 1,
    end: start + index + 1 + words.length,
  }));
  return { kind: verbatim.length > 0 ? "mixed" : "indirect", verbatim };
}
