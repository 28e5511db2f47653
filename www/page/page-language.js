/**
 * The language of index.html: that of the address (`?lang=de`), else the first one of the reader's
 * that is spoken here. It is switched in place, so that the text in the box stays.
 */

import { whenIdle } from "../lib/lazy.js";
import { pageWords } from "../strings/page.js";
import { isSpoken, LATE_LANGUAGES, loadStrings, primary } from "../strings/strings-for.js";

/** What the page says by itself, which is English. @type {Map<Element, string>} */
const english = new Map();

/** Lets the page speak a language of the reader's, and offers the others. */
export function choosePageLanguage() {
  const asked = [new URL(location.href).searchParams.get("lang") ?? "", ...navigator.languages];
  speak(asked.find(isSpoken) ?? "en");
  // So that the language can be switched without a network.
  whenIdle(async () => Promise.all(LATE_LANGUAGES.map(loadStrings)));
  for (const link of links()) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      speak(link.hreflang);
      const address = new URL(location.href);
      address.searchParams.set("lang", link.hreflang);
      history.replaceState(history.state, "", address);
    });
    link.parentElement?.removeAttribute("hidden");
  }
}

/** @param {string} tag */
function speak(tag) {
  const language = primary(tag);
  const words = pageWords[language] ?? {};
  for (const element of document.querySelectorAll("[data-words]")) {
    const property = element instanceof HTMLMetaElement ? "content" : "textContent";
    const own = english.get(element) ?? /** @type {any} */ (element)[property];
    english.set(element, own);
    /** @type {any} */ (element)[property] = words[element.getAttribute("data-words") ?? ""] ?? own;
  }
  document.documentElement.lang = language;
  for (const link of links()) {
    if (link.hreflang === language) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

function links() {
  return /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".languages a"));
}
