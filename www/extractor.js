/**
 * The extractor: one interface to the core, wherever it runs. Requests wait in a queue and are
 * answered one at a time, each with a report or an error. A worker that crashes, or that an
 * abandoned request keeps busy, is replaced, and the next request works.
 *
 * @import { Backend } from "./backends.js"
 * @import { ExtractOptions, Report } from "./types.js"
 */

import { BackendError, startLocalBackend, startWorkerBackend, withResolvers } from "./backends.js";
import { createCoreWorker } from "./core-files.js";
import { completeReport } from "./core.js";

/** How long an abandoned request may keep the worker before the worker is replaced, in ms. */
const GRACE = 300;

/** Thrown where an extraction fails for another reason than being given up. */
export class ExtractError extends Error {
  /**
   * @param {"unavailable" | "failed"} code unavailable: the core could not be loaded;
   *   failed: it stopped at this text
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = "ExtractError";
    this.code = code;
  }
}

/**
 * @typedef {object} Job
 * @property {string} text
 * @property {ExtractOptions} options
 * @property {object | undefined} caller
 * @property {PromiseWithResolvers<Report>} answer
 * @property {boolean} abandoned
 */

export class Extractor {
  /** @type {() => Worker} */
  #createWorker;
  /** @type {Promise<Backend> | null} */
  #backend = null;
  /** The compiled core, once any backend has been started. @type {WebAssembly.Module | null} */
  #module = null;
  /** No worker can start on this page. */
  #local = false;
  /** @type {Job[]} */
  #waiting = [];
  /** @type {Job | null} */
  #running = null;

  /** @param {{ createWorker?: () => Worker }} [parts] createWorker: a stand-in for tests */
  constructor({ createWorker = createCoreWorker } = {}) {
    this.#createWorker = createWorker;
  }

  /**
   * Loads the core ahead of the first request. A failure is not reported here but by the request
   * that meets it, which tries again.
   *
   * @returns {Promise<void>}
   */
  async prepare() {
    await this.#start().catch(() => {});
  }

  /**
   * Finds the quotations of a text and their speakers.
   *
   * @param {string} text
   * @param {ExtractOptions & { caller?: object }} [options] caller: who asks; a newer request of
   *   the same caller supersedes its older ones, which reject with an `AbortError`
   * @returns {Promise<Report>} rejects with an {@link ExtractError}, or with the signal's reason
   */
  async extract(text, { caller, ...options } = {}) {
    options.signal?.throwIfAborted();
    for (const older of [this.#running, ...this.#waiting]) {
      if (older && caller && older.caller === caller) this.#abandon(older, new DOMException("Superseded", "AbortError"));
    }
    /** @type {Job} */
    const job = { text, options, caller, answer: withResolvers(), abandoned: false };
    const giveUp = () => this.#abandon(job, options.signal?.reason);
    options.signal?.addEventListener("abort", giveUp, { once: true });
    this.#waiting.push(job);
    this.#next();
    try {
      return await job.answer.promise;
    } finally {
      options.signal?.removeEventListener("abort", giveUp);
    }
  }

  /** @returns {Promise<Backend>} one that can take a request */
  async #ready() {
    const backend = await this.#start();
    if (backend.usable) return backend;
    this.#drop();
    return this.#start();
  }

  /** @returns {Promise<Backend>} */
  #start() {
    this.#backend ??= this.#startAny().then(
      (backend) => {
        this.#module = backend.module;
        return backend;
      },
      (error) => {
        this.#backend = null;
        throw new ExtractError("unavailable", error.message);
      },
    );
    return this.#backend;
  }

  /** @returns {Promise<Backend>} */
  async #startAny() {
    if (!this.#local) {
      try {
        return await startWorkerBackend(this.#createWorker, this.#module);
      } catch {
        // No worker here: blocked by a policy, from another origin, or without a network.
      }
    }
    const backend = await startLocalBackend(this.#module);
    this.#local = true;
    return backend;
  }

  async #next() {
    if (this.#running) return;
    const job = this.#waiting.shift();
    if (!job) return;
    this.#running = job;
    try {
      const backend = await this.#ready();
      const { kinds, lang } = job.options;
      if (!job.abandoned) job.answer.resolve(completeReport(job.text, await backend.run(job.text, { kinds, lang })));
    } catch (error) {
      if (error instanceof BackendError && error.fatal) this.#drop();
      job.answer.reject(error instanceof ExtractError ? error : new ExtractError("failed", messageOf(error)));
    }
    this.#finish(job);
  }

  /** @param {Job} job */
  #finish(job) {
    if (this.#running !== job) return;
    this.#running = null;
    this.#next();
  }

  /**
   * Rejects a request at once. If it is under way it gets a moment to end by itself, which costs
   * less than a new worker; then the worker goes.
   *
   * @param {Job} job
   * @param {unknown} reason
   */
  #abandon(job, reason) {
    job.abandoned = true;
    job.answer.reject(reason);
    this.#waiting = this.#waiting.filter((other) => other !== job);
    if (this.#running !== job || this.#local) return;
    const backend = this.#backend;
    setTimeout(() => {
      // A backend that is still starting is not replaced: the next request needs it as well.
      if (this.#running !== job || this.#backend !== backend || !this.#module) return;
      this.#drop();
      this.#finish(job);
    }, GRACE);
  }

  #drop() {
    this.#backend?.then((backend) => backend.close(), () => {});
    this.#backend = null;
  }
}

/** @type {Extractor | undefined} */
let shared;

/**
 * The extractor of this page: one worker serves all elements and callers.
 *
 * @returns {Extractor}
 */
export function sharedExtractor() {
  return (shared ??= new Extractor());
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
