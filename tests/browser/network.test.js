/** Nothing leaves the page: it requests nothing after it has loaded, and works without a network. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { box, pasteNews, useBrowser, waitForStatus, waitUntilLoaded } from "./support/suite.js";

const { open } = useBrowser();

test("the page requests files of its own server only, and none after it has loaded", async () => {
  const { page, requests } = await open();
  await waitUntilLoaded(page, requests);
  const { origin } = new URL(page.url());
  const loaded = [...requests];
  assert.deepEqual(
    loaded.filter((url) => new URL(url).origin !== origin),
    [],
  );
  assert.ok(
    loaded.some((url) => url.endsWith(".wasm")),
    "the core is loaded ahead of the first text",
  );

  await pasteNews(page);
  await page.locator("mark").first().click();
  await page.getByRole("button", { name: "Try a sample" }).click();
  await waitForStatus(page, /\d\d quotations by/);
  assert.deepEqual(requests.slice(loaded.length), []);
});

test("once loaded the page works offline", async () => {
  const { page, context, requests } = await open();
  await waitUntilLoaded(page, requests);
  await context.setOffline(true);
  await pasteNews(page);
});

test("the page's policy allows no other origin and no inline code", async () => {
  const { page } = await open();
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  assert.match(policy ?? "", /default-src 'none'/);
  assert.doesNotMatch(policy ?? "", /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/);
});

test("if the core cannot be loaded, the page says so, keeps the text and can try again", async () => {
  const { page, complaints } = await open("/", {
    prepare: (page) => page.context().route(/\.wasm$/, (route) => route.abort()),
  });
  await box(page).fill("“It rained,” said Ann Lee.");
  const alert = page.getByRole("alert");
  await alert.getByText("The part that reads texts could not be loaded.").waitFor();
  assert.equal(await box(page).inputValue(), "“It rained,” said Ann Lee.");
  // The browser itself reports the failed request; there may be no other message.
  assert.deepEqual(
    complaints.filter((text) => !/Failed to load resource/.test(text)),
    [],
  );
  complaints.length = 0;

  await page.context().unroute(/\.wasm$/);
  await alert.getByRole("button", { name: "Try again" }).click();
  await waitForStatus(page, "1 quotation by 1 speaker");
});
