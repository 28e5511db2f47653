/**
 * Makes each style sheet once. They are adopted and not inserted as elements, because a content security policy
 * may forbid inline styles.
 */

/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/**
 * Makes a document or a shadow tree use some css.
 *
 * @param {Document | ShadowRoot} tree
 * @param {string} css
 */
export function adopt(tree, css) {
  const sheet = sheetOf(css);
  if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets.push(sheet);
}

/** @param {string} css */
export function sheetOf(css) {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  return sheet;
}
