/**
 * Copies to the clipboard, and says whether it was copied.
 *
 * @import { Strings } from "../strings/strings-for.js"
 * @import { ExportDocument } from "../types.js"
 */

import { lateStrings } from "../strings/late.js";
import { toCitation } from "./citation.js";

/**
 * @param {string} text
 * @param {{ say: (message: string) => void, copied: string, failed: string }} messages
 * @returns {Promise<string>} the message that was given; failed: the browser does not allow it
 */
export async function copyText(text, { say, copied, failed }) {
  let message = copied;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    message = failed;
  }
  say(message);
  return message;
}

/**
 * Copies one quotation as a citation.
 *
 * @param {number} index of the quotation
 * @param {ExportDocument | null} shown null if there is nothing to copy
 * @param {{ say: (message: string) => void, strings: Strings }} interfaceParts
 * @returns {Promise<string>} what to tell the reader about it
 */
export async function copyQuotation(index, shown, { say, strings }) {
  const { copied, copyOneFailed: failed } = lateStrings[strings.language].export;
  return shown ? copyText(toCitation(shown, index, strings), { say, copied, failed }) : failed;
}
