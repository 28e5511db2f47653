/**
 * Reads HTML as its readers see it: a text, and hints of what its parts are. It comes from the clipboard or from
 * a file. Nothing that is seen is left out; what stands around the text is said to be furniture.
 *
 * @import { Hint } from "../types.js"
 *
 * @typedef {{ text: string, hints: Hint[] }} HintedText hints count UTF-16 code units of the text
 */

import { HostText } from "../text/host-text.js";
import { asShown } from "./as-shown.js";
import { cleanHtml } from "./clean-html.js";
import { aroundMainContent } from "./main-content.js";
import { pageKinds } from "./page-kinds.js";

/** Without any of these the plain text of the clipboard says as much, and keeps its line ends. */
const STRUCTURE = "p, li, blockquote, h1, h2, h3, h4, h5, h6, td";

/**
 * @param {string} html a whole page
 * @returns {HintedText & { title: string, url: string }} title and url: "" if the page has none
 */
export function readPage(html) {
  const page = cleanHtml(html);
  const url = addressOf(page);
  asShown(page);
  const { main, around } = aroundMainContent(page);
  const heading = main.querySelector("h1") ?? page.querySelector("h1") ?? page.querySelector("title");
  const kindOf = pageKinds(page);
  const { text, hints } = new HostText(page.childNodes, (element) =>
    around.has(element) ? "furniture" : kindOf(element),
  );
  return { text, hints, title: (heading?.textContent ?? "").replace(/\s+/g, " ").trim(), url };
}

/**
 * @param {string} html from the clipboard
 * @returns {HintedText | null} null if the plain text of the clipboard serves as well, because the HTML has no
 *   structure
 */
export function readFragment(html) {
  const fragment = cleanHtml(html);
  if (!fragment.querySelector(STRUCTURE)) return null;
  asShown(fragment);
  const { text, hints } = new HostText(fragment.childNodes, pageKinds(fragment));
  return { text, hints };
}

/** The address that a page gives for itself. @param {ParentNode} page */
function addressOf(page) {
  const canonical = page.querySelector("link[rel~=canonical i]")?.getAttribute("href");
  const shared = page.querySelector("meta[property='og:url' i]")?.getAttribute("content");
  return [canonical, shared].find((address) => /^\s*https?:\/\/./i.test(address ?? "")) ?? "";
}
