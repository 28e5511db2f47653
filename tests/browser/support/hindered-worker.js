/**
 * A worker of the package that some requests do not reach. Loaded by the pages of tests.
 *
 * @param {(request: any, worker: Worker) => boolean} hinder whether a request is kept from the worker
 */
export function hinderedWorker(hinder) {
  const worker = new Worker("/www/core/worker.js", { type: "module" });
  const { postMessage } = worker;
  worker.postMessage = (/** @type {any} */ request) => {
    if (!hinder(request, worker)) postMessage.call(worker, request);
  };
  return worker;
}

/** A worker that answers the text "trap" as it does after a trap in the core. */
export function trappedWorker() {
  return hinderedWorker(
    ({ text, id }, worker) =>
      text === "trap" &&
      worker.dispatchEvent(
        new MessageEvent("message", { data: { type: "failed", id, message: "unreachable", fatal: true } }),
      ),
  );
}
