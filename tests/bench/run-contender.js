/** Loads a contender and measures it; the same code in Node.js and in a page. */

/** @typedef {(text: string) => unknown} Extract finds the quotations of a text in its own way */

export const inNode = "process" in globalThis;

/**
 * @param {string} module of the contender, as `import` takes it
 * @param {string} [option] for a module with several contenders
 * @returns {Promise<Extract>}
 */
export async function load(module, option) {
  return (await import(module)).default(option);
}

/**
 * Extracts from all texts, again and again for a minimum time.
 *
 * @param {Extract} extract
 * @param {string[]} texts
 * @param {number} minimum time, in milliseconds
 * @returns {{ passes: number, seconds: number }}
 */
export function measure(extract, texts, minimum) {
  const began = performance.now();
  let passes = 0;
  let took = 0;
  do {
    for (const text of texts) extract(text);
    passes++;
    took = performance.now() - began;
  } while (took < minimum);
  return { passes, seconds: took / 1000 };
}
