/** What stops the core: the page says so, keeps the text, and reads the next one. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { box, paste, pasteNews, useBrowser, waitForStatus } from "./support/suite.js";

/** @import { Page } from "playwright-core" */

const { open } = useBrowser({
  "/blank": `<!doctype html><html lang="en"><title>Blank</title><link rel="icon" href="/www/icon.svg"></html>`,
});

const TEXT = "“It rained,” said Ann Lee.";
/** The size of a page of WebAssembly memory, in bytes. */
const MEMORY_PAGE = 65_536;
/** Enough pages for the word lists and a short text. */
const ROOM = 64;

/** The page says what went wrong, still has the text, and reads a shorter one. @param {Page} page @param {RegExp} problem @param {string} text @param {number} [workers] */
async function recovers(page, problem, text, workers = 1) {
  const alert = page.getByRole("alert");
  await alert.getByText(problem).waitFor();
  assert.equal(await box(page).inputValue(), text);
  await box(page).fill(TEXT);
  await waitForStatus(page, "1 quotation by 1 speaker");
  assert.equal(await alert.isVisible(), false);
  assert.equal(page.workers().length, workers);
}

/** The core with a memory that cannot grow much. @returns {Promise<Buffer>} */
async function coreWithoutRoom() {
  const core = await readFile(new URL("../../www/pkg/quote_extractor_bg.wasm", import.meta.url));
  const number = (/** @type {number} */ at) => {
    let value = 0;
    for (let shift = 0; ; shift += 7, at += 1) {
      value |= (core[at] & 0x7f) << shift;
      if (core[at] < 0x80) return { value, end: at + 1 };
    }
  };
  for (let at = 8; at < core.length; ) {
    const { value: size, end: start } = number(at + 1);
    // Section 5 has the memories; ours is one without a limit: flags 0, then its first size.
    if (core[at] === 5) {
      assert.deepEqual([core[start], core[start + 1]], [1, 0], "one memory without a limit");
      const first = core.subarray(start + 2, start + size);
      const pages = number(start + 2).value;
      assert.ok(pages * MEMORY_PAGE < 8e6, "it begins small");
      const section = Buffer.concat([
        Buffer.from([1, 1]),
        first,
        Buffer.from([0x80 | ((pages + ROOM) & 0x7f), (pages + ROOM) >> 7]),
      ]);
      return Buffer.concat([
        core.subarray(0, at),
        Buffer.from([5, section.length]),
        section,
        core.subarray(start + size),
      ]);
    }
    at = start + size;
  }
  return assert.fail("there is no memory in the core");
}

test("out of memory, the core traps: the page says so, keeps the text and reads a shorter one", async () => {
  const body = await coreWithoutRoom();
  const { page } = await open("/", {
    prepare: (page) =>
      page.context().route(/\.wasm$/, (route) => route.fulfill({ body, contentType: "application/wasm" })),
  });
  const long = `${TEXT} `.repeat(40_000);
  await box(page).fill(long);
  await recovers(page, /Reading stopped at something in this text/, long);
});

test("without a worker the core that replaces a trapped one has its words again", async () => {
  const body = await coreWithoutRoom();
  const { page } = await open("/", {
    prepare: async (page) => {
      await page.addInitScript("delete globalThis.Worker");
      await page
        .context()
        .route(/\.wasm$/, (route) => route.fulfill({ body, contentType: "application/wasm" }));
    },
  });
  const long = `${TEXT} `.repeat(40_000);
  await box(page).fill(long);
  await recovers(page, /Reading stopped at something in this text/, long, 0);
});

test("a worker that never answers is stopped and replaced after a while", async () => {
  const { page } = await open("/", { prepare: (page) => page.clock.install() });
  await pasteNews(page);
  const [worker] = page.workers();
  // It never comes back, as if the system had ended it.
  void worker
    .evaluate(() => {
      for (;;);
    })
    .catch(() => {});
  await box(page).fill(`${TEXT} And more.`);
  await page.clock.runFor(20_000);
  await page.getByRole("button", { name: "Cancel" }).waitFor();
  assert.equal(await page.getByRole("alert").isVisible(), false, "twenty seconds are not too long");
  await page.clock.runFor(20_000);
  await page.getByRole("alert").getByText("Reading took far too long and was stopped").waitFor();
  assert.equal(await box(page).inputValue(), `${TEXT} And more.`);
  await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
  await page.clock.runFor(1000);
  await waitForStatus(page, "1 quotation by 1 speaker");
});

test("whoever does not want to wait for it cancels, and the next text is read", async () => {
  const { page } = await open();
  await pasteNews(page);
  void page
    .workers()[0]
    .evaluate(() => {
      for (;;);
    })
    .catch(() => {});
  await box(page).fill(TEXT);
  await page.getByRole("button", { name: "Cancel" }).click();
  await waitForStatus(page, "Cancelled. Your text is still here.");
  await page.getByRole("button", { name: "Read it again" }).click();
  await waitForStatus(page, "1 quotation by 1 speaker");
});

test("where the worker never starts, the page reads by itself after a while", async () => {
  const silent =
    "globalThis.Worker = class extends EventTarget { postMessage() {} terminate() { globalThis.ended = true; } }";
  const { page } = await open("/", {
    prepare: async (page) => {
      await page.addInitScript(silent);
      await page.clock.install();
    },
  });
  await paste(page, TEXT);
  await page.clock.runFor(61_000);
  await waitForStatus(page, "1 quotation by 1 speaker");
  assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).ended), true);
});

test("an answer that never comes rejects its own request and no later one", async () => {
  const { page } = await open("/blank");
  const outcome = await page.evaluate(async (text) => {
    const { Extractor } = /** @type {typeof import("../../www/core/extractor.js")} */ (
      await import(/** @type {any} */ ("/www/core/extractor.js"))
    );
    const { hinderedWorker } = /** @type {typeof import("./support/hindered-worker.js")} */ (
      await import(/** @type {any} */ ("/tests/browser/support/hindered-worker.js"))
    );
    let workers = 0;
    const extractor = new Extractor({
      patience: (length) => (length < 10 ? 50 : 600_000),
      createWorker() {
        workers += 1;
        return hinderedWorker(({ text }) => text === "endless");
      },
    });
    const settled = await Promise.allSettled([extractor.extract("endless"), extractor.extract(text)]);
    return {
      workers,
      outcomes: settled.map((one) =>
        one.status === "fulfilled" ? one.value.quotations.length : `${one.reason.name} ${one.reason.code}`,
      ),
    };
  }, TEXT);
  assert.deepEqual(outcome, { workers: 2, outcomes: ["ExtractError timeout", 1] });
});
