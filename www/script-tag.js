/**
 * For a page without a build: `<script src="…/quote-extractor.js">` from any origin. Registers
 * `<quote-extractor>`, and has the functions of the package in the global `quoteExtractor`.
 */

import * as library from "./index.js";
import { QuoteExtractorElement } from "./quote-extractor-element-define.js";

/** @type {any} */ (globalThis).quoteExtractor = { ...library, QuoteExtractorElement };
