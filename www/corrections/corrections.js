/**
 * The reader's corrections: a list of operations that can be undone, laid over what was found in
 * the text. They name quotations by their words and speakers by their names, so that they can be
 * applied again after the text was edited. No DOM here.
 *
 * @import { CodedReport } from "../core/packed-report.js"
 * @import { Operation } from "../types.js"
 */

import { Draft } from "./draft-report.js";
import { keptAround } from "./text-place.js";

/** A longer name is no name, in UTF-16 code units. */
const LONGEST_NAME = 200;

export class Corrections {
  /** @type {Operation[]} */
  #operations = [];
  #done = 0;
  /** The text of the places, in case they have to be moved. @type {string | null} */
  #text = null;

  get canUndo() {
    return this.#done > 0;
  }

  get canRedo() {
    return this.#done < this.#operations.length;
  }

  /** Adds an operation; what was undone before is given up. @param {Operation} operation */
  add(operation) {
    this.#operations.splice(this.#done, Infinity, operation);
    this.#done += 1;
  }

  /** @returns {Operation | null} what was undone */
  undo() {
    if (!this.canUndo) return null;
    this.#done -= 1;
    return this.#operations[this.#done];
  }

  /** @returns {Operation | null} what was done again */
  redo() {
    if (!this.canRedo) return null;
    this.#done += 1;
    return this.#operations[this.#done - 1];
  }

  /**
   * Lays the operations over a report, which stays as it is. When none of them fits and little
   * of the text before is left, they are forgotten, by an operation that can be undone.
   *
   * @param {string} text
   * @param {CodedReport} found in that text
   * @returns {{ report: CodedReport, lost: Operation[], forgotten: boolean }} lost: no longer fit
   */
  apply(text, found) {
    const another = this.#follow(text);
    const since = this.#operations.slice(0, this.#done);
    const current = since.slice(since.findLastIndex(({ type }) => type === "forget") + 1);
    if (current.length === 0) return { report: found, lost: [], forgotten: false };
    const draft = new Draft(text, found);
    const lost = current.filter((operation) => !draft.apply(operation));
    if (!another || lost.length < current.length) return { report: draft.finish(), lost, forgotten: false };
    this.add({ type: "forget" });
    return { report: found, lost: [], forgotten: true };
  }

  /**
   * Moves the places with an edit of the text.
   *
   * @param {string} text
   * @returns {boolean} whether it is another text rather than an edited one
   */
  #follow(text) {
    const before = this.#text;
    this.#text = text;
    if (before === null || before === text || this.#operations.length === 0) return false;
    const { head, tail } = keptAround(before, text);
    const by = text.length - before.length;
    this.#operations = this.#operations.map((operation) => {
      if (!("place" in operation) || operation.place.start < head) return operation;
      return {
        ...operation,
        place: { ...operation.place, start: Math.max(head, operation.place.start + by) },
      };
    });
    return (head + tail) * 2 < before.length;
  }
}

/**
 * A name as it is kept: on one line, without characters that nobody sees or that turn the words
 * around it.
 *
 * @param {string} name
 */
export function cleanName(name) {
  return name
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\s]+/gu, " ")
    .trim()
    .slice(0, LONGEST_NAME)
    .toWellFormed()
    .trim();
}
