/**
 * Text for XML 1.0: escaped, and without the characters that it does not allow even so, among them
 * control characters and halves of surrogate pairs.
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

/** For between quotation marks, where a parser would make spaces of lines and tabs. @param {string} text */
export function escapeAttribute(text) {
  return allowed(text).replace(/[&<>"'\t\r\n]/g, (sign) => ESCAPES[sign]);
}

/** @param {string} text */
function allowed(text) {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
}
