/**
 * The extractor: one interface to the core, wherever it runs. Requests wait in a queue and are
 * answered one at a time, each with a report or an error. A worker that crashes, or that an
 * abandoned request keeps busy, is replaced, and the next request works.
 *
 * @import { Backend } from "./backends.js"
 * @import { CodedReport } from "./packed-report.js"
 * @import { ExtractOptions } from "../types.js"
 */

import { BackendError, startLocalBackend, startWorkerBackend, withResolvers } from "./backends.js";
import { unpackReport } from "./packed-report.js";
import { missingPack, Packs } from "./packs.js";
import { startWorker } from "./trusted.js";

/** How long an abandoned request may keep the worker before the worker is replaced, in ms. */
const GRACE = 300;

/**
 * How long a text may take: a worker that was ended by the system for want of memory does not say so.
 * Long enough for a hundredth of the speed that is usual; whoever waits can cancel before.
 *
 * @param {number} length of the text, in UTF-16 code units
 * @returns {number} in ms
 */
const patienceFor = (length) => 30_000 + length / 10;

/** Thrown where an extraction fails for another reason than being given up. */
export class ExtractError extends Error {
  /**
   * @param {"unavailable" | "unsupported" | "failed" | "timeout"} code unavailable: the core could not be
   *   loaded; unsupported: there is no WebAssembly here, or not all of it, or no leave to use it; failed: it
   *   stopped at this text; timeout: it gave no answer
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
 * @property {PromiseWithResolvers<CodedReport>} answer
 * @property {boolean} abandoned
 * @property {boolean} [waits] whether it waits for a language pack, and the core is free
 */

export class Extractor {
  /** @type {() => Worker} */
  #createWorker;
  /** @type {Promise<Backend> | null} */
  #backend = null;
  #packs = new Packs();
  /** The compiled core, once any backend has been started. @type {WebAssembly.Module | null} */
  #module = null;
  /** No worker can start on this page. */
  #local = false;
  /** @type {Job[]} */
  #waiting = [];
  /** @type {Job | null} */
  #running = null;

  /** How long to wait for an answer, in ms. @type {(length: number) => number} */
  #patience;

  /** @param {{ createWorker?: () => Worker, patience?: (length: number) => number }} [parts] stand-ins for tests */
  constructor({ createWorker = startWorker, patience = patienceFor } = {}) {
    this.#createWorker = createWorker;
    this.#patience = patience;
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

  /** Resolves when a core that is being loaded is ready or has failed; at once if none is being loaded. */
  get settled() {
    const nothing = () => {};
    return Promise.resolve(this.#backend).then(nothing, nothing);
  }

  /**
   * Finds the quotations of a text and their speakers.
   *
   * @param {string} text
   * @param {ExtractOptions & { caller?: object }} [options] caller: who asks; a newer request of
   *   the same caller supersedes its older ones, which reject with an `AbortError`
   * @returns {Promise<CodedReport>} rejects with an {@link ExtractError}, or with the signal's reason
   */
  async extract(text, { caller, ...options } = {}) {
    options.signal?.throwIfAborted();
    for (const older of [this.#running, ...this.#waiting]) {
      if (older && caller && older.caller === caller)
        this.#abandon(older, new DOMException("Superseded", "AbortError"));
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
    if (this.#backend) return this.#backend;
    // The core and the pack are loaded side by side.
    this.#packs.loadFirst();
    this.#backend = this.#startAny().then(
      async (backend) => {
        this.#module = backend.module;
        await this.#packs.giveAll(backend).catch(() => {});
        return backend;
      },
      (error) => {
        this.#backend = null;
        throw new ExtractError(isUnsupported(error) ? "unsupported" : "unavailable", error.message);
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
      if (!job.abandoned) {
        let report = await this.#read(backend, job);
        const language = missingPack(report);
        if (language) {
          job.waits = true;
          const isWanted = () => {
            job.waits = false;
            return !job.abandoned;
          };
          if (await this.#packs.give(backend, language, isWanted)) report = await this.#read(backend, job);
        }
        job.answer.resolve(report);
      }
    } catch (error) {
      // Given up long ago, it has been replaced already.
      const current = this.#running === job;
      if (current && (error instanceof TimeoutError || (error instanceof BackendError && error.fatal)))
        this.#drop();
      const code = error instanceof TimeoutError ? "timeout" : "failed";
      job.answer.reject(error instanceof ExtractError ? error : new ExtractError(code, messageOf(error)));
    }
    this.#finish(job);
  }

  /** @param {Backend} backend @param {Job} job */
  async #read(backend, { text, options: { kinds, lang, form, hints } }) {
    const answer = backend.run(text, { kinds, lang, form, hints });
    // The core refuses what is no string, and says so.
    const length = typeof text === "string" ? text.length : 0;
    return unpackReport(text, await within(this.#patience(length), answer));
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
    if (job.waits) this.#finish(job);
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
    this.#backend?.then(
      (backend) => backend.close(),
      () => {},
    );
    this.#backend = null;
  }
}

/** @param {unknown} error from the start of the core */
function isUnsupported(error) {
  return typeof WebAssembly === "undefined" || error instanceof WebAssembly.CompileError;
}

/** Thrown where something did not happen in time. */
class TimeoutError extends Error {}

/**
 * @template T
 * @param {number} limit in ms
 * @param {Promise<T>} promise
 * @returns {Promise<T>} rejects with a {@link TimeoutError} where it takes longer
 */
function within(limit, promise) {
  const { promise: late, reject } = withResolvers();
  const timer = setTimeout(
    () => reject(new TimeoutError(`No answer within ${Math.round(limit / 1000)} s`)),
    limit,
  );
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
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
