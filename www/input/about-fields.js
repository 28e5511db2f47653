/**
 * The fields for what the reader may tell about the text, which exports contain: its title and its address.
 *
 * @import { Strings } from "../strings/strings-for.js"
 */

import { make } from "../lib/dom.js";
import { webAddress } from "../lib/web-address.js";

export class AboutFields {
  // Not a <details>: after a box with a hundred thousand lines, one keeps Chromium busy for minutes.
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
  /** The fields in which the reader typed; a file does not overwrite them. @type {Set<HTMLInputElement>} */
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

  /** The address, or "" if it is not a web address. */
  get url() {
    return webAddress(this.#url.value);
  }

  /**
   * Fills in what a file says about itself, except where the reader typed something.
   *
   * @param {{ title: string, url: string }} about
   */
  fill({ title, url }) {
    if (!this.#isTyped(this.#title)) this.#title.value = title;
    if (!this.#isTyped(this.#url)) this.#url.value = url;
    if (title || url) this.#open(true);
    this.#check();
  }

  /** @param {boolean} open */
  #open(open) {
    this.#fields.hidden = !open;
    this.#toggle.setAttribute("aria-expanded", String(open));
  }

  /** Empties the fields, when the text is cleared. */
  clear() {
    this.restore({ title: "", url: "", typed: new Set() });
  }

  /** The content of the fields, for {@link restore}. */
  get state() {
    return { title: this.#title.value, url: this.#url.value, typed: new Set(this.#typed) };
  }

  /** @param {AboutFields["state"]} state */
  restore({ title, url, typed }) {
    this.#title.value = title;
    this.#url.value = url;
    this.#typed = new Set(typed);
    this.#check();
  }

  /** Takes on the state of the fields in the previous language. @param {AboutFields} previous */
  restoreFrom(previous) {
    this.restore(previous.state);
    this.#open(!previous.#fields.hidden);
  }

  /** @param {HTMLInputElement} field */
  #isTyped(field) {
    return this.#typed.has(field) && field.value.trim() !== "";
  }

  #check() {
    const invalid = this.#url.value.trim() !== "" && this.url === "";
    this.#problem.textContent = invalid ? this.#noAddress : "";
    this.#url.setAttribute("aria-invalid", String(invalid));
  }
}
