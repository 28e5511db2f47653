/** Reads a web page, or a part of one from the clipboard, as text. */

import { canParse } from "../core/trusted.js";
import { webAddress } from "../lib/web-address.js";
import { HostText } from "../text/host-text.js";
import { cleanHtml } from "./clean-html.js";

/** Without any of these the plain text of the clipboard says as much, and keeps its line ends. */
const STRUCTURE = "p, li, blockquote, h1, h2, h3, h4, h5, h6, td";

/**
 * @param {string} html a whole page
 * @returns {{ text: string, title: string, url: string }} title and url: "" if the page has none
 */
export function readPage(html) {
  const page = cleanHtml(html);
  for (const menu of page.querySelectorAll("nav, [role=navigation]")) menu.remove();
  const article = mainContent(page);
  const heading = article.querySelector("h1") ?? page.querySelector("h1") ?? page.querySelector("title");
  return {
    text: new HostText(article.childNodes).text,
    title: (heading?.textContent ?? "").replace(/\s+/g, " ").trim(),
    url: addressOf(page),
  };
}

/**
 * @param {string} html from the clipboard
 * @returns {string | null} null if the plain text of the clipboard serves as well, because the HTML has no
 *   structure, or if the policy of our page does not let HTML be parsed
 */
export function readFragment(html) {
  const fragment = canParse() ? cleanHtml(html) : null;
  if (!fragment) return null;
  // WebKit copies a space at the edge of an element as a no-break space.
  for (const space of fragment.querySelectorAll(".Apple-converted-space")) space.textContent = " ";
  return fragment.querySelector(STRUCTURE) ? new HostText(fragment.childNodes).text : null;
}

/**
 * The part of a page that is the article: an `<article>` longer than all others together, which are teasers,
 * else the main part.
 *
 * @param {ParentNode & Node} page
 */
function mainContent(page) {
  const articles = [...page.querySelectorAll("article")].filter(
    (article) => !article.parentElement?.closest("article"),
  );
  const lengths = articles.map(({ textContent }) => textContent.length);
  const longest = Math.max(0, ...lengths);
  if (longest > 0 && longest * 2 > lengths.reduce((sum, length) => sum + length))
    return articles[lengths.indexOf(longest)];
  return page.querySelector("main, [role=main]") ?? page;
}

/** The address that a page gives for itself. @param {ParentNode} page */
function addressOf(page) {
  const canonical = page.querySelector("link[rel~=canonical i]")?.getAttribute("href");
  const shared = page.querySelector("meta[property='og:url' i]")?.getAttribute("content");
  return webAddress(canonical ?? "") || webAddress(shared ?? "");
}
