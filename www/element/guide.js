/**
 * Explains the marks by examples, while there are no results.
 *
 * @import { Strings } from "../strings/strings-for.js"
 */

import { make } from "../lib/dom.js";

/**
 * @param {Strings} strings
 * @returns {HTMLElement}
 */
export function guide(strings) {
  const {
    heading,
    examples,
    doubtful,
    marks: { open, close },
  } = strings.guide;
  const verbatim = (/** @type {string} */ words) => make("span", { class: "verbatim" }, words);
  const reported = (/** @type {string} */ words) => make("span", { class: "reported" }, words);
  const mark = (/** @type {string} */ kind, /** @type {Node[]} */ ...words) =>
    make("span", { class: `mark ${kind} speaker-1` }, ...words);
  const sign = () =>
    make("span", { class: "sign inline speaker-1", "aria-hidden": "true" }, strings.guide.initials);
  const { direct, mixed, indirect } = examples;

  return make(
    "section",
    { class: "guide", part: "guide", "aria-labelledby": "guide-heading" },
    make("h2", { id: "guide-heading" }, heading),
    make(
      "dl",
      {},
      make("dt", {}, direct.name),
      make("dd", {}, open, mark("direct", verbatim(direct.said)), close, sign(), direct.after),
      make("dt", {}, mixed.name),
      make(
        "dd",
        {},
        mixed.before,
        mark("mixed", reported(mixed.reported + open), verbatim(mixed.said)),
        close,
        sign(),
        ".",
      ),
      make("dt", {}, indirect.name),
      make("dd", {}, indirect.before, mark("indirect", reported(indirect.reported)), sign(), "."),
    ),
    make(
      "p",
      { class: "guide-note" },
      make("span", { class: "sign doubtful speaker-unknown", "aria-hidden": "true" }, "?"),
      ` ${doubtful}`,
    ),
  );
}
