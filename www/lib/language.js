/**
 * The language that HTML gives an element: of the nearest `lang`, beyond shadow roots as well.
 *
 * @param {Element | null} element
 * @returns {string} a BCP 47 tag; "" where none is named or the language is said to be unknown
 */
export function languageOf(element) {
  for (let at = element; at; ) {
    const named = at.closest("[lang]");
    if (named) return named.getAttribute("lang") ?? "";
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return "";
}
