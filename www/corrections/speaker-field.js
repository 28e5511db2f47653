/**
 * The field of a dialog that asks for the speaker: one of the report, the unknown speaker, or a new name.
 *
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Speaker, SpeakerRef } from "../types.js"
 */

import { make } from "../lib/dom.js";
import { lateStrings } from "../strings/late.js";
import { cleanName } from "./corrections.js";
import { field } from "./form-dialog.js";

/** The values of the options that are not the index of a speaker. */
const UNKNOWN = "unknown";
const NEW_NAME = "else";

/**
 * @param {Speaker[]} speakers
 * @param {number | null} chosen at first
 * @param {Strings} strings
 * @returns {{ fields: HTMLElement[], read: () => SpeakerRef | null | undefined }} read: null for the
 *   unknown speaker, undefined if the new name is missing
 */
export function speakerField(speakers, chosen, strings) {
  const { who, somebodyElse, name } = lateStrings[strings.language].corrections;
  const select = make(
    "select",
    { part: "select" },
    ...speakerOptions(speakers),
    make("option", { value: UNKNOWN }, strings.unknownSpeaker),
    make("option", { value: NEW_NAME }, somebodyElse),
  );
  select.value = chosen === null ? UNKNOWN : String(chosen);
  const input = make("input", { autocomplete: "off", part: "input", dir: "auto" });
  const nameField = field("new-speaker", name, input);
  nameField.hidden = true;
  select.addEventListener("change", () => {
    nameField.hidden = select.value !== NEW_NAME;
    if (!nameField.hidden) input.focus();
  });
  return {
    fields: [field("speaker", who, select), nameField],
    read() {
      if (select.value === UNKNOWN) return null;
      if (select.value !== NEW_NAME) return speakerRef(speakers, Number(select.value));
      const newName = cleanName(input.value);
      return newName === "" ? undefined : { name: newName, nth: 0 };
    },
  };
}

/**
 * The options for the speakers of a report.
 *
 * @param {Speaker[]} speakers
 * @param {number} [except] index of a speaker to leave out
 */
export function speakerOptions(speakers, except) {
  return speakers.flatMap(({ name, role }, index) =>
    index === except ? [] : [make("option", { value: index }, role ? `${name}, ${role}` : name)],
  );
}

/**
 * Refers to a speaker by name instead of by index, as operations do.
 *
 * @param {Speaker[]} speakers
 * @param {number} index
 * @returns {SpeakerRef}
 */
export function speakerRef(speakers, index) {
  const { name } = speakers[index];
  return { name, nth: speakers.slice(0, index).filter((other) => other.name === name).length };
}
