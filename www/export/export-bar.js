/**
 * The controls that copy or download the results.
 *
 * @import { Format } from "./formats.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { ExportDocument } from "../types.js"
 * @import { Exports } from "./exports.js"
 */

import { make } from "../lib/dom.js";

/**
 * @param {object} parts
 * @param {Strings} parts.strings
 * @param {() => ExportDocument | null} parts.document what to export, or null
 * @param {(message: string) => void} parts.say tells the reader how it went
 * @param {() => Promise<Exports>} parts.load what writes the formats
 * @returns {HTMLElement}
 */
export function exportBar({ strings, document: exported, say, load }) {
  const names = /** @type {Format[]} */ (Object.keys(strings.formats));
  const format = make(
    "select",
    { "aria-label": strings.exportLabel, part: "select" },
    ...names.map((name) => make("option", { value: name }, strings.formats[name])),
  );
  const button = (/** @type {string} */ label, /** @type {"copy" | "download"} */ way) => {
    const element = make("button", { type: "button", part: "button" }, label);
    element.addEventListener("click", async () => {
      const shown = exported();
      if (!shown) return;
      const exports = await load().catch(() => null);
      if (exports) exports.exportAs(/** @type {Format} */ (format.value), way, shown, { say, strings });
      else say(strings.partMissing);
    });
    return element;
  };
  return make(
    "div",
    { class: "export", part: "export" },
    format,
    button(strings.copy, "copy"),
    button(strings.download, "download"),
  );
}
