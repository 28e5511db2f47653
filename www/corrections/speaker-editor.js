/**
 * The dialog that renames a speaker or says who it is as well, and the button that opens it.
 *
 * @import { EditorCallbacks } from "./correction-editor.js"
 * @import { FormDialog } from "./form-dialog.js"
 * @import { CodedReport } from "../core/packed-report.js"
 * @import { Strings } from "../strings/strings-for.js"
 */

import { make } from "../lib/dom.js";
import { cleanName } from "./corrections.js";
import { field } from "./form-dialog.js";
import { pencil } from "./pencil.js";
import { speakerOptions, whoIs } from "./speaker-choice.js";

/**
 * @param {string} name
 * @param {number | null} speaker index; the unknown speaker cannot be edited
 * @param {(speaker: number) => void} onEdit
 * @param {Strings} strings
 */
export function speakerEditButton(name, speaker, onEdit, strings) {
  if (speaker === null) return null;
  const { editLabel, editSpeaker } = strings.corrections;
  const button = make(
    "button",
    {
      type: "button",
      class: "edit-speaker",
      part: "button",
      tabindex: -1,
      "aria-label": editLabel(name),
      title: editSpeaker,
      "data-speaker": speaker,
    },
    pencil(),
  );
  button.addEventListener("click", () => onEdit(speaker));
  return button;
}

/**
 * @param {FormDialog} dialog
 * @param {CodedReport} report
 * @param {number} index of the speaker
 * @param {EditorCallbacks} callbacks
 */
export function editSpeaker(dialog, { speakers }, index, { onSave, onCancel }) {
  const { name: label, nameMissing, nobody, sameAs, speakerHeading } = dialog.strings.corrections;
  const who = whoIs(speakers, index);
  const input = make("input", { autocomplete: "off", part: "input", dir: "auto" });
  input.value = who.name;
  const same = make(
    "select",
    { part: "select" },
    make("option", { value: "" }, nobody),
    ...speakerOptions(speakers, index),
  );
  // The name is then that of the other one.
  same.addEventListener("change", () => (input.disabled = same.value !== ""));
  dialog.open({
    heading: speakerHeading,
    fields: [field("speaker-name", label, input), field("same-speaker", sameAs, same)],
    onSave() {
      const name = cleanName(input.value);
      if (same.value === "" && name === "") return nameMissing;
      const namesake = speakers.findIndex((other, at) => at !== index && other.name === name);
      const into = same.value === "" ? namesake : Number(same.value);
      dialog.finish();
      if (into >= 0) onSave({ type: "merge", who, into: whoIs(speakers, into) });
      else if (name === who.name) onCancel();
      else onSave({ type: "rename", who, name });
      return null;
    },
    onCancel,
  });
}
