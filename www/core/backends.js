/**
 * The two places where the core can run, behind one shape: a worker, and the main thread for
 * pages where no worker can start. `Extractor` chooses and replaces; nobody else needs these.
 *
 * @import { CoreOptions, Pack, PackedReport, WorkerAnswer, WorkerRequest } from "../types.js"
 */

import { compileCore, fetchPack, instantiateCore } from "./core.js";
import { coreSource } from "./core-files.js";

/** A worker that has not started after this long never will, in ms. */
const LONGEST_START = 60_000;

/**
 * @typedef {object} Backend
 * @property {WebAssembly.Module} module the compiled core, to start the next backend from
 * @property {(text: string, options: CoreOptions) => Promise<PackedReport>} run one request at a
 *   time; rejects with a {@link BackendError}
 * @property {(pack: Pack) => Promise<unknown>} add adds a language pack, as a request of its own; rejects with a
 *   {@link BackendError}
 * @property {boolean} usable false once it has crashed, be it between two requests
 * @property {() => void} close ends it; a request under way stays unanswered
 */

/** Why a backend gave no result. */
export class BackendError extends Error {
  /**
   * @param {string} message
   * @param {{ fatal: boolean }} options fatal: this backend must not be used again
   */
  constructor(message, { fatal }) {
    super(message);
    this.name = "BackendError";
    this.fatal = fatal;
  }
}

/**
 * Starts the core in a worker.
 *
 * @param {() => Worker} createWorker
 * @param {WebAssembly.Module | null} module the compiled core, if there is one already
 * @returns {Promise<Backend>} rejects where no worker can start
 */
export async function startWorkerBackend(createWorker, module) {
  const worker = createWorker();
  /** @param {WorkerRequest} request */
  const post = (request) => worker.postMessage(request);
  /** @type {PromiseWithResolvers<any> | undefined} */
  let pending;
  let lastId = 0;
  let usable = true;

  /** @type {Promise<WebAssembly.Module>} */
  const ready = new Promise((resolve, reject) => {
    /** @param {string} message */
    const fail = (message) => {
      const error = new BackendError(message, { fatal: true });
      clearTimeout(timer);
      worker.terminate();
      usable = false;
      reject(error);
      pending?.reject(error);
    };
    const timer = setTimeout(() => fail("The worker did not start"), LONGEST_START);
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      fail(event.message || "The worker stopped");
    });
    worker.addEventListener("messageerror", () => fail("The worker's answer could not be read"));
    worker.addEventListener("message", (/** @type {MessageEvent<WorkerAnswer>} */ { data: answer }) => {
      if (answer.type === "ready") {
        clearTimeout(timer);
        resolve(answer.module);
      } else if (answer.type === "unable") fail(answer.message);
      else if (answer.id !== lastId) return;
      else if (answer.type === "result") pending?.resolve(answer.report);
      else if (answer.fatal) fail(answer.message);
      else pending?.reject(new BackendError(answer.message, { fatal: false }));
    });
    // Worker and core are loaded side by side.
    coreFor(module).then(
      (core) => post({ type: "start", core }),
      (error) => fail(messageOf(error)),
    );
  });

  return {
    module: await ready,
    get usable() {
      return usable;
    },
    run(text, options) {
      pending = withResolvers();
      post({ type: "extract", id: ++lastId, text, options });
      return pending.promise;
    },
    add(pack) {
      pending = withResolvers();
      post({ type: "add", id: ++lastId, pack });
      return pending.promise;
    },
    close: () => worker.terminate(),
  };
}

/**
 * @param {WebAssembly.Module | null} module the compiled core, if there is one already
 * @returns {Promise<WebAssembly.Module | string>} for a worker to start from
 */
async function coreFor(module) {
  const source = module ?? (await coreSource());
  // What this page may not load or compile, the worker may: its policy is another one.
  return compileCore(source).catch(() => source);
}

/**
 * Starts the core in this thread.
 *
 * @param {WebAssembly.Module | null} module the compiled core, if there is one already
 * @returns {Promise<Backend>}
 */
export async function startLocalBackend(module) {
  const compiled = module ?? (await compileCore(await coreSource()));
  const core = await instantiateCore(compiled);
  /** @template T @param {() => T | Promise<T>} call @returns {Promise<T>} */
  const guarded = async (call) => {
    try {
      return await call();
    } catch (error) {
      throw new BackendError(messageOf(error), { fatal: error instanceof WebAssembly.RuntimeError });
    }
  };
  return {
    module: compiled,
    usable: true,
    run: (text, options) => guarded(() => core.extract(text, options)),
    add: (pack) => guarded(async () => core.addPack(await fetchPack(pack))),
    close() {},
  };
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * `Promise.withResolvers`, which Node.js 20 and older browsers lack.
 *
 * @template T
 * @returns {PromiseWithResolvers<T>}
 */
export function withResolvers() {
  /** @type {any} */
  const resolvers = {};
  resolvers.promise = new Promise((resolve, reject) => Object.assign(resolvers, { resolve, reject }));
  return resolvers;
}
