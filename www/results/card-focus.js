/**
 * The way of the Tab key into a card that stands beside a mark, and out of it again. In the document the
 * card is far from the mark, where the browser's own order would never find it.
 */

/**
 * @param {HTMLElement} card whose buttons to reach
 * @param {object} parts
 * @param {() => HTMLElement | null} parts.mark what the card belongs to; null where that takes no focus
 * @param {() => void} parts.onLeave the card is left by Escape
 * @param {AbortSignal} parts.signal ends it, when the card closes
 */
export function tabThrough(card, { mark, onLeave, signal }) {
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const within = event.composedPath().includes(card);
    if (event.key === "Escape") {
      if (within) mark()?.focus({ preventScroll: true });
      onLeave();
    } else if (event.key === "Tab" && !event.altKey && !event.ctrlKey && !event.metaKey) {
      if (within) out(event);
      else if (!event.shiftKey && isBeside(event)) into(event);
    }
  };

  /** Whether the Tab key comes from the mark, or from nowhere: after a click on words of the text. @param {KeyboardEvent} event */
  const isBeside = (event) => {
    const [from] = event.composedPath();
    return from === mark() || from === document.body || from === document.documentElement;
  };

  /** @param {KeyboardEvent} event */
  const into = (event) => {
    const [first] = buttonsOf(card);
    if (!first) return;
    event.preventDefault();
    first.focus();
  };

  /** @param {KeyboardEvent} event */
  const out = (event) => {
    const buttons = buttonsOf(card);
    const last = event.shiftKey ? buttons[0] : buttons.at(-1);
    if (event.composedPath()[0] !== last) return;
    const place = mark();
    // From the mark the browser goes on by itself, to what follows in the text.
    place?.focus({ preventScroll: true });
    if (event.shiftKey && place) event.preventDefault();
  };

  addEventListener("keydown", onKey, { signal, capture: true });
}

/** @param {HTMLElement} card */
function buttonsOf(card) {
  return [...card.querySelectorAll("button")].filter((button) => button.checkVisibility());
}
