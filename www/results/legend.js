/**
 * The legend above the marked text: what the underlines and the dashed badges mean.
 *
 * @import { Strings } from "../strings/strings-for.js"
 */

import { make } from "../lib/dom.js";

/** @param {Strings} strings */
export function textLegend(strings) {
  return make(
    "p",
    { class: "legend", part: "legend" },
    ...underlineKeys(strings),
    make(
      "span",
      { class: "key" },
      make("span", { class: "sign doubtful speaker-unknown", "aria-hidden": "true" }, "?"),
      ` ${strings.legend.doubtful}`,
    ),
  );
}

/**
 * What the underlines mean.
 *
 * @param {Strings} strings
 */
export function underlineKeys({ legend: { verbatim, reported } }) {
  return [
    make("span", { class: "key" }, make("span", { class: "verbatim" }, "abc"), ` ${verbatim}`),
    make("span", { class: "key" }, make("span", { class: "reported" }, "abc"), ` ${reported}`),
  ];
}
