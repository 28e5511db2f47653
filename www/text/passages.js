/**
 * Cuts a text into blocks to draw and each block into passages: stretches that lie wholly inside
 * or outside every span of the report. What is drawn is decided elsewhere.
 *
 * @import { Quotation, Span } from "../types.js"
 */

/** A longer paragraph is drawn in several blocks, so that the browser can lay out what is seen. */
const BLOCK_LENGTH = 6000;

/**
 * @typedef {object} Passage
 * @property {number} start UTF-16 code units, as everywhere
 * @property {number} end exclusive
 * @property {number | null} quotation the quotation whose content this is
 * @property {boolean} verbatim inside quotation marks
 * @property {"cue" | "source" | null} words
 * @property {number[]} wordsOf the quotations whose cue or source this is
 * @property {number[]} ending the quotations whose sign stands in front of this passage
 */

/**
 * The paragraphs of a text, long ones in pieces, without the line breaks around them.
 *
 * @param {string} text
 * @returns {(Span & { continues: boolean })[]} continues: the same paragraph as the block before
 */
export function splitBlocks(text) {
  const blocks = [];
  for (const { index, 0: paragraph } of text.matchAll(/[^\n\r]+/g)) {
    if (paragraph.trim() === "") continue;
    for (let start = index, end = index + paragraph.length, stop; start < end; start = stop) {
      stop = blockEnd(text, start, end);
      blocks.push({ start, end: stop, continues: start > index });
    }
  }
  return blocks;
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end of the paragraph
 */
function blockEnd(text, start, end) {
  if (end - start <= BLOCK_LENGTH * 1.25) return end;
  const space = text.lastIndexOf(" ", start + BLOCK_LENGTH);
  if (space > start) return space + 1;
  const middle = start + BLOCK_LENGTH;
  // Never between the halves of a surrogate pair.
  return /[\uDC00-\uDFFF]/.test(text[middle]) ? middle + 1 : middle;
}

/**
 * All passages of a text that any span touches, in text order; the text between them is plain.
 *
 * @param {string} text
 * @param {Quotation[]} quotations
 * @param {Span} [part] only the quotations that have something in it
 * @returns {Passage[]}
 */
export function findPassages(text, quotations, part = { start: 0, end: text.length }) {
  /** @type {(Span & { quotation: number })[]} */
  const contents = [];
  const verbatim = [];
  /** @type {Map<string, Span & { words: "cue" | "source", wordsOf: number[] }>} */
  const words = new Map();
  /** @type {Map<number, number[]>} */
  const ends = new Map();

  const isInPart = (/** @type {Span | null} */ span) =>
    span !== null && span.start <= part.end && span.end >= part.start;
  for (const [index, quotation] of quotations.entries()) {
    if (!isInPart(quotation.cue) && !isInPart(quotation.source) && !quotation.content.some(isInPart))
      continue;
    for (const span of quotation.content) contents.push({ ...span, quotation: index });
    verbatim.push(...quotation.verbatim);
    for (const name of /** @type {const} */ (["cue", "source"])) {
      const span = quotation[name];
      if (!span) continue;
      const key = `${span.start} ${span.end}`;
      const entry = words.get(key) ?? { ...span, words: name, wordsOf: [] };
      entry.wordsOf.push(index);
      words.set(key, entry);
    }
    const last = quotation.content.at(-1);
    if (last) {
      const at = afterClosingMark(text, last.end);
      ends.set(at, [...(ends.get(at) ?? []), index]);
    }
  }

  const layers = [contents, verbatim, [...words.values()]].map((spans) => layer(text, spans));
  const cuts = new Set(ends.keys());
  for (const spans of layers) for (const { start, end } of spans) cuts.add(start).add(end);
  const points = Float64Array.from(cuts).sort();

  const [atContent, atVerbatim, atWords] = layers.map(cursor);
  /** @type {Passage[]} */
  const passages = [];
  for (let i = 0; i < points.length; i += 1) {
    const start = points[i];
    const content = /** @type {any} */ (atContent(start));
    const named = /** @type {any} */ (atWords(start));
    const quoted = atVerbatim(start);
    const ending = ends.get(start) ?? [];
    if (!content && !named && !quoted && ending.length === 0) continue;
    const covered = content || named || quoted;
    passages.push({
      start,
      end: covered ? points[i + 1] : start,
      quotation: content?.quotation ?? null,
      verbatim: quoted !== undefined,
      words: named?.words ?? null,
      wordsOf: named?.wordsOf ?? [],
      ending,
    });
  }
  return passages;
}

/**
 * A sign stands behind the closing mark, where a footnote would.
 *
 * @param {string} text
 * @param {number} end
 */
function afterClosingMark(text, end) {
  return /["”’»“›』」'']/.test(text[end] ?? "") ? end + 1 : end;
}

/**
 * Spans in text order, inside the text, none overlapping the one before.
 *
 * @template {Span} S
 * @param {string} text
 * @param {S[]} spans
 * @returns {S[]}
 */
function layer(text, spans) {
  let reached = 0;
  const kept = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(span.start, reached);
    const end = Math.min(span.end, text.length);
    if (start >= end) continue;
    kept.push({ ...span, start, end });
    reached = end;
  }
  return kept;
}

/**
 * Answers, for ascending places, which span of a layer covers the place.
 *
 * @template {Span} S
 * @param {S[]} spans
 * @returns {(at: number) => S | undefined}
 */
function cursor(spans) {
  let next = 0;
  return (at) => {
    while (next < spans.length && spans[next].end <= at) next += 1;
    return next < spans.length && spans[next].start <= at ? spans[next] : undefined;
  };
}
