/**
 * What the reader has selected, in the marked text or in the text of a host page.
 *
 * @import { HostText } from "./host-text.js"
 */

/**
 * @param {Element} view the marked text
 * @param {WeakMap<Element, number>} starts where its paragraphs start in the text
 * @returns {{ words: string, near: number, rect: DOMRect | null }} near: about where the words
 *   start, in UTF-16 code units; no words where nothing of the view is selected
 */
export function selectionIn(view, starts) {
  const nothing = { words: "", near: 0, rect: null };
  const root = view.getRootNode();
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || !(root instanceof ShadowRoot)) return nothing;
  const range = rangeOf(selection, root);
  if (!range || range.collapsed || !view.contains(range.startContainer) || !view.contains(range.endContainer))
    return nothing;
  const at = range.startContainer;
  const paragraph = (at instanceof Element ? at : at.parentElement)?.closest("p");
  let near = 0;
  if (paragraph) {
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(range.startContainer, range.startOffset);
    near = (starts.get(paragraph) ?? 0) + wordsOf(before).length;
  }
  return { words: wordsOf(range).trim(), near, rect: range.getBoundingClientRect() };
}

/**
 * @param {Node} root of the tree in which the host stands
 * @param {HostText} hostText
 * @returns {{ words: string, near: number }} no words where nothing of the host is selected
 */
export function selectionInHost(root, hostText) {
  const selection = getSelection();
  const none = !selection || selection.rangeCount === 0;
  const range = none ? null : root instanceof ShadowRoot ? rangeOf(selection, root) : selection.getRangeAt(0);
  const span = range && hostText.spanOf(range);
  return span
    ? { words: hostText.text.slice(span.start, span.end).trim(), near: span.start }
    : { words: "", near: 0 };
}

/**
 * The selected range inside a shadow root, which browsers give out in two ways.
 *
 * @param {Selection} selection
 * @param {ShadowRoot} root
 * @returns {Range | null}
 */
function rangeOf(selection, root) {
  if (!("getComposedRanges" in selection)) return /** @type {Selection} */ (selection).getRangeAt(0);
  const [found] = selection.getComposedRanges({ shadowRoots: [root] });
  if (!found) return null;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range;
}

/** The text of a range without the signs, which are no part of it. @param {Range} range */
function wordsOf(range) {
  const content = range.cloneContents();
  for (const sign of content.querySelectorAll(".sign")) sign.remove();
  for (const paragraph of content.querySelectorAll("p:not(:last-child)")) paragraph.append("\n\n");
  return content.textContent ?? "";
}
