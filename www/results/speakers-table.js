/**
 * The table of speakers: how often and how much each of them is quoted, as numbers and as bars,
 * in groups that can be counted. Pressing a speaker filters by it.
 *
 * @import { Audit, Group } from "../report/audit.js"
 * @import { Share } from "../report/shares.js"
 * @import { SpeakerBadge } from "../text/speaker-badges.js"
 * @import { Strings } from "../strings/strings-for.js"
 */

import { speakerEditButton } from "../corrections/speaker-editor.js";
import { make, rovingFocus } from "../lib/dom.js";
import { badgeOf } from "../text/speaker-badges.js";
import { speakerLabel } from "./speaker-label.js";

/** @typedef {"words" | "quotations"} Measure by which the rows are sorted and the bars drawn */

export class SpeakersTable {
  // Beside a long text the table scrolls by itself, so it has to be within reach of the keyboard.
  element = make("section", {
    class: "speakers",
    part: "speakers",
    "aria-labelledby": "speakers-heading",
    tabindex: 0,
  });
  #table = make("table", { "aria-labelledby": "speakers-heading" });
  #headers;
  #shareOf = make("span", { class: "unseen" });
  #measure = /** @type {Measure} */ ("words");
  #audit = /** @type {Audit} */ ({ groups: [], words: 0, quotations: 0, speakers: 0, leading: null });
  #signs = /** @type {SpeakerBadge[]} */ ([]);
  /** The button of each speaker. @type {Map<number | null, HTMLButtonElement>} */
  #buttons = new Map();
  #pressed = /** @type {(number | null)[]} */ ([]);
  #setTabStop;
  #setEditStop;
  #onPress;
  #strings;

  /**
   * @param {object} parts
   * @param {Strings} parts.strings
   * @param {(speaker: number | null) => void} parts.onPress
   * @param {(speaker: number) => void} parts.onEdit
   */
  constructor({ strings, onPress, onEdit }) {
    this.#strings = strings;
    this.#headers = { quotations: this.#measureHeader("quotations"), words: this.#measureHeader("words") };
    this.#onPress = onPress;
    this.onEdit = onEdit;
    const { columns } = strings;
    this.#table.append(
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          make("th", { scope: "col" }, columns.speaker),
          this.#headers.quotations,
          this.#headers.words,
          make("th", { scope: "col", class: "number" }, columns.share, this.#shareOf),
        ),
      ),
    );
    this.element.append(
      make("h2", { id: "speakers-heading" }, strings.speakersHeading),
      make("p", { class: "hint" }, strings.speakersHint),
      this.#table,
    );
    this.#setTabStop = rovingFocus(this.#table, ".speaker-filter");
    this.#setEditStop = rovingFocus(this.#table, ".edit-speaker");
    this.#table.addEventListener(
      "focusin",
      ({ target }) => target instanceof Element && this.#stopAt(target),
    );
  }

  /**
   * @param {Audit} audit
   * @param {SpeakerBadge[]} signs
   */
  show(audit, signs) {
    this.#audit = audit;
    this.#signs = signs;
    this.#draw();
  }

  /** Shows by which speakers the quotations are filtered. @param {(number | null)[]} speakers */
  press(speakers) {
    this.#pressed = speakers;
    for (const [speaker, button] of this.#buttons)
      button.setAttribute("aria-pressed", String(speakers.includes(speaker)));
  }

  #draw() {
    const { groups } = this.#audit;
    for (const [measure, header] of Object.entries(this.#headers)) {
      header.toggleAttribute("aria-sort", false);
      if (measure === this.#measure) header.setAttribute("aria-sort", "descending");
    }
    this.#shareOf.textContent = ` ${this.#strings.shareOf[this.#measure]}`;
    this.#buttons.clear();
    for (const body of [...this.#table.tBodies]) body.remove();
    this.#table.append(...groups.map((group) => this.#group(group)));
    this.press(this.#pressed);
    const [first] = this.#buttons.values();
    if (first) this.#stopAt(first);
  }

  /** One row at a time is a stop for the Tab key, with both of its buttons. @param {Element} inside the row */
  #stopAt(inside) {
    const row = inside.closest("tr");
    const [filter, edit] = [".speaker-filter", ".edit-speaker"].map((selector) =>
      row?.querySelector(selector),
    );
    if (filter instanceof HTMLElement) this.#setTabStop(filter);
    if (edit instanceof HTMLElement) this.#setEditStop(edit);
  }

  /** @param {Group} group */
  #group(group) {
    const rows = [...group.rows].sort((a, b) => b[this.#measure] - a[this.#measure]);
    return make(
      "tbody",
      {},
      make(
        "tr",
        { class: "group", part: "speaker-group" },
        make("th", { scope: "rowgroup" }, this.#strings.groups[group.name](rows.length)),
        ...this.#numbers(group),
      ),
      ...rows.map((row) => this.#row(row)),
    );
  }

  /** @param {Share} row */
  #row(row) {
    const { speaker } = row;
    const sign = badgeOf(row, this.#signs);
    const bar = make("span", { class: "bar", "aria-hidden": "true" });
    bar.style.setProperty("--share", String(this.#shareIn(row)));
    return make(
      "tr",
      { class: speaker === null ? `${sign.colorClass} doubtful` : sign.colorClass, part: "speaker" },
      make(
        "th",
        { scope: "row" },
        make(
          "div",
          { class: "speaker-name" },
          this.#filterButton(speaker, sign),
          speakerEditButton(sign.name, speaker, this.onEdit, this.#strings),
        ),
        bar,
      ),
      ...this.#numbers(row),
    );
  }

  /**
   * @param {number | null} speaker
   * @param {SpeakerBadge} sign
   */
  #filterButton(speaker, sign) {
    const button = make(
      "button",
      { type: "button", class: "speaker-filter", part: "speaker-filter", tabindex: -1 },
      speakerLabel(sign),
    );
    button.addEventListener("click", () => this.#onPress(speaker));
    this.#buttons.set(speaker, button);
    return button;
  }

  /** @param {{ quotations: number, words: number }} of */
  #numbers(of) {
    return [
      this.#strings.integer(of.quotations),
      this.#strings.integer(of.words),
      this.#strings.share(this.#shareIn(of)),
    ].map((number) => make("td", { class: "number" }, number));
  }

  /** @param {{ quotations: number, words: number }} of */
  #shareIn(of) {
    const all = this.#audit[this.#measure];
    return all === 0 ? 0 : of[this.#measure] / all;
  }

  /** @param {Measure} measure */
  #measureHeader(measure) {
    const button = make(
      "button",
      { type: "button", class: "measure", title: this.#strings.sortBy[measure] },
      this.#strings.columns[measure],
    );
    button.addEventListener("click", () => {
      this.#measure = measure;
      this.#draw();
    });
    return make("th", { scope: "col", class: "number" }, button);
  }
}
