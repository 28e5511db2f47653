/**
 * The dialog that corrects a speaker: changes the name, or merges the speaker with another one.
 *
 * @import { DialogCallbacks, FormDialog } from "./form-dialog.js"
 * @import { CodedReport } from "../core/packed-report.js"
 */

import { make } from "../lib/dom.js";
import { cleanName } from "./corrections.js";
import { field } from "./form-dialog.js";
import { speakerOptions, speakerRef } from "./speaker-field.js";

/**
 * @param {FormDialog} dialog
 * @param {CodedReport} report
 * @param {number} index of the speaker
 * @param {DialogCallbacks} callbacks
 */
export function openSpeakerDialog(dialog, { speakers }, index, { onSave, onCancel }) {
  const { name: label, nameMissing, nobody, sameAs, speakerHeading } = dialog.words;
  const who = speakerRef(speakers, index);
  const input = make("input", { autocomplete: "off", part: "input", dir: "auto" });
  input.value = who.name;
  const sameSpeaker = make(
    "select",
    { part: "select" },
    make("option", { value: "" }, nobody),
    ...speakerOptions(speakers, index),
  );
  // A merged speaker gets the other one's name.
  sameSpeaker.addEventListener("change", () => (input.disabled = sameSpeaker.value !== ""));
  dialog.open({
    heading: speakerHeading,
    fields: [field("speaker-name", label, input), field("same-speaker", sameAs, sameSpeaker)],
    onSave() {
      const name = cleanName(input.value);
      if (sameSpeaker.value === "" && name === "") return nameMissing;
      // A name that another speaker has merges the two.
      const namesake = speakers.findIndex((other, i) => i !== index && other.name === name);
      const into = sameSpeaker.value === "" ? namesake : Number(sameSpeaker.value);
      dialog.closeSaved();
      if (into >= 0) onSave({ type: "merge", who, into: speakerRef(speakers, into) });
      else if (name === who.name) onCancel();
      else onSave({ type: "rename", who, name });
      return null;
    },
    onCancel,
  });
}
