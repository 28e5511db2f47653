/** The corpus of markup that tries to run code, and a recorder of whether any did. */

import { readFileSync } from "node:fs";

/** @import { Page } from "playwright-core" */

/** The lines of the corpus. Each calls `pwned` or requests an address that contains “pwned”. */
export const PAYLOADS = readFileSync(new URL("../../fixtures/xss.txt", import.meta.url), "utf8")
  .split("\n")
  .filter(Boolean);

/** Words after each payload, so many that all of it is read as English. */
export const MORE = "and she was sure that it had not been there before they all came to see what was in it";

/** Each payload as a quotation of Ann Lee. */
export const SAID = PAYLOADS.map((payload) => `“${payload}” said Ann Lee, ${MORE}.`).join("\n\n");

/** Records every call by a payload; for `prepare` of a page that is opened. @param {Page} page */
export async function watch(page) {
  await page.addInitScript(() => {
    const scope = /** @type {any} */ (globalThis);
    scope.ran = [];
    scope.pwned = (/** @type {unknown} */ how) => scope.ran.push(String(how));
    scope.alert = scope.pwned;
    // A policy that only reports counts as well.
    addEventListener("securitypolicyviolation", (event) =>
      scope.ran.push(`policy: ${event.violatedDirective} ${event.sample}`),
    );
  });
  page.on("dialog", (dialog) => dialog.dismiss());
}

/**
 * What has run so far, or would have run: calls, violations of the policy, requests, other pages.
 *
 * @param {{ page: Page, requests: string[] }} opened
 * @returns {Promise<string[]>}
 */
export async function ran({ page, requests }) {
  // An element that is parsed or drawn makes its requests within two frames.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
  const called = await page.evaluate(() => /** @type {any} */ (globalThis).ran);
  const hosts = page
    .frames()
    .map((frame) => frame.url())
    .concat(
      page
        .context()
        .pages()
        .map((one) => one.url()),
    );
  return [
    ...called,
    ...[...requests, ...hosts].filter((url) => url.includes("pwned") || /^(?:javascript|data):/i.test(url)),
  ];
}
