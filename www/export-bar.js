/**
 * The controls that copy or download the results.
 *
 * @import { Format } from "./export/formats.js"
 * @import { Strings } from "./strings/strings-for.js"
 * @import { ExportDocument } from "./types.js"
 */

import { make } from "./dom.js";
import { download } from "./export/download.js";
import { FORMATS } from "./export/formats.js";
import { webAddress } from "./web-address.js";

/**
 * @param {{ strings: Strings, document: () => ExportDocument | null, say: (message: string) => void }} parts
 *   document: what to export; say: tells the reader how it went
 * @returns {HTMLElement}
 */
export function exportBar({ strings, document: exported, say }) {
  const names = /** @type {Format[]} */ (Object.keys(FORMATS));
  const format = make("select", { "aria-label": strings.exportLabel, part: "select" },
    ...names.map((name) => make("option", { value: name }, strings.formats[name])),
  );
  const copy = make("button", { type: "button", part: "button" }, strings.copy);
  const save = make("button", { type: "button", part: "button" }, strings.download);
  const chosen = () => /** @type {Format} */ (format.value);
  /** What is shown, if it can be had in the chosen format. */
  const ready = () => {
    const shown = exported();
    if (!shown || !FORMATS[chosen()].linked || webAddress(shown.url)) return shown;
    say(strings.addressMissing);
    return null;
  };

  copy.addEventListener("click", () => {
    const shown = ready();
    if (shown) void copyText(FORMATS[chosen()].write(shown, strings), say, strings);
  });
  save.addEventListener("click", () => {
    const shown = ready();
    if (shown) download(chosen(), shown, strings);
  });
  return make("div", { class: "export", part: "export" }, format, copy, save);
}

/**
 * @param {string} text
 * @param {(message: string) => void} say
 * @param {Strings} strings
 * @param {string} [failure] what to say when the browser does not allow it
 * @returns {Promise<boolean>} whether it could be copied
 */
export async function copyText(text, say, strings, failure = strings.copyFailed) {
  try {
    await navigator.clipboard.writeText(text);
    say(strings.copied);
    return true;
  } catch {
    say(failure);
    return false;
  }
}
