/** A contender in a Node.js process of its own: `node-child.js MODULE OPTION TEXTS`, for `runners.js`. */

import { readFileSync } from "node:fs";
import process, { argv } from "node:process";
import { load, measure } from "./run-contender.js";

const [, , module, option, file] = argv;
const texts = readFileSync(file, "utf8").split("\0");
const extract = await load(module, option);

process.on("message", (/** @type {number} */ minimum) => {
  const before = threadSeconds();
  const { passes, seconds } = measure(extract, texts, minimum);
  process.send?.((before === null ? seconds : /** @type {number} */ (threadSeconds()) - before) / passes);
});
process.send?.("ready");

/** The CPU time of this thread; null on other systems than Linux. */
function threadSeconds() {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ")[0]) / 1e9;
  } catch {
    return null;
  }
}
