/**
 * The controls that narrow the quotations down, and the line that says how many are left. The
 * speakers are chosen in their table.
 *
 * @import { Filters } from "./filters.js"
 * @import { QuotationKind } from "./types.js"
 */

import { make } from "./dom.js";
import { CERTAINTIES, LONGEST_SEARCH, NO_FILTERS, isFiltering, toggled } from "./filters.js";
import { strings } from "./strings.js";

const KINDS = /** @type {const} */ (["direct", "mixed", "indirect"]);

export class FilterBar {
  element = make("div", { class: "filters", part: "filters", role: "search", "aria-label": strings.filters });
  #filters = /** @type {Filters} */ (NO_FILTERS);
  #search = make("input", {
    type: "search", class: "search", part: "input", maxlength: LONGEST_SEARCH,
    "aria-label": strings.search, placeholder: strings.search, autocomplete: "off", spellcheck: "false",
  });
  #kinds = make("div", { class: "kinds", role: "group", "aria-label": strings.kindFilter });
  #certainty = make("select", { part: "select", "aria-label": strings.certaintyFilter },
    ...CERTAINTIES.map((name) => make("option", { value: name }, strings.certainties[name])),
  );
  #count = make("span", { role: "status" });
  #all = make("button", { type: "button", part: "button", class: "show-all" }, strings.showAll);
  #line = make("p", { class: "shown" }, this.#count, this.#all);

  /** @param {{ onChange: (filters: Filters) => void }} callbacks */
  constructor({ onChange }) {
    this.#kinds.append(...KINDS.map((kind) => this.#kindButton(kind, onChange)));
    this.#search.addEventListener("input", () => onChange({ ...this.#filters, search: this.#search.value }));
    this.#certainty.addEventListener("change", () => {
      const certainty = CERTAINTIES.find((name) => name === this.#certainty.value) ?? "all";
      onChange({ ...this.#filters, certainty });
    });
    this.#all.addEventListener("click", () => {
      onChange(NO_FILTERS);
      // The button is gone now, and the focus would be lost with it.
      this.#search.focus();
    });
    this.element.append(make("div", { class: "controls" }, this.#search, this.#kinds, this.#certainty), this.#line);
  }

  /**
   * @param {Filters} filters
   * @param {number} fitting how many quotations fit
   * @param {number} total
   */
  show(filters, fitting, total) {
    this.#filters = filters;
    // Setting the value of a field that has it already would move the caret.
    if (this.#search.value !== filters.search) this.#search.value = filters.search;
    for (const [at, button] of [...this.#kinds.children].entries()) {
      button.setAttribute("aria-pressed", String(filters.kinds.includes(KINDS[at])));
    }
    this.#certainty.value = filters.certainty;
    const filtering = isFiltering(filters);
    this.#count.textContent = filtering ? strings.fitting(fitting, total) : "";
    this.#line.classList.toggle("none-fit", filtering && fitting === 0);
    this.#all.hidden = !filtering;
  }

  /**
   * @param {QuotationKind} kind
   * @param {(filters: Filters) => void} onChange
   */
  #kindButton(kind, onChange) {
    const button = make("button", { type: "button", part: "button", "aria-pressed": "false" }, strings.kinds[kind]);
    button.addEventListener("click", () => onChange({ ...this.#filters, kinds: toggled(this.#filters.kinds, kind) }));
    return button;
  }
}
