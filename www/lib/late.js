/**
 * Parts that the first result does without: they are loaded behind it, when the browser has nothing
 * else to do, so that later nothing is asked of the network any more.
 */

/**
 * @template T
 * @param {() => Promise<T>} load an `import()`
 * @returns {() => Promise<T>} tries again where loading has failed before
 */
export function late(load) {
  /** @type {Promise<T> | undefined} */
  let loaded;
  return () =>
    (loaded ??= load().catch((error) => {
      loaded = undefined;
      throw error;
    }));
}

/** @param {() => Promise<unknown>} load what {@link late} has made */
export function whenIdle(load) {
  const start = () => void load().catch(() => {});
  // Safari has no word for idle.
  if ("requestIdleCallback" in globalThis) requestIdleCallback(start, { timeout: 2000 });
  else setTimeout(start, 200);
}
