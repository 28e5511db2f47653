/** Registers `<quote-extractor>`, unless the page already has. */

import { QuoteExtractorElement } from "./quote-extractor-element.js";

if (!customElements.get("quote-extractor")) customElements.define("quote-extractor", QuoteExtractorElement);

export { QuoteExtractorElement };
