/**
 * The controls that filter the quotations, and the line that says how many match. Speakers are chosen in
 * their table.
 *
 * @import { Filters } from "./filters.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { QuotationKind } from "../types.js"
 */

import { make } from "../lib/dom.js";
import { CERTAINTIES, isFiltering, LONGEST_SEARCH, NO_FILTERS, toggle } from "./filters.js";

const KINDS = /** @type {const} */ (["direct", "mixed", "indirect"]);

export class FilterBar {
  element = make("div", { class: "filters", part: "filters", role: "search" });
  #filters = /** @type {Filters} */ (NO_FILTERS);
  #search = make("input", {
    type: "search",
    class: "search",
    part: "input",
    maxlength: LONGEST_SEARCH,
    autocomplete: "off",
    spellcheck: "false",
  });
  #kinds = make("div", { class: "kinds", role: "group" });
  #certainty = make("select", { part: "select" });
  #matchCount = make("span", { role: "status" });
  #showAll = make("button", { type: "button", part: "button", class: "show-all" });
  #matchLine = make("p", { class: "shown" }, this.#matchCount, this.#showAll);
  #strings;

  /** @param {{ strings: Strings, onChange: (filters: Filters) => void }} options */
  constructor({ strings, onChange }) {
    this.#strings = strings;
    this.element.setAttribute("aria-label", strings.filters);
    this.#search.setAttribute("aria-label", strings.search);
    this.#search.placeholder = strings.search;
    this.#kinds.setAttribute("aria-label", strings.kindFilter);
    this.#certainty.setAttribute("aria-label", strings.certaintyFilter);
    this.#certainty.append(
      ...CERTAINTIES.map((name) => make("option", { value: name }, strings.certainties[name])),
    );
    this.#showAll.append(strings.showAll);
    this.#kinds.append(...KINDS.map((kind) => this.#kindButton(kind, onChange)));
    this.#search.addEventListener("input", () => onChange({ ...this.#filters, search: this.#search.value }));
    this.#certainty.addEventListener("change", () => {
      const certainty = CERTAINTIES.find((name) => name === this.#certainty.value) ?? "all";
      onChange({ ...this.#filters, certainty });
    });
    this.#showAll.addEventListener("click", () => {
      onChange(NO_FILTERS);
      // The button is hidden now, and the focus would be lost with it.
      this.#search.focus();
    });
    this.element.append(
      make("div", { class: "controls" }, this.#search, this.#kinds, this.#certainty),
      this.#matchLine,
    );
  }

  /**
   * @param {Filters} filters
   * @param {number} matches how many quotations match the filters
   * @param {number} total
   */
  show(filters, matches, total) {
    this.#filters = filters;
    // Setting a value that the field already has would move the caret.
    if (this.#search.value !== filters.search) this.#search.value = filters.search;
    for (const [i, button] of [...this.#kinds.children].entries()) {
      button.setAttribute("aria-pressed", String(filters.kinds.includes(KINDS[i])));
    }
    this.#certainty.value = filters.certainty;
    const filtering = isFiltering(filters);
    this.#matchCount.textContent = filtering ? this.#strings.fitting(matches, total) : "";
    this.#matchLine.classList.toggle("none-fit", filtering && matches === 0);
    this.#showAll.hidden = !filtering;
  }

  /**
   * @param {QuotationKind} kind
   * @param {(filters: Filters) => void} onChange
   */
  #kindButton(kind, onChange) {
    const button = make(
      "button",
      { type: "button", part: "button", "aria-pressed": "false" },
      this.#strings.kinds[kind],
    );
    button.addEventListener("click", () =>
      onChange({ ...this.#filters, kinds: toggle(this.#filters.kinds, kind) }),
    );
    return button;
  }
}
