/**
 * A report while corrections are laid over it: quotations point to their speakers themselves, so
 * that indexes are counted once, at the end. No DOM here.
 *
 * @import { CodedQuotation, CodedReport } from "../core/packed-report.js"
 * @import { Operation, QuotationKind, Span, Speaker, Who } from "../types.js"
 */

import { firstFrom } from "../lib/binary-search.js";
import { findWords, PlaceIndex } from "./text-place.js";

/** How far the marks around some words may be, in UTF-16 code units. */
const MARKS_REACH = 4000;

/** @typedef {Omit<CodedQuotation, "speaker"> & { speaker: Speaker | null }} DraftQuotation */

export class Draft {
  #text;
  #report;
  /** @type {Set<DraftQuotation>} */
  #quotations;
  /** Who has each name. @type {Map<string, Speaker[]>} */
  #named = new Map();
  /** Whom a speaker became by merging. @type {Map<Speaker, Speaker>} */
  #became = new Map();
  #places;
  /** What is quoted, in text order. @type {(Span & { quotation: DraftQuotation })[]} */
  #taken;

  /**
   * @param {string} text
   * @param {CodedReport} report
   */
  constructor(text, report) {
    const { quotations, speakers } = report;
    this.#text = text;
    this.#report = report;
    const people = speakers.map((speaker) => ({ ...speaker }));
    for (const speaker of people) this.#enlist(speaker);
    const drafts = quotations.map((quotation) => ({
      ...quotation,
      speaker: quotation.speaker === null ? null : (people[quotation.speaker] ?? null),
    }));
    this.#quotations = new Set(drafts);
    this.#places = new PlaceIndex(text, drafts);
    this.#taken = drafts
      .flatMap((quotation) => quotation.content.map((span) => ({ ...span, quotation })))
      .sort((a, b) => a.start - b.start);
  }

  /** @param {Operation} operation @returns {boolean} false where it does not fit */
  apply(operation) {
    switch (operation.type) {
      case "speaker":
        return this.#assign(this.#places.find(operation.place), operation.who);
      case "remove":
        return this.#remove(this.#places.find(operation.place));
      case "add":
        return this.#add(findWords(this.#text, operation.place), operation.who);
      case "rename":
        return this.#rename(this.#find(operation.who), operation.name);
      case "merge":
        return this.#merge(this.#find(operation.who), this.#find(operation.into));
      case "forget":
        return true;
    }
  }

  /** @returns {CodedReport} */
  finish() {
    const drafts = [...this.#quotations].sort(
      (a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0),
    );
    /** Where each speaker appears first. @type {Map<Speaker, number>} */
    const first = new Map();
    for (const { speaker, content } of drafts) {
      const final = this.#final(speaker);
      if (final && !first.has(final)) first.set(final, final.mentions[0]?.start ?? content[0]?.start ?? 0);
    }
    const speakers = [...first].sort(([, a], [, b]) => a - b).map(([speaker]) => speaker);
    const index = new Map(speakers.map((speaker, at) => [speaker, at]));
    return {
      ...this.#report,
      quotations: drafts.map((draft) => {
        const final = this.#final(draft.speaker);
        return { ...draft, speaker: final ? (index.get(final) ?? null) : null };
      }),
      speakers,
    };
  }

  /** @param {DraftQuotation | null} quotation @param {Who | null} who */
  #assign(quotation, who) {
    if (!quotation) return false;
    quotation.speaker =
      who && (this.#find(who) ?? this.#enlist({ name: who.name, role: null, kind: "person", mentions: [] }));
    Object.assign(quotation, corrected());
    return true;
  }

  /** @param {DraftQuotation | null} quotation */
  #remove(quotation) {
    if (!quotation) return false;
    this.#quotations.delete(quotation);
    this.#places.remove(quotation);
    for (const { start } of quotation.content) {
      const at = firstFrom(this.#taken, start);
      if (this.#taken[at]?.quotation === quotation) this.#taken.splice(at, 1);
    }
    return true;
  }

  /** @param {Span | null} span @param {Who | null} who */
  #add(span, who) {
    if (!span) return false;
    const at = firstFrom(this.#taken, span.start);
    const same = this.#taken[at];
    // An edit of the text can let it be found after all.
    if (same?.start === span.start && same.end === span.end && same.quotation.content.length === 1) {
      return this.#assign(same.quotation, who);
    }
    if (isTaken(this.#taken, span)) return false;
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
    this.#taken.splice(at, 0, { ...span, quotation });
    return this.#assign(quotation, who);
  }

  /** @param {Speaker | null} speaker @param {string} name */
  #rename(speaker, name) {
    if (!speaker || name === "") return false;
    const other = this.#find({ name, nth: 0 });
    if (other && other !== speaker) return this.#merge(speaker, other);
    this.#delist(speaker);
    speaker.name = name;
    if (speaker.kind === "unnamed") speaker.kind = "person";
    this.#enlist(speaker);
    return true;
  }

  /** @param {Speaker | null} speaker @param {Speaker | null} into */
  #merge(speaker, into) {
    if (!speaker || !into || speaker === into) return false;
    this.#delist(speaker);
    this.#became.set(speaker, into);
    into.role ??= speaker.role;
    into.mentions = [...into.mentions, ...speaker.mentions].sort((a, b) => a.start - b.start);
    return true;
  }

  /** @param {Who} who @returns {Speaker | null} */
  #find({ name, nth }) {
    return this.#named.get(name)?.[nth] ?? null;
  }

  /** @param {Speaker} speaker */
  #enlist(speaker) {
    const namesakes = this.#named.get(speaker.name);
    if (namesakes) namesakes.push(speaker);
    else this.#named.set(speaker.name, [speaker]);
    return speaker;
  }

  /** @param {Speaker} speaker */
  #delist(speaker) {
    this.#named.set(
      speaker.name,
      (this.#named.get(speaker.name) ?? []).filter((other) => other !== speaker),
    );
  }

  /** @param {Speaker | null} speaker @returns {Speaker | null} */
  #final(speaker) {
    let final = speaker;
    for (let next; final && (next = this.#became.get(final)); ) final = next;
    // The way is shortened, so that a long chain is walked once.
    if (speaker && final && final !== speaker) this.#became.set(speaker, final);
    return final;
  }
}

function corrected() {
  return { confidence: 1, rule: /** @type {const} */ ("corrected"), evidence: null };
}

/**
 * Whether some words belong to a quotation already.
 *
 * @param {Span[]} taken in text order, none overlapping another
 * @param {Span} span
 */
export function isTaken(taken, { start, end }) {
  const at = firstFrom(taken, start);
  return (taken[at - 1]?.end ?? 0) > start || (taken[at]?.start ?? Infinity) < end;
}

/**
 * The kind of some words: direct inside quotation marks, mixed with marks among them.
 *
 * @param {string} text
 * @param {Span} span
 * @returns {{ kind: QuotationKind, verbatim: Span[] }}
 */
function kindOf(text, { start, end }) {
  const before =
    text
      .slice(Math.max(0, start - MARKS_REACH), start)
      .split(/[\n\r]/)
      .at(-1) ?? "";
  const after = text.slice(end, end + MARKS_REACH).split(/[\n\r]/, 1)[0];
  const last = before.match(/[“”„«»"](?=[^“”„«»"]*$)/)?.[0] ?? "";
  const next = after.match(/[“”„«»"]/)?.[0] ?? "";
  const open = last === '"' ? before.split('"').length % 2 === 0 : /[“„«]/.test(last);
  if (open && /[”“»"]/.test(next)) return { kind: "direct", verbatim: [{ start, end }] };
  const verbatim = [...text.slice(start, end).matchAll(/[“"]([^“”"]+)[”"]/g)].map(({ index, 1: words }) => ({
    start: start + index + 1,
    end: start + index + 1 + words.length,
  }));
  return { kind: verbatim.length > 0 ? "mixed" : "indirect", verbatim };
}
