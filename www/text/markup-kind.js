/**
 * What an element says of its words, as a hint for the core. A hint of furniture leaves words out of the report,
 * so it needs an element that means just that. What is less clear is left to the core, which reads the words.
 *
 * @import { Hint } from "../types.js"
 */

/** Elements and roles of what stands around a text. */
const AROUND = "NAV MENU SEARCH navigation menu menubar toolbar tablist search dialog alertdialog".split(" ");

/** @param {Element} element @returns {Hint["kind"] | null} null for no hint */
export function markupKind(element) {
  const tag = element.tagName;
  if (/^H[1-6]$/.test(tag)) return isHeading(element) ? "heading" : null;
  const isAround =
    tag === "FIGCAPTION"
      ? ![element.previousElementSibling, element.nextElementSibling].some(holdsQuote)
      : AROUND.includes(element.getAttribute("role") ?? tag) && !element.querySelector("main, article, h1");
  return isAround ? "furniture" : null;
}

/** Whether an element is no caption of a picture that stands beside it: the caption of a quote is its source. @param {Element | null} element */
function holdsQuote(element) {
  return element?.matches("blockquote, q") || element?.querySelector("blockquote, q");
}

/** Whether a heading is no teaser, whose words link to another page, and no label of a turn. @param {Element} heading */
function isHeading(heading) {
  return !heading.closest("a[href]") && !isLinked(heading) && !startsLikeLabel(heading.textContent);
}

/** Whether more than half of the words of an element are links to other places. @param {Element} element */
export function isLinked(element) {
  return lengthOf(element.querySelectorAll('a[href]:not([href^="#"])')) * 2 > lengthOf([element]);
}

/** The length of the words of elements, in UTF-16 code units. @param {Iterable<Element>} elements */
export function lengthOf(elements) {
  let length = 0;
  for (const { textContent } of elements) length += textContent.replace(/\s+/g, " ").trim().length;
  return length;
}

/** Whether words may start with a label: “Ann Lee:”, “Q.”, “Q1)”. @param {string} words */
export function startsLikeLabel(words) {
  return /:|^\s*\p{Lu}\p{L}{0,2}\d*[.)]\s/u.test(words);
}
