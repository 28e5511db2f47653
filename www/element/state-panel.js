/**
 * The panel between the text and the results: it says what is going on, what was found, or what went wrong
 * and what to do about it.
 *
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Report } from "../types.js"
 */

import { make } from "../lib/dom.js";
import { audit } from "../report/audit.js";

/** A shorter wait is not announced, in ms. */
const NOTICEABLE = 300;

export class StatePanel {
  element = make("div", { class: "state", part: "status" });
  /** Controls for the results; hidden while there are no results. */
  actions = make("div", { class: "state-actions", hidden: true });
  #status = make("p", { class: "status", role: "status" });
  #help = make("p", { class: "help", role: "status" });
  #error = make("div", { class: "error", part: "error", role: "alert" });
  #audit = make("p", { class: "audit", part: "audit" });
  #bar = make("progress");
  #cancel = make("button", { type: "button", part: "button" });
  #progress = make("div", { class: "progress", hidden: true }, this.#bar, this.#cancel);
  #again = make("button", { type: "button", part: "button", hidden: true });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #strings;

  /** @param {{ strings: Strings, onRetry: () => void, onCancel: () => void }} parts */
  constructor({ strings, onRetry, onCancel }) {
    this.#strings = strings;
    this.#bar.setAttribute("aria-label", strings.progress);
    this.#cancel.append(strings.cancel);
    this.#again.append(strings.readAgain);
    this.onRetry = onRetry;
    this.#cancel.addEventListener("click", onCancel);
    this.#again.addEventListener("click", () => this.onRetry());
    this.element.append(
      make("div", { class: "state-line" }, this.#status, this.#again, this.actions),
      this.#progress,
      this.#audit,
      this.#help,
      this.#error,
    );
    this.empty();
  }

  empty() {
    this.#set({ status: "", help: this.#strings.empty });
  }

  /**
   * A text is being read. The panel says so only if it takes long enough to be noticed.
   *
   * @param {number} length of the text
   */
  reading(length) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#set({ status: this.#strings.reading(length), busy: true });
      // Without a value the bar shows that the duration is unknown.
      this.#bar.removeAttribute("value");
    }, NOTICEABLE);
  }

  /** @param {number} part drawn so far, from 0 to 1 */
  drawing(part) {
    this.#set({ status: this.#strings.drawing(part), busy: true });
    this.#bar.value = part;
  }

  cancelled() {
    const focused = this.#cancel.matches(":focus");
    this.#set({ status: this.#strings.cancelled, again: true });
    if (focused) this.#again.focus();
  }

  /** @param {Report} report */
  done(report) {
    const { blocks, quotations, speakers } = report;
    const furniture = blocks.filter(({ kind }) => kind === "furniture").length;
    const help = furniture === 0 ? "" : this.#strings.furniture(furniture);
    if (quotations.length === 0) {
      this.#set({ status: this.#strings.none, help: `${this.#strings.noneHelp} ${help}`.trimEnd() });
      return;
    }
    // If only marks were read, nobody is named, and that says nothing about the text.
    const isNamed = report.reading === "words" || speakers.length > 0;
    const unknown = isNamed ? quotations.filter(({ speaker }) => speaker === null).length : 0;
    const summary = this.#strings.summary(quotations.length, speakers.length);
    this.#set({
      status: unknown === 0 ? summary : `${summary}, ${this.#strings.unattributed(unknown)}`,
      help,
      actions: true,
    });
    if (!isNamed) return;
    const figures = audit(report);
    this.#audit.textContent = this.#strings.audit(
      figures,
      speakers[figures.leading?.speaker ?? -1]?.name ?? "",
    );
  }

  /** @param {unknown} error */
  failed(error) {
    this.#set({});
    const known = error instanceof DOMException && error.name === "NotFoundError";
    const retry = make("button", { type: "button", part: "button" }, this.#strings.tryAgain);
    retry.addEventListener("click", () => this.onRetry());
    this.#error.replaceChildren(
      make("strong", {}, this.#strings.errorHeading),
      make("p", {}, known ? error.message : this.#strings.error(/** @type {any} */ (error)?.code)),
      retry,
    );
  }

  /** Shows a short message. @param {string} message */
  say(message) {
    this.#help.textContent = message;
  }

  /**
   * @param {object} content
   * @param {string} [content.status]
   * @param {string} [content.help]
   * @param {boolean} [content.actions] whether there are results
   * @param {boolean} [content.busy] whether the reader waits and can cancel
   * @param {boolean} [content.again] whether the text can be read again
   */
  #set({ status = "", help = "", actions = false, busy = false, again = false }) {
    clearTimeout(this.#timer);
    if (this.#status.textContent !== status) this.#status.textContent = status;
    this.#audit.textContent = "";
    this.#help.textContent = help;
    this.#error.replaceChildren();
    this.actions.hidden = !actions;
    this.#progress.hidden = !busy;
    this.#again.hidden = !again;
  }
}
