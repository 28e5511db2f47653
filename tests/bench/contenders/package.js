/** The package as a page imports it; it extracts in a worker. */

/** @returns {Promise<(text: string) => Promise<unknown>>} */
export default async function load() {
  const { extract } = await import("../../../www/index.js");
  return extract;
}
