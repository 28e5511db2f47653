/**
 * The text between the tags of an element. Children in a slot are controls and not part of it.
 */

import { HostText } from "../text/host-text.js";

/** @param {Element} element */
export function lightDomText(element) {
  const nodes = [...element.childNodes].filter((node) =>
    node instanceof Element ? !node.slot : node instanceof Text,
  );
  // Plain text keeps its lines; elements are read as a page shows them.
  return nodes.some((node) => node instanceof Element)
    ? new HostText(nodes).text
    : nodes
        .map((node) => node.nodeValue)
        .join("")
        .replace(/^[ \t]+/gm, "")
        .trim();
}
