/**
 * Every word of the interface, in English, and the numbers in it by `Intl`. A translation would
 * be a second module of this shape.
 *
 * @import { Quotation, QuotationKind, SpeakerKind } from "./types.js"
 */

const integer = new Intl.NumberFormat("en");
const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 0 });
const plural = new Intl.PluralRules("en");

/**
 * @param {number} count
 * @param {string} one
 * @param {string} other
 */
const counted = (count, one, other) => `${integer.format(count)} ${plural.select(count) === "one" ? one : other}`;

/** Words as a title for a thing: not the whole of a long speech. @param {string} words */
const cut = (words) => `“${words.length > 60 ? `${words.slice(0, 60).toWellFormed().trimEnd()}…` : words}”`;

/** @param {import("./corrections.js").Operation} operation */
function correction(operation) {
  switch (operation.type) {
    case "speaker":
    case "add": {
      const said = cut(operation.place.exact);
      const by = operation.who ? `by ${operation.who.name}` : "by an unknown speaker";
      return operation.type === "add" ? `${said} is a quotation ${by}` : `${said} is ${by}`;
    }
    case "remove": return `${cut(operation.place.exact)} is not a quotation`;
    case "rename": return `${operation.who.name} is called ${operation.name}`;
    case "merge": return `${operation.who.name} and ${operation.into.name} are one speaker`;
    case "forget": return "the corrections of the text before are left out";
  }
}

/** Below this an attribution is shown as doubtful. */
export const DOUBTFUL_BELOW = 0.7;

/** @param {number} confidence from 0 to 1 */
function certainty(confidence) {
  if (confidence >= 0.95) return "almost certain";
  if (confidence >= 0.85) return "very likely";
  if (confidence >= DOUBTFUL_BELOW) return "likely";
  return confidence >= 0.5 ? "doubtful" : "a guess";
}

export const strings = {
  boxLabel: "Article, transcript or chapter",
  boxPlaceholder: "Paste or type a text here.",
  find: "Find quotations",
  findKeys: "Control+Enter",
  clear: "Clear",
  undo: "Bring back the text before",
  cleared: "The text was cleared.",
  replaced: "The text was replaced.",

  empty: "Quotations show up here as soon as there is a text. Pasting is enough.",
  none: "No quotations found",
  noneHelp:
    "Quotations are known by quotation marks, or by words that report, such as “said” or “according to”. " +
    "If the text has them, check that it was pasted whole.",
  reading: "Reading the text…",
  /** @param {number} part from 0 to 1 */
  drawing: (part) => `Drawing the marked text: ${percent.format(part)}`,

  errorHeading: "The quotations could not be found",
  /** @param {unknown} code of an `ExtractError` */
  error: (code) =>
    code === "unavailable"
      ? "The part that reads texts could not be loaded. Check the connection, then try again. Your text is still here."
      : "Reading stopped at something in this text. Try again, or try a part of it. Your text is still here.",
  /** @param {string} id */
  noTarget: (id) => `No element on this page has the id “${id}”.`,
  tryAgain: "Try again",

  /**
   * @param {number} quotations
   * @param {number} speakers
   */
  summary: (quotations, speakers) =>
    speakers === 0
      ? counted(quotations, "quotation", "quotations")
      : `${counted(quotations, "quotation", "quotations")} by ${counted(speakers, "speaker", "speakers")}`,
  /** @param {number} count */
  unattributed: (count) => `${integer.format(count)} without a known speaker`,

  guide: {
    heading: "What gets marked",
    initials: "AL",
    examples: {
      direct: { name: "Direct: word for word", said: "It rained all night,", after: " said Ann Lee." },
      mixed: { name: "Mixed: reported, with words kept", before: "She said ", reported: "the road was “", said: "a river" },
      indirect: { name: "Indirect: reported only", before: "Lee said ", reported: "the school would open late" },
    },
    doubtful: "A dashed sign: the speaker is doubtful or unknown.",
  },

  textHeading: "Text",
  quotationsHeading: "Quotations",
  speakersHeading: "Speakers",
  columns: { speaker: "Speaker", quotations: "Quotations", words: "Words", share: "Share" },
  unknownSpeaker: "Speaker unknown",
  /** @type {Record<SpeakerKind, string>} */
  speakerKinds: { person: "", organization: "Organization", group: "Several speakers", unnamed: "Unnamed source" },
  /** @type {Record<QuotationKind, string>} */
  kinds: { direct: "Direct", mixed: "Mixed", indirect: "Indirect" },
  legend: {
    verbatim: "word for word",
    reported: "reported",
    doubtful: "speaker doubtful or unknown",
  },
  certainty,
  /** @param {Quotation} quotation */
  about: ({ kind, speaker, confidence, rule }) =>
    rule === "corrected" ? `${strings.kinds[kind]}, corrected by you`
      : speaker === null ? strings.kinds[kind]
      : `${strings.kinds[kind]}, ${certainty(confidence)} (${percent.format(confidence)})`,
  /**
   * @param {number} index
   * @param {Quotation} quotation
   * @param {string} name
   * @param {string} sign as it is seen, so that who speaks to the browser can say it
   */
  markLabel: (index, quotation, name, sign) =>
    `${sign}, quotation ${integer.format(index + 1)}: ${name}. ${strings.about(quotation)}. ${quotation.reason}`,
  aboutThis: "About this quotation",
  showInList: "Show in the list",
  /** @param {number} count */
  more: (count) => `Show ${counted(count, "more quotation", "more quotations")}`,
  keys: "Arrow keys move from quotation to quotation, Enter selects.",

  corrections: {
    reason: "You said so.",
    correct: "Correct…",
    correctHeading: "Correct this quotation",
    who: "Speaker",
    somebodyElse: "Someone else…",
    name: "Name",
    notAQuotation: "Not a quotation",
    save: "Save",
    cancel: "Cancel",
    editSpeaker: "Edit",
    /** @param {string} name */
    editLabel: (name) => `Edit ${name}`,
    speakerHeading: "Edit this speaker",
    sameAs: "Same person as",
    nobody: "Nobody else here",
    add: "Add a quotation…",
    markSelection: "Mark as a quotation",
    addHeading: "Add a quotation",
    words: "Words of the quotation",
    wordsHelp: "As they stand in the text. What you select there is filled in.",
    nameMissing: "Write a name first.",
    wordsMissing: "Write or select the words first.",
    notInText: "The text does not have these words. Check them letter by letter.",
    taken: "Some of these words belong to a quotation already. Correct that one, or choose other words.",
    bar: "Corrections",
    undo: "Undo",
    redo: "Redo",
    /** @param {import("./corrections.js").Operation} operation */
    done: (operation) => `${correction(operation)} now.`,
    /** @param {import("./corrections.js").Operation} operation */
    undone: (operation) => `Taken back: ${correction(operation)}.`,
    forgotten: "This is another text, so the corrections are left out. Undo brings them back.",
    /** @param {import("./corrections.js").Operation[]} operations */
    lost: (operations) => {
      const some = operations.slice(0, 3).map(correction).join("; ");
      const more = operations.length > 3 ? `; and ${integer.format(operations.length - 3)} more` : "";
      return `${operations.length === 1 ? "This correction does" : "These corrections do"} not fit the text any more: ${some}${more}.`;
    },
  },

  exportLabel: "Take the results along as",
  copy: "Copy",
  copied: "Copied.",
  copyFailed: "The browser did not allow copying. Download the file instead.",
  download: "Download",
  /** @type {Record<"markdown" | "csv" | "json", string>} */
  formats: { markdown: "Markdown", csv: "CSV", json: "JSON" },

  integer: (/** @type {number} */ value) => integer.format(value),
  percent: (/** @type {number} */ value) => percent.format(value),
};
