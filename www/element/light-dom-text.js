/**
 * The text between the tags of an element. Children in a slot are controls and not part of it.
 *
 * @import { Hint } from "../types.js"
 */

import { loadHostPage } from "./load-host-page.js";

/** hints: what the tags say of parts of the text. @typedef {{ text: string, hints: Hint[] }} Content */

/** What an element without text between its tags has. @type {Content} */
export const NO_CONTENT = { text: "", hints: [] };

/**
 * @param {Element} element
 * @returns {Content | Promise<Content>} a promise if there are elements between the tags; it rejects if what reads
 *   them cannot be loaded
 */
export function lightDomText(element) {
  const nodes = nodesOf(element);
  // Plain text keeps its lines; elements are read as a page shows them.
  if (nodes.some((node) => node instanceof Element))
    return loadHostPage().then(({ HostText }) => new HostText(nodesOf(element)));
  const lines = nodes.map((node) => node.nodeValue).join("");
  return { text: lines.replace(/^[ \t]+/gm, "").trim(), hints: [] };
}

/** Whether there are words between the tags, be they seen or not. @param {Element} element */
export function hasLightDomText(element) {
  return nodesOf(element).some(({ textContent }) => textContent?.trim());
}

/** @param {Element} element */
function nodesOf(element) {
  return [...element.childNodes].filter((node) =>
    node instanceof Element ? !node.slot : node instanceof Text,
  );
}
