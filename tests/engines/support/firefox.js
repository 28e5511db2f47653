/**
 * Starts Firefox, driven over WebDriver BiDi, which needs no separate driver.
 *
 * @import { KeyInput } from "puppeteer-core"
 * @import { Driver } from "./engines.js"
 */

import { launch } from "puppeteer-core";
import { program } from "./program.js";

/** @returns {Promise<Driver>} */
export async function startFirefox() {
  const browser = await launch({
    browser: "firefox",
    executablePath: program("FIREFOX_PATH", ["firefox-esr", "firefox"]),
    headless: true,
  });
  const page = await browser.newPage();
  return {
    open: (url) => page.goto(url),
    evaluate: (expression) => page.evaluate(expression),
    async press(keys) {
      const names = /** @type {KeyInput[]} */ (keys.split("+"));
      for (const name of names) await page.keyboard.down(name);
      for (const name of names.toReversed()) await page.keyboard.up(name);
    },
    type: (text) => page.keyboard.type(text),
    click: (x, y) => page.mouse.click(x, y),
    close: () => browser.close(),
  };
}
