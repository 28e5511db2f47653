/** The extractor: cancelling, superseding, crashes, and pages where no worker can start. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { REFUSED, TAKEN } from "./support/refused.js";
import { box, paste, pasteNews, useBrowser, waitForStatus } from "./support/suite.js";

const { open } = useBrowser({
  // A page of its own: the checkout's page has a policy against what these tests write into it.
  "/blank": `<!doctype html><html lang="en"><title>Blank</title><link rel="icon" href="/www/icon.svg"></html>`,
});

const TEXT = "“It rained,” said Ann Lee.";

test("a worker that crashes is replaced, and the next text works", async () => {
  const { page, complaints } = await open();
  await pasteNews(page);
  const [worker] = page.workers();
  const gone = new Promise((resolve) => worker.once("close", resolve));
  await worker.evaluate(() =>
    setTimeout(() => {
      throw new Error("crashed on purpose");
    }),
  );
  await gone;
  await box(page).fill("");
  await paste(page, TEXT);
  await waitForStatus(page, "1 quotation by 1 speaker");
  assert.equal(page.workers().length, 1);
  complaints.length = 0;
});

test("a trap rejects its own request and no other", async () => {
  const { page } = await open("/blank");
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
    const settled = await Promise.allSettled([
      extractor.extract(text),
      extractor.extract("trap"),
      extractor.extract(text),
    ]);
    return {
      workers,
      outcomes: settled.map((one) =>
        one.status === "fulfilled" ? one.value.quotations.length : `${one.reason.name} ${one.reason.code}`,
      ),
    };
  }, TEXT);
  assert.deepEqual(outcome, { workers: 2, outcomes: [1, "ExtractError failed", 1] });
});

test("an abandoned request that keeps its worker busy loses it", async () => {
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
      createWorker() {
        workers += 1;
        return hinderedWorker(({ text }) => text === "endless");
      },
    });
    const controller = new AbortController();
    await extractor.prepare();
    const endless = extractor.extract("endless", { signal: controller.signal });
    const next = extractor.extract(text);
    setTimeout(() => controller.abort());
    const reason = await endless.catch((error) => error.name);
    return { reason, next: (await next).quotations.length, workers };
  }, TEXT);
  assert.deepEqual(outcome, { reason: "AbortError", next: 1, workers: 2 });
});

test("a newer request of the same caller supersedes the older ones", async () => {
  const { page } = await open("/blank");
  const outcomes = await page.evaluate(async (text) => {
    const { Extractor } = /** @type {typeof import("../../www/core/extractor.js")} */ (
      await import(/** @type {any} */ ("/www/core/extractor.js"))
    );
    const extractor = new Extractor();
    const caller = {};
    const settled = await Promise.allSettled([
      extractor.extract(text, { caller }),
      extractor.extract(text, { caller }),
      extractor.extract(text),
      extractor.extract(text, { caller }),
    ]);
    return settled.map((one) => (one.status === "fulfilled" ? one.value.quotations.length : one.reason.name));
  }, TEXT);
  assert.deepEqual(outcomes, ["AbortError", "AbortError", 1, 1]);
});

test("a signal that is aborted already asks nothing", async () => {
  const { page } = await open("/blank");
  const reason = await page.evaluate(async () => {
    const { extract } = /** @type {typeof import("../../www/index.js")} */ (
      await import(/** @type {any} */ ("/www/index.js"))
    );
    return extract("“A,” said B.", { signal: AbortSignal.abort("enough") }).catch((error) => error);
  });
  assert.equal(reason, "enough");
});

for (const where of ["in a worker", "without a worker"]) {
  test(`${where} options are taken as in Node.js, and refused with the same message`, async () => {
    const alone = where === "without a worker";
    const { page } = await open("/blank", {
      prepare: async (page) => alone && (await page.addInitScript("delete globalThis.Worker")),
    });
    const answers = await page.evaluate(
      async ({ text, taken, wrong }) => {
        const { ExtractError, extract } = /** @type {typeof import("../../www/index.js")} */ (
          await import(/** @type {any} */ ("/www/index.js"))
        );
        /** @param {any} text @param {any} [options] */
        const ask = (text, options) =>
          extract(text, options).then(
            ({ lang, form, quotations }) => ({ lang, form, count: quotations.length }),
            (error) => (error instanceof ExtractError ? `${error.code}: ${error.message}` : String(error)),
          );
        const all = (/** @type {any[]} */ list) => Promise.all(list.map((options) => ask(text, options)));
        return {
          taken: await all(taken),
          wrong: await all(wrong),
          texts: [await ask(5), await ask(undefined)],
          after: await ask(text, { lang: "en-GB" }),
        };
      },
      { text: TEXT, taken: TAKEN, wrong: REFUSED.map(([options]) => options) },
    );
    const found = { lang: "en", form: "plain", count: 1 };
    assert.deepEqual(
      answers.taken,
      TAKEN.map((options) => ({ ...found, form: options?.form ?? found.form })),
    );
    assert.deepEqual(answers.after, { ...found, lang: "en-GB" });
    for (const [index, [, message]] of REFUSED.entries()) {
      const answer = String(answers.wrong[index]);
      assert.ok(answer.startsWith("failed: quote-extractor: ") && answer.endsWith(message), answer);
    }
    const noText = "failed: quote-extractor: pass the text as a string";
    assert.deepEqual(answers.texts, [noText, noText]);
    assert.equal(page.workers().length, alone ? 0 : 1);
  });
}

for (const [where, script] of Object.entries({
  "without workers": "delete globalThis.Worker",
  "where workers may not start":
    "globalThis.Worker = class { constructor() { throw new DOMException('No', 'SecurityError'); } }",
  "where a worker's script does not load":
    "globalThis.Worker = class extends Worker { constructor() { super('/missing.js', { type: 'module' }); } }",
})) {
  test(`${where} the page reads texts all the same`, async () => {
    const { page, complaints } = await open("/", { prepare: (page) => page.addInitScript(script) });
    await pasteNews(page);
    assert.equal(page.workers().length, 0);
    // A script that does not load is reported on the console by the browser itself.
    if (where.includes("script")) complaints.length = 0;
  });
}
