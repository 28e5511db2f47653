/**
 * Finds problems of a page in its present state: violations of the rules of axe, and what is cut off.
 *
 * @import { Page } from "playwright-core"
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @param {Page} page @returns {Promise<string[]>} each violated rule with its elements */
export async function violations(page) {
  // The policy of the page forbids a script element for axe; `evaluate` needs none.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.map(
      (/** @type {any} */ { id, nodes }) =>
        `${id}: ${nodes.map((/** @type {any} */ node) => node.target.flat().join(" ")).join(", ")}`,
    );
  });
}

/** @param {Page} page @returns {Promise<string[]>} what sticks out of the window, or out of its button */
export function cutOff(page) {
  return page.evaluate(() => {
    const found = [];
    /** The width of the arrow of a `<select>`, in CSS pixels. */
    const ARROW = 16;
    const width = document.documentElement.clientWidth;
    const wider = document.documentElement.scrollWidth - width;
    if (wider > 0) found.push(`the page is ${wider} pixels wider than the window`);
    /** Whether only screen readers get an element. @param {Element | null} element */
    const isUnseen = (element) => {
      for (let at = element; at; at = at.parentElement)
        if (getComputedStyle(at).clipPath !== "none") return true;
      return false;
    };
    const canvas = /** @type {CanvasRenderingContext2D} */ (
      document.createElement("canvas").getContext("2d")
    );
    const roots = [
      document,
      ...[...document.querySelectorAll("quote-extractor")].map(({ shadowRoot }) => shadowRoot),
    ];
    for (const element of roots.flatMap((root) => [
      ...(root?.querySelectorAll("button, select, label, a, h1, h2, th, td") ?? []),
    ])) {
      if (!element.checkVisibility({ visibilityProperty: true }) || isUnseen(element)) continue;
      const what = `${element.localName} “${element.getAttribute("aria-label") ?? element.textContent?.slice(0, 40)}”`;
      const { left, right, width: room } = element.getBoundingClientRect();
      if (left < 0 || right > width + 1) found.push(`${what} sticks out of the window`);
      if (element instanceof HTMLSelectElement) {
        const { font, paddingLeft, paddingRight } = getComputedStyle(element);
        canvas.font = font;
        const needed =
          canvas.measureText(element.selectedOptions[0]?.text ?? "").width +
          parseFloat(paddingLeft) +
          parseFloat(paddingRight);
        if (needed + ARROW > room) found.push(`${what} does not show its whole choice`);
      } else if (element instanceof HTMLButtonElement) {
        const words = document.createRange();
        words.selectNodeContents(element);
        const inside = words.getBoundingClientRect();
        if (inside.left < left - 1 || inside.right > right + 1)
          found.push(`${what} is narrower than its words`);
      }
    }
    return found;
  });
}
