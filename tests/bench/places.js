/**
 * Where contenders run: as a native program, in Node.js, in Chromium. Each place loads one contender
 * and answers with the seconds of one pass over the texts. Where the system tells, they are
 * those that the working thread had a core to itself, so that other programs do not count.
 */

import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/**
 * @typedef {object} Place
 * @property {(least: number) => Promise<number>} pass works for at least so many milliseconds
 * @property {() => unknown} close
 */

/**
 * @param {string} program
 * @param {string} texts
 * @returns {Promise<Place>}
 */
export async function nativePlace(program, texts) {
  const child = spawn(program, [texts], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pass: async (least) => {
      child.stdin.write(`${least}\n`);
      return Number((await lines.next()).value);
    },
    close: () => child.stdin.end(),
  };
}

/**
 * @param {{ module: string, option?: string }} contender
 * @param {string} texts
 * @returns {Promise<Place>}
 */
export async function nodePlace({ module, option = "" }, texts) {
  const child = fork(fileURLToPath(new URL("node-child.js", import.meta.url)), [module, option, texts]);
  await once(child, "message");
  return {
    pass: async (least) => {
      child.send(least);
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
 * @returns {Promise<Place>}
 */
export async function chromiumPlace(browser, origin, { bundle, option }, texts) {
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
      const { load, work } = await import(/** @type {any} */ ("/tests/bench/place.js"));
      const contender = await load(bundle, option);
      const all = (await (await fetch(texts)).text()).split("\0");
      Object.assign(window, { pass: (/** @type {number} */ least) => work(contender, all, least).passes });
    },
    /** @type {const} */ ([bundle, option, texts]),
  );
  return {
    pass: async (least) => {
      const before = await threadSeconds();
      const passes = await page.evaluate((least) => /** @type {any} */ (window).pass(least), least);
      return ((await threadSeconds()) - before) / passes;
    },
    close: () => context.close(),
  };
}
