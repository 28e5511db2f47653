/**
 * What the reader may say about the text, for exports to carry: its title and its address.
 *
 * @import { Strings } from "../strings/strings-for.js"
 */

import { make } from "../lib/dom.js";
import { webAddress } from "../lib/web-address.js";

export class SourceFields {
  // Not a <details>: behind a box with a hundred thousand lines one keeps Chromium busy for minutes.
  element = make("div", { class: "about-text", part: "about-text" });
  #toggle = make("button", {
    type: "button",
    class: "toggle",
    "aria-expanded": "false",
    "aria-controls": "about-fields",
  });
  #fields = make("div", { class: "fields", id: "about-fields", hidden: true });
  #title = make("input", { id: "title", type: "text", autocomplete: "off", part: "field" });
  #url = make("input", {
    id: "url",
    type: "url",
    autocomplete: "off",
    spellcheck: "false",
    part: "field",
    "aria-describedby": "url-problem",
  });
  #problem = make("p", { id: "url-problem", class: "note", "aria-live": "polite" });
  /** What the reader has typed stands against what a file says. @type {Set<HTMLInputElement>} */
  #typed = new Set();
  #noAddress;

  /** @param {Strings} strings */
  constructor(strings) {
    const { heading, title, url, noAddress } = strings.aboutText;
    this.#noAddress = noAddress;
    this.#toggle.append(heading);
    this.#fields.append(
      make("div", {}, make("label", { for: "title" }, title), this.#title),
      make("div", {}, make("label", { for: "url" }, url), this.#url, this.#problem),
    );
    this.element.append(this.#toggle, this.#fields);
    this.#toggle.addEventListener("click", () => this.#open(this.#fields.hidden));
    for (const field of [this.#title, this.#url])
      field.addEventListener("input", () => this.#typed.add(field));
    this.#url.addEventListener("change", () => this.#check());
  }

  get title() {
    return this.#title.value.trim();
  }

  /** The address, or "" where there is none of the web. */
  get url() {
    return webAddress(this.#url.value);
  }

  /**
   * Takes what a file says of itself where the reader has said nothing.
   *
   * @param {{ title: string, url: string }} found
   */
  fill({ title, url }) {
    if (!this.#keeps(this.#title)) this.#title.value = title;
    if (!this.#keeps(this.#url)) this.#url.value = url;
    if (title || url) this.#open(true);
    this.#check();
  }

  /** @param {boolean} open */
  #open(open) {
    this.#fields.hidden = !open;
    this.#toggle.setAttribute("aria-expanded", String(open));
  }

  /** The text is gone, and with it what was said of it. */
  clear() {
    this.restore({ title: "", url: "", typed: new Set() });
  }

  /** What stands in the fields, to be brought back. */
  get state() {
    return { title: this.#title.value, url: this.#url.value, typed: new Set(this.#typed) };
  }

  /** @param {SourceFields["state"]} state */
  restore({ title, url, typed }) {
    this.#title.value = title;
    this.#url.value = url;
    this.#typed = new Set(typed);
    this.#check();
  }

  /** Goes on where the fields in another language were. @param {SourceFields} before */
  takeOver(before) {
    this.restore(before.state);
    this.#open(!before.#fields.hidden);
  }

  /** @param {HTMLInputElement} field */
  #keeps(field) {
    return this.#typed.has(field) && field.value.trim() !== "";
  }

  #check() {
    const wrong = this.#url.value.trim() !== "" && this.url === "";
    this.#problem.textContent = wrong ? this.#noAddress : "";
    this.#url.setAttribute("aria-invalid", String(wrong));
  }
}
