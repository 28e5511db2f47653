/**
 * Builds elements without markup in strings, so that no text can inject any; and what moves the focus and
 * the view among them.
 */

/**
 * Makes an element.
 *
 * @example
 * make("p", { class: "about", part: "about" }, "Direct, ", make("b", {}, "very likely"));
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes] true gives an
 *   empty attribute; false, null and undefined give none
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, String(value));
  }
  for (const child of children) if (child !== null) element.append(child);
  return element;
}

/** Whether this reader wants scrolling animated. @returns {ScrollBehavior} */
export function scrollBehavior() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}

/** Lets the browser paint and answer input before the work goes on. */
export function yieldToInput() {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Makes a container a single stop for the Tab key (a “roving tabindex”); the arrow keys, Home and End move
 * the focus among its items. Without it, leaving a text with a hundred quotations would take a hundred
 * presses.
 *
 * @param {HTMLElement} container
 * @param {string} selector the items, all of them focusable
 * @returns {(item: HTMLElement) => void} makes an item the one that Tab reaches
 */
export function rovingFocus(container, selector) {
  /** @type {HTMLElement | null} */
  let stop = null;
  /** @param {HTMLElement} item */
  const setStop = (item) => {
    if (stop) stop.tabIndex = -1;
    item.tabIndex = 0;
    stop = item;
  };
  const step = /** @type {Record<string, number>} */ ({
    ArrowRight: 1,
    ArrowDown: 1,
    ArrowLeft: -1,
    ArrowUp: -1,
  });
  container.addEventListener("focusin", ({ target }) => {
    const item = target instanceof Element ? target.closest(selector) : null;
    if (item instanceof HTMLElement) setStop(item);
  });
  container.addEventListener("keydown", (event) => {
    const from = event.target instanceof Element ? event.target.closest(selector) : null;
    if (!from || event.altKey || event.ctrlKey || event.metaKey) return;
    const items = [...container.querySelectorAll(selector)];
    const at = items.indexOf(from);
    const to =
      event.key === "Home"
        ? items[0]
        : event.key === "End"
          ? items.at(-1)
          : event.key in step
            ? items[at + step[event.key]]
            : undefined;
    if (!(to instanceof HTMLElement)) return;
    event.preventDefault();
    to.focus();
  });
  return setStop;
}
