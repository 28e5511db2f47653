/** Finds and starts Chromium, and opens pages whose errors and requests are recorded. */

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { env } from "node:process";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** @returns {string} the browser named by CHROMIUM_PATH, or the first one on PATH */
function findChromium() {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  for (const folder of (env.PATH ?? "").split(delimiter)) {
    for (const name of NAMES) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here.
      }
    }
  }
  throw new Error(`No Chromium found: install one of ${NAMES.join(", ")}, or set CHROMIUM_PATH`);
}

/**
 * @param {string[]} [args] for the browser, besides those that keep it from requesting anything itself
 * @returns {Promise<import("playwright-core").Browser>}
 */
export function startBrowser(args = []) {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-default-apps",
      "--disable-sync",
      "--no-first-run",
      ...args,
    ],
  });
}

/**
 * Opens a page in a context of its own.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {import("playwright-core").BrowserContextOptions & { prepare?: (page:
 *   import("playwright-core").Page) => Promise<unknown> }} [options] prepare: what to do before the page is
 *   loaded
 */
export async function openPage(browser, url, { prepare, ...options } = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  /** What the page complained about. @type {string[]} */
  const complaints = [];
  /** The addresses asked for, in order. @type {string[]} */
  const requests = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  context.on("request", (request) => requests.push(request.url()));
  await prepare?.(page);
  await page.goto(url);
  return { page, context, complaints, requests, [Symbol.asyncDispose]: () => context.close() };
}
