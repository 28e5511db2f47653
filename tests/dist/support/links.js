/** Finds the links of a Markdown document that lead nowhere. */

import { posix } from "node:path";

/**
 * @param {string} path of the document in its package
 * @param {string} markdown
 * @param {(path: string) => boolean} exists whether the package has a file or a folder
 * @returns {string[]} the relative links that lead to nothing in the package
 */
export function deadLinks(path, markdown, exists) {
  const prose = markdown.replace(/^```[^]*?^```$/gm, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link)
    .filter((link) => !/^(?:[a-z]+:|#)/.test(link))
    .filter((link) => !exists(posix.join(posix.dirname(path), link.split("#", 1)[0])));
}
