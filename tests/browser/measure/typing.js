/**
 * Measures how long each keystroke at the end of a text of 10,000 words keeps the main thread busy, by the
 * performance entries of the browser. Run it by hand; it asserts nothing, because the figures are those of
 * one machine.
 *
 *     node tests/browser/measure/typing.js [WORDS]
 */

import { argv } from "node:process";
import { openPage, startBrowser } from "../support/browser.js";
import { serve } from "../support/server.js";

const WORDS = Number(argv[2] ?? 10_000);
const PEOPLE = ["Ann Lee", "Bob Ortiz", "Cy Dow", "Dora Quist", "Eve Marsh"];
/** Long enough for each keystroke to be read and drawn before the next one, in ms. */
const PAUSE = 400;
const TYPED = " “It rained,” said Ann Lee.";

/** @param {number} words */
function articleOf(words) {
  const paragraphs = [];
  for (let i = 0, count = 0; count < words; i += 1) {
    const person = PEOPLE[(i * 7) % PEOPLE.length];
    const paragraph =
      `The water stood ${i} inches high at the mill when the council met again. “We saw it rise in an hour, ` +
      `and nobody had told us,” said ${person}, who lives by the river. The road to the harbor stayed closed until the ` +
      `evening, and ${person} said that the bridge would be built again before the winter came.`;
    paragraphs.push(paragraph);
    count += paragraph.split(" ").length;
  }
  return paragraphs.join("\n\n");
}

const server = await serve();
const browser = await startBrowser();
try {
  const { page } = await openPage(browser, `${server.origin}/`);
  await page
    .locator("quote-extractor")
    .evaluate((element, text) => /** @type {any} */ (element).extract(text), articleOf(WORDS));
  await page.getByRole("textbox", { name: "Article, transcript or chapter" }).focus();
  await page.keyboard.press("Control+End");
  await page.waitForTimeout(1000);
  await page.evaluate(() => {
    const seen = /** @type {any} */ ({ tasks: [], frames: [], work: [], events: [] });
    Object.assign(window, { seen });
    const duration = (/** @type {any} */ entry) => entry.duration;
    // A frame also waits for the screen, which must not count; its scripts and its rendering do.
    const work = (/** @type {any} */ { startTime, duration, renderStart, scripts }) =>
      scripts.reduce(
        (/** @type {number} */ sum, /** @type {any} */ script) =>
          sum + (script.startTime < renderStart ? script.duration : 0),
        0,
      ) + (renderStart > 0 ? startTime + duration - renderStart : 0);
    const watch = (
      /** @type {string} */ type,
      /** @type {number[]} */ into,
      /** @type {(entry: any) => number} */ of,
      /** @type {object} */ options = {},
    ) =>
      new PerformanceObserver((list) => into.push(...list.getEntries().map(of))).observe({
        type,
        ...options,
      });
    watch("longtask", seen.tasks, duration);
    watch("long-animation-frame", seen.frames, duration);
    watch("long-animation-frame", seen.work, work);
    watch("event", seen.events, duration, { durationThreshold: 16 });
  });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const busy = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (/** @type {string} */ name) =>
      1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
    return {
      all: of("TaskDuration"),
      script: of("ScriptDuration"),
      layout: of("LayoutDuration"),
      style: of("RecalcStyleDuration"),
    };
  };
  const before = await busy();
  for (const letter of TYPED) {
    await page.keyboard.type(letter);
    await page.waitForTimeout(PAUSE);
  }
  const after = await busy();
  const seen = await page.evaluate(() => /** @type {any} */ (window).seen);
  const longest = (/** @type {number[]} */ durations) =>
    durations.length > 0 ? `${Math.round(Math.max(...durations))} ms` : "none";
  const each = (/** @type {keyof typeof before} */ name) =>
    `${((after[name] - before[name]) / TYPED.length).toFixed(1)} ms`;
  console.log(`${TYPED.length} keystrokes at the end of ${WORDS} words`);
  console.log(`tasks over 50 ms: ${seen.tasks.length}, the longest ${longest(seen.tasks)}`);
  console.log(
    `frames over 50 ms: ${seen.frames.length}, the longest ${longest(seen.frames)}, of it work ${longest(seen.work)}`,
  );
  console.log(`from key to paint, the longest: ${longest(seen.events)}`);
  console.log(
    `main thread for a keystroke: ${each("all")}, of it script ${each("script")}, style ${each("style")}, layout ${each("layout")}`,
  );
} finally {
  await browser.close();
  await server.close();
}
