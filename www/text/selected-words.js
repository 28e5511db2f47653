/**
 * Reads which words the reader has selected, in the marked text or in the text of a host page.
 *
 * @import { HostText } from "./host-text.js"
 */

/**
 * @typedef {object} SelectedWords
 * @property {string} words empty if nothing of the text is selected
 * @property {number} nearOffset about where the words start in the text, in UTF-16 code units: it chooses
 *   among several occurrences of the words
 */

/**
 * Reads the selection in the marked text.
 *
 * @param {Element} view the marked text
 * @param {WeakMap<Element, number>} starts the offset in the text of each of its paragraphs
 * @returns {SelectedWords & { rect: DOMRect | null }} rect: in the coordinates of the window
 */
export function selectionInView(view, starts) {
  const nothing = { words: "", nearOffset: 0, rect: null };
  const root = view.getRootNode();
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || !(root instanceof ShadowRoot)) return nothing;
  const range = selectedRange(selection, root);
  if (!range || range.collapsed || !view.contains(range.startContainer) || !view.contains(range.endContainer))
    return nothing;
  const container = range.startContainer;
  const paragraph = (container instanceof Element ? container : container.parentElement)?.closest("p");
  let nearOffset = 0;
  if (paragraph) {
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(range.startContainer, range.startOffset);
    nearOffset = (starts.get(paragraph) ?? 0) + textOf(before).length;
  }
  return { words: textOf(range).trim(), nearOffset, rect: range.getBoundingClientRect() };
}

/**
 * Reads the selection in the text of a host page.
 *
 * @param {Node} root of the tree that contains the host element
 * @param {HostText} hostText
 * @returns {SelectedWords}
 */
export function selectionInHost(root, hostText) {
  const selection = getSelection();
  const isEmpty = !selection || selection.rangeCount === 0;
  const range = isEmpty
    ? null
    : root instanceof ShadowRoot
      ? selectedRange(selection, root)
      : selection.getRangeAt(0);
  const span = range && hostText.spanOf(range);
  return span
    ? { words: hostText.text.slice(span.start, span.end).trim(), nearOffset: span.start }
    : { words: "", nearOffset: 0 };
}

/**
 * The selected range inside a shadow root. Browsers have two ways to return it.
 *
 * @param {Selection} selection
 * @param {ShadowRoot} root
 * @returns {Range | null}
 */
function selectedRange(selection, root) {
  if (!("getComposedRanges" in selection)) return /** @type {Selection} */ (selection).getRangeAt(0);
  const [found] = selection.getComposedRanges({ shadowRoots: [root] });
  if (!found) return null;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range;
}

/** The text of a range, without badges and bars: they are not in the text that was read. @param {Range} range */
function textOf(range) {
  const content = range.cloneContents();
  for (const control of content.querySelectorAll("button")) control.remove();
  for (const paragraph of content.querySelectorAll("p:not(:last-child)")) paragraph.append("\n\n");
  return content.textContent ?? "";
}
