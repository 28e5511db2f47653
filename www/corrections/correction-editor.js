/**
 * The dialogs that correct a quotation and add one.
 *
 * @import { FormDialog } from "./form-dialog.js"
 * @import { CodedReport } from "../core/packed-report.js"
 * @import { Operation } from "../types.js"
 */

import { make } from "../lib/dom.js";
import { isTaken } from "./draft-report.js";
import { field } from "./form-dialog.js";
import { speakerChoice } from "./speaker-choice.js";
import { occurrences, placeOf } from "./text-place.js";

/**
 * @typedef {object} EditorCallbacks
 * @property {(operation: Operation) => void} onSave
 * @property {() => unknown} onCancel
 */

/**
 * Asks who said a quotation, or whether it is one.
 *
 * @param {FormDialog} dialog
 * @param {string} text
 * @param {CodedReport} report
 * @param {number} index of the quotation
 * @param {EditorCallbacks} callbacks
 */
export function editQuotation(dialog, text, { quotations, speakers }, index, { onSave, onCancel }) {
  const { correctHeading, nameMissing, notAQuotation } = dialog.strings.corrections;
  const quotation = quotations[index];
  const place = placeOf(text, quotation.content);
  const choice = speakerChoice(speakers, quotation.speaker, dialog.strings);
  const remove = make("button", { type: "button", part: "button" }, notAQuotation);
  /** @param {Operation} operation */
  const save = (operation) => {
    dialog.finish();
    onSave(operation);
    return null;
  };
  remove.addEventListener("click", () => save({ type: "remove", place }));
  dialog.open({
    heading: correctHeading,
    fields: [make("blockquote", { class: "said", dir: "auto", lang: "" }, quotation.text), ...choice.fields],
    actions: [remove],
    onSave() {
      const who = choice.who();
      return who === undefined ? nameMissing : save({ type: "speaker", place, who });
    },
    onCancel,
  });
}

/**
 * Asks for the words of a quotation that was not found, and who said it.
 *
 * @param {FormDialog} dialog
 * @param {string} text
 * @param {CodedReport} report
 * @param {{ words: string, nearOffset: number }} selected words to begin with, and about where they stand
 * @param {EditorCallbacks} callbacks
 */
export function addQuotation(dialog, text, report, { words, nearOffset }, { onSave, onCancel }) {
  const {
    addHeading,
    nameMissing,
    notInText,
    taken,
    wordsHelp,
    wordsMissing,
    words: label,
  } = dialog.strings.corrections;
  const input = make("textarea", {
    rows: 4,
    part: "input",
    dir: "auto",
    lang: "",
    "aria-describedby": "words-help",
  });
  input.value = words;
  const choice = speakerChoice(report.speakers, null, dialog.strings);
  dialog.open({
    heading: addHeading,
    fields: [
      field("quotation-words", label, input),
      make("p", { class: "help", id: "words-help" }, wordsHelp),
      ...choice.fields,
    ],
    onSave() {
      if (withoutMarks(input.value) === "") return wordsMissing;
      const found = occurrences(text, withoutMarks(input.value));
      if (found.length === 0) return notInText;
      const quoted = report.quotations.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
      const [span] = found
        .filter((one) => !isTaken(quoted, one))
        .sort((a, b) => Math.abs(a.start - nearOffset) - Math.abs(b.start - nearOffset));
      if (!span) return taken;
      const who = choice.who();
      if (who === undefined) return nameMissing;
      dialog.finish();
      onSave({ type: "add", place: placeOf(text, [span]), who });
      return null;
    },
    onCancel,
  });
}

/**
 * Words without the quotation marks around them, which do not belong to them.
 *
 * @param {string} words
 */
export function withoutMarks(words) {
  const bare = words.trim();
  const inner = bare.slice(1, -1);
  return /^[“"«„]/.test(bare) && /[”"»“]$/.test(bare) && !/[“”"«»„]/.test(inner) ? inner.trim() : bare;
}
