/**
 * The field that asks for a speaker: one of the report, nobody known, or a new name.
 *
 * @import { Strings } from "../strings/strings-for.js"
 * @import { Speaker, Who } from "../types.js"
 */

import { make } from "../lib/dom.js";
import { cleanName } from "./corrections.js";
import { field } from "./form-dialog.js";

const UNKNOWN = "unknown";
const ELSE = "else";

/**
 * @param {Speaker[]} speakers
 * @param {number | null} chosen at first
 * @param {Strings} strings
 * @returns {{ fields: HTMLElement[], who: () => Who | null | undefined }} who: null for unknown,
 *   undefined while a name is missing
 */
export function speakerChoice(speakers, chosen, strings) {
  const { who, somebodyElse, name } = strings.corrections;
  const select = make(
    "select",
    { part: "select" },
    ...speakerOptions(speakers),
    make("option", { value: UNKNOWN }, strings.unknownSpeaker),
    make("option", { value: ELSE }, somebodyElse),
  );
  select.value = chosen === null ? UNKNOWN : String(chosen);
  const input = make("input", { autocomplete: "off", part: "input", dir: "auto" });
  const nameField = field("new-speaker", name, input);
  nameField.hidden = true;
  select.addEventListener("change", () => {
    nameField.hidden = select.value !== ELSE;
    if (!nameField.hidden) input.focus();
  });
  return {
    fields: [field("speaker", who, select), nameField],
    who() {
      if (select.value === UNKNOWN) return null;
      if (select.value !== ELSE) return whoIs(speakers, Number(select.value));
      const written = cleanName(input.value);
      return written === "" ? undefined : { name: written, nth: 0 };
    },
  };
}

/**
 * @param {Speaker[]} speakers
 * @param {number} [except]
 */
export function speakerOptions(speakers, except) {
  return speakers.flatMap(({ name, role }, index) =>
    index === except ? [] : [make("option", { value: index }, role ? `${name}, ${role}` : name)],
  );
}

/**
 * @param {Speaker[]} speakers
 * @param {number} index
 * @returns {Who}
 */
export function whoIs(speakers, index) {
  const { name } = speakers[index];
  return { name, nth: speakers.slice(0, index).filter((other) => other.name === name).length };
}
