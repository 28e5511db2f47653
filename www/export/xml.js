/**
 * Escapes text for XML 1.0, and leaves out the characters that XML does not allow even escaped, among them
 * control characters and lone surrogates.
 */

/** @type {Record<string, string>} */
const ESCAPES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\r": "&#13;",
  "\n": "&#10;",
};

/** @param {string} text */
export function escapeXml(text) {
  return allowed(text).replace(/[&<>\r]/g, (sign) => ESCAPES[sign]);
}

/** For attributes, where a parser would turn line breaks and tabs into spaces. @param {string} text */
export function escapeAttribute(text) {
  return allowed(text).replace(/[&<>"'\t\r\n]/g, (sign) => ESCAPES[sign]);
}

/** @param {string} text */
function allowed(text) {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
}
