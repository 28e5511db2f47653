/**
 * The style sheets, made once and adopted, so that they work under a content security policy without
 * inline styles.
 */

import { ELEMENT, HIGHLIGHTS } from "./styles.js";

/** @type {CSSStyleSheet | undefined} */
let element;
/** @type {CSSStyleSheet | undefined} */
let highlights;

/** The sheet of the element's own view. */
export function elementSheet() {
  return (element ??= sheetOf(ELEMENT));
}

/** The sheet for the marks in a host page. */
export function highlightSheet() {
  return (highlights ??= sheetOf(HIGHLIGHTS));
}

/** @param {string} css */
function sheetOf(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
