/** The class of `<quote-extractor>`, for pages that register it themselves. The import registers nothing. */

export { QuoteExtractorElement } from "./element/quote-extractor-element.js";
