/**
 * Moves the focus by keyboard from a mark in the text into the card of its quotation, and out again. In
 * the document the card is far from the mark, so the browser's own Tab order would not lead there.
 */

/**
 * @param {HTMLElement} card
 * @param {object} options
 * @param {() => HTMLElement | null} options.badge takes the focus for the quotation of the card; null in a
 *   host page, where nothing does
 * @param {() => void} options.onEscape
 * @param {AbortSignal} options.signal aborted when the card closes
 */
export function handleCardFocus(card, { badge, onEscape, signal }) {
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const isInCard = event.composedPath().includes(card);
    if (event.key === "Escape") {
      if (isInCard) badge()?.focus({ preventScroll: true });
      onEscape();
    } else if (event.key === "Tab" && !event.altKey && !event.ctrlKey && !event.metaKey) {
      if (isInCard) leaveCard(event);
      else if (!event.shiftKey && isBeforeCard(event)) enterCard(event);
    }
  };

  /**
   * Whether the focus is on the badge, or on nothing, as after a click on words of the text.
   *
   * @param {KeyboardEvent} event
   */
  const isBeforeCard = (event) => {
    const [target] = event.composedPath();
    return target === badge() || target === document.body || target === document.documentElement;
  };

  /** @param {KeyboardEvent} event */
  const enterCard = (event) => {
    const [first] = visibleButtons(card);
    if (!first) return;
    event.preventDefault();
    first.focus();
  };

  /** @param {KeyboardEvent} event */
  const leaveCard = (event) => {
    const buttons = visibleButtons(card);
    const last = event.shiftKey ? buttons[0] : buttons.at(-1);
    if (event.composedPath()[0] !== last) return;
    const target = badge();
    target?.focus({ preventScroll: true });
    // Tab alone: the browser moves on by itself, from the badge to what follows in the text.
    if (event.shiftKey && target) event.preventDefault();
  };

  addEventListener("keydown", onKey, { signal, capture: true });
}

/** @param {HTMLElement} card */
function visibleButtons(card) {
  return [...card.querySelectorAll("button")].filter((button) => button.checkVisibility());
}
