/**
 * The words that only late modules say, in English. Another language is a module of this shape beside it.
 *
 * @import { Operation, QuotationKind } from "../types.js"
 */

/** Words as a title for a thing: not the whole of a long speech. @param {string} words */
const cut = (words) => `“${words.length > 60 ? `${words.slice(0, 60).toWellFormed().trimEnd()}…` : words}”`;

/** @param {Operation} operation */
function correction(operation) {
  switch (operation.type) {
    case "speaker":
    case "add": {
      const said = cut(operation.place.exact);
      const by = operation.who ? `by ${operation.who.name}` : "by an unknown speaker";
      return operation.type === "add" ? `${said} is a quotation ${by}` : `${said} is ${by}`;
    }
    case "remove":
      return `${cut(operation.place.exact)} is not a quotation`;
    case "rename":
      return `${operation.who.name} is called ${operation.name}`;
    case "merge":
      return `${operation.who.name} and ${operation.into.name} are one speaker`;
    case "forget":
      return "the corrections of the text before are left out";
  }
}

export const late = {
  card: {
    aboutThis: "About this quotation",
    showInList: "Show in the list",
  },
  file: {
    several: "One file at a time, please. Open or drop a single text, subtitle, Markdown or HTML file.",
    /** @param {string} name */
    unknown: (name) =>
      `“${name}” is not a text, subtitle, Markdown or HTML file. Open it in the program it belongs to, copy its text and paste it here.`,
    /** @param {string} name */
    tooLarge: (name) => `“${name}” is larger than 50 MB. Split it, or paste the part that you need.`,
    /** @param {string} name */
    unreadable: (name) => `“${name}” could not be read. Check that it still exists and that you may open it.`,
    /** @param {string} name */
    encoding: (name) =>
      `“${name}” is in an encoding that this page cannot tell. Save it as UTF-8, or copy its text and paste it here.`,
    /** @param {string} name */
    refused: (name) =>
      `“${name}” is a web page, and the policy of this site does not let it be read here. Open it, copy its text and paste it.`,
    /** @param {string} name */
    empty: (name) => `There is no text in “${name}”.`,
  },
  corrections: {
    correctHeading: "Correct this quotation",
    who: "Speaker",
    somebodyElse: "Someone else…",
    name: "Name",
    notAQuotation: "Not a quotation",
    save: "Save",
    cancel: "Cancel",
    speakerHeading: "Edit this speaker",
    sameAs: "Same person as",
    nobody: "No other speaker",
    markSelection: "Mark as a quotation",
    addHeading: "Add a quotation",
    words: "Words of the quotation",
    wordsHelp: "As they stand in the text. What you select there is filled in.",
    nameMissing: "Write a name first.",
    wordsMissing: "Write or select the words first.",
    notInText: "The text does not have these words. Check them letter by letter.",
    taken: "Some of these words already belong to a quotation. Correct that one, or choose other words.",
    bar: "Corrections",
    undo: "Undo",
    redo: "Redo",
    undoKeys: "Control+Z",
    redoKeys: "Control+Shift+Z",
    /** @param {Operation} operation */
    done: (operation) => `${correction(operation)} now.`,
    /** @param {Operation} operation */
    undone: (operation) => `Undone: ${correction(operation)}.`,
    forgotten: "This is a different text, so the corrections were set aside. Undo restores them.",
    /** @param {Operation[]} operations @param {(count: number) => string} integer */
    lost: (operations, integer) => {
      const some = operations.slice(0, 3).map(correction).join("; ");
      const more = operations.length > 3 ? `; and ${integer(operations.length - 3)} more` : "";
      return `${operations.length === 1 ? "This correction no longer fits" : "These corrections no longer fit"} the text: ${some}${more}.`;
    },
  },
  export: {
    copied: "Copied.",
    copyFailed: "The browser did not allow copying. Download the file instead.",
    copyOne: "Copy the quotation",
    copyOneFailed: "The browser did not allow copying.",
    addressMissing: "Links need the web address of the text, and there is none.",
    notVerbatim: "reported, not word for word",
    /** Of a quotation and of a title in an export. @param {string} words */
    quoted: (words) => `“${words}”`,
    inTheText: "in the text",
    /** @type {Record<QuotationKind, string>} */
    exportedKinds: { direct: "direct", mixed: "mixed", indirect: "indirect" },
  },
};
