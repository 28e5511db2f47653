/** The package as a page imports it: it starts a worker and asks that. */

/** @returns {Promise<(text: string) => Promise<unknown>>} */
export default async function load() {
  const { extract } = await import("../../../www/index.js");
  return extract;
}
