/**
 * Brings HTML of programs for texts and mail into the form that `HostText` reads: what these programs show by
 * styles and classes becomes elements. The HTML is a copy without a window, in which styles are called
 * `data-style` (see `clean-html.js`).
 */

/** Styles of what nobody sees, and of comments in the margin of Word. */
const HIDDEN =
  /(?:^|;)\s*(?:display:\s*none|visibility:\s*hidden|font-size:\s*0(?:px|pt)?\s*(?:;|$)|mso-hide:\s*all|mso-element:\s*comment)/i;
/** The mark of a list item in Word, which is text there. */
const LIST_MARK = /mso-list:\s*ignore/i;
/** A number of such a list. Any other mark is a letter of a font of symbols. */
const NUMBER = /^\(?(?:\d+|\p{L}{1,5})[.)]+$|^\d+$/u;
const BOLD = /(?:^|;)\s*font-weight:\s*(?:bold|[6-9]00)/i;
const NOT_BOLD = /(?:^|;)\s*font-weight:\s*(?:normal|[1-5]00)/i;
const KEEPS_LINES = /(?:^|;)\s*white-space(?:-collapse)?:\s*(?:pre|break-spaces)/i;
/** How editors in browsers indent: with a block quote that is drawn without a line. */
const INDENT = [
  /margin:\s*0(?:px)?\s+0(?:px)?\s+0(?:px)?\s+40px/i,
  /border(?:-style)?:\s*(?:none|medium)/i,
  /padding:\s*0/i,
];

/** Elements that stand on lines of their own. */
const BLOCKS =
  "address, article, aside, blockquote, dd, div, dl, dt, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, li, main, menu, nav, ol, p, pre, section, table, ul";
/** In these a button is a part of the text, such as the question that opens its answer. */
const TEXTS = "p, h1, h2, h3, h4, h5, h6, dt, summary, th, label";

/** @param {ParentNode & Node} parsed is changed */
export function asShown(parsed) {
  for (const element of parsed.querySelectorAll("[data-style]")) {
    const style = element.getAttribute("data-style") ?? "";
    // Pages may hide the whole text until a script shows it.
    if (HIDDEN.test(style) && !element.querySelector("main, article, h1")) element.remove();
    else if (LIST_MARK.test(style)) element.replaceWith(listMark(element.textContent));
    else if (element.tagName === "B" && NOT_BOLD.test(style)) rename(element, "span");
    else if (element.tagName === "SPAN" && BOLD.test(style)) rename(element, "b");
    else if (element.tagName === "BLOCKQUOTE" && INDENT.every((part) => part.test(style)))
      rename(element, "div");
  }
  for (const reference of parsed.querySelectorAll(".MsoCommentReference, .msocomanchor")) reference.remove();
  // WebKit copies a space at the edge of an element as a no-break space.
  for (const space of parsed.querySelectorAll(".Apple-converted-space")) space.textContent = " ";
  for (const button of parsed.querySelectorAll("button")) showButton(button);
  keepLines(parsed);
  joinLines(parsed);
}

/** Moves the children of one node to another; there may be too many for the arguments of one call. @param {Node} from @param {Node} to */
function moveChildren(from, to) {
  while (from.firstChild) to.appendChild(from.firstChild);
}

/** @param {Element} element @param {string} tag of the element that takes its place and its style */
function rename(element, tag) {
  const renamed = element.ownerDocument.createElement(tag);
  renamed.setAttribute("data-style", element.getAttribute("data-style") ?? "");
  moveChildren(element, renamed);
  element.replaceWith(renamed);
}

/** The mark of a list item in Word, as it is printed. @param {string} mark */
function listMark(mark) {
  const printed = mark.replace(/\s+/g, "");
  return NUMBER.test(printed) ? `${printed} ` : "• ";
}

/** A button among words becomes its words, any other one a menu. @param {Element} button */
function showButton(button) {
  const isInText =
    [button.previousSibling, button.nextSibling].some(
      (node) => node instanceof Text && node.data.trim() !== "",
    ) || button.closest(TEXTS) !== null;
  rename(button, isInText ? "span" : "menu");
}

/** Line ends where they are shown become `<br>`. @param {ParentNode & Node} parsed */
function keepLines(parsed) {
  for (const element of parsed.querySelectorAll("[data-style]")) {
    if (!KEEPS_LINES.test(element.getAttribute("data-style") ?? "")) continue;
    for (const node of [...element.childNodes]) {
      if (!(node instanceof Text) || !node.data.includes("\n") || node.data.trim() === "") continue;
      const lines = node.ownerDocument.createDocumentFragment();
      for (const line of node.data.split("\n")) {
        if (lines.lastChild) lines.append(node.ownerDocument.createElement("br"));
        lines.append(line);
      }
      node.replaceWith(lines);
    }
  }
}

/**
 * In a mail and in a chat each line is a `<div>`, and a blank line is a `<div>` with nothing but a `<br>`. Where
 * blank lines show that, lines get a `<br>` instead of their own `<div>`.
 *
 * @param {ParentNode & Node} parsed
 */
function joinLines(parsed) {
  /** @type {Set<ParentNode>} */
  const parents = new Set();
  for (const line of parsed.querySelectorAll("div"))
    if (line.parentNode && isBlankLine(line)) parents.add(line.parentNode);
  for (const parent of parents) {
    for (const line of [...parent.children]) {
      if (line.tagName !== "DIV" || line.querySelector(BLOCKS)) continue;
      const lines = line.ownerDocument.createDocumentFragment();
      const before = shownBefore(line);
      const follows = before && !(before instanceof Element && before.matches(`br, ${BLOCKS}`));
      if (follows) lines.append(line.ownerDocument.createElement("br"));
      // A `<br>` at the end of a line is not shown.
      if (line.lastChild instanceof HTMLBRElement) line.lastChild.remove();
      moveChildren(line, lines);
      lines.append(line.ownerDocument.createElement("br"));
      line.replaceWith(lines);
    }
  }
}

/** Whether an element is shown as a blank line. @param {Element} line */
function isBlankLine(line) {
  return !line.querySelector(BLOCKS) && line.querySelector("br") !== null && line.textContent.trim() === "";
}

/** The sibling before a node that is shown. @param {Node} node */
function shownBefore(node) {
  let before = node.previousSibling;
  while (
    before &&
    !(before instanceof Element) &&
    (before.nodeValue?.trim() === "" || before instanceof Comment)
  )
    before = before.previousSibling;
  return before;
}
