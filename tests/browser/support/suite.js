/**
 * What the browser tests share: a server and a browser for each file, a fresh page for each test,
 * and the rule that no page may complain on its console.
 *
 * @import { Page } from "playwright-core"
 */

import assert from "node:assert/strict";
import { after, afterEach, before } from "node:test";
import { setTimeout } from "node:timers/promises";
import { openPage, startBrowser } from "./browser.js";
import { serve } from "./server.js";

/** A text whose quotations and speakers are beyond doubt. */
export const NEWS = `“The river rose in an hour,” said Ann Lee.

“We lost the bridge and the mill,” said Bob Ortiz.

“We will build both again,” said Ann Lee.`;

/**
 * Call once at the top of a test file.
 *
 * @param {Record<string, string>} [pages] HTML pages to serve besides the files, by their path
 * @param {string} [root] the folder with the files; this checkout unless another is given
 */
export function useBrowser(pages, root) {
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  /** @type {Awaited<ReturnType<typeof startBrowser>>} */
  let browser;
  /** @type {Awaited<ReturnType<typeof openPage>>[]} */
  let opened = [];

  before(async () => {
    server = await serve(pages, { root });
    browser = await startBrowser();
  });
  afterEach(async () => {
    const complaints = opened.flatMap((one) => one.complaints);
    await Promise.all(opened.map((one) => one.context.close()));
    opened = [];
    assert.deepEqual(complaints, [], "a page wrote errors or warnings to its console");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  return {
    /**
     * Opens a page of the checkout.
     *
     * @param {string} [path]
     * @param {Parameters<typeof openPage>[2]} [options]
     */
    async open(path = "/", options) {
      const one = await openPage(browser, `${server.origin}${path}`, options);
      opened.push(one);
      return one;
    },
  };
}

/** What index.html loads after everything else. */
const LAST = ["/element/late.js", "/page/sample-article.js", "/strings/de.js"];

/**
 * Waits until index.html has loaded everything.
 *
 * @param {Page} page
 * @param {string[]} requests
 */
export async function waitUntilLoaded(page, requests) {
  while (!LAST.every((name) => requests.some((url) => url.endsWith(name)))) await setTimeout(50);
  await page.waitForLoadState("networkidle");
}

/** The box for the text. @param {Page} page */
export const box = (page) => page.getByRole("textbox", { name: "Article, transcript or chapter" });

/**
 * Puts a text into the box in one go, as pasting does.
 *
 * @param {Page} page
 * @param {string} text
 */
export async function paste(page, text) {
  await box(page).focus();
  await page.keyboard.insertText(text);
}

/**
 * Waits until a status of the page has a text.
 *
 * @param {Page} page
 * @param {RegExp | string} text
 */
export async function waitForStatus(page, text) {
  await page.getByRole("status").filter({ hasText: text }).first().waitFor();
}

/** Pastes {@link NEWS} and waits for its results. @param {Page} page */
export async function pasteNews(page) {
  await paste(page, NEWS);
  await waitForStatus(page, "3 quotations by 2 speakers");
}
