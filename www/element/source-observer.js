/** Watches the text that was read, in the page or between the tags. */

export class SourceObserver {
  #text;
  #ids;
  /** The element that was read last, with `for`. @type {Element | null} */
  #lastTarget = null;
  #target;

  /**
   * @param {() => void} onChange the text has to be read again
   * @param {() => Element | null} target the element that `for` names
   */
  constructor(onChange, target) {
    this.#target = target;
    this.#text = new MutationObserver(onChange);
    // A page that renders again may replace the element by another one with its id.
    this.#ids = new MutationObserver(() => {
      if (target() !== this.#lastTarget) onChange();
    });
  }

  /** Watches the element that `for` names, and whether it is replaced. @param {Node} root of its tree */
  watchTarget(root) {
    this.#lastTarget = this.#target();
    this.#ids.observe(root, { childList: true, subtree: true, attributeFilter: ["id"] });
    if (this.#lastTarget) this.watchText(this.#lastTarget);
  }

  /** @param {Element} element */
  watchText(element) {
    this.#text.observe(element, { childList: true, characterData: true, subtree: true });
  }

  disconnect() {
    this.#text.disconnect();
    this.#ids.disconnect();
  }
}
