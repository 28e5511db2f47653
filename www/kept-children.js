/**
 * Draws the children of an element anew and keeps those that come out the same, because browsers
 * lay out again what is replaced: typing in a long text changes a paragraph of hundreds.
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
    // Where the Tab key arrives is no part of what is compared.
    for (const stop of parent.querySelectorAll("[tabindex='0']")) stop.setAttribute("tabindex", "-1");
  }

  /** Whether a child is still one of the drawing before. @param {Element | null} child */
  isOld(child) {
    return child !== null && this.#old.includes(child, this.#next);
  }

  /**
   * @param {Element} child the next one, in order
   * @returns {Element} the one that stands in the page for it: the child, or an old one like it
   */
  put(child) {
    if (this.#next >= this.#old.length) return this.#add(child);
    if (this.#isNext(child)) return this.#keep();
    if (this.#surplus < 0) {
      this.#surplus += 1;
      this.#old[this.#next].before(child);
      return child;
    }
    for (; this.#surplus > 0; this.#surplus -= 1) this.#old[this.#next++].remove();
    if (this.#next >= this.#old.length) return this.#add(child);
    if (this.#isNext(child)) return this.#keep();
    this.#keep().replaceWith(child);
    return child;
  }

  /** @param {Element} child */
  #isNext(child) {
    return this.#old[this.#next].isEqualNode(child);
  }

  #keep() {
    return this.#old[this.#next++];
  }

  /** @param {Element} child */
  #add(child) {
    this.#added.append(child);
    return child;
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
