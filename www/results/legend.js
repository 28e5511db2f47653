/**
 * The legends: what the underlines mean, and whose the colours are. The second one stands where
 * the text is marked in the page and no table of speakers is shown.
 *
 * @import { SpeakerBadge } from "../text/speaker-badges.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Report } from "../types.js"
 */

import { make } from "../lib/dom.js";
import { speakerShares } from "../report/shares.js";
import { badgeOf } from "../text/speaker-badges.js";

/** What the underlines mean. @param {Strings} strings */
export function legend(strings) {
  const { verbatim, reported, doubtful } = strings.legend;
  return make(
    "p",
    { class: "legend", part: "legend" },
    make("span", { class: "key" }, make("span", { class: "verbatim" }, "abc"), ` ${verbatim}`),
    make("span", { class: "key" }, make("span", { class: "reported" }, "abc"), ` ${reported}`),
    make(
      "span",
      { class: "key" },
      make("span", { class: "sign doubtful speaker-unknown", "aria-hidden": "true" }, "?"),
      ` ${doubtful}`,
    ),
  );
}

/** For a text that is marked in the page: initials cannot stand behind the marks there. */
export class PageLegend {
  #speakers = make("ul", { class: "legend-speakers", part: "legend-speakers" });
  element = make("div", { class: "page-legend" });

  /** @param {Strings} strings */
  constructor(strings) {
    this.#speakers.setAttribute("aria-label", strings.speakersHeading);
    this.element.append(pageKeys(strings), this.#speakers);
  }

  /**
   * @param {Report} report
   * @param {SpeakerBadge[]} signs
   */
  show(report, signs) {
    this.#speakers.replaceChildren(
      ...speakerShares(report).map(({ speaker }) => {
        const sign = badgeOf({ speaker }, signs);
        return make(
          "li",
          { class: speaker === null ? `${sign.colorClass} doubtful` : sign.colorClass },
          make("span", { class: "sign", "aria-hidden": "true" }, sign.initials),
          ` ${sign.name}`,
        );
      }),
    );
  }
}

/** @param {Strings} strings */
function pageKeys(strings) {
  const { verbatim, reported, uncolored } = strings.legend;
  return make(
    "p",
    { class: "legend", part: "legend" },
    make("span", { class: "key" }, make("span", { class: "verbatim" }, "abc"), ` ${verbatim}`),
    make("span", { class: "key" }, make("span", { class: "reported" }, "abc"), ` ${reported}`),
    make("span", { class: "key" }, uncolored),
  );
}
