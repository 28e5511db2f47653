/**
 * The legends: what the underlines mean, and whose the colours are. The second one stands where
 * the text is marked in the page and no table of speakers is shown.
 *
 * @import { Sign } from "./signs.js"
 * @import { Report } from "./types.js"
 */

import { make } from "./dom.js";
import { speakerShares } from "./shares.js";
import { UNKNOWN } from "./signs.js";
import { strings } from "./strings.js";

/** What the underlines mean. */
export function legend() {
  const { verbatim, reported, doubtful } = strings.legend;
  return make("p", { class: "legend", part: "legend" },
    make("span", { class: "key" }, make("span", { class: "verbatim" }, "abc"), ` ${verbatim}`),
    make("span", { class: "key" }, make("span", { class: "reported" }, "abc"), ` ${reported}`),
    make("span", { class: "key" }, make("span", { class: "sign doubtful speaker-unknown", "aria-hidden": "true" }, "?"), ` ${doubtful}`),
  );
}

/** For a text that is marked in the page: initials cannot stand behind the marks there. */
export class PageLegend {
  #speakers = make("ul", { class: "legend-speakers", part: "legend-speakers", "aria-label": strings.speakersHeading });
  element = make("div", { class: "page-legend" }, pageKeys(), this.#speakers);

  /**
   * @param {Report} report
   * @param {Sign[]} signs
   */
  show(report, signs) {
    this.#speakers.replaceChildren(...speakerShares(report).map(({ speaker }) => {
      const sign = (speaker === null ? undefined : signs[speaker]) ?? UNKNOWN;
      return make("li", { class: speaker === null ? `${sign.color} doubtful` : sign.color },
        make("span", { class: "sign", "aria-hidden": "true" }, sign.initials),
        ` ${sign.name}`,
      );
    }));
  }
}

function pageKeys() {
  const { verbatim, reported, uncolored } = strings.legend;
  return make("p", { class: "legend", part: "legend" },
    make("span", { class: "key" }, make("span", { class: "verbatim" }, "abc"), ` ${verbatim}`),
    make("span", { class: "key" }, make("span", { class: "reported" }, "abc"), ` ${reported}`),
    make("span", { class: "key" }, uncolored),
  );
}
