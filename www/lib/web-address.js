/**
 * Only addresses of the web count: exports make links of them, and must not carry `javascript:`
 * addresses on.
 *
 * @param {string} words
 * @returns {string} the address, or "" for anything else
 */
export function webAddress(words) {
  try {
    const { protocol, href } = new URL(words.trim());
    return protocol === "https:" || protocol === "http:" ? href : "";
  } catch {
    return "";
  }
}
