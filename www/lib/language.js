/**
 * The language that HTML gives an element: the nearest `lang`, also outside of the shadow trees it is in.
 *
 * @param {Element | null} element
 * @returns {string} a BCP 47 tag; "" if there is no `lang`, or if it is empty, which means unknown
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
