/**
 * Cleans HTML that others wrote, so that nothing in it can run or load: it is parsed into a template of a
 * document without a window, and its event handlers and inline styles get names that mean nothing.
 */

import { parseInert } from "../core/trusted.js";

/**
 * The template is there for the reports of the page's policy. In a document without a window nothing runs
 * either, but the browser still checks styles and `<base>` against the policy and reports violations; in a
 * template it does not. Handlers and inline styles it would report even there, so they are renamed before.
 *
 * @param {string} html
 * @returns {ParentNode & Node}
 */
export function cleanHtml(html) {
  const parsed = parseInert(`<template>${withoutHandlers(html)}`);
  const content = parsed.querySelector("template")?.content ?? parsed.createDocumentFragment();
  // If the HTML closes the template, the rest of it is outside.
  while (parsed.body.firstChild) content.append(parsed.body.firstChild);
  return content;
}

/**
 * Goes through the tags as a browser does: a quoted value may contain what looks like the end of its tag.
 *
 * @param {string} html
 * @returns {string} the same with `data-` before the names of handlers and inline styles
 */
function withoutHandlers(html) {
  const opening = /<!--|<title\b|<textarea\b|<[a-z][^\s/>]*/gi;
  const attribute = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>][^\s>]*)?)?/y;
  // What contains no tags. Once an end is missing, there is none in the rest of the HTML either.
  /** @type {Record<string, { end: RegExp, missing: boolean }>} */
  const tagless = {
    "<!--": { end: /-->/g, missing: false },
    "<title": { end: /<\/title/gi, missing: false },
    "<textarea": { end: /<\/textarea/gi, missing: false },
  };
  let renamed = "";
  let copied = 0;
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
      renamed += `${html.slice(copied, name)}data-`;
      copied = name;
    }
  }
  return renamed + html.slice(copied);
}
