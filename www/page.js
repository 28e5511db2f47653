/** The page's own script: registers the element, loads the core ahead, chooses the language, offers the sample. */

import { sharedExtractor } from "./extractor.js";
import { choosePageLanguage } from "./page-language.js";
import { QuoteExtractorElement } from "./quote-extractor-element-define.js";
import { sampleArticle } from "./sample-article.js";

// Loaded now, the core answers the first paste at once, and without a network from here on.
sharedExtractor().prepare();
choosePageLanguage();

const reader = document.querySelector("quote-extractor");
document.querySelector("#sample")?.addEventListener("click", () => {
  if (reader instanceof QuoteExtractorElement) reader.text = `${sampleArticle.title}\n\n${sampleArticle.text}`;
});
