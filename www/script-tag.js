/**
 * The source of `quote-extractor.js`, for pages without a build: `<script src="…/quote-extractor.js">` from
 * any origin. It registers `<quote-extractor>` and puts the functions of the package into the global
 * `quoteExtractor`.
 */

import * as library from "./index.js";
import { QuoteExtractorElement } from "./quote-extractor-element-define.js";

/** @type {any} */ (globalThis).quoteExtractor = { ...library, QuoteExtractorElement };
