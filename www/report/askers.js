/**
 * Who only asks: the interviewer of a transcript, its moderator, the reporters at a press conference. They are
 * no sources, so what they say has no part in the shares of sources.
 *
 * @import { Block, Quotation, Report } from "../types.js"
 */

import { firstIndex } from "../lib/binary-search.js";

/** A question, with a closing mark or a bracket after it. */
const QUESTION = /[?？؟][\s"'”’)\]]*$/u;

/**
 * The speakers of labelled turns of which at least half are questions; nobody if all the others ask as well.
 *
 * @param {Report} report
 * @returns {Set<number | null>} indexes of speakers; null for a speaker without a label
 */
export function askers({ blocks, quotations }) {
  /** @type {Map<number | null, { all: number, turns: number, questions: number }>} */
  const speakers = new Map();
  for (const quotation of quotations) {
    const counts = speakers.get(quotation.speaker) ?? { all: 0, turns: 0, questions: 0 };
    counts.all += 1;
    if (isTurn(quotation, blocks)) {
      counts.turns += 1;
      if (QUESTION.test(quotation.text)) counts.questions += 1;
    }
    speakers.set(quotation.speaker, counts);
  }
  const inTurns = [...speakers].filter(([, { all, turns }]) => turns === all);
  const asking = inTurns.filter(([, { turns, questions }]) => questions * 2 >= turns);
  return new Set(asking.length < inTurns.length ? asking.map(([speaker]) => speaker) : []);
}

/**
 * @param {Quotation} quotation
 * @param {Block[]} blocks in text order
 */
function isTurn({ content }, blocks) {
  const start = content[0]?.start ?? 0;
  return blocks[firstIndex(blocks, ({ end }) => end > start)]?.kind === "turn";
}
