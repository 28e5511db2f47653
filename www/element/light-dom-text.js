/**
 * The text between the tags of an element. Children in a slot are controls and not part of it.
 *
 * @import { Hint } from "../types.js"
 */

import { HostText } from "../text/host-text.js";

/** What an element without text between its tags has. @type {{ text: string, hints: Hint[] }} */
export const NO_CONTENT = { text: "", hints: [] };

/**
 * @param {Element} element
 * @returns {{ text: string, hints: Hint[] }} hints: what the tags say of parts of the text
 */
export function lightDomText(element) {
  const nodes = [...element.childNodes].filter((node) =>
    node instanceof Element ? !node.slot : node instanceof Text,
  );
  // Plain text keeps its lines; elements are read as a page shows them.
  if (nodes.some((node) => node instanceof Element)) return new HostText(nodes);
  const lines = nodes.map((node) => node.nodeValue).join("");
  return { text: lines.replace(/^[ \t]+/gm, "").trim(), hints: [] };
}
