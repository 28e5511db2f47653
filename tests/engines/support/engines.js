/**
 * Starts the three engines behind one small interface, so that each test is written once. Playwright drives
 * Chromium, WebDriver BiDi drives Firefox, and the driver of WebKitGTK drives WebKit.
 *
 * @typedef {object} Driver
 * @property {(url: string) => Promise<unknown>} open
 * @property {(expression: string) => Promise<any>} evaluate evaluates an expression in the page and awaits it
 *   there
 * @property {(keys: string) => Promise<unknown>} press presses keys such as `Tab` or `Control+A`
 * @property {(text: string) => Promise<unknown>} type
 * @property {(x: number, y: number) => Promise<unknown>} click clicks a point of the window
 * @property {() => Promise<unknown>} close
 *
 * @typedef {{ name: string, start: () => Promise<Driver> }} Engine
 */

import { startBrowser } from "../../browser/support/browser.js";
import { startFirefox } from "./firefox.js";
import { startWebKit } from "./webkit.js";

/** @returns {Promise<Driver>} */
async function startChromium() {
  const browser = await startBrowser();
  const page = await browser.newPage({ permissions: ["clipboard-read", "clipboard-write"] });
  return {
    open: (url) => page.goto(url),
    evaluate: (expression) => page.evaluate(expression),
    press: (keys) => page.keyboard.press(keys),
    type: (text) => page.keyboard.type(text),
    click: (x, y) => page.mouse.click(x, y),
    close: () => browser.close(),
  };
}

/** @type {Engine[]} */
export const ENGINES = [
  { name: "Chromium", start: startChromium },
  { name: "Firefox", start: startFirefox },
  { name: "WebKit", start: startWebKit },
];
