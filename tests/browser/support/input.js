/**
 * The ways in which readers bring a text: a file that they choose or drop, and HTML on the clipboard.
 *
 * @import { Page } from "playwright-core"
 */

import assert from "node:assert/strict";
import { box } from "./suite.js";

/**
 * @param {Page} page
 * @param {...{ name: string, content: string | Buffer, type?: string }} files
 */
export async function choose(page, ...files) {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Open a file…" }).click(),
  ]);
  assert.equal(chooser.isMultiple(), false);
  await chooser.setFiles(
    files.map(({ name, content, type = "" }) => ({ name, mimeType: type, buffer: Buffer.from(content) })),
  );
}

/**
 * Drops files on a part of the element, with the events that a script can send.
 *
 * @param {Page} page
 * @param {string} selector
 * @param {...{ name: string, content: string | Buffer }} files
 * @returns {Promise<boolean>} whether the page handled the drop, instead of the browser
 */
export function drop(page, selector, ...files) {
  const bytes = files.map(({ name, content }) => ({ name, content: [...Buffer.from(content)] }));
  return page.locator(selector).evaluate((target, files) => {
    const dataTransfer = new DataTransfer();
    for (const { name, content } of files) dataTransfer.items.add(new File([new Uint8Array(content)], name));
    const send = (/** @type {string} */ type) =>
      !target.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }),
      );
    return send("dragover") && send("drop");
  }, bytes);
}

/**
 * Puts a part of a web page on the clipboard and pastes it.
 *
 * @param {Page} page
 * @param {string} html
 * @param {string} plain
 */
export async function pasteHtml(page, html, plain) {
  await page.evaluate(
    async ([html, plain]) => {
      const blob = (/** @type {string} */ type, /** @type {string} */ content) =>
        new Blob([content], { type });
      await navigator.clipboard.write([
        new ClipboardItem({ "text/html": blob("text/html", html), "text/plain": blob("text/plain", plain) }),
      ]);
    },
    [html, plain],
  );
  await page.keyboard.press("Control+V");
}

/** What a page needs to use the clipboard. */
export const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

/**
 * Pastes HTML with an event: browsers clean what a page writes to the clipboard, but not what programs write.
 *
 * @param {Page} page
 * @param {string} html
 * @param {string} [plain]
 */
export async function pasteRich(page, html, plain = "plain") {
  await box(page).evaluate(
    (input, [html, plain]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html);
      clipboardData.setData("text/plain", plain);
      /** @type {HTMLTextAreaElement} */ (input).focus();
      input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [html, plain],
  );
}
