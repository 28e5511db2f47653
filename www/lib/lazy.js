/** Loads modules that the first result does not need. */

/**
 * Makes a module load once, at the first call. After a failure, the next call tries again.
 *
 * @template T
 * @param {() => Promise<T>} load an `import()`
 * @returns {() => Promise<T>}
 */
export function lazy(load) {
  /** @type {Promise<T> | undefined} */
  let loaded;
  return () =>
    (loaded ??= load().catch((error) => {
      loaded = undefined;
      throw error;
    }));
}

/** Loads something ahead, when the browser is idle. @param {() => Promise<unknown>} load */
export function whenIdle(load) {
  const start = () => void load().catch(() => {});
  // Safari has no `requestIdleCallback`.
  if ("requestIdleCallback" in globalThis) requestIdleCallback(start, { timeout: 2000 });
  else setTimeout(start, 200);
}
