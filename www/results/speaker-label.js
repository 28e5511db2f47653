/**
 * How every view writes a speaker: the badge, the name, and the role or kind.
 *
 * @import { SpeakerBadge } from "../text/speaker-badges.js"
 */

import { make } from "../lib/dom.js";

/**
 * @param {SpeakerBadge} badge
 * @returns {HTMLElement}
 */
export function speakerLabel({ name, description, initials }) {
  return make(
    "span",
    { class: "speaker-label" },
    make("span", { class: "sign", "aria-hidden": "true" }, initials),
    make(
      "span",
      {},
      make("span", { class: "name" }, name),
      description ? " " : null,
      description ? make("span", { class: "role" }, description) : null,
    ),
  );
}
