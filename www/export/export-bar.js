/**
 * The controls that copy or download the results.
 *
 * @import { Format } from "./formats.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { ExportDocument } from "../types.js"
 */

import { make } from "../lib/dom.js";
import { lazy, whenIdle } from "../lib/lazy.js";
import { webAddress } from "../lib/web-address.js";

/** The modules that write the formats. */
const loadExports = lazy(() => import("./exports.js"));

/**
 * @param {{ strings: Strings, document: () => ExportDocument | null, say: (message: string) => void }} parts
 *   document: what to export, or null; say: tells the reader how it went
 * @returns {HTMLElement}
 */
export function exportBar({ strings, document: exported, say }) {
  whenIdle(loadExports);
  const names = /** @type {Format[]} */ (Object.keys(strings.formats));
  const format = make(
    "select",
    { "aria-label": strings.exportLabel, part: "select" },
    ...names.map((name) => make("option", { value: name }, strings.formats[name])),
  );
  const copy = make("button", { type: "button", part: "button" }, strings.copy);
  const save = make("button", { type: "button", part: "button" }, strings.download);
  const chosen = () => /** @type {Format} */ (format.value);
  /**
   * Exports what is shown, if it can be written in the chosen format.
   *
   * @param {(shown: ExportDocument, exports: Awaited<ReturnType<typeof loadExports>>) => void} write
   */
  const exportShown = async (write) => {
    const shown = exported();
    if (!shown) return;
    try {
      const exports = await loadExports();
      if (exports.FORMATS[chosen()].needsAddress && !webAddress(shown.url)) say(strings.addressMissing);
      else write(shown, exports);
    } catch {
      say(strings.partMissing);
    }
  };

  copy.addEventListener("click", () =>
    exportShown((shown, { FORMATS }) => void copyText(FORMATS[chosen()].write(shown, strings), say, strings)),
  );
  save.addEventListener("click", () =>
    exportShown((shown, { download }) => download(chosen(), shown, strings)),
  );
  return make("div", { class: "export", part: "export" }, format, copy, save);
}

/**
 * @param {string} text
 * @param {(message: string) => void} say
 * @param {Strings} strings
 * @param {string} [failure] what to say if the browser does not allow it
 * @returns {Promise<boolean>} whether it was copied
 */
async function copyText(text, say, strings, failure = strings.copyFailed) {
  try {
    await navigator.clipboard.writeText(text);
    say(strings.copied);
    return true;
  } catch {
    say(failure);
    return false;
  }
}

/**
 * Copies one quotation as a citation.
 *
 * @param {number} index of the quotation
 * @param {ExportDocument | null} shown null if there is nothing to copy
 * @param {(message: string) => void} say
 * @param {Strings} strings
 * @returns {Promise<string>} what to tell the reader about it
 */
export async function copyQuotation(index, shown, say, strings) {
  const exports = await loadExports().catch(() => null);
  if (!exports) return strings.partMissing;
  if (!shown) return strings.copyOneFailed;
  const copied = await copyText(
    exports.toCitation(shown, index, strings),
    say,
    strings,
    strings.copyOneFailed,
  );
  return copied ? strings.copied : strings.copyOneFailed;
}
