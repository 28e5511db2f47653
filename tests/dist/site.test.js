/** The site with its service worker: it works without a network after one visit and never mixes versions. */

import assert from "node:assert/strict";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { writeServiceWorker } from "../../xtask/bundle/site.js";
import { openPage, startBrowser } from "../browser/support/browser.js";
import { serve } from "../browser/support/server.js";
import { box, pasteNews, waitForStatus } from "../browser/support/suite.js";
import { DIST, OUTSIDE } from "./support/dist.js";

/** @import { Page } from "playwright-core" */

const SITE = join(OUTSIDE, "site");
/** @type {Awaited<ReturnType<typeof startBrowser>>} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());
beforeEach(async () => {
  await cp(join(DIST, "site"), SITE, { recursive: true });
  server = await serve({}, { root: SITE });
});
afterEach(() => server.close());

/** Opens the site and waits until the service worker has cached it. */
async function visit() {
  const opened = await openPage(browser, `${server.origin}/`);
  await opened.page.evaluate(() => navigator.serviceWorker.ready);
  await opened.page.waitForLoadState("networkidle");
  return opened;
}

/** Puts a second version on the server: with another heading in the page and another rule in its style. */
async function publishSecond() {
  for (const [file, old, by] of [
    ["index.html", "Who said what?", "Version two"],
    ["www/page.css", "", ":root{--version:2}"],
  ]) {
    const content = await readFile(join(SITE, file), "utf8");
    await writeFile(join(SITE, file), old ? content.replace(old, by) : content + by);
  }
  await writeServiceWorker(SITE);
}

/** The version of a page, by its heading and by its style. @param {Page} page */
const versionOf = (page) =>
  page.evaluate(() => [
    document.querySelector("h1")?.textContent,
    getComputedStyle(document.documentElement).getPropertyValue("--version"),
  ]);
const FIRST = ["Who said what?", ""];
const SECOND = ["Version two", "2"];

/** Looks for a newer version and waits until it is installed or rejected. @param {Page} page */
const fetchUpdate = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const newer = registration.installing;
    await new Promise((resolve) => {
      if (newer?.state !== "installing") resolve(undefined);
      else newer.addEventListener("statechange", resolve, { once: true });
    });
    return newer?.state;
  });

test("after the first visit the page requests nothing more, whatever the reader does with a text", async () => {
  const { page, context, complaints } = await visit();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const before = server.requests.length;
  await pasteNews(page);
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await page.getByText("Copied.").waitFor();
  await page.getByRole("button", { name: "Try a sample" }).click();
  await waitForStatus(page, /\d\d quotations by/);
  await page.getByRole("link", { name: "Deutsch" }).click();
  await page.getByRole("heading", { name: "Wer hat was gesagt?" }).waitFor();
  // The language changes the address, and at another address Chromium requests the icon again.
  assert.deepEqual(
    server.requests.slice(before).filter((path) => path !== "/www/icon.svg"),
    [],
  );
  assert.deepEqual(complaints, []);
  await context.close();
});

test("after one visit the site works without a network, and the cache has no word of a text", async () => {
  const { page, context, complaints } = await visit();
  await pasteNews(page);
  await server.close();
  for (const path of ["/", "/?lang=en", "/index.html"]) {
    await page.goto(`${server.origin}${path}`);
    await pasteNews(page);
  }
  await page.goto(`${server.origin}/www/article.html`);
  await waitForStatus(page, /\d\d quotations by/);
  const cached = await page.evaluate(async () => {
    const texts = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const response of await cache.matchAll()) texts.push(await response.text());
    }
    return {
      caches: (await caches.keys()).length,
      files: texts.length,
      leaks: texts.some((text) => text.includes("We lost the bridge")),
    };
  });
  assert.ok(cached.files > 8, `${cached.files} files are cached`);
  assert.deepEqual({ ...cached, files: 0 }, { caches: 1, files: 0, leaks: false });
  // The browser itself reports that it cannot look for a newer service worker.
  assert.deepEqual(
    complaints.filter((text) => !text.includes("ERR_CONNECTION_REFUSED")),
    [],
  );
  await context.close();
});

test("a new version replaces the old one as a whole, once no page of the old one is open", async () => {
  const { page, context } = await visit();
  await page.reload();
  const other = await context.newPage();
  await other.goto(`${server.origin}/`);
  await publishSecond();
  assert.equal(await fetchUpdate(page), "installed");
  // Two pages are open, so a page that is reloaded still has the old version.
  await other.reload();
  assert.deepEqual([await versionOf(page), await versionOf(other)], [FIRST, FIRST]);
  await other.close();

  // On a busy machine the browser counts a closed page as open for a moment: then the next reload has the new version.
  const isSecond = () =>
    page
      .waitForFunction((word) => document.querySelector("h1")?.textContent === word, SECOND[0], {
        timeout: 5000,
      })
      .then(() => true)
      .catch(() => false);
  do await page.reload();
  while (!(await isSecond()));
  assert.deepEqual(await versionOf(page), SECOND);
  await page.waitForFunction(async () => (await caches.keys()).length === 1);
  await server.close();
  await page.reload();
  assert.deepEqual(await versionOf(page), SECOND);
  await box(page).waitFor();
  await pasteNews(page);
  await context.close();
});

test("a version that is only partly on the server is not installed", async () => {
  const { page, context } = await visit();
  await page.reload();
  await publishSecond();
  // The style sheet is still the old one.
  await cp(join(DIST, "site/www/page.css"), join(SITE, "www/page.css"));
  assert.equal(await fetchUpdate(page), "redundant");
  await page.reload();
  assert.deepEqual(await versionOf(page), FIRST);
  assert.equal(await page.evaluate(async () => (await caches.keys()).length), 1);
  await context.close();
});

test("a file without which the site works may be missing when it is installed", async () => {
  const path = "www/pkg/packs/xx.txt";
  await writeFile(join(SITE, path), "the words of a language");
  await writeServiceWorker(SITE, new Set([path]));
  await rm(join(SITE, path));
  const { page, context, complaints } = await visit();
  await page.reload();
  await pasteNews(page);
  await server.close();
  await page.reload();
  await pasteNews(page);
  // The browser itself reports the missing file, and that it cannot look for a newer service worker.
  assert.deepEqual(
    complaints.filter((text) => !/404|ERR_CONNECTION_REFUSED/.test(text)),
    [],
  );
  await context.close();
});
