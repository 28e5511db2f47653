/**
 * The reader's corrections: a list of operations that can be undone. They are applied to the report of the
 * text. An operation refers to a quotation by its words and to a speaker by its name, so that it can be
 * applied again after the text was edited. No DOM here.
 *
 * @import { CodedReport } from "../core/packed-report.js"
 * @import { Operation } from "../types.js"
 */

import { DraftReport } from "./draft-report.js";
import { unchangedEnds } from "./text-edit.js";

/** Longer names are cut; in UTF-16 code units. */
const LONGEST_NAME = 200;

export class Corrections {
  /** @type {Operation[]} */
  #operations = [];
  /** How many of the operations are in effect; the others are undone. */
  #activeCount = 0;
  /** The text to which the offsets of the operations belong. @type {string | null} */
  #text = null;

  get canUndo() {
    return this.#activeCount > 0;
  }

  get canRedo() {
    return this.#activeCount < this.#operations.length;
  }

  /** Adds an operation. What was undone before can no longer be redone. @param {Operation} operation */
  add(operation) {
    this.#operations.splice(this.#activeCount, Infinity, operation);
    this.#activeCount += 1;
  }

  /** @returns {Operation | null} the operation that is undone now */
  undo() {
    if (!this.canUndo) return null;
    this.#activeCount -= 1;
    return this.#operations[this.#activeCount];
  }

  /** @returns {Operation | null} the operation that is in effect again */
  redo() {
    if (!this.canRedo) return null;
    this.#activeCount += 1;
    return this.#operations[this.#activeCount - 1];
  }

  /**
   * Applies the operations to a copy of a report. If none of them fits and the text is another one, they
   * are forgotten, by an operation that can be undone.
   *
   * @param {string} text
   * @param {CodedReport} found in that text
   * @returns {{ report: CodedReport, lost: Operation[], forgotten: boolean }} lost: the operations that no
   *   longer fit the text
   */
  apply(text, found) {
    const isOtherText = this.#updateOffsets(text);
    const active = this.#operations.slice(0, this.#activeCount);
    const current = active.slice(active.findLastIndex(({ type }) => type === "forget") + 1);
    if (current.length === 0) return { report: found, lost: [], forgotten: false };
    const draft = new DraftReport(text, found);
    const lost = current.filter((operation) => !draft.apply(operation));
    if (!isOtherText || lost.length < current.length)
      return { report: draft.finish(), lost, forgotten: false };
    this.add({ type: "forget" });
    return { report: found, lost: [], forgotten: true };
  }

  /**
   * Adapts the offsets of the operations to an edit of the text.
   *
   * @param {string} text
   * @returns {boolean} whether this is another text, not an edit of the previous one
   */
  #updateOffsets(text) {
    const before = this.#text;
    this.#text = text;
    if (before === null || before === text || this.#operations.length === 0) return false;
    const { head, tail } = unchangedEnds(before, text);
    const growth = text.length - before.length;
    this.#operations = this.#operations.map((operation) => {
      if (!("place" in operation) || operation.place.start < head) return operation;
      return {
        ...operation,
        place: { ...operation.place, start: Math.max(head, operation.place.start + growth) },
      };
    });
    return (head + tail) * 2 < before.length;
  }
}

/**
 * Cleans a name that a reader typed: puts it on one line, and removes control characters and those that
 * change the direction of the text around it.
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
