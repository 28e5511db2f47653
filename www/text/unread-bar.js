/**
 * The bar above a long run of lines that are not read: it says how many they are, and shows or hides them.
 * While they are hidden, the browser's search still finds their words, where the browser can do that.
 *
 * @import { Strings } from "../strings/strings-for.js"
 */

import { make } from "../lib/dom.js";
import { fold } from "./marked-paragraph.js";

/**
 * @param {number} count of the lines
 * @param {Strings} strings
 */
export function drawUnreadBar(count, { unread }) {
  const button = make(
    "button",
    { type: "button", class: "toggle", "aria-expanded": "false" },
    `${unread.lines(count)} · `,
    // The styles show one of them.
    make("span", { class: "show" }, unread.show),
    make("span", { class: "hide" }, unread.hide),
  );
  const bar = make("div", { class: "unread", part: "unread" }, button);
  button.addEventListener("click", () => setExpanded(bar, !isExpanded(bar)));
  return bar;
}

/**
 * Shows the lines in which the browser's search has found something.
 *
 * @param {EventTarget | null} target a line that is hidden
 */
export function unfoldFound(target) {
  let bar = target instanceof Element ? target.closest(".furniture") : null;
  while (bar && !bar.matches(".unread")) bar = bar.previousElementSibling;
  if (bar) setExpanded(bar, true);
}

/**
 * Makes all lines of a run visible or all of them hidden, after some were drawn again. Lines with a quotation
 * that the reader has added are visible.
 *
 * @param {Element} view
 */
export function alignLines(view) {
  for (const bar of view.querySelectorAll(".unread")) {
    const isMarked = linesOf(bar).some((line) => line.querySelector("[data-quotation]"));
    setExpanded(bar, isMarked || isExpanded(bar));
  }
}

/** @param {Element} bar */
function isExpanded(bar) {
  return bar.querySelector("[aria-expanded='true']") !== null;
}

/**
 * @param {Element} bar
 * @param {boolean} expanded
 */
function setExpanded(bar, expanded) {
  bar.firstElementChild?.setAttribute("aria-expanded", String(expanded));
  for (const line of linesOf(bar)) {
    if (expanded) line.removeAttribute("hidden");
    else fold(line);
  }
}

/** @param {Element} bar */
function linesOf(bar) {
  const lines = [];
  for (let at = bar.nextElementSibling; at?.matches(".furniture"); at = at.nextElementSibling) lines.push(at);
  return lines;
}
