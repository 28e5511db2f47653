/**
 * The table of speakers: how often and how much each of them is quoted, as numbers and as bars, in groups
 * with their totals. A press on a speaker filters the quotations.
 *
 * @import { Audit, Group } from "../report/audit.js"
 * @import { Share } from "../report/shares.js"
 * @import { SpeakerBadge } from "../text/speaker-badges.js"
 * @import { Strings } from "../strings/strings-for.js"
 */

import { editSpeakerButton } from "../corrections/edit-speaker-button.js";
import { make, rovingFocus } from "../lib/dom.js";
import { badgeOf } from "../text/speaker-badges.js";
import { speakerLabel } from "./speaker-label.js";

/** What sorts the rows and sets the length of the bars. @typedef {"words" | "quotations"} Measure */

export class SpeakersTable {
  // Beside a long text the table scrolls by itself, so the keyboard must be able to reach it.
  element = make("section", {
    class: "speakers",
    part: "speakers",
    "aria-labelledby": "speakers-heading",
    tabindex: 0,
  });
  #table = make("table", { "aria-labelledby": "speakers-heading" });
  #headers;
  /** Tells screen readers whether the shares count words or quotations. */
  #shareHint = make("span", { class: "unseen" });
  #measure = /** @type {Measure} */ ("words");
  #audit = /** @type {Audit} */ ({ groups: [], words: 0, quotations: 0, speakers: 0, leading: null });
  #badges = /** @type {SpeakerBadge[]} */ ([]);
  /** The filter button of each speaker. @type {Map<number | null, HTMLButtonElement>} */
  #filterButtons = new Map();
  /** The speakers by which the quotations are filtered. */
  #filteredBy = /** @type {(number | null)[]} */ ([]);
  #setFilterTabStop;
  #setEditTabStop;
  #onToggle;
  #strings;

  /**
   * @param {object} options
   * @param {Strings} options.strings
   * @param {(speaker: number | null) => void} options.onToggle adds a speaker to the filters, or removes it
   * @param {(speaker: number) => void} options.onEdit
   */
  constructor({ strings, onToggle, onEdit }) {
    this.#strings = strings;
    this.#headers = { quotations: this.#measureHeader("quotations"), words: this.#measureHeader("words") };
    this.#onToggle = onToggle;
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
          make("th", { scope: "col", class: "number" }, columns.share, this.#shareHint),
        ),
      ),
    );
    this.element.append(
      make("h2", { id: "speakers-heading" }, strings.speakersHeading),
      make("p", { class: "hint" }, strings.speakersHint),
      this.#table,
    );
    this.#setFilterTabStop = rovingFocus(this.#table, ".speaker-filter");
    this.#setEditTabStop = rovingFocus(this.#table, ".edit-speaker");
    this.#table.addEventListener(
      "focusin",
      ({ target }) => target instanceof Element && this.#setTabStops(target),
    );
  }

  /**
   * @param {Audit} audit
   * @param {SpeakerBadge[]} badges
   */
  show(audit, badges) {
    this.#audit = audit;
    this.#badges = badges;
    this.#draw();
  }

  /** Shows by which speakers the quotations are filtered. @param {(number | null)[]} speakers */
  showFilter(speakers) {
    this.#filteredBy = speakers;
    for (const [speaker, button] of this.#filterButtons)
      button.setAttribute("aria-pressed", String(speakers.includes(speaker)));
  }

  #draw() {
    const { groups } = this.#audit;
    for (const [measure, header] of Object.entries(this.#headers)) {
      header.toggleAttribute("aria-sort", false);
      if (measure === this.#measure) header.setAttribute("aria-sort", "descending");
    }
    this.#shareHint.textContent = ` ${this.#strings.shareOf[this.#measure]}`;
    this.#filterButtons.clear();
    for (const body of [...this.#table.tBodies]) body.remove();
    this.#table.append(...groups.map((group) => this.#group(group)));
    this.showFilter(this.#filteredBy);
    const [first] = this.#filterButtons.values();
    if (first) this.#setTabStops(first);
  }

  /** The Tab key stops in one row only, at both of its buttons. @param {Element} element in that row */
  #setTabStops(element) {
    const row = element.closest("tr");
    const [filter, edit] = [".speaker-filter", ".edit-speaker"].map((selector) =>
      row?.querySelector(selector),
    );
    if (filter instanceof HTMLElement) this.#setFilterTabStop(filter);
    if (edit instanceof HTMLElement) this.#setEditTabStop(edit);
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
        ...this.#numbers(group, group.name),
      ),
      ...rows.map((row) => this.#row(row, group.name)),
    );
  }

  /**
   * @param {Share} row
   * @param {Group["name"]} group
   */
  #row(row, group) {
    const { speaker } = row;
    const badge = badgeOf(row, this.#badges);
    const bar = make("span", { class: "bar", "aria-hidden": "true" });
    bar.style.setProperty("--share", String(group === "askers" ? 0 : this.#shareOf(row)));
    return make(
      "tr",
      { class: speaker === null ? `${badge.colorClass} doubtful` : badge.colorClass, part: "speaker" },
      make(
        "th",
        { scope: "row" },
        make(
          "div",
          { class: "speaker-name" },
          this.#filterButton(speaker, badge),
          editSpeakerButton(badge.name, speaker, this.onEdit, this.#strings),
        ),
        bar,
      ),
      ...this.#numbers(row, group),
    );
  }

  /**
   * @param {number | null} speaker
   * @param {SpeakerBadge} badge
   */
  #filterButton(speaker, badge) {
    const button = make(
      "button",
      { type: "button", class: "speaker-filter", part: "speaker-filter", tabindex: -1 },
      speakerLabel(badge),
    );
    button.addEventListener("click", () => this.#onToggle(speaker));
    this.#filterButtons.set(speaker, button);
    return button;
  }

  /**
   * @param {Record<Measure, number>} counts of a speaker or of a group
   * @param {Group["name"]} group those who only ask have no share
   */
  #numbers(counts, group) {
    return [
      this.#strings.integer(counts.quotations),
      this.#strings.integer(counts.words),
      group === "askers" ? "" : this.#strings.share(this.#shareOf(counts)),
    ].map((number) => make("td", { class: "number" }, number));
  }

  /** @param {Record<Measure, number>} counts of a speaker or of a group */
  #shareOf(counts) {
    const total = this.#audit[this.#measure];
    return total === 0 ? 0 : counts[this.#measure] / total;
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
