/**
 * The words that only late modules say, in German.
 *
 * @import { LateStrings } from "./late.js"
 * @import { Operation } from "../types.js"
 */

/** Words as a title for a thing: not the whole of a long speech. @param {string} words */
const cut = (words) => `„${words.length > 60 ? `${words.slice(0, 60).toWellFormed().trimEnd()}…` : words}“`;

/** @param {Operation} operation */
function correction(operation) {
  switch (operation.type) {
    case "speaker":
    case "add": {
      const said = cut(operation.place.exact);
      const by = operation.who ? `von ${operation.who.name}` : "von unbekannter Quelle";
      return operation.type === "add" ? `${said} ist ein Zitat ${by}` : `${said} ist ${by}`;
    }
    case "remove":
      return `${cut(operation.place.exact)} ist kein Zitat`;
    case "rename":
      return `${operation.who.name} heißt ${operation.name}`;
    case "merge":
      return `${operation.who.name} und ${operation.into.name} sind eine Quelle`;
    case "forget":
      return "die Korrekturen des vorigen Textes bleiben weg";
  }
}

/** @type {LateStrings} */
export const late = {
  card: {
    aboutThis: "Über dieses Zitat",
    showInList: "In der Liste zeigen",
  },
  file: {
    several:
      "Bitte eine Datei nach der anderen. Eine einzelne Text-, Untertitel-, Markdown- oder HTML-Datei öffnen oder hierher ziehen.",
    unknown: (name) =>
      `„${name}“ ist keine Text-, Untertitel-, Markdown- oder HTML-Datei. Am besten im eigenen Programm öffnen, den Text kopieren und hier einfügen.`,
    tooLarge: (name) =>
      `„${name}“ ist größer als 50 MB. Die Datei teilen oder nur den nötigen Teil einfügen.`,
    unreadable: (name) =>
      `„${name}“ ließ sich nicht lesen. Gibt es die Datei noch, und darf sie geöffnet werden?`,
    encoding: (name) =>
      `Die Zeichenkodierung von „${name}“ ist nicht zu erkennen. Die Datei als UTF-8 speichern oder ihren Text kopieren und hier einfügen.`,
    refused: (name) =>
      `„${name}“ ist eine Webseite, und die Richtlinie dieser Website lässt sie hier nicht lesen. Die Seite öffnen, ihren Text kopieren und hier einfügen.`,
    empty: (name) => `In „${name}“ steht kein Text.`,
  },
  corrections: {
    correctHeading: "Dieses Zitat korrigieren",
    who: "Quelle",
    somebodyElse: "Jemand anderes …",
    name: "Name der Quelle",
    notAQuotation: "Kein Zitat",
    save: "Speichern",
    cancel: "Abbrechen",
    speakerHeading: "Diese Quelle ändern",
    sameAs: "Dieselbe Quelle wie",
    nobody: "Niemand sonst hier",
    markSelection: "Als Zitat markieren",
    addHeading: "Ein Zitat hinzufügen",
    words: "Wörter des Zitats",
    wordsHelp: "So, wie sie im Text stehen. Was dort ausgewählt ist, steht schon da.",
    nameMissing: "Bitte erst einen Namen eingeben.",
    wordsMissing: "Bitte erst die Wörter eingeben oder auswählen.",
    notInText: "Diese Wörter stehen nicht im Text. Bitte Buchstabe für Buchstabe vergleichen.",
    taken: "Einige dieser Wörter gehören schon zu einem Zitat. Dieses korrigieren oder andere Wörter wählen.",
    bar: "Korrekturen",
    undo: "Rückgängig",
    redo: "Wiederholen",
    undoKeys: "Strg+Z",
    redoKeys: "Strg+Umschalt+Z",
    done: (operation) => `Korrigiert: ${correction(operation)}.`,
    undone: (operation) => `Zurückgenommen: ${correction(operation)}.`,
    forgotten: "Das ist ein anderer Text, darum bleiben die Korrekturen weg. „Rückgängig“ holt sie zurück.",
    lost: (operations, integer) => {
      const some = operations.slice(0, 3).map(correction).join("; ");
      const more = operations.length > 3 ? `; und ${integer(operations.length - 3)} weitere` : "";
      return `${operations.length === 1 ? "Diese Korrektur passt" : "Diese Korrekturen passen"} nicht mehr zum Text: ${some}${more}.`;
    },
  },
  export: {
    copied: "Kopiert.",
    copyFailed: "Der Browser hat das Kopieren nicht erlaubt. Die Datei lässt sich stattdessen herunterladen.",
    copyOne: "Zitat kopieren",
    copyOneFailed: "Der Browser hat das Kopieren nicht erlaubt.",
    addressMissing: "Links brauchen die Webadresse des Textes, und es gibt keine.",
    notVerbatim: "wiedergegeben, nicht wörtlich",
    quoted: (words) => `„${words}“`,
    inTheText: "im Text",
    exportedKinds: { direct: "wörtlich", mixed: "gemischt", indirect: "indirekt" },
  },
};
