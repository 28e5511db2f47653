/**
 * Puts a text in the place of the selection, as typing does.
 *
 * @param {HTMLTextAreaElement} input
 * @param {string} text
 */
export function insertText(input, text) {
  input.focus();
  // The old command is the only way that the browser's own undo knows of.
  if (document.execCommand("insertText", false, text)) return;
  input.setRangeText(text, input.selectionStart, input.selectionEnd, "end");
  input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}
