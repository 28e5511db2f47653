/** Language packs: what the page does with and without them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGLISH, packNamed } from "./support/pack.js";
import { paste, pasteNews, useBrowser, waitForStatus } from "./support/suite.js";

/** @import { Page, Route } from "playwright-core" */

/** @param {string} lang */
const blank = (lang) =>
  `<!doctype html><html lang="${lang}"><title>Blank</title><link rel="icon" href="/www/icon.svg"></html>`;

const { open } = useBrowser({ "/blank": blank("en"), "/leer": blank("de-AT") });

const TEXT = "“It rained,” said Ann Lee.";
const MISSING = "The words of English could not be loaded.";

/** @param {string[]} requests @returns {string[]} the languages whose packs were asked for */
const packsIn = (requests) => requests.flatMap((url) => /packs\/(\w+)\.txt$/.exec(url)?.[1] ?? []);

/** The page names no speaker, says why, and tries again. @param {Page} page @param {() => Promise<void>} repair */
async function readsByMarks(page, repair) {
  await paste(page, TEXT);
  await waitForStatus(page, MISSING);
  assert.equal(await page.locator("mark").count(), 1, "the quotation is found by its marks");
  assert.equal(await page.getByText("Ann Lee", { exact: true }).count(), 0, "no speaker is named");
  await repair();
  await page.getByRole("button", { name: "Try again" }).click();
  await waitForStatus(page, "1 quotation by 1 speaker");
  assert.equal(await page.getByText(MISSING).count(), 0);
}

test("without its pack a text is read by its marks, the page says so, and the next try loads it", async () => {
  const { page, complaints } = await open("/", {
    prepare: (page) => page.context().route(/packs\/en\.txt$/, (route) => route.abort()),
  });
  await readsByMarks(page, () => page.context().unroute(/packs\/en\.txt$/));
  // The browser itself reports the failed request; there may be no other message.
  assert.deepEqual(
    complaints.filter((text) => !/Failed to load resource/.test(text)),
    [],
  );
  complaints.length = 0;
});

for (const [what, body] of Object.entries({
  "cut off": ENGLISH.subarray(0, ENGLISH.length / 2),
  damaged: Buffer.concat([ENGLISH.subarray(0, -1), Buffer.from("#")]),
  "of another version": Buffer.from(ENGLISH.toString().replace(/ \d+ /, " 999 ")),
  "a page of the server": Buffer.from("<!doctype html><title>Welcome</title>"),
})) {
  test(`a pack that is ${what} is refused and loaded again`, async () => {
    const { page } = await open("/", {
      prepare: (page) => page.context().route(/packs\/en\.txt$/, (route) => route.fulfill({ body })),
    });
    await readsByMarks(page, () => page.context().unroute(/packs\/en\.txt$/));
  });
}

test("the core and the pack are fetched at the same time", async () => {
  /** @type {Route[]} */
  const held = [];
  const { page } = await open("/", {
    prepare: (page) =>
      page.context().route(/(\.wasm|packs\/en\.txt)$/, (route) => {
        held.push(route);
        // Neither is answered before both are asked for.
        if (held.length === 2) for (const one of held.splice(0)) void one.continue();
      }),
  });
  await pasteNews(page);
});

test("a text in a language without a pack is read by its marks, and no pack is asked for", async () => {
  const { page, requests } = await open();
  await paste(
    page,
    "„Der Regen hat die ganze Nacht nicht aufgehört“, sagte die Frau, die auf der Brücke stand.",
  );
  await waitForStatus(page, "German. This version reads English");
  assert.deepEqual(packsIn(requests), ["en"]);
});

/**
 * Adds German to the packs of a page. Its words are English.
 *
 * @param {Page} page
 * @param {(route: Route) => unknown} [answer]
 */
async function addGerman(page, answer = (route) => route.fulfill({ body: packNamed("de") })) {
  await page.route(/pkg\/packs\.js$/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      "};",
      `  "de": () => new URL("./packs/de.txt", import.meta.url).href,\n};`,
    );
    await route.fulfill({ response, body });
  });
  await page.route(/packs\/de\.txt$/, answer);
}

test("a pack is loaded when a text needs it, once, and a core that replaces another one gets all packs", async () => {
  const { page, requests } = await open("/blank", { prepare: addGerman });
  const outcome = await page.evaluate(async (text) => {
    const { Extractor } = /** @type {typeof import("../../www/core/extractor.js")} */ (
      await import(/** @type {any} */ ("/www/core/extractor.js"))
    );
    const { trappedWorker } = /** @type {typeof import("./support/hindered-worker.js")} */ (
      await import(/** @type {any} */ ("/tests/browser/support/hindered-worker.js"))
    );
    let workers = 0;
    const extractor = new Extractor({
      createWorker() {
        workers += 1;
        return trappedWorker();
      },
    });
    const read = async (/** @type {string} */ lang) => {
      const { reading, speakers } = await extractor.extract(text, { lang });
      return `${reading} ${speakers.map(({ name }) => name)}`;
    };
    const before = [await read("en"), await read("de-CH"), await read("sv")];
    const trap = await extractor.extract("trap").catch((error) => error.code);
    return { before, trap, after: [await read("de"), await read("en")], workers };
  }, TEXT);
  assert.deepEqual(outcome, {
    before: ["words Ann Lee", "words Ann Lee", "marks "],
    trap: "failed",
    after: ["words Ann Lee", "words Ann Lee"],
    workers: 2,
  });
  assert.deepEqual(packsIn(requests), ["en", "de"]);
});

test("the page's own language is loaded first, and without a worker as well", async () => {
  const { page, requests } = await open("/leer", {
    prepare: async (page) => {
      await page.addInitScript("delete globalThis.Worker");
      await addGerman(page);
    },
  });
  const speakers = await page.evaluate(async (text) => {
    const { extract } = /** @type {typeof import("../../www/index.js")} */ (
      await import(/** @type {any} */ ("/www/index.js"))
    );
    const reports = [await extract(text, { lang: "de" }), await extract(text, { lang: "en" })];
    return reports.map(({ speakers }) => speakers.length);
  }, TEXT);
  assert.deepEqual(speakers, [1, 1]);
  assert.deepEqual(packsIn(requests), ["de", "en"]);
});

test("while a pack is on its way a newer text goes first, and the worker stays", async () => {
  /** @type {Route[]} */
  const held = [];
  const { page, requests } = await open("/blank", {
    prepare: (page) => addGerman(page, (route) => held.push(route)),
  });
  const outcome = await page.evaluate(async (text) => {
    const { sharedExtractor } = /** @type {typeof import("../../www/core/extractor.js")} */ (
      await import(/** @type {any} */ ("/www/core/extractor.js"))
    );
    const extractor = sharedExtractor();
    const caller = {};
    await extractor.prepare();
    const older = extractor.extract(text, { lang: "de", caller }).catch((error) => error.name);
    // Longer than a request that is given up may keep the worker.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const newer = await extractor.extract(`${text} And more.`, { lang: "en", caller });
    Object.assign(globalThis, { last: extractor.extract(text, { lang: "de", caller }) });
    return { older: await older, newer: newer.speakers.length };
  }, TEXT);
  assert.deepEqual(outcome, { older: "AbortError", newer: 1 });
  for (const route of held) await route.fulfill({ body: packNamed("de") });
  const last = await page.evaluate(async () => (await /** @type {any} */ (globalThis).last).speakers.length);
  assert.equal(last, 1);
  assert.equal(page.workers().length, 1);
  assert.deepEqual(packsIn(requests), ["en", "de"]);
});
