/** The script of index.html: loads the core, sets the language, registers the element, offers the sample. */

import { sharedExtractor } from "./core/extractor.js";
import { loadAhead } from "./core/load-ahead.js";
import { QuoteExtractorElement } from "./element/quote-extractor-element.js";
import { lazyModule } from "./lib/lazy.js";
import { choosePageLanguage } from "./page/page-language.js";

// Loaded ahead, so that the first text is answered at once and without a network.
sharedExtractor().prepare();
// Before the element is registered, so that it is built in this language.
choosePageLanguage().then(() => customElements.define("quote-extractor", QuoteExtractorElement));

const extractor = document.querySelector("quote-extractor");
const loadSample = lazyModule(() => import("./page/sample-article.js"));
loadAhead(loadSample);
document.querySelector("#sample")?.addEventListener("click", async () => {
  const { sampleArticle } = await loadSample();
  if (extractor instanceof QuoteExtractorElement)
    extractor.text = `${sampleArticle.title}\n\n${sampleArticle.text}`;
});
