/**
 * The legend of a text that is marked in the host page: what the underlines mean, and which color belongs to
 * which speaker.
 *
 * @import { SpeakerBadge } from "../text/speaker-badges.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Report } from "../types.js"
 */

import { make } from "../lib/dom.js";
import { speakerShares } from "../report/shares.js";
import { badgeOf } from "../text/speaker-badges.js";

/**
 * Badges cannot stand after the marks in a host page, so the legend lists the speakers with their colors. The
 * styles hide that list if the table of speakers is shown.
 */
export class HostLegend {
  #speakers = make("ul", { class: "legend-speakers", part: "legend-speakers" });
  element = make("div", { class: "page-legend" });

  /**
   * @param {Strings} strings
   * @param {HTMLElement[]} underlines what they mean
   */
  constructor(strings, underlines) {
    this.#speakers.setAttribute("aria-label", strings.speakersHeading);
    const keys = make(
      "p",
      { class: "legend", part: "legend" },
      ...underlines,
      make("span", { class: "key" }, strings.legend.uncolored),
    );
    this.element.append(keys, this.#speakers);
  }

  /**
   * @param {Report} report
   * @param {SpeakerBadge[]} badges
   */
  show(report, badges) {
    this.#speakers.replaceChildren(
      ...speakerShares(report).map(({ speaker }) => {
        const { colorClass, initials, name } = badgeOf({ speaker }, badges);
        return make(
          "li",
          { class: speaker === null ? `${colorClass} doubtful` : colorClass },
          make("span", { class: "sign", "aria-hidden": "true" }, initials),
          ` ${name}`,
        );
      }),
    );
  }
}
