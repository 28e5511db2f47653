/**
 * The table of speakers: how often and how much each of them is quoted.
 *
 * @import { Sign } from "./signs.js"
 * @import { Report } from "./types.js"
 */

import { make } from "./dom.js";
import { speakerShares } from "./shares.js";
import { UNKNOWN } from "./signs.js";
import { speakerLabel } from "./speaker-label.js";
import { speakerEditButton } from "./speaker-editor.js";
import { strings } from "./strings.js";

export class SpeakersTable {
  // Beside a long text the table scrolls by itself, so it has to be within reach of the keyboard.
  element = make("section", { class: "speakers", part: "speakers", "aria-labelledby": "speakers-heading", tabindex: 0 });
  #rows = make("tbody");

  /** @param {{ onEdit: (speaker: number) => void }} callbacks */
  constructor({ onEdit }) {
    this.onEdit = onEdit;
    const { columns } = strings;
    this.element.append(
      make("h2", { id: "speakers-heading" }, strings.speakersHeading),
      make("table", { "aria-labelledby": "speakers-heading" },
        make("thead", {}, make("tr", {},
          make("th", { scope: "col" }, columns.speaker),
          make("th", { scope: "col", class: "number" }, columns.quotations),
          make("th", { scope: "col", class: "number" }, columns.words),
          make("th", { scope: "col", class: "number" }, columns.share),
        )),
        this.#rows,
      ),
    );
  }

  /**
   * @param {Report} report
   * @param {Sign[]} signs
   */
  show(report, signs) {
    this.#rows.replaceChildren(...speakerShares(report).map(({ speaker, quotations, words, share }) => {
      const sign = (speaker === null ? undefined : signs[speaker]) ?? UNKNOWN;
      const bar = make("span", { class: "bar", "aria-hidden": "true" });
      bar.style.setProperty("--share", String(share));
      return make("tr", { class: speaker === null ? `${sign.color} doubtful` : sign.color, part: "speaker" },
        make("th", { scope: "row" },
          make("div", { class: "speaker-name" }, speakerLabel(sign), speakerEditButton(sign.name, speaker, this.onEdit)),
          bar,
        ),
        make("td", { class: "number" }, strings.integer(quotations)),
        make("td", { class: "number" }, strings.integer(words)),
        make("td", { class: "number" }, strings.percent(share)),
      );
    }));
  }
}
