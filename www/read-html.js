/**
 * Reads a web page, or a part of one from the clipboard, as text. It is parsed into a document
 * that no window shows: its scripts do not run and nothing that it refers to is loaded.
 */

import { HostText } from "./host-text.js";
import { webAddress } from "./web-address.js";

/** Without any of these the plain text of the clipboard says as much, and keeps its line ends. */
const STRUCTURE = "p, li, blockquote, h1, h2, h3, h4, h5, h6, td";

/**
 * @param {string} html a whole page
 * @returns {{ text: string, title: string, url: string }} title and url: "" where it has none
 */
export function readPage(html) {
  const page = parse(html);
  for (const menu of page.querySelectorAll("nav, [role=navigation]")) menu.remove();
  const story = storyOf(page);
  const heading = story.querySelector("h1") ?? page.querySelector("h1");
  return {
    text: new HostText([story]).text,
    title: oneLine(heading?.textContent || page.title),
    url: addressOf(page),
  };
}

/**
 * @param {string} html from the clipboard
 * @returns {string | null} null: it has no structure that the plain text would lose
 */
export function readFragment(html) {
  const { body } = parse(html);
  return body.querySelector(STRUCTURE) ? new HostText([body]).text : null;
}

/** @param {string} html */
function parse(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

/**
 * The part of a page that is the article: one that outweighs the teasers for others around it.
 *
 * @param {Document} page
 */
function storyOf(page) {
  const articles = [...page.querySelectorAll("article")].filter((article) => !article.parentElement?.closest("article"));
  const lengths = articles.map((article) => article.textContent.length);
  const longest = Math.max(0, ...lengths);
  if (longest > 0 && longest * 2 > lengths.reduce((sum, length) => sum + length, 0)) return articles[lengths.indexOf(longest)];
  return page.querySelector("main, [role=main]") ?? page.body;
}

/** @param {Document} page */
function addressOf(page) {
  const canonical = page.querySelector("link[rel~=canonical i]")?.getAttribute("href");
  const shared = page.querySelector("meta[property='og:url' i]")?.getAttribute("content");
  return webAddress(canonical ?? "") || webAddress(shared ?? "");
}

/** @param {string} words */
function oneLine(words) {
  return words.replace(/\s+/g, " ").trim();
}
