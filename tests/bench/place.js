/** What is the same wherever a contender runs: how it is loaded, and how it is made to work. */

/** @typedef {(text: string) => unknown} Contender finds what it finds in a text */

export const inNode = "process" in globalThis;

/**
 * @param {string} module where it stands, as `import` takes it
 * @param {string} [option] for contenders that come in several
 * @returns {Promise<Contender>}
 */
export async function load(module, option) {
  return (await import(module)).default(option);
}

/**
 * Goes over all texts, again and again until it has taken long enough to be measured.
 *
 * @param {Contender} contender
 * @param {string[]} texts
 * @param {number} least how long, in milliseconds
 * @returns {{ passes: number, seconds: number }}
 */
export function work(contender, texts, least) {
  const began = performance.now();
  let passes = 0;
  let took = 0;
  do {
    for (const text of texts) contender(text);
    passes++;
    took = performance.now() - began;
  } while (took < least);
  return { passes, seconds: took / 1000 };
}
