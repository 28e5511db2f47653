/**
 * Lets web addresses pass and nothing else: exports make links from them, and a `javascript:` address must
 * not become one.
 *
 * @param {string} address
 * @returns {string} the address as `URL` writes it, or "" unless it begins with `http:` or `https:`
 */
export function webAddress(address) {
  try {
    const { protocol, href } = new URL(address.trim());
    return protocol === "https:" || protocol === "http:" ? href : "";
  } catch {
    return "";
  }
}
