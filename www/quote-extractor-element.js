/** The class of `<quote-extractor>`, for those who register it themselves. Importing it registers nothing. */

export { QuoteExtractorElement } from "./element/quote-extractor-element.js";
