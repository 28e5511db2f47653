/**
 * The three engines, each behind the same few verbs, so that a test is written once. Chromium is
 * driven by Playwright, Firefox over WebDriver BiDi, WebKit by the driver that WebKitGTK comes with.
 *
 * @typedef {object} Driver
 * @property {(url: string) => Promise<unknown>} open
 * @property {(expression: string) => Promise<any>} evaluate an expression, awaited in the page
 * @property {(keys: string) => Promise<unknown>} press such as `Tab` or `Control+A`
 * @property {(text: string) => Promise<unknown>} type
 * @property {(x: number, y: number) => Promise<unknown>} click in the coordinates of the window
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
