/**
 * What an element of a whole page, or of a large part of one, says of its words. More stands around a text here
 * than inside of an article.
 *
 * @import { Hint } from "../types.js"
 */

import { isLinked, lengthOf, markupKind, startsLikeLabel } from "../text/markup-kind.js";

/** Elements and roles that are around a text only at the edge of the page. */
const EDGES = ["HEADER", "FOOTER", "banner", "contentinfo"];
/** Those that may hold a part of the text: its paragraphs tell. */
const ASIDES = ["ASIDE", "FORM", "complementary", "form"];

/** The longest question that counts as a heading, in UTF-16 code units. */
const LONGEST_QUESTION = 300;

/**
 * @param {ParentNode} page
 * @returns {(element: Element) => Hint["kind"] | null} the kind of an element of the page; null for no hint
 */
export function pageKinds(page) {
  const texts = holders(page, "main, article, h1");
  const quotes = holders(page, "blockquote, q");
  const titles = holders(page, "h2");
  const prose = holders(page, "p", (paragraph) => lengthOf([paragraph]) > 0 && !isLinked(paragraph));
  return (element) => {
    if (announcesQuote(element)) return "paragraph";
    if (element.tagName === "P") return isBoldQuestion(element) ? "heading" : null;
    if (element.tagName === "TIME") return isDate(element) ? "furniture" : null;
    if (texts.has(element) && element.tagName !== "H1") return null;
    const name = element.getAttribute("role") ?? element.tagName;
    // A chat shows again what a message answers.
    if (element.matches("blockquote[itemtype$='/Reply']")) return "furniture";
    const isAround =
      !quotes.has(element) &&
      ((EDGES.includes(name) &&
        !titles.has(element) &&
        !element.parentElement?.closest("main, article, section, aside")) ||
        (ASIDES.includes(name) && !prose.has(element)));
    return isAround ? "furniture" : markupKind(element);
  };
}

/**
 * The elements that match a selector, with all elements around them.
 *
 * @param {ParentNode} page
 * @param {string} selector
 * @param {(found: Element) => boolean} [fits]
 */
function holders(page, selector, fits = () => true) {
  /** @type {Set<Element>} */
  const found = new Set();
  for (const element of page.querySelectorAll(selector)) {
    // The elements around one that is known are known as well.
    if (fits(element))
      for (let at = /** @type {Element | null} */ (element); at && !found.has(at); at = at.parentElement)
        found.add(at);
  }
  return found;
}

/** Whether an element says who wrote the block quote after it, as “On Monday, Ann Lee wrote:” in mail. @param {Element} element */
function announcesQuote(element) {
  return element.nextElementSibling?.tagName === "BLOCKQUOTE" && /:\s*$/.test(element.textContent);
}

/** Whether a paragraph is a question in bold type, as in printed interviews. @param {Element} paragraph */
function isBoldQuestion(paragraph) {
  const words = paragraph.textContent.replace(/\s+/g, " ").trim();
  if (words.length > LONGEST_QUESTION || !words.endsWith("?") || startsLikeLabel(words)) return false;
  const bold = [...paragraph.querySelectorAll("b, strong")];
  // Spaces between two of them are in neither.
  return (
    lengthOf(bold.filter((one) => !one.parentElement?.closest("b, strong"))) + bold.length > words.length
  );
}

/** Whether an element is a date, and no time of a message. @param {Element} time */
function isDate(time) {
  return /^\d{4}-\d/.test(time.getAttribute("datetime") ?? "") && /\d{4}/.test(time.textContent);
}
