/**
 * Measures all contenders for `cargo xtask bench`, which builds what is needed and makes tables of the
 * figures. Reads `{ files, rounds, seconds, only, native }` from standard input and prints the figures as
 * JSON.
 */

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { startBrowser } from "../browser/support/browser.js";
import { serve } from "../browser/support/server.js";
import {
  COMPROMISE,
  COPY,
  COPY_AND_SCAN,
  OURS,
  PACKAGE,
  prepare,
  QUOTE_PARSER,
  RESULTS,
} from "./contenders.js";
import { growth, LENGTH } from "./growth.js";
import { articles } from "./news.js";
import { chromiumRunner, nativeRunner, nodeRunner } from "./runners.js";
import { workCounter } from "./work.js";

/** The minimum time of a measurement, in milliseconds: long enough for a coarse clock. */
const MINIMUM = 300;
/** The lengths of the texts for the first result and for the memory, in UTF-16 code units. */
const SHORT = 5_000;
const LONG = 5_000_000;

/** @type {{ files: string[], rounds: number, seconds: number, only: string | null, native: string }} */
const { files, rounds, seconds, only, native } = JSON.parse(readFileSync(0, "utf8"));
const wanted = (/** @type {string} */ part) => only === null || only === part;

await prepare();
const texts = (files.length > 0 ? files.flatMap(read) : articles(2_000_000))
  .map((text) => text.replaceAll("\0", " "))
  .filter((text) => text !== "");
const server = await serve({ "/blank": "<!doctype html><title>blank</title>" });
const browser = await startBrowser();
try {
  const figures = {
    speed: wanted("speed") ? await speed() : null,
    first: wanted("first") ? await first() : null,
    memory: wanted("memory") ? memory() : null,
    growth: wanted("growth") ? { length: LENGTH, shapes: growth(workCounter()) } : null,
    versions: { node: process.versions.node, chromium: browser.version() },
  };
  console.log(JSON.stringify(figures));
} finally {
  await browser.close();
  await server.close();
}

/** @param {string} file @returns {string[]} the file as one text, or each `text` of a `.jsonl` file */
function read(file) {
  const content = readFileSync(file, "utf8");
  if (!file.endsWith(".jsonl")) return [content];
  return content
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line).text);
}

/** The seconds of a pass over the same texts, by each contender in turn, round after round. */
async function speed() {
  const sample = await affordableSample();
  const file = new URL("texts", RESULTS);
  writeFileSync(file, sample.join("\0"));
  const path = fileURLToPath(file);
  /** @type {Record<string, import("./runners.js").Runner>} */
  const runners = { native: await nativeRunner(native, path) };
  for (const contender of [OURS, QUOTE_PARSER, COMPROMISE, COPY, COPY_AND_SCAN]) {
    runners[`${contender.name}, Node.js`] = await nodeRunner(contender, path);
    runners[`${contender.name}, Chromium`] = await chromiumRunner(
      browser,
      server.origin,
      contender,
      "/test-results/bench/texts",
    );
  }
  /** @type {Record<string, number>[]} */
  const all = [];
  // The first round does not count, because code is compiled in it.
  for (let round = 0; round <= rounds; round++) {
    /** @type {Record<string, number>} */
    const passes = {};
    for (const [name, runner] of Object.entries(runners)) passes[name] = await runner.pass(MINIMUM);
    all.push(passes);
    console.error(`bench: round ${round} of ${rounds}`);
  }
  for (const runner of Object.values(runners)) await runner.close();
  return {
    documents: sample.length,
    bytes: bytes(sample),
    of: { documents: texts.length, bytes: bytes(texts) },
    rounds: all.slice(1),
  };
}

/** Every n-th text, so that a pass of the slowest contender fits into the time that is given. */
async function affordableSample() {
  const path = fileURLToPath(new URL("some", RESULTS));
  const some = texts.filter((_, n) => n % Math.ceil(texts.length / 10) === 0);
  writeFileSync(path, some.join("\0"));
  const slowest = await nodeRunner(COMPROMISE, path);
  await slowest.pass(0);
  const rate = bytes(some) / (await slowest.pass(0));
  await slowest.close();
  const step = Math.max(1, Math.ceil(bytes(texts) / (rate * seconds)));
  return texts.filter((_, n) => n % step === 0);
}

/** The milliseconds from the import to the first result, each time in a new page without a cache. */
async function first() {
  const text = texts.find((text) => text.length >= SHORT) ?? texts[0].repeat(SHORT);
  /** @type {Record<string, number>[]} */
  const all = [];
  for (let round = 0; round < Math.max(rounds, 9); round++) {
    /** @type {Record<string, number>} */
    const times = {};
    for (const { name, bundle } of [PACKAGE, OURS, QUOTE_PARSER, COMPROMISE]) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`${server.origin}/blank`);
      times[name] = await page.evaluate(
        async ([bundle, text]) => {
          const began = performance.now();
          const extract = await (await import(bundle)).default();
          await extract(text);
          return performance.now() - began;
        },
        /** @type {const} */ ([bundle, text.slice(0, SHORT)]),
      );
      await context.close();
    }
    all.push(times);
  }
  return all;
}

/** The bytes by which the memory of a new process grows with one long text; `null` if the process failed. */
function memory() {
  let text = texts.join("\n\n");
  while (text.length < LONG) text += `\n\n${text}`;
  const file = fileURLToPath(new URL("long.txt", RESULTS));
  writeFileSync(file, text.slice(0, LONG));
  const child = fileURLToPath(new URL("memory-child.js", import.meta.url));
  /** @param {string} program @param {string[]} args @returns {number | null} */
  const grown = (program, args) => {
    try {
      return JSON.parse(execFileSync(program, args, { encoding: "utf8" }));
    } catch {
      return null;
    }
  };
  return {
    native: grown(native, ["--memory", file]),
    ...Object.fromEntries(
      [OURS, QUOTE_PARSER, COMPROMISE].map(({ name, module }) => [
        name,
        grown(execPath, [child, module, file]),
      ]),
    ),
  };
}

/** @param {string[]} texts */
function bytes(texts) {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
