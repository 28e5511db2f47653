/**
 * Reads the text of an element as a reader sees it, and finds the place of a span again in the
 * element's own text nodes. The element is never changed.
 *
 * @import { Span } from "../types.js"
 */

import { firstIndex } from "../lib/binary-search.js";

/** Elements that stand on lines of their own; the computed style would cost a layout. */
const BLOCKS = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM " +
    "H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TD TH TR UL"
  ).split(" "),
);
const UNREAD = new Set(
  (
    "AUDIO BUTTON CANVAS HEAD IFRAME INPUT NOEMBED NOFRAMES NOSCRIPT OBJECT QUOTE-EXTRACTOR SCRIPT SELECT STYLE TEMPLATE " +
    "TEXTAREA TITLE VIDEO math svg"
  ).split(" "),
);

/**
 * A run of the text that stands unchanged in one text node.
 *
 * @typedef {{ start: number, node: Text, offset: number, length: number }} Piece
 */

export class HostText {
  /** @type {string[]} */
  #parts = [];
  #length = 0;
  /** Line breaks at the end of what was read so far; a space there counts as none. */
  #lines = 0;
  #endsInSpace = true;
  /** @type {Piece[]} */
  #pieces = [];
  /** The pieces of each text node, in its order. @type {Map<Node, Piece[]>} */
  #piecesOf = new Map();
  /** What stands in front of each line of a block quote, since the core knows one by it. */
  #quoting = "";
  /** The bullet or the number that the next words get. */
  #bullet = "";

  /** @param {Iterable<Node>} nodes to read one after the other */
  constructor(nodes) {
    for (const node of nodes) this.#read(node, node.parentElement?.closest("pre") != null);
    /**
     * Paragraphs are one blank line apart and white space is collapsed, except in `<pre>`. List
     * items have a bullet or a number, block quotes a ">".
     */
    this.text = this.#parts.join("").trimEnd();
  }

  /**
   * The place of a span in the element.
   *
   * @param {Span} span UTF-16 code units of `text`, end exclusive
   * @returns {StaticRange | null}
   */
  rangeOf({ start, end }) {
    const first = this.#pieceAt(start);
    const last = this.#pieceAt(end - 1);
    if (!first || !last || start >= end) return null;
    return new StaticRange({
      startContainer: first.node,
      startOffset: first.offset + Math.max(0, start - first.start),
      endContainer: last.node,
      endOffset: last.offset + Math.max(0, Math.min(last.length, end - last.start)),
    });
  }

  /**
   * The place in the text of a point in a text node.
   *
   * @param {Node} node
   * @param {number} offset
   * @returns {number | null} in UTF-16 code units of `text`
   */
  placeOf(node, offset) {
    const pieces = this.#piecesOf.get(node) ?? [];
    const piece = pieces[firstIndex(pieces, (one) => offset <= one.offset + one.length)];
    return piece && offset >= piece.offset ? piece.start + offset - piece.offset : null;
  }

  /**
   * What of the text a range in the element holds.
   *
   * @param {Range} range
   * @returns {Span | null} in UTF-16 code units of `text`; null where it holds nothing
   */
  spanOf(range) {
    const pieces = this.#pieces;
    if (
      range.collapsed ||
      pieces.length === 0 ||
      range.startContainer.getRootNode() !== pieces[0].node.getRootNode()
    )
      return null;
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const first =
      pieces[
        firstIndex(pieces, ({ node, offset, length }) => range.comparePoint(node, offset + length) >= 0)
      ];
    const behind = firstIndex(pieces, ({ node, offset }) => range.comparePoint(node, offset) > 0);
    const last = pieces[behind - 1];
    if (!first || !last) return null;
    const start =
      first.node === startContainer ? first.start + Math.max(0, startOffset - first.offset) : first.start;
    const end =
      last.start +
      (last.node === endContainer ? Math.min(last.length, endOffset - last.offset) : last.length);
    return start < end ? { start, end } : null;
  }

  /**
   * @param {Node} node
   * @param {boolean} preformatted
   */
  #read(node, preformatted) {
    if (node instanceof Text) this.#add(node, preformatted);
    else if (node instanceof HTMLBRElement) this.#break(Math.min(2, this.#lines + 1));
    else if (node instanceof Element && !UNREAD.has(node.tagName) && !node.hasAttribute("hidden")) {
      const block = BLOCKS.has(node.tagName);
      if (block) this.#break(2);
      const quoting = this.#quoting;
      if (node.tagName === "BLOCKQUOTE") this.#quoting = "> ";
      let number = node instanceof HTMLOListElement ? node.start : 0;
      for (const child of node.childNodes) {
        if (child instanceof HTMLLIElement) this.#bullet = node.tagName === "OL" ? `${number++}. ` : "• ";
        this.#read(child, preformatted || node.tagName === "PRE");
      }
      if (node.tagName === "LI") this.#bullet = "";
      this.#quoting = quoting;
      if (block) this.#break(2);
    }
  }

  /**
   * @param {Text} node
   * @param {boolean} preformatted
   */
  #add(node, preformatted) {
    const runs = preformatted ? /[^]+/g : /[^ \t\n\r\f]+|[ \t\n\r\f]+/g;
    for (const { 0: run, index } of node.data.matchAll(runs)) {
      const white = !preformatted && /^[ \t\n\r\f]/.test(run);
      if (white && this.#endsInSpace) continue;
      if (!white && (this.#lines > 0 || this.#length === 0)) this.#startLine(run);
      const last = this.#pieces.at(-1);
      const words = white ? " " : run;
      const follows =
        last?.node === node &&
        last.offset + last.length === index &&
        last.start + last.length === this.#length;
      if (follows) last.length += words.length;
      else this.#begin({ start: this.#length, node, offset: index, length: words.length });
      this.#put(words);
      this.#lines = 0;
      this.#endsInSpace = white;
    }
  }

  /** @param {Piece} piece */
  #begin(piece) {
    this.#pieces.push(piece);
    const ofNode = this.#piecesOf.get(piece.node);
    if (ofNode) ofNode.push(piece);
    else this.#piecesOf.set(piece.node, [piece]);
  }

  /** @param {string} words that the line starts with, perhaps with a bullet of their own */
  #startLine(words) {
    const bullet = /^[•◦▪·]/.test(words) ? "" : this.#bullet;
    this.#bullet = "";
    if (this.#quoting || bullet) this.#put(this.#quoting + bullet);
  }

  /** @param {number} lines that are to end here */
  #break(lines) {
    if (this.#length === 0 || this.#lines >= lines) return;
    this.#put("\n".repeat(lines - this.#lines));
    this.#lines = lines;
    this.#endsInSpace = true;
  }

  /** @param {string} words */
  #put(words) {
    this.#parts.push(words);
    this.#length += words.length;
  }

  /** @param {number} at */
  #pieceAt(at) {
    return this.#pieces[firstIndex(this.#pieces, ({ start, length }) => start + length > at)];
  }
}
