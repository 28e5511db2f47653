/**
 * Inserts a text in place of the selection, as if it were typed.
 *
 * @param {HTMLTextAreaElement} input
 * @param {string} text
 */
export function insertText(input, text) {
  input.focus();
  // Deprecated, but only this command gets into the undo history of the browser.
  if (document.execCommand("insertText", false, text)) return;
  input.setRangeText(text, input.selectionStart, input.selectionEnd, "end");
  input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}
