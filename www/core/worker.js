/**
 * The worker that runs the core, so that no text, however long, freezes the page. It answers
 * every request with a result or a failure; a failure marked fatal asks to be replaced.
 *
 * @import { Core } from "./core.js"
 * @import { WorkerAnswer, WorkerRequest } from "../types.js"
 */

import { compileCore, fetchPack, instantiateCore } from "./core.js";

// TypeScript's DOM library has no type for a worker's own scope; Worker has the same two members.
const scope = /** @type {Worker} */ (/** @type {unknown} */ (self));

/** @type {Core | undefined} */
let core;

/** @param {WorkerAnswer} answer */
const post = (answer) => scope.postMessage(answer);

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** @param {WebAssembly.Module | string} source the core, compiled, or the address of it */
async function start(source) {
  try {
    const module = await compileCore(source);
    core = await instantiateCore(module);
    post({ type: "ready", module });
  } catch (error) {
    post({ type: "unable", message: messageOf(error) });
  }
}

scope.addEventListener("message", async (/** @type {MessageEvent<WorkerRequest>} */ { data: request }) => {
  if (request.type === "start") {
    start(request.core);
    return;
  }
  const { id } = request;
  try {
    if (!core) throw new Error("The worker has not been started");
    if (request.type === "add") {
      core.addPack(await fetchPack(request.pack));
      post({ type: "result", id });
    } else post({ type: "result", id, report: core.extract(request.text, request.options) });
  } catch (error) {
    // After a trap the memory of the instance cannot be trusted any more.
    post({ type: "failed", id, message: messageOf(error), fatal: error instanceof WebAssembly.RuntimeError });
  }
});
