/**
 * Sets the language of index.html: the one in the address (`?lang=de`), else the first preferred language of
 * the reader that the page has. Links switch it in place, so that the text in the box stays.
 */

import { loadAhead } from "../core/load-ahead.js";
import { lazyModule } from "../lib/lazy.js";
import { isSpoken, LATE_LANGUAGES, loadStrings, primary } from "../strings/strings-for.js";

/** The English words, which are in the page itself. @type {Map<Element, string>} */
const english = new Map();

const loadPageWords = lazyModule(() => import("../strings/page.js"));

/** The language that was asked for last; its words may be on their way. */
let wanted = "";

/**
 * Chooses the language of the page and shows the links to the others.
 *
 * @returns {Promise<void>} resolves once the page has the language
 */
export function choosePageLanguage() {
  const preferred = [new URL(location.href).searchParams.get("lang") ?? "", ...navigator.languages];
  const chosen = setLanguage(preferred.find(isSpoken) ?? "en");
  // So that the reader can switch the language without a network.
  loadAhead(async () => Promise.all([loadPageWords(), ...LATE_LANGUAGES.map(loadStrings)]));
  for (const link of languageLinks()) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      setLanguage(link.hreflang);
      const address = new URL(location.href);
      address.searchParams.set("lang", link.hreflang);
      history.replaceState(history.state, "", address);
    });
    link.parentElement?.removeAttribute("hidden");
  }
  return chosen;
}

/**
 * Sets the language of the page, or leaves it if the words do not arrive: what it says is in the language that it
 * names.
 *
 * @param {string} tag of BCP 47
 */
async function setLanguage(tag) {
  const language = primary(tag);
  wanted = language;
  // The words of the element are loaded side by side with those of the page.
  loadStrings(language)?.catch(() => {});
  const pageWords = language === "en" ? {} : (await loadPageWords().catch(() => null))?.pageWords;
  // Meanwhile the reader may have chosen another language.
  if (!pageWords || wanted !== language) return;
  const words = pageWords[language] ?? {};
  for (const element of document.querySelectorAll("[data-words]")) {
    const property = element instanceof HTMLMetaElement ? "content" : "textContent";
    const original = english.get(element) ?? /** @type {any} */ (element)[property];
    english.set(element, original);
    /** @type {any} */ (element)[property] = words[element.getAttribute("data-words") ?? ""] ?? original;
  }
  document.documentElement.lang = language;
  for (const link of languageLinks()) {
    if (link.hreflang === language) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

function languageLinks() {
  return /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".languages a"));
}
