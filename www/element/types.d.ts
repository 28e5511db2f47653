/** Types of the element: the values of its attributes, and its tag for `document.createElement`. */

import type { QuoteExtractorElement } from "./quote-extractor-element.js";

declare global {
  interface HTMLElementTagNameMap {
    "quote-extractor": QuoteExtractorElement;
  }
}

/** Which part of the results an element shows. */
export type View = "all" | "text" | "quotations" | "speakers";
