/**
 * Divides a text into paragraphs to draw, and each paragraph into passages. A passage lies wholly inside
 * or wholly outside every span of the report, so that it can be drawn in one style.
 * `marked-paragraph.js` draws them.
 *
 * @import { Block, Quotation, Span } from "../types.js"
 */

/** Longer paragraphs are divided, so that the browser can lay out only what is in view; in UTF-16 code units. */
const PARAGRAPH_LENGTH = 6000;

/**
 * A paragraph of the text, or a piece of a long one.
 *
 * @typedef {object} Paragraph
 * @property {number} start in UTF-16 code units
 * @property {number} end exclusive
 * @property {boolean} continues it belongs to the same paragraph of the text as the one before
 * @property {Span[]} softEnds ends of lines that only come from the width of the page: the white space around
 *   each, with the ">" that mail writes before the next line
 * @property {number} unread how many lines in a row are not read, with this one, because they belong to the
 *   page around the text; 0 for a paragraph that is read
 */

/** From this many on, lines in a row that are not read are hidden at first. */
const LONG_RUN = 3;

/** Whether a paragraph is hidden until the reader asks for it. @param {Paragraph} paragraph */
export const isFolded = ({ unread }) => unread >= LONG_RUN;

/**
 * @typedef {object} Passage
 * @property {number} start in UTF-16 code units
 * @property {number} end exclusive
 * @property {number | null} quotation index of the quotation whose content this is
 * @property {boolean} verbatim inside quotation marks
 * @property {"cue" | "source" | null} cueOrSource
 * @property {number[]} cueOrSourceOf the quotations whose cue or source this is
 * @property {number[]} badgesBefore the quotations whose badge stands directly before this passage
 */

/**
 * Finds the paragraphs of a text, without the line breaks between them.
 *
 * @param {string} text
 * @param {Block[]} blocks of the text; the lines of a block are one paragraph
 * @returns {Paragraph[]}
 */
export function splitParagraphs(text, blocks) {
  const paragraphs = /** @type {Paragraph[]} */ ([]);
  let next = 0;
  let wordsEnd = 0;
  for (const { index, 0: line } of text.matchAll(/[^\n\r]+/g)) {
    if (line.trim() === "") continue;
    while (next < blocks.length && blocks[next].end <= index) next += 1;
    const block = blocks[next];
    const last = paragraphs.at(-1);
    const end = index + line.length;
    if (last && block && block.start < index) {
      const prefix = line.length - line.replace(/^[\s>]+/, "").length;
      last.softEnds.push({ start: wordsEnd, end: index + prefix });
      last.end = end;
    } else {
      const unread = block?.kind === "furniture" ? 1 : 0;
      paragraphs.push({ start: index, end, continues: false, softEnds: [], unread });
    }
    wordsEnd = index + line.trimEnd().length;
  }
  countRuns(paragraphs);
  return paragraphs.flatMap((paragraph) => splitLong(text, paragraph));
}

/** Sets how long each run of unread paragraphs is. @param {Paragraph[]} paragraphs */
function countRuns(paragraphs) {
  for (let first = 0, end = 0; first < paragraphs.length; first = end + 1) {
    for (end = first; paragraphs[end]?.unread; ) end += 1;
    for (const paragraph of paragraphs.slice(first, end)) paragraph.unread = end - first;
  }
}

/**
 * Divides a long paragraph into pieces.
 *
 * @param {string} text
 * @param {Paragraph} paragraph
 */
function splitLong(text, paragraph) {
  const { end, softEnds, unread } = paragraph;
  const pieces = [];
  let next = 0;
  for (let start = paragraph.start, stop; start < end; start = stop) {
    stop = pieceEnd(text, start, end);
    const own = [];
    for (; next < softEnds.length && softEnds[next].start < stop; next += 1) own.push(softEnds[next]);
    pieces.push({ start, end: stop, continues: start > paragraph.start, softEnds: own, unread });
  }
  return pieces;
}

/**
 * @param {string} text
 * @param {number} start of the piece
 * @param {number} end of the whole paragraph
 */
function pieceEnd(text, start, end) {
  if (end - start <= PARAGRAPH_LENGTH * 1.25) return end;
  const space = text.lastIndexOf(" ", start + PARAGRAPH_LENGTH);
  if (space > start) return space + 1;
  const middle = start + PARAGRAPH_LENGTH;
  // Never between the halves of a surrogate pair.
  return /[\uDC00-\uDFFF]/.test(text[middle]) ? middle + 1 : middle;
}

/**
 * Finds the passages that a span of the report touches, in text order. The text between them is plain.
 *
 * @param {string} text
 * @param {Quotation[]} quotations
 * @param {Span} [part] of the text; quotations that touch it are included with all their spans
 * @returns {Passage[]}
 */
export function findPassages(text, quotations, part = { start: 0, end: text.length }) {
  /** @type {(Span & { quotation: number })[]} */
  const contents = [];
  const verbatim = [];
  /** @type {Map<string, Span & { name: "cue" | "source", quotations: number[] }>} */
  const cuesAndSources = new Map();
  /** The quotations whose badge stands at each offset. @type {Map<number, number[]>} */
  const badges = new Map();

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
      const entry = cuesAndSources.get(key) ?? { ...span, name, quotations: [] };
      entry.quotations.push(index);
      cuesAndSources.set(key, entry);
    }
    const last = quotation.content.at(-1);
    if (last) {
      const offset = afterClosingMark(text, last.end);
      badges.set(offset, [...(badges.get(offset) ?? []), index]);
    }
  }

  const layers = [contents, verbatim, [...cuesAndSources.values()]].map((spans) => layer(text, spans));
  const boundaries = new Set(badges.keys());
  for (const spans of layers) for (const { start, end } of spans) boundaries.add(start).add(end);
  const offsets = Float64Array.from(boundaries).sort();

  const [contentAt, verbatimAt, cueOrSourceAt] = layers.map(cursor);
  /** @type {Passage[]} */
  const passages = [];
  for (let i = 0; i < offsets.length; i += 1) {
    const start = offsets[i];
    const content = /** @type {any} */ (contentAt(start));
    const cueOrSource = /** @type {any} */ (cueOrSourceAt(start));
    const quoted = verbatimAt(start);
    const badgesBefore = badges.get(start) ?? [];
    if (!content && !cueOrSource && !quoted && badgesBefore.length === 0) continue;
    const covered = content || cueOrSource || quoted;
    passages.push({
      start,
      end: covered ? offsets[i + 1] : start,
      quotation: content?.quotation ?? null,
      verbatim: quoted !== undefined,
      cueOrSource: cueOrSource?.name ?? null,
      cueOrSourceOf: cueOrSource?.quotations ?? [],
      badgesBefore,
    });
  }
  return passages;
}

/**
 * The offset of a quotation's badge: after the closing mark, like a footnote's number.
 *
 * @param {string} text
 * @param {number} end of the content
 */
function afterClosingMark(text, end) {
  return /["”’»“›』」'']/.test(text[end] ?? "") ? end + 1 : end;
}

/**
 * Sorts spans, and cuts them where they overlap the span before or the end of the text.
 *
 * @template {Span} S
 * @param {string} text
 * @param {S[]} spans
 * @returns {S[]}
 */
function layer(text, spans) {
  let coveredUntil = 0;
  const kept = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(span.start, coveredUntil);
    const end = Math.min(span.end, text.length);
    if (start >= end) continue;
    kept.push({ ...span, start, end });
    coveredUntil = end;
  }
  return kept;
}

/**
 * Makes a function that finds the span of a layer at an offset. Ask it for ascending offsets only.
 *
 * @template {Span} S
 * @param {S[]} spans
 * @returns {(offset: number) => S | undefined}
 */
function cursor(spans) {
  let next = 0;
  return (offset) => {
    while (next < spans.length && spans[next].end <= offset) next += 1;
    return next < spans.length && spans[next].start <= offset ? spans[next] : undefined;
  };
}
