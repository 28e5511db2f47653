/** Loads modules that the first result does not need. */

/**
 * Makes something load once, at the first call. After a failure, the next call tries again.
 *
 * @template T
 * @param {() => Promise<T>} load
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

/**
 * Makes a module load once, at the first call. Firefox remembers that a module failed and does not ask for it again
 * under the same address, so the next call adds to the address, which the error names. That may also be the address
 * of a module which this one imports: then nothing but loading the page again helps there. In a bundle that is one
 * file, nothing fails.
 *
 * @template T
 * @param {() => Promise<T>} load an `import()` of a literal, whose end tells the module from those that it imports
 * @returns {() => Promise<T>}
 */
export function lazyModule(load) {
  /** @type {URL | undefined} */
  let failed;
  let tries = 0;
  return lazy(async () => {
    try {
      if (!failed) return await load();
      failed.searchParams.set("try", String(++tries));
      return await import(failed.href);
    } catch (error) {
      failed ??= failedModule(String(error), String(load));
      throw error;
    }
  });
}

/**
 * The address of a module that did not arrive, if an error names it.
 *
 * @param {string} error
 * @param {string} load the code that imports it
 */
function failedModule(error, load) {
  const [address = ""] = /https?:\S+/.exec(error) ?? [];
  const [, name] = /import\(["'`][^"'`]*?(\/[^/"'`]+)["'`]\)/.exec(load) ?? [];
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return name && url?.pathname.endsWith(name) ? url : undefined;
}

/** Loads something ahead, when the browser is idle. @param {() => Promise<unknown>} load */
export function whenIdle(load) {
  const start = () => void load().catch(() => {});
  // Safari has no `requestIdleCallback`.
  if ("requestIdleCallback" in globalThis) requestIdleCallback(start, { timeout: 2000 });
  else setTimeout(start, 200);
}
