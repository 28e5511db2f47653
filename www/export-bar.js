/**
 * The controls that copy or download the results.
 *
 * @import { Format } from "./export.js"
 * @import { Report } from "./types.js"
 */

import { make } from "./dom.js";
import { FORMATS, download } from "./export.js";
import { strings } from "./strings.js";

/**
 * @param {{ report: () => Report | null, say: (message: string) => void }} parts report: what to
 *   export; say: tells the reader how it went
 * @returns {HTMLElement}
 */
export function exportBar({ report, say }) {
  const names = /** @type {Format[]} */ (Object.keys(FORMATS));
  const format = make("select", { "aria-label": strings.exportLabel, part: "select" },
    ...names.map((name) => make("option", { value: name }, strings.formats[name])),
  );
  const copy = make("button", { type: "button", part: "button" }, strings.copy);
  const save = make("button", { type: "button", part: "button" }, strings.download);
  const chosen = () => /** @type {Format} */ (format.value);

  copy.addEventListener("click", async () => {
    const shown = report();
    if (!shown) return;
    try {
      await navigator.clipboard.writeText(FORMATS[chosen()].write(shown));
      say(strings.copied);
    } catch {
      say(strings.copyFailed);
    }
  });
  save.addEventListener("click", () => {
    const shown = report();
    if (shown) download("quotations", chosen(), shown);
  });
  return make("div", { class: "export", part: "export" }, format, copy, save);
}
