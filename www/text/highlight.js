/**
 * Marks quotations in the text of a host page with the CSS Custom Highlight API, which paints
 * ranges without touching the page's elements. Everything done here is undone by `undo()`.
 *
 * Several marked elements can stand on one page; they share the names of the highlights.
 *
 * @import { HostText } from "./host-text.js"
 * @import { MarkCallbacks } from "./marked-text.js"
 * @import { Sign } from "./signs.js"
 * @import { Quotation, Report, Span } from "../types.js"
 */

import { scrollBehavior } from "../lib/dom.js";
import { isDoubtful } from "../report/certainty.js";
import { highlightSheet } from "../styles/sheets.js";
import { quotationFinder } from "./quotation-finder.js";
import { selectionInHost } from "./selected-words.js";
import { signOf } from "./signs.js";

/** How many marked texts use the sheet of each document or shadow root. @type {WeakMap<Document | ShadowRoot, number>} */
const users = new WeakMap();

/** @typedef {object} HostMarks
 * @property {(shown: Set<number> | null) => void} filter marks some of the quotations only; null: all
 * @property {(index: number | null) => void} select
 * @property {(index: number) => void} reveal
 * @property {(index: number) => DOMRect | null} rectOf in the coordinates of the window
 * @property {() => { words: string, near: number }} selection what is selected in the host, and where that
 *   starts in its text
 * @property {() => void} undo
 */

/**
 * @param {Element} host
 * @param {HostText} hostText read from the host
 * @param {Report} report of that text
 * @param {Sign[]} signs
 * @param {MarkCallbacks} callbacks
 * @returns {HostMarks}
 */
export function markHost(host, hostText, { quotations }, signs, { onSelect, onPeek }) {
  /** @type {[name: string, range: StaticRange][]} */
  let painted = [];
  /** @type {[name: string, range: StaticRange][]} */
  let paintedSelection = [];

  /** @param {string} name @param {Span[]} spans */
  const paint = (name, spans) =>
    spans.flatMap((span) => {
      const range = hostText.rangeOf(span);
      if (!range || !canPaint()) return [];
      const highlight = CSS.highlights.get(name) ?? new Highlight();
      highlight.add(range);
      CSS.highlights.set(name, highlight);
      return [/** @type {[string, StaticRange]} */ ([name, range])];
    });
  /** @param {[name: string, range: StaticRange][]} ranges */
  const unpaint = (ranges) => {
    for (const [name, range] of ranges) {
      const highlight = CSS.highlights.get(name);
      highlight?.delete(range);
      if (highlight?.size === 0) CSS.highlights.delete(name);
    }
  };
  /** @param {number} index */
  const rangeOf = (index) => {
    const range = quotations[index] && hostText.rangeOf(quotations[index].content[0]);
    if (!range) return null;
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live;
  };

  /** @param {Quotation} quotation */
  const paintQuotation = (quotation) => [
    ...(isDoubtful(quotation) ? [] : paint(`quotes-${signOf(quotation, signs).color}`, quotation.content)),
    ...paint("quotes-reported", outside(quotation.content, quotation.verbatim)),
    ...paint("quotes-verbatim", quotation.verbatim),
  ];
  painted = quotations.flatMap(paintQuotation);

  const root = host.getRootNode();
  const sheetHolder = root instanceof ShadowRoot ? root : document;
  const sheet = highlightSheet();
  users.set(sheetHolder, (users.get(sheetHolder) ?? 0) + 1);
  if (!sheetHolder.adoptedStyleSheets.includes(sheet)) sheetHolder.adoptedStyleSheets.push(sheet);

  const listening = new AbortController();
  const findQuotation = quotationFinder(quotations);
  /** @param {Event} event */
  const quotationAt = (event) => {
    const place = event instanceof MouseEvent ? placeUnder(event, root, hostText) : null;
    return place === null ? null : findQuotation(place);
  };
  host.addEventListener(
    "click",
    (event) => {
      const index = quotationAt(event);
      if (index !== null && (getSelection()?.isCollapsed ?? true)) onSelect(index);
    },
    { signal: listening.signal },
  );
  let peeked = /** @type {number | null} */ (null);
  /** @param {number | null} index */
  const peek = (index) => {
    if (index !== peeked) onPeek((peeked = index));
  };
  host.addEventListener("pointermove", (event) => peek(quotationAt(event)), { signal: listening.signal });
  host.addEventListener("pointerleave", () => peek(null), { signal: listening.signal });

  return {
    filter(shown) {
      unpaint(painted);
      painted = quotations.filter((_, index) => shown === null || shown.has(index)).flatMap(paintQuotation);
    },
    select(index) {
      unpaint(paintedSelection);
      paintedSelection = index === null ? [] : paint("quotes-selected", quotations[index]?.content ?? []);
    },
    reveal(index) {
      const range = rangeOf(index);
      const place = range?.startContainer.parentElement;
      if (!range || !place) return;
      const behavior = scrollBehavior();
      // The middle of a paragraph taller than the window may be far from the quotation.
      if (place.clientHeight < innerHeight) place.scrollIntoView({ block: "center", behavior });
      else scrollBy({ top: range.getBoundingClientRect().top - innerHeight / 2, behavior });
    },
    rectOf: (index) => rangeOf(index)?.getBoundingClientRect() ?? null,
    selection: () => selectionInHost(root, hostText),
    undo() {
      listening.abort();
      unpaint([...painted, ...paintedSelection]);
      const left = (users.get(sheetHolder) ?? 1) - 1;
      users.set(sheetHolder, left);
      if (left === 0)
        sheetHolder.adoptedStyleSheets = sheetHolder.adoptedStyleSheets.filter((other) => other !== sheet);
    },
  };
}

/** Whether the browser has the API. */
export function canPaint() {
  return "highlights" in CSS && CSS.highlights !== undefined;
}

/**
 * The parts of some spans that other spans do not cover.
 *
 * @param {Span[]} spans
 * @param {Span[]} covers in text order
 */
function outside(spans, covers) {
  return spans.flatMap(({ start, end }) => {
    const rest = [];
    for (const cover of covers) {
      if (cover.end <= start || cover.start >= end) continue;
      if (cover.start > start) rest.push({ start, end: cover.start });
      start = cover.end;
    }
    if (start < end) rest.push({ start, end });
    return rest;
  });
}

/**
 * @param {MouseEvent} event
 * @param {Node} root of the tree in which the text stands
 * @param {HostText} hostText
 * @returns {number | null}
 */
function placeUnder({ clientX, clientY }, root, hostText) {
  if ("caretPositionFromPoint" in document) {
    const caret = document.caretPositionFromPoint(clientX, clientY, {
      shadowRoots: root instanceof ShadowRoot ? [root] : [],
    });
    return caret && hostText.placeOf(caret.offsetNode, caret.offset);
  }
  // WebKit has only the older name of the same thing.
  const range = /** @type {any} */ (document).caretRangeFromPoint?.(clientX, clientY);
  return range ? hostText.placeOf(range.startContainer, range.startOffset) : null;
}
