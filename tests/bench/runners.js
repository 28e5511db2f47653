/**
 * Runs contenders as a native program, in Node.js and in Chromium. Each runner loads one contender and
 * measures the seconds of a pass over the texts. Where the system tells, only the CPU time of the thread
 * counts, so that other programs do not disturb.
 */

import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/**
 * @typedef {object} Runner
 * @property {(minimum: number) => Promise<number>} pass runs for at least that many milliseconds; resolves to
 *   the seconds of a pass
 * @property {() => unknown} close
 */

/**
 * @param {string} program
 * @param {string} texts
 * @returns {Promise<Runner>}
 */
export async function nativeRunner(program, texts) {
  const child = spawn(program, [texts], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pass: async (minimum) => {
      child.stdin.write(`${minimum}\n`);
      return Number((await lines.next()).value);
    },
    close: () => child.stdin.end(),
  };
}

/**
 * @param {{ module: string, option?: string }} contender
 * @param {string} texts
 * @returns {Promise<Runner>}
 */
export async function nodeRunner({ module, option = "" }, texts) {
  const child = fork(fileURLToPath(new URL("node-child.js", import.meta.url)), [module, option, texts]);
  await once(child, "message");
  return {
    pass: async (minimum) => {
      child.send(minimum);
      return (await once(child, "message"))[0];
    },
    close: () => child.kill(),
  };
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} origin
 * @param {{ bundle: string, option?: string }} contender
 * @param {string} texts
 * @returns {Promise<Runner>}
 */
export async function chromiumRunner(browser, origin, { bundle, option }, texts) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const threadSeconds = async () =>
    (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "ThreadTime")?.value ??
    NaN;
  await page.goto(`${origin}/blank`);
  await page.evaluate(
    async ([bundle, option, texts]) => {
      const { load, measure } = await import(/** @type {any} */ ("/tests/bench/run-contender.js"));
      const extract = await load(bundle, option);
      const all = (await (await fetch(texts)).text()).split("\0");
      Object.assign(window, {
        pass: (/** @type {number} */ minimum) => measure(extract, all, minimum).passes,
      });
    },
    /** @type {const} */ ([bundle, option, texts]),
  );
  return {
    pass: async (minimum) => {
      const before = await threadSeconds();
      const passes = await page.evaluate((minimum) => /** @type {any} */ (window).pass(minimum), minimum);
      return ((await threadSeconds()) - before) / passes;
    },
    close: () => context.close(),
  };
}
