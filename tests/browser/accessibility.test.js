/** Each state of the page, in light and dark, by the rules of axe. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { NEWS, paste, pasteNews, useBrowser, waitForStatus } from "./support/suite.js";

const { open } = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>} each violated rule with the places
 */
async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const results = await /** @type {any} */ (window).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return results.violations.map((/** @type {any} */ { id, nodes }) =>
      `${id}: ${nodes.map((/** @type {any} */ node) => node.target.join(" ")).join(", ")}`);
  });
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`empty, ${colorScheme}`, async () => {
    const { page } = await open("/", { colorScheme });
    assert.deepEqual(await violations(page), []);
  });

  test(`results and a selected quotation, ${colorScheme}`, async () => {
    const { page } = await open("/", { colorScheme });
    await page.getByRole("button", { name: "Try a sample" }).click();
    await waitForStatus(page, /\d\d quotations by/);
    assert.deepEqual(await violations(page), []);
    await page.locator("mark").first().click();
    await page.getByRole("group", { name: "About this quotation" }).waitFor();
    assert.deepEqual(await violations(page), []);
  });

  test(`no quotations, ${colorScheme}`, async () => {
    const { page } = await open("/", { colorScheme });
    await paste(page, "The harbor lay still.");
    await waitForStatus(page, "No quotations found");
    assert.deepEqual(await violations(page), []);
  });

  test(`an error, ${colorScheme}`, async () => {
    const { page, complaints } = await open("/", {
      colorScheme,
      prepare: (page) => page.context().route(/\.wasm$/, (route) => route.abort()),
    });
    await paste(page, NEWS);
    await page.getByRole("alert").getByText("could not be loaded").waitFor();
    assert.deepEqual(await violations(page), []);
    complaints.length = 0;
  });
}

test("on a phone", async () => {
  const { page } = await open("/", { viewport: { width: 320, height: 640 } });
  await pasteNews(page);
  assert.deepEqual(await violations(page), []);
});
