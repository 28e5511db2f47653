/**
 * Makes the style sheets, once. They are adopted and not inserted as elements, because a content security
 * policy may forbid inline styles.
 */

import { ELEMENT, HIGHLIGHTS } from "./styles.js";

/** @type {CSSStyleSheet | undefined} */
let element;
/** @type {CSSStyleSheet | undefined} */
let highlights;

/** The style sheet of the element. */
export function elementSheet() {
  return (element ??= sheetOf(ELEMENT));
}

/** The style sheet for the marks in a host page. */
export function highlightSheet() {
  return (highlights ??= sheetOf(HIGHLIGHTS));
}

/** @param {string} css */
function sheetOf(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
