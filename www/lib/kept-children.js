/**
 * Redraws the children of an element and keeps those that would come out the same. Typing in a long text
 * changes one paragraph of hundreds, and it would take longer than a keystroke may to build and lay out all
 * of them.
 */

/** What each child was drawn from, as JSON. @type {WeakMap<Element, string>} */
const keys = new WeakMap();

export class KeptChildren {
  #parent;
  /** The children of the previous drawing, in order. @type {Element[]} */
  #old;
  /** The index of the first old child that is neither kept nor removed yet. */
  #next = 0;
  /** How many old children are too many; negative if some are missing. */
  #surplus;
  /** New children after the last old one that are not in the page yet. */
  #added = document.createDocumentFragment();

  /**
   * @param {Element} parent
   * @param {number} count how many children there will be; children are removed or inserted at the first
   *   change until this number fits
   */
  constructor(parent, count) {
    this.#parent = parent;
    this.#old = [...parent.children];
    this.#surplus = this.#old.length - count;
  }

  /** Whether a child is left from the previous drawing. @param {Element | null} child */
  isOld(child) {
    return child !== null && this.#old.includes(child, this.#next);
  }

  /**
   * Adds the next child, unless the old one in its place was drawn from the same values.
   *
   * @param {unknown[]} values everything that the child is drawn from; must survive JSON
   * @param {() => Element} draw
   * @returns {Element} the child in the page, new or old
   */
  put(values, draw) {
    const key = JSON.stringify(values);
    if (this.#isNext(key)) return this.#shift();
    if (this.#surplus > 0) {
      for (; this.#surplus > 0; this.#surplus -= 1) this.#shift().remove();
      if (this.#isNext(key)) return this.#shift();
    }
    const child = draw();
    keys.set(child, key);
    if (this.#next >= this.#old.length) this.#added.append(child);
    else if (this.#surplus < 0) {
      this.#surplus += 1;
      this.#old[this.#next].before(child);
    } else this.#shift().replaceWith(child);
    return child;
  }

  /** @param {string} key */
  #isNext(key) {
    return this.#next < this.#old.length && keys.get(this.#old[this.#next]) === key;
  }

  /** The next old child, which from then on counts as kept or removed. */
  #shift() {
    return this.#old[this.#next++];
  }

  /** Adds the children drawn so far to the page. */
  flush() {
    this.#parent.append(this.#added);
  }

  /** Removes the old children that are left and adds the new ones; call it after the last `put`. */
  finish() {
    for (const old of this.#old.slice(this.#next)) old.remove();
    this.#old = [];
    this.flush();
  }
}
