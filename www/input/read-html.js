/**
 * Reads a web page, or a part of one from the clipboard, as text. It is parsed into a document
 * that no window shows: its scripts do not run and nothing that it refers to is loaded.
 */

import { canParse, parseInert } from "../core/trusted.js";
import { webAddress } from "../lib/web-address.js";
import { HostText } from "../text/host-text.js";

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
  const heading = story.querySelector("h1") ?? page.querySelector("h1") ?? page.querySelector("title");
  return {
    text: new HostText(story.childNodes).text,
    title: (heading?.textContent ?? "").replace(/\s+/g, " ").trim(),
    url: addressOf(page),
  };
}

/**
 * @param {string} html from the clipboard
 * @returns {string | null} null: it has no structure that the plain text would lose, or the page that
 *   we are in allows no parsing
 */
export function readFragment(html) {
  const part = canParse() ? parse(html) : null;
  if (!part) return null;
  // WebKit copies a space at the border of an element as one that does not break.
  for (const space of part.querySelectorAll(".Apple-converted-space")) space.textContent = " ";
  return part.querySelector(STRUCTURE) ? new HostText(part.childNodes).text : null;
}

/**
 * What a template holds is more inert still than a document without a window: the browser does not
 * weigh its styles and its base by the policy of the page, and so has nothing to report of them to
 * whoever gets the reports. Handlers and inline styles it would report even there; they get a name that
 * is none.
 *
 * @param {string} html
 * @returns {ParentNode & Node}
 */
function parse(html) {
  const parsed = parseInert(`<template>${withoutHandlers(html)}`);
  const content = parsed.querySelector("template")?.content ?? parsed.createDocumentFragment();
  // A page that closes the template goes on behind it.
  content.append(...parsed.body.childNodes);
  return content;
}

/**
 * Goes through the tags as a browser does: a value in quotes may hold what looks like the end of its tag.
 *
 * @param {string} html
 * @returns {string} with other names for handlers and inline styles
 */
function withoutHandlers(html) {
  const opening = /<!--|<title\b|<textarea\b|<[a-z][^\s/>]*/gi;
  const attribute = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>][^\s>]*)?)?/y;
  // There are no tags in these. Where an end is missing it is missing from there on.
  /** @type {Record<string, { end: RegExp, missing: boolean }>} */
  const tagless = {
    "<!--": { end: /-->/g, missing: false },
    "<title": { end: /<\/title/gi, missing: false },
    "<textarea": { end: /<\/textarea/gi, missing: false },
  };
  let renamed = "";
  let kept = 0;
  for (let tag; (tag = opening.exec(html)); ) {
    const skipped = tagless[tag[0].toLowerCase()];
    if (skipped) {
      skipped.end.lastIndex = opening.lastIndex;
      skipped.missing ||= !skipped.end.test(html);
      if (!skipped.missing) opening.lastIndex = skipped.end.lastIndex;
      continue;
    }
    attribute.lastIndex = opening.lastIndex;
    for (let found; (found = attribute.exec(html)); ) {
      opening.lastIndex = attribute.lastIndex;
      if (!/^on.|^style$/i.test(found[1])) continue;
      const name = found.index + found[0].indexOf(found[1]);
      renamed += `${html.slice(kept, name)}data-`;
      kept = name;
    }
  }
  return renamed + html.slice(kept);
}

/**
 * The part of a page that is the article: one that outweighs the teasers for others around it.
 *
 * @param {ParentNode & Node} page
 */
function storyOf(page) {
  const articles = [...page.querySelectorAll("article")].filter(
    (article) => !article.parentElement?.closest("article"),
  );
  const lengths = articles.map(({ textContent }) => textContent.length);
  const longest = Math.max(0, ...lengths);
  if (longest > 0 && longest * 2 > lengths.reduce((sum, length) => sum + length))
    return articles[lengths.indexOf(longest)];
  return page.querySelector("main, [role=main]") ?? page;
}

/** @param {ParentNode} page */
function addressOf(page) {
  const canonical = page.querySelector("link[rel~=canonical i]")?.getAttribute("href");
  const shared = page.querySelector("meta[property='og:url' i]")?.getAttribute("content");
  return webAddress(canonical ?? "") || webAddress(shared ?? "");
}
