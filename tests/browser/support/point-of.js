/** Finds words of an article on its page. @import { Page } from "playwright-core" */

/** Scrolls to words of the article and returns their middle. @param {Page} page @param {string} words */
export const pointOf = (page, words) =>
  page.evaluate((words) => {
    const texts = document.createTreeWalker(
      /** @type {Element} */ (document.querySelector("article")),
      NodeFilter.SHOW_TEXT,
    );
    while (texts.nextNode()) {
      const text = /** @type {Text} */ (texts.currentNode);
      const at = text.data.indexOf(words);
      if (at < 0) continue;
      text.parentElement?.scrollIntoView({ block: "center" });
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + words.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error(`The article does not say: ${words}`);
  }, words);
