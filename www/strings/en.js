/**
 * Every word of the interface, in English, and the numbers in it by `Intl`. Another language is a
 * module of this shape beside it, entered in `strings-for.js`.
 *
 * @import { Audit, Group } from "../report/audit.js"
 * @import { Certainty } from "../report/certainty.js"
 * @import { Quotation, QuotationKind, SpeakerKind } from "../types.js"
 */

import { certaintyOf } from "../report/certainty.js";
import { reasons } from "./en-reasons.js";
import { numbersIn } from "./numbers.js";

const { integer, percent, compact, counted, share } = numbersIn("en", {
  lessThan: "less than",
  moreThan: "more than",
});

/** @type {Record<Certainty, string>} */
const certainties = {
  certain: "almost certain",
  veryLikely: "very likely",
  likely: "likely",
  doubtful: "doubtful",
  guess: "a guess",
};

export const strings = {
  /** As a BCP 47 tag. */
  language: "en",
  boxLabel: "Article, transcript or chapter",
  boxPlaceholder: "Paste or type a text here.",
  find: "Find quotations",
  findKeys: "Control+Enter",
  clear: "Clear",
  undo: "Restore previous text",
  cleared: "The text was cleared.",
  replaced: "The text was replaced.",
  /** @param {number} length in characters */
  tooLongToEdit: (length) =>
    `This is the beginning of the text, which has ${compact(length)} characters: too long to edit here. All of it is read. Clear it to paste another one.`,

  file: {
    open: "Open a file…",
    /** @param {string} name */
    opened: (name) => `Opened “${name}”.`,
  },
  aboutText: {
    heading: "About this text (optional)",
    title: "Title",
    url: "Source address (URL)",
    noAddress: "This is not a web address, so it is left out. A web address starts with https://",
  },

  empty: "Paste or type a text; its quotations appear here.",
  none: "No quotations found",
  noneHelp:
    "Quotations are recognized by quotation marks, or by words that report, such as “said” or “according to”. " +
    "If the text has them, check that it was pasted whole.",
  /** @param {number} length in characters */
  reading: (length) => `Reading ${compact(length)} ${length === 1 ? "character" : "characters"}…`,
  progress: "Progress",
  cancel: "Cancel",
  cancelled: "Cancelled. Your text is still here.",
  readAgain: "Read it again",
  /** @param {number} part from 0 to 1 */
  drawing: (part) => `Drawing the marked text: ${percent(part)}`,

  errorHeading: "The quotations could not be found",
  /** @param {unknown} code of an `ExtractError` @returns {string} */
  error: (code) =>
    code === "timeout"
      ? "Reading took far too long and was stopped; the browser may be short of memory. Try again, or try a part of the text. Your text is still here."
      : code === "unsupported"
        ? "Texts are read with WebAssembly, which this browser or this site does not allow. Try another browser. Your text is still here."
        : code === "unavailable"
          ? "The part that reads texts could not be loaded. Check the connection, then try again. Your text is still here."
          : "Reading stopped at something in this text. Try again, or try a part of it. Your text is still here.",
  /** @param {string} id */
  noTarget: (id) => `No element on this page has the id “${id}”.`,
  tryAgain: "Try again",
  notPainted: "This browser cannot mark quotations in the page, so they are only listed here.",

  /**
   * @param {number} quotations
   * @param {number} speakers
   */
  summary: (quotations, speakers) =>
    speakers === 0
      ? counted(quotations, "quotation", "quotations")
      : `${counted(quotations, "quotation", "quotations")} by ${counted(speakers, "speaker", "speakers")}`,
  /** @param {number} count */
  unattributed: (count) => `${integer(count)} without a known speaker`,
  /** @param {number} count */
  furniture: (count) =>
    count === 1
      ? "1 line was not read, because it looks like a part of the page around the text."
      : `${integer(count)} lines were not read, because they look like menus, captions or other parts of the page around the text.`,
  unread: {
    /** @param {number} count at least two */
    lines: (count) => `${integer(count)} lines are not read`,
    show: "Show",
    hide: "Hide",
  },

  guide: {
    heading: "What gets marked",
    initials: "AL",
    marks: { open: "“", close: "”" },
    examples: {
      direct: { name: "Direct: word for word", said: "It rained all night,", after: " said Ann Lee." },
      mixed: {
        name: "Mixed: reported, with words kept",
        before: "She said ",
        reported: "the road was ",
        said: "a river",
      },
      indirect: {
        name: "Indirect: reported only",
        before: "Lee said ",
        reported: "the school would open late",
      },
    },
    doubtful: "A dashed badge: the speaker is doubtful or unknown.",
  },

  /**
   * The audit of the sources in one sentence or two; what there is none of is left out.
   *
   * @param {Audit} audit
   * @param {string} leadingName name of the most quoted speaker
   */
  audit: ({ groups, words, speakers, leading }, leadingName) => {
    if (words === 0) return "";
    if (leading === null) return "None of the quoted words has a known speaker.";
    const gaps = groups.flatMap((group) => {
      if (group.words === 0) return [];
      if (group.name === "unknown") return [`${share(group.share)} have no known speaker`];
      if (group.name !== "unnamed") return [];
      const sources = `${integer(group.rows.length)} of ${counted(speakers, "speaker", "speakers")}`;
      return [`${share(group.share)} come from unnamed sources (${sources})`];
    });
    const most =
      leading.share === 1
        ? `All that is quoted rests on one source: ${leadingName}.`
        : leading.share > 0.5
          ? `Most of what is quoted rests on one source: ${leadingName}, ${share(leading.share)} of the words.`
          : `Quoted most: ${leadingName}, ${share(leading.share)} of the words.`;
    return gaps.length === 0 ? most : `Of the quoted words, ${gaps.join(" and ")}. ${most}`;
  },

  textHeading: "Text",
  parts: {
    label: "Parts of the text",
    back: "Previous part",
    on: "Next part",
    /** @param {number} part @param {number} count */
    place: (part, count) => `Part ${integer(part)} of ${integer(count)}`,
  },
  quotationsHeading: "Quotations",
  speakersHeading: "Speakers",
  columns: { speaker: "Speaker", quotations: "Quotations", words: "Words", share: "Share" },
  speakersHint: "Press a speaker to see only what they said.",
  sortBy: { quotations: "Sort by quotations", words: "Sort by words" },
  shareOf: { quotations: "of the quotations", words: "of the words" },
  /** @type {Record<Group["name"], (speakers: number) => string>} */
  groups: {
    people: (speakers) => counted(speakers, "person", "people"),
    organizations: (speakers) => counted(speakers, "organization or group", "organizations and groups"),
    unnamed: (speakers) => counted(speakers, "unnamed source", "unnamed sources"),
    unknown: () => "No known speaker",
    askers: (speakers) => `${counted(speakers, "person asks", "people ask")}, not counted as sources`,
  },
  unknownSpeaker: "Speaker unknown",

  filters: "Filter the quotations",
  search: "Search words and speakers",
  kindFilter: "Kinds to show",
  certaintyFilter: "How certain the speaker is",
  certainties: { all: "Any certainty", certain: "Certain only", doubtful: "Doubtful only" },
  /**
   * @param {number} fitting
   * @param {number} total
   */
  fitting: (fitting, total) =>
    fitting === 0
      ? `None of ${counted(total, "quotation", "quotations")} ${total === 1 ? "matches" : "match"}. Change the filters, or show all.`
      : `${integer(fitting)} of ${counted(total, "quotation", "quotations")}`,
  showAll: "Show all",

  /** @type {Record<SpeakerKind, string>} */
  speakerKinds: {
    person: "",
    organization: "Organization",
    group: "Several speakers",
    unnamed: "Unnamed source",
  },
  /** @type {Record<QuotationKind, string>} */
  kinds: { direct: "Direct", mixed: "Mixed", indirect: "Indirect" },
  legend: {
    verbatim: "word for word",
    reported: "reported",
    doubtful: "speaker doubtful or unknown",
    uncolored: "no color: speaker doubtful or unknown",
  },
  /** @param {Quotation} quotation */
  about: ({ kind, speaker, confidence, rule }) =>
    rule === "corrected"
      ? `${strings.kinds[kind]}, corrected by you`
      : speaker === null
        ? strings.kinds[kind]
        : `${strings.kinds[kind]}, ${certainties[certaintyOf(confidence)]} (${percent(confidence)})`,
  /**
   * @param {number} index
   * @param {Quotation} quotation
   * @param {string} name
   * @param {string} sign as it is seen, so that who speaks to the browser can say it
   */
  markLabel: (index, quotation, name, sign) =>
    `${sign}, quotation ${integer(index + 1)}: ${name}. ${strings.about(quotation)}. ${quotation.reason}`,
  reasons,
  /** @param {number} count */
  more: (count) => `Show ${counted(count, "more quotation", "more quotations")}`,

  corrections: {
    correct: "Correct…",
    editSpeaker: "Edit",
    /** @param {string} name */
    editLabel: (name) => `Edit ${name}`,
    add: "Add a quotation…",
  },

  exportLabel: "Export as",
  copy: "Copy",
  download: "Download",
  partMissing: "A part of this page could not be loaded. Check the connection and try again.",
  formats: {
    markdown: "Markdown",
    links: "Links (Markdown)",
    csv: "CSV for spreadsheets",
    json: "JSON",
    annotations: "JSON-LD annotations",
    tei: "TEI (XML)",
  },

  integer,
  percent,
  share,
};
