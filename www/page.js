/** The page's own script: registers the element, loads the core ahead, chooses the language, offers the sample. */

import { sharedExtractor } from "./core/extractor.js";
import { QuoteExtractorElement } from "./element/quote-extractor-element.js";
import { lazy, whenIdle } from "./lib/lazy.js";
import { choosePageLanguage } from "./page/page-language.js";

// Loaded now, the core answers the first paste at once, and without a network from here on.
sharedExtractor().prepare();
// Before the element, so that it has its words in this language from the start.
choosePageLanguage();
customElements.define("quote-extractor", QuoteExtractorElement);

const reader = document.querySelector("quote-extractor");
const loadSample = lazy(() => import("./page/sample-article.js"));
whenIdle(loadSample);
document.querySelector("#sample")?.addEventListener("click", async () => {
  const { sampleArticle } = await loadSample();
  if (reader instanceof QuoteExtractorElement)
    reader.text = `${sampleArticle.title}\n\n${sampleArticle.text}`;
});
