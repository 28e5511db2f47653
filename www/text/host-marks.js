/**
 * Marks quotations in the text of a host page with the CSS Custom Highlight API, which paints ranges
 * without touching the page's elements. `undo()` removes all that was added.
 *
 * Several marked elements can be on one page; they share the names of the highlights.
 *
 * @import { HostText } from "./host-text.js"
 * @import { MarkCallbacks } from "./marked-text.js"
 * @import { SelectedWords } from "./selected-words.js"
 * @import { SpeakerBadge } from "./speaker-badges.js"
 * @import { Quotation, Report, Span } from "../types.js"
 */

import { scrollBehavior } from "../lib/dom.js";
import { isDoubtful } from "../report/certainty.js";
import { HIGHLIGHTS } from "../styles/highlights.js";
import { adopt, sheetOf } from "../styles/sheets.js";
import { quotationFinder } from "./quotation-finder.js";
import { selectionInHost } from "./selected-words.js";
import { badgeOf } from "./speaker-badges.js";

/** How many marked texts need the style sheet in each document or shadow root. @type {WeakMap<Document | ShadowRoot, number>} */
const sheetUsers = new WeakMap();

/** A range and the name of the highlight that paints it. @typedef {[name: string, range: StaticRange]} PaintedRange */

/**
 * @typedef {object} HostMarks
 * @property {(matches: Set<number> | null) => void} filter marks only these quotations; null: all of them
 * @property {(index: number | null) => void} select
 * @property {(index: number) => void} reveal scrolls to a quotation
 * @property {(index: number) => DOMRect | null} rectOf where a quotation is, in the coordinates of the window
 * @property {() => SelectedWords} selection the words that the reader has selected in the host page
 * @property {() => void} undo
 */

/**
 * @param {Element} host
 * @param {HostText} hostText read from the host
 * @param {Report} report of that text
 * @param {SpeakerBadge[]} badges
 * @param {MarkCallbacks} callbacks
 * @returns {HostMarks}
 */
export function markHost(host, hostText, { quotations }, badges, { onSelect, onPreview }) {
  /** @type {PaintedRange[]} */
  let painted = [];
  /** @type {PaintedRange[]} */
  let paintedSelection = [];

  /** @param {string} name @param {Span[]} spans */
  const paint = (name, spans) =>
    spans.flatMap((span) => {
      const range = hostText.rangeOf(span);
      if (!range || !canHighlight()) return [];
      const highlight = CSS.highlights.get(name) ?? new Highlight();
      highlight.add(range);
      CSS.highlights.set(name, highlight);
      return [/** @type {PaintedRange} */ ([name, range])];
    });
  /** @param {PaintedRange[]} ranges */
  const unpaint = (ranges) => {
    for (const [name, range] of ranges) {
      const highlight = CSS.highlights.get(name);
      highlight?.delete(range);
      if (highlight?.size === 0) CSS.highlights.delete(name);
    }
  };
  /** The range in which a quotation starts. @param {number} index */
  const rangeOf = (index) => {
    const range = quotations[index] && hostText.rangeOf(quotations[index].content[0]);
    if (!range) return null;
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live;
  };

  /** @param {Quotation} quotation */
  const paintQuotation = (quotation) => {
    const speaker = `quotes-${badgeOf(quotation, badges).colorClass}`;
    return [
      ...(isDoubtful(quotation) ? [] : paint(speaker, quotation.content)),
      ...paint("quotes-reported", subtractSpans(quotation.content, quotation.verbatim)),
      ...paint("quotes-verbatim", quotation.verbatim),
    ];
  };
  painted = quotations.flatMap(paintQuotation);

  const root = host.getRootNode();
  const sheetHolder = root instanceof ShadowRoot ? root : document;
  sheetUsers.set(sheetHolder, (sheetUsers.get(sheetHolder) ?? 0) + 1);
  adopt(sheetHolder, HIGHLIGHTS);

  const listening = new AbortController();
  const findQuotation = quotationFinder(quotations);
  /** @param {Event} event */
  const quotationAt = (event) => {
    const offset = event instanceof MouseEvent ? offsetAtPointer(event, root, hostText) : null;
    return offset === null ? null : findQuotation(offset);
  };
  host.addEventListener(
    "click",
    (event) => {
      const index = quotationAt(event);
      if (index !== null && (getSelection()?.isCollapsed ?? true)) onSelect(index);
    },
    { signal: listening.signal },
  );
  let previewed = /** @type {number | null} */ (null);
  /** @param {number | null} index */
  const preview = (index) => {
    if (index !== previewed) onPreview((previewed = index));
  };
  host.addEventListener("pointermove", (event) => preview(quotationAt(event)), { signal: listening.signal });
  host.addEventListener("pointerleave", () => preview(null), { signal: listening.signal });

  return {
    filter(matches) {
      unpaint(painted);
      painted = quotations
        .filter((_, index) => matches === null || matches.has(index))
        .flatMap(paintQuotation);
    },
    select(index) {
      unpaint(paintedSelection);
      paintedSelection = index === null ? [] : paint("quotes-selected", quotations[index]?.content ?? []);
    },
    reveal(index) {
      const range = rangeOf(index);
      const paragraph = range?.startContainer.parentElement;
      if (!range || !paragraph) return;
      const behavior = scrollBehavior();
      // In a paragraph taller than the window, its middle may be far from the quotation.
      if (paragraph.clientHeight < innerHeight) paragraph.scrollIntoView({ block: "center", behavior });
      else scrollBy({ top: range.getBoundingClientRect().top - innerHeight / 2, behavior });
    },
    rectOf: (index) => rangeOf(index)?.getBoundingClientRect() ?? null,
    selection: () => selectionInHost(root, hostText),
    undo() {
      listening.abort();
      unpaint([...painted, ...paintedSelection]);
      const users = (sheetUsers.get(sheetHolder) ?? 1) - 1;
      sheetUsers.set(sheetHolder, users);
      const sheet = sheetOf(HIGHLIGHTS);
      if (users === 0)
        sheetHolder.adoptedStyleSheets = sheetHolder.adoptedStyleSheets.filter((other) => other !== sheet);
    },
  };
}

/** Whether the browser has the CSS Custom Highlight API. */
export function canHighlight() {
  return "highlights" in CSS && CSS.highlights !== undefined;
}

/**
 * The parts of some spans that other spans do not cover.
 *
 * @param {Span[]} spans
 * @param {Span[]} covers in text order
 */
function subtractSpans(spans, covers) {
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
 * @param {Node} root of the tree that contains the host element
 * @param {HostText} hostText
 * @returns {number | null} the offset in the host text, in UTF-16 code units
 */
function offsetAtPointer({ clientX, clientY }, root, hostText) {
  if ("caretPositionFromPoint" in document) {
    const caret = document.caretPositionFromPoint(clientX, clientY, {
      shadowRoots: root instanceof ShadowRoot ? [root] : [],
    });
    return caret && hostText.offsetOf(caret.offsetNode, caret.offset);
  }
  // WebKit has only the older method.
  const range = /** @type {any} */ (document).caretRangeFromPoint?.(clientX, clientY);
  return range ? hostText.offsetOf(range.startContainer, range.startOffset) : null;
}
