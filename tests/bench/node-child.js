/** A contender in a Node.js process of its own: `node-child.js MODULE OPTION TEXTS`, for `places.js`. */

import { readFileSync } from "node:fs";
import process, { argv } from "node:process";
import { load, work } from "./place.js";

const [, , module, option, file] = argv;
const texts = readFileSync(file, "utf8").split("\0");
const contender = await load(module, option);

process.on("message", (/** @type {number} */ least) => {
  const before = threadSeconds();
  const { passes, seconds } = work(contender, texts, least);
  process.send?.((before === null ? seconds : /** @type {number} */ (threadSeconds()) - before) / passes);
});
process.send?.("ready");

/** How long this thread has had a core to itself; only Linux tells. */
function threadSeconds() {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ")[0]) / 1e9;
  } catch {
    return null;
  }
}
