/**
 * How a speaker is written wherever one is named: the sign, the name, and what there is to know.
 *
 * @import { Sign } from "../text/signs.js"
 */

import { make } from "../lib/dom.js";

/**
 * @param {Sign} sign
 * @returns {HTMLElement}
 */
export function speakerLabel({ name, about, initials }) {
  return make(
    "span",
    { class: "speaker-label" },
    make("span", { class: "sign", "aria-hidden": "true" }, initials),
    make(
      "span",
      {},
      make("span", { class: "name" }, name),
      about ? " " : null,
      about ? make("span", { class: "role" }, about) : null,
    ),
  );
}
