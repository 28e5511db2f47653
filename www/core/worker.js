/**
 * The worker that runs the core, so that no text, however long, freezes the page. It answers
 * every request with a result or a failure; a failure marked fatal asks to be replaced.
 *
 * @import { CoreExtract } from "./core.js"
 * @import { WorkerAnswer, WorkerRequest } from "../types.js"
 */

import { compileCore, instantiateCore } from "./core.js";

// TypeScript's DOM library has no type for a worker's own scope; Worker has the same two members.
const scope = /** @type {Worker} */ (/** @type {unknown} */ (self));

/** @type {CoreExtract | undefined} */
let extract;

/** @param {WorkerAnswer} answer */
const post = (answer) => scope.postMessage(answer);

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** @param {WebAssembly.Module | string} core compiled, or the address of it */
async function start(core) {
  try {
    const module = await compileCore(core);
    extract = await instantiateCore(module);
    post({ type: "ready", module });
  } catch (error) {
    post({ type: "unable", message: messageOf(error) });
  }
}

scope.addEventListener("message", (/** @type {MessageEvent<WorkerRequest>} */ { data: request }) => {
  if (request.type === "start") {
    start(request.core);
    return;
  }
  const { id, text, options } = request;
  try {
    if (!extract) throw new Error("The worker has not been started");
    post({ type: "result", id, report: extract(text, options) });
  } catch (error) {
    // After a trap the memory of the instance cannot be trusted any more.
    post({ type: "failed", id, message: messageOf(error), fatal: error instanceof WebAssembly.RuntimeError });
  }
});
