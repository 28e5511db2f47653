/**
 * Makes the pictures in README.md and docs/page.md. They are written only with UPDATE_SCREENSHOT=1; otherwise
 * this checks that there is something to see.
 */

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { env } from "node:process";
import { test } from "node:test";
import { pointOf } from "./support/point-of.js";
import { useBrowser, waitForStatus } from "./support/suite.js";

/** @import { Page } from "playwright-core" */

const { open } = useBrowser();

const DOCS = new URL("../../docs/", import.meta.url);

/** @param {Page} page */
const card = (page) => page.getByRole("group", { name: "About this quotation" }).waitFor();

/** @param {Page} page */
async function sample(page) {
  await page.getByRole("button", { name: "Try a sample" }).click();
  await waitForStatus(page, /\d\d quotations by/);
}

/** @param {Page} page */
async function selected(page) {
  await sample(page);
  await page.locator("mark").filter({ hasText: "it on good wishes" }).first().click();
  await card(page);
}

/** The state of the page in each picture. @type {Record<string, { path?: string, options: Parameters<typeof open>[1], show: (page: Page) => Promise<unknown> }>} */
const STATES = {
  screenshot: {
    options: { viewport: { width: 1280, height: 1240 }, deviceScaleFactor: 1.5 },
    show: async (page) => {
      await selected(page);
      await page.evaluate(() => scrollTo(0, 0));
    },
  },
  "pictures/dark": {
    options: { viewport: { width: 1000, height: 640 }, colorScheme: "dark" },
    show: selected,
  },
  "pictures/phone": {
    // With a mouse: a tap would leave its highlight in the picture.
    options: { viewport: { width: 390, height: 700 }, isMobile: true },
    show: async (page) => {
      await sample(page);
      const mark = page.locator("mark").filter({ hasText: "it on good wishes" }).first();
      await mark.evaluate((mark) => mark.scrollIntoView({ block: "center" }));
      await mark.click();
      await card(page);
    },
  },
  "pictures/correcting": {
    options: { viewport: { width: 1000, height: 560 } },
    show: async (page) => {
      await sample(page);
      await page.locator("li .who").filter({ hasText: "senior official" }).first().click();
      await page.locator("li.selected .correct").click();
    },
  },
  "pictures/article": {
    path: "/www/article.html",
    options: { viewport: { width: 1000, height: 560 } },
    show: async (page) => {
      await waitForStatus(page, /\d\d quotations by/);
      const { x, y } = await pointOf(page, "The numbers are not");
      await page.mouse.click(x, y);
      await card(page);
    },
  },
  "pictures/print": {
    options: { viewport: { width: 640, height: 560 } },
    show: async (page) => {
      await sample(page);
      await page.emulateMedia({ media: "print" });
    },
  },
};

for (const [name, { path, options, show }] of Object.entries(STATES)) {
  test(`a picture: ${name}`, async () => {
    const { page } = await open(path, { reducedMotion: "reduce", ...options });
    await show(page);
    const picture = await page.screenshot();
    assert.ok(picture.byteLength > 20_000, "nothing to see");
    if (env.UPDATE_SCREENSHOT === "1") await writeFile(new URL(`${name}.png`, DOCS), picture);
  });
}
