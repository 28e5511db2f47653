/**
 * A reader without a pointer: goes from stop to stop with the Tab key and sees where the focus is.
 *
 * @import { Page } from "playwright-core"
 */

import assert from "node:assert/strict";

/**
 * The name of what has the focus. It must be in view, with a visible focus ring.
 *
 * @param {Page} page
 */
export async function focused(page) {
  const { name, visible } = await page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return { name: "nothing", visible: false };
    const { labels } = /** @type {HTMLInputElement} */ (element);
    const name = element.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? element.textContent ?? "";
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const inSight = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    // With “auto”, the browser decides about the width of its own outline.
    const outlined = outlineStyle === "auto" || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
    return { name, visible: inSight && outlined };
  });
  assert.ok(visible, `the focus is on “${name}” and not visible`);
  return name;
}

/** Presses a key and returns the name of what then has the focus. @param {Page} page @param {string} keys */
export async function press(page, keys) {
  await page.keyboard.press(keys);
  return focused(page);
}

/**
 * Presses a key until something with this name has the focus.
 *
 * @param {Page} page
 * @param {string | RegExp} name
 * @param {object} options
 * @param {number} options.within the maximum number of presses
 * @param {string} [options.key]
 */
export async function reach(page, name, { within, key = "Tab" }) {
  const passed = [];
  while (passed.length < within) {
    const at = await press(page, key);
    if (typeof name === "string" ? at === name : name.test(at)) return;
    passed.push(at.slice(0, 30));
  }
  assert.fail(`${name} is not within ${within} presses of ${key}: ${passed.join(" | ")}`);
}
