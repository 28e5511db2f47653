/** The text that stands between the tags of an element. */

import { HostText } from "../text/host-text.js";

/**
 * Children with a slot are controls, not text.
 *
 * @param {Element} element
 */
export function ownText(element) {
  const own = [...element.childNodes].filter((node) =>
    node instanceof Element ? !node.slot : node instanceof Text,
  );
  // Plain text keeps its lines; elements are read as a page shows them.
  return own.some((node) => node instanceof Element)
    ? new HostText(own).text
    : own
        .map((node) => node.nodeValue)
        .join("")
        .replace(/^[ \t]+/gm, "")
        .trim();
}
