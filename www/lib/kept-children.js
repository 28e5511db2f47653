/** From what each child was drawn. @type {WeakMap<Element, string>} */
const origins = new WeakMap();

/**
 * Draws the children of an element anew and keeps those that would come out the same: typing in a
 * long text changes a paragraph of hundreds, and making and laying out all of them takes longer
 * than a keystroke may.
 */
export class KeptChildren {
  #parent;
  /** Children of the drawing before that may still turn out the same, in order. @type {Element[]} */
  #old;
  #next = 0;
  #surplus;
  /** What was added behind the old ones and is not in the page yet. */
  #added = document.createDocumentFragment();

  /**
   * @param {Element} parent
   * @param {number} count how many children there will be: the difference is made up for where
   *   the first change is
   */
  constructor(parent, count) {
    this.#parent = parent;
    this.#old = [...parent.children];
    this.#surplus = this.#old.length - count;
  }

  /** Whether a child is still one of the drawing before. @param {Element | null} child */
  isOld(child) {
    return child !== null && this.#old.includes(child, this.#next);
  }

  /**
   * @param {unknown[]} origin all that the next child is drawn from; has to survive JSON
   * @param {() => Element} draw
   * @returns {Element} the child as it stands in the page: a new one, or an old one of the same origin
   */
  put(origin, draw) {
    const key = JSON.stringify(origin);
    if (this.#isNext(key)) return this.#keep();
    if (this.#surplus > 0) {
      for (; this.#surplus > 0; this.#surplus -= 1) this.#keep().remove();
      if (this.#isNext(key)) return this.#keep();
    }
    const child = draw();
    origins.set(child, key);
    if (this.#next >= this.#old.length) this.#added.append(child);
    else if (this.#surplus < 0) {
      this.#surplus += 1;
      this.#old[this.#next].before(child);
    } else this.#keep().replaceWith(child);
    return child;
  }

  /** @param {string} key */
  #isNext(key) {
    return this.#next < this.#old.length && origins.get(this.#old[this.#next]) === key;
  }

  #keep() {
    return this.#old[this.#next++];
  }

  /** Brings into the page what has been put so far. */
  flush() {
    this.#parent.append(this.#added);
  }

  /** Nothing more comes. */
  finish() {
    for (const old of this.#old.slice(this.#next)) old.remove();
    this.#old = [];
    this.flush();
  }
}
