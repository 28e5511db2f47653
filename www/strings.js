/**
 * Every word of the interface, in English, and the numbers in it by `Intl`. A translation would
 * be a second module of this shape.
 *
 * @import { Quotation, QuotationKind, SpeakerKind } from "./types.js"
 */

const integer = new Intl.NumberFormat("en");
const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat("en", { notation: "compact", compactDisplay: "long", maximumFractionDigits: 1 });
const plural = new Intl.PluralRules("en");

/**
 * @param {number} count
 * @param {string} one
 * @param {string} other
 */
const counted = (count, one, other) => `${integer.format(count)} ${plural.select(count) === "one" ? one : other}`;

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

  file: {
    open: "Open a file…",
    /** @param {string} name */
    opened: (name) => `Opened “${name}”.`,
    several: "One file at a time, please. Open or drop a single text, Markdown or HTML file.",
    /** @param {string} name */
    unknown: (name) =>
      `“${name}” is not a text, Markdown or HTML file. Open it in the program it belongs to, copy its text and paste it here.`,
    /** @param {string} name */
    tooLarge: (name) => `“${name}” is larger than 50 MB. Split it, or paste the part that you need.`,
    /** @param {string} name */
    unreadable: (name) => `“${name}” could not be read. Check that it still exists and that you may open it.`,
    /** @param {string} name */
    empty: (name) => `There is no text in “${name}”.`,
  },
  aboutText: {
    heading: "About this text (optional)",
    title: "Title",
    url: "Source address (URL)",
    noAddress: "This is not a web address, so it is left out. A web address starts with https://",
  },

  empty: "Quotations show up here as soon as there is a text. Pasting is enough.",
  none: "No quotations found",
  noneHelp:
    "Quotations are known by quotation marks, or by words that report, such as “said” or “according to”. " +
    "If the text has them, check that it was pasted whole.",
  /** @param {number} length in characters */
  reading: (length) => `Reading ${compact.format(length)} ${length === 1 ? "character" : "characters"}…`,
  progress: "Progress",
  cancel: "Cancel",
  cancelled: "Cancelled. Your text is still here.",
  readAgain: "Read it again",
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
  about: ({ kind, speaker, confidence }) =>
    speaker === null
      ? strings.kinds[kind]
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
