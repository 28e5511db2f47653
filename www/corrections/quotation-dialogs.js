/**
 * The dialogs that correct a quotation and add one.
 *
 * @import { DialogCallbacks, FormDialog } from "./form-dialog.js"
 * @import { SelectedWords } from "../text/selected-words.js"
 * @import { CodedReport } from "../core/packed-report.js"
 * @import { Operation } from "../types.js"
 */

import { make } from "../lib/dom.js";
import { overlapsAny } from "./draft-report.js";
import { field } from "./form-dialog.js";
import { speakerField } from "./speaker-field.js";
import { findOccurrences, placeOf } from "./text-place.js";

/**
 * Asks who said a quotation, or whether it is one.
 *
 * @param {FormDialog} dialog
 * @param {string} text
 * @param {CodedReport} report
 * @param {number} index of the quotation
 * @param {DialogCallbacks} callbacks
 */
export function openQuotationDialog(dialog, text, { quotations, speakers }, index, { onSave, onCancel }) {
  const { correctHeading, nameMissing, notAQuotation } = dialog.words;
  const quotation = quotations[index];
  const place = placeOf(text, quotation.content);
  const speaker = speakerField(speakers, quotation.speaker, dialog.strings);
  const remove = make("button", { type: "button", part: "button" }, notAQuotation);
  /** @param {Operation} operation */
  const save = (operation) => {
    dialog.closeSaved();
    onSave(operation);
    return null;
  };
  remove.addEventListener("click", () => save({ type: "remove", place }));
  dialog.open({
    heading: correctHeading,
    fields: [make("blockquote", { class: "said", dir: "auto", lang: "" }, quotation.text), ...speaker.fields],
    actions: [remove],
    onSave() {
      const who = speaker.read();
      return who === undefined ? nameMissing : save({ type: "speaker", place, who });
    },
    onCancel,
  });
}

/**
 * Asks for the words of a quotation that was not found, and for its speaker.
 *
 * @param {FormDialog} dialog
 * @param {string} text
 * @param {CodedReport} report
 * @param {SelectedWords} selected fills the field at first
 * @param {DialogCallbacks} callbacks
 */
export function openAddDialog(dialog, text, report, { words, nearOffset }, { onSave, onCancel }) {
  const { addHeading, nameMissing, notInText, taken, wordsHelp, wordsMissing, words: label } = dialog.words;
  const input = make("textarea", {
    rows: 4,
    part: "input",
    dir: "auto",
    lang: "",
    "aria-describedby": "words-help",
  });
  input.value = words;
  const speaker = speakerField(report.speakers, null, dialog.strings);
  dialog.open({
    heading: addHeading,
    fields: [
      field("quotation-words", label, input),
      make("p", { class: "help", id: "words-help" }, wordsHelp),
      ...speaker.fields,
    ],
    onSave() {
      const wanted = withoutMarks(input.value);
      if (wanted === "") return wordsMissing;
      const found = findOccurrences(text, wanted);
      if (found.length === 0) return notInText;
      const quoted = report.quotations.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
      const [nearest] = found
        .filter((span) => !overlapsAny(quoted, span))
        .sort((a, b) => Math.abs(a.start - nearOffset) - Math.abs(b.start - nearOffset));
      if (!nearest) return taken;
      const who = speaker.read();
      if (who === undefined) return nameMissing;
      dialog.closeSaved();
      onSave({ type: "add", place: placeOf(text, [nearest]), who });
      return null;
    },
    onCancel,
  });
}

/**
 * Removes the quotation marks around some words: they are not part of a quotation's content.
 *
 * @param {string} words
 */
function withoutMarks(words) {
  const trimmed = words.trim();
  const inner = trimmed.slice(1, -1);
  const isQuoted = /^[“"«„]/.test(trimmed) && /[”"»“]$/.test(trimmed) && !/[“”"«»„]/.test(inner);
  return isQuoted ? inner.trim() : trimmed;
}
