/**
 * Reads the text of an element as a reader sees it, and converts between offsets in this text and
 * positions in the element's text nodes. The element is never changed.
 *
 * @import { Hint, Span } from "../types.js"
 */

import { firstIndex } from "../lib/binary-search.js";
import { markupKind } from "./markup-kind.js";

/** Elements that start a new line. A fixed list, because the computed style would cost a layout. */
const BLOCK_TAGS = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM " +
    "H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL P PRE SEARCH SECTION SUMMARY TABLE TD TH TR UL"
  ).split(" "),
);
/** Elements whose text is not part of what a reader reads. */
const SKIPPED_TAGS = new Set(
  (
    "AUDIO BUTTON CANVAS HEAD IFRAME INPUT NOEMBED NOFRAMES NOSCRIPT OBJECT QUOTE-EXTRACTOR SCRIPT SELECT STYLE TEMPLATE " +
    "TEXTAREA TITLE VIDEO math svg"
  ).split(" "),
);

/**
 * A stretch of the text that is the same in one text node.
 *
 * @typedef {object} Piece
 * @property {number} start offset in the text
 * @property {Text} node
 * @property {number} offset in the node
 * @property {number} length
 */

export class HostText {
  /** The text read so far, in the order in which it was appended. @type {string[]} */
  #strings = [];
  #length = 0;
  /** How many line breaks the text read so far ends with. */
  #lineBreaks = 0;
  #endsInSpace = true;
  /** @type {Piece[]} */
  #pieces = [];
  /** The pieces of each text node, in its order. @type {Map<Node, Piece[]>} */
  #piecesOf = new Map();
  /** The prefix of each line of a block quote: the core recognizes a block quote by it. */
  #quotePrefix = "";
  /** The bullet or number of a list item whose first words are not read yet. */
  #bullet = "";

  /** What an element is, for a hint. */
  #kindOf;
  /** Whether what is read now stands around the text: nothing in it is anything else. */
  #inFurniture = false;
  /**
   * What the markup says of parts of the text, for the core; in UTF-16 code units of `text`.
   *
   * @type {Hint[]}
   */
  hints = [];

  /**
   * @param {Iterable<Node>} nodes to read one after the other
   * @param {(element: Element) => Hint["kind"] | null} [kindOf] what an element is; null for no hint
   */
  constructor(nodes, kindOf = markupKind) {
    this.#kindOf = kindOf;
    for (const node of nodes) this.#read(node, node.parentElement?.closest("pre") != null);
    /**
     * Between paragraphs there is one blank line. White space is collapsed, except in `<pre>`. List
     * items have a bullet or a number, each level of a block quote a ">", and `<q>` has quotation marks.
     */
    this.text = this.#strings.join("").trimEnd();
  }

  /**
   * The range in the element that a span of the text covers.
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
   * The offset in the text of a position in a text node.
   *
   * @param {Node} node
   * @param {number} nodeOffset
   * @returns {number | null} in UTF-16 code units of `text`
   */
  offsetOf(node, nodeOffset) {
    const pieces = this.#piecesOf.get(node) ?? [];
    const piece = pieces[firstIndex(pieces, ({ offset, length }) => nodeOffset <= offset + length)];
    return piece && nodeOffset >= piece.offset ? piece.start + nodeOffset - piece.offset : null;
  }

  /**
   * The span of the text that a range in the element covers.
   *
   * @param {Range} range
   * @returns {Span | null} in UTF-16 code units of `text`; null if the range covers nothing of it
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
    const afterLast = firstIndex(pieces, ({ node, offset }) => range.comparePoint(node, offset) > 0);
    const last = pieces[afterLast - 1];
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
   * @param {boolean} isPreformatted
   */
  #read(node, isPreformatted) {
    if (node instanceof Text) this.#readText(node, isPreformatted);
    else if (node instanceof HTMLBRElement) this.#endLine(Math.min(2, this.#lineBreaks + 1));
    else if (node instanceof Element && !SKIPPED_TAGS.has(node.tagName) && !node.hasAttribute("hidden")) {
      const isBlock = BLOCK_TAGS.has(node.tagName);
      if (isBlock) this.#endLine(2);
      const outerPrefix = this.#quotePrefix;
      if (node.tagName === "BLOCKQUOTE") this.#quotePrefix += "> ";
      const marks = node.tagName === "Q" ? marksOf(node) : "";
      if (marks) this.#addMark(marks[0]);
      const isAround = this.#inFurniture;
      const kind = isAround ? null : this.#kindOf(node);
      const start = this.#length;
      this.#inFurniture ||= kind === "furniture";
      let number = node instanceof HTMLOListElement ? node.start : 0;
      for (const child of node.childNodes) {
        if (child instanceof HTMLLIElement) this.#bullet = node.tagName === "OL" ? `${number++}. ` : "• ";
        this.#read(child, isPreformatted || node.tagName === "PRE");
      }
      if (node.tagName === "LI") this.#bullet = "";
      if (marks) this.#addMark(marks[1]);
      this.#quotePrefix = outerPrefix;
      this.#inFurniture = isAround;
      const end = this.#length - this.#lineBreaks;
      if (kind && start < end) this.hints.push({ start, end, kind });
      if (isBlock) this.#endLine(2);
    }
  }

  /**
   * @param {Text} node
   * @param {boolean} isPreformatted
   */
  #readText(node, isPreformatted) {
    const runs = isPreformatted ? /[^]+/g : /[^ \t\n\r\f]+|[ \t\n\r\f]+/g;
    for (let { 0: run, index } of node.data.matchAll(runs)) {
      const isSpace = !isPreformatted && /^[ \t\n\r\f]/.test(run);
      if (isSpace && this.#endsInSpace) continue;
      if (!isSpace && (this.#lineBreaks > 0 || this.#length === 0)) {
        // No-break spaces indent a line, or keep an empty one open.
        const indent = isPreformatted ? 0 : run.search(/[^\u00a0]|$/);
        run = run.slice(indent);
        index += indent;
        if (run === "") continue;
        this.#startLine(run);
      }
      const last = this.#pieces.at(-1);
      const words = isSpace ? " " : run;
      const continuesLast =
        last?.node === node &&
        last.offset + last.length === index &&
        last.start + last.length === this.#length;
      if (continuesLast) last.length += words.length;
      else this.#addPiece({ start: this.#length, node, offset: index, length: words.length });
      this.#append(words);
      this.#lineBreaks = 0;
      this.#endsInSpace = isSpace;
    }
  }

  /** Adds a quotation mark that browsers show but that is in no text node. @param {string} mark */
  #addMark(mark) {
    if (this.#lineBreaks > 0 || this.#length === 0) this.#startLine(mark);
    this.#append(mark);
    this.#lineBreaks = 0;
    this.#endsInSpace = false;
  }

  /** @param {Piece} piece */
  #addPiece(piece) {
    this.#pieces.push(piece);
    const ofNode = this.#piecesOf.get(piece.node);
    if (ofNode) ofNode.push(piece);
    else this.#piecesOf.set(piece.node, [piece]);
  }

  /** @param {string} words the first ones of the line; they may bring a bullet of their own */
  #startLine(words) {
    const bullet = /^[•◦▪·]/.test(words) ? "" : this.#bullet;
    this.#bullet = "";
    if (this.#quotePrefix || bullet) this.#append(this.#quotePrefix + bullet);
  }

  /** @param {number} lineBreaks with which the text has to end */
  #endLine(lineBreaks) {
    if (this.#length === 0 || this.#lineBreaks >= lineBreaks) return;
    this.#append("\n".repeat(lineBreaks - this.#lineBreaks));
    this.#lineBreaks = lineBreaks;
    this.#endsInSpace = true;
  }

  /** @param {string} string */
  #append(string) {
    this.#strings.push(string);
    this.#length += string.length;
  }

  /** The piece at an offset of the text, or the next one. @param {number} offset */
  #pieceAt(offset) {
    return this.#pieces[firstIndex(this.#pieces, ({ start, length }) => start + length > offset)];
  }
}

/** The marks that browsers show around a `<q>`; none if it brings its own. @param {Element} quote */
function marksOf(quote) {
  if (/^\s*(?:["'„‚]|\p{Pi}|$)/u.test(quote.textContent)) return "";
  return quote.parentElement?.closest("q") ? "‘’" : "“”";
}
