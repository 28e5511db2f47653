/** The script of article.html: registers the element, and a button that removes it and inserts it again. */

import "./quote-extractor-element-define.js";

const companion = document.querySelector(".companion");
const toggle = document.querySelector("#toggle");
const quotations = document.querySelector("quote-extractor");

toggle?.addEventListener("click", () => {
  if (!companion || !quotations) return;
  const shown = !quotations.isConnected;
  if (shown) companion.append(quotations);
  else quotations.remove();
  toggle.textContent = shown ? "Hide quotations" : "Show quotations";
});
