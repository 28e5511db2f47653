/**
 * The picture in the README: the sample with one quotation selected. It is written only on
 * request, with UPDATE_SCREENSHOT=1; otherwise this checks that there is something to picture.
 */

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { env } from "node:process";
import { test } from "node:test";
import { useBrowser, waitForStatus } from "./support/suite.js";

const { open } = useBrowser();

test("the sample makes a picture", async () => {
  const { page } = await open("/", { viewport: { width: 1280, height: 1240 }, deviceScaleFactor: 1.5, reducedMotion: "reduce" });
  await page.getByRole("button", { name: "Try a sample" }).click();
  await waitForStatus(page, /\d\d quotations by/);
  const mark = page.locator("mark").filter({ hasText: "it on good wishes" }).first();
  await mark.click();
  await page.getByRole("group", { name: "About this quotation" }).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  const picture = await page.screenshot();
  assert.ok(picture.byteLength > 50_000);
  if (env.UPDATE_SCREENSHOT === "1") await writeFile(new URL("../../docs/screenshot.png", import.meta.url), picture);
});
