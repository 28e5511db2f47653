/**
 * The button in the table of speakers that opens the dialog for a speaker.
 *
 * @import { Strings } from "../strings/strings-for.js"
 */

import { make } from "../lib/dom.js";
import { pencil } from "./pencil.js";

/**
 * @param {string} name
 * @param {number | null} speaker index
 * @param {(speaker: number) => void} onEdit
 * @param {Strings} strings
 * @returns {HTMLButtonElement | null} null for the unknown speaker, which cannot be edited
 */
export function editSpeakerButton(name, speaker, onEdit, strings) {
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
