/**
 * Every word of the interface in German. “Quelle” is who speaks, a person or a body, and “Zitat” is
 * what was said, of whatever kind.
 *
 * @import { Certainty } from "../report/certainty.js"
 * @import { Strings } from "./strings-for.js"
 */

import { certaintyOf } from "../report/certainty.js";
import { reasons } from "./de-reasons.js";
import { numbersIn } from "./numbers.js";

const { integer, percent, compact, counted, share } = numbersIn("de", {
  lessThan: "weniger als",
  moreThan: "mehr als",
});

/** @param {number} count */
const quotations = (count) => counted(count, "Zitat", "Zitate");

/** @type {Record<Certainty, string>} */
const certainties = {
  certain: "so gut wie sicher",
  veryLikely: "sehr wahrscheinlich",
  likely: "wahrscheinlich",
  doubtful: "zweifelhaft",
  guess: "geraten",
};

/** @type {Strings} */
export const strings = {
  language: "de",
  boxLabel: "Artikel, Mitschrift oder Kapitel",
  boxPlaceholder: "Hier Text einfügen oder tippen.",
  find: "Zitate finden",
  findKeys: "Control+Enter",
  clear: "Leeren",
  undo: "Vorigen Text zurückholen",
  cleared: "Der Text wurde entfernt.",
  replaced: "Der Text wurde ersetzt.",
  tooLongToEdit: (length) =>
    `Das sind die ersten Wörter. Der Text hat ${compact(length)} Zeichen, zu viele zum Bearbeiten, und wird trotzdem ganz gelesen. Für einen anderen Text dieses Feld leeren.`,

  file: {
    open: "Datei öffnen …",
    opened: (name) => `„${name}“ ist geöffnet.`,
  },
  aboutText: {
    heading: "Zu diesem Text (freiwillig)",
    title: "Titel",
    url: "Webadresse des Textes (URL)",
    noAddress: "Das ist keine Webadresse und bleibt darum weg. Eine Webadresse beginnt mit https://",
  },

  empty: "Zitate erscheinen hier, sobald ein Text da ist. Einfügen genügt.",
  none: "Keine Zitate gefunden",
  noneHelp:
    "Gelesen werden bisher englische Texte. Zitate verraten sich durch Anführungszeichen oder durch Wörter wie „said“ " +
    "oder „according to“. Kommen sie im Text vor, ist er vielleicht nicht vollständig eingefügt.",
  reading: (length) => `${compact(length)} Zeichen werden gelesen …`,
  progress: "Fortschritt",
  cancel: "Abbrechen",
  cancelled: "Abgebrochen. Der Text ist noch da.",
  readAgain: "Noch einmal lesen",
  drawing: (part) => `Der markierte Text wird gezeichnet: ${percent(part)}`,

  errorHeading: "Die Zitate ließen sich nicht finden",
  error: (code) =>
    code === "timeout"
      ? "Das Lesen dauerte viel zu lange und wurde beendet; vielleicht fehlt dem Browser Speicher. Noch einmal versuchen oder nur einen Teil davon nehmen. Der Text ist noch da."
      : code === "unsupported"
        ? "Texte werden mit WebAssembly gelesen, das dieser Browser oder diese Website nicht zulässt. Einen anderen Browser versuchen. Der Text ist noch da."
        : code === "unavailable"
          ? "Der Teil, der Texte liest, ließ sich nicht laden. Die Verbindung prüfen und es noch einmal versuchen. Der Text ist noch da."
          : "Etwas in diesem Text hat das Lesen beendet. Noch einmal versuchen oder nur einen Teil davon nehmen. Der Text ist noch da.",
  noTarget: (id) => `Kein Element auf dieser Seite hat die id „${id}“.`,
  tryAgain: "Noch einmal versuchen",
  notPainted: "Dieser Browser kann Zitate auf der Seite nicht markieren; sie stehen nur hier in der Liste.",

  summary: (count, speakers) =>
    speakers === 0 ? quotations(count) : `${quotations(count)} aus ${counted(speakers, "Quelle", "Quellen")}`,
  unattributed: (count) => `${integer(count)} ohne bekannte Quelle`,
  furniture: (count) =>
    count === 1
      ? "1 Zeile wurde nicht gelesen, weil sie wie ein Teil der Seite um den Text aussieht."
      : `${integer(count)} Zeilen wurden nicht gelesen, weil sie wie Menüs, Bildunterschriften oder andere Teile der Seite um den Text aussehen.`,
  unread: {
    lines: (count) => `${integer(count)} Zeilen werden nicht gelesen`,
    show: "Anzeigen",
    hide: "Ausblenden",
  },

  guide: {
    heading: "Was markiert wird",
    initials: "AL",
    marks: { open: "„", close: "“" },
    examples: {
      direct: {
        name: "Wörtlich: Wort für Wort",
        said: "Es hat die ganze Nacht geregnet",
        after: ", sagte Anna Lenz.",
      },
      mixed: {
        name: "Gemischt: wiedergegeben, mit einzelnen Wörtern im Original",
        before: "Sie sagte, ",
        reported: "die Straße sei ",
        said: "ein Fluss",
      },
      indirect: {
        name: "Indirekt: nur wiedergegeben",
        before: "Lenz sagte, ",
        reported: "die Schule öffne später",
      },
    },
    doubtful: "Ein gestricheltes Zeichen: Die Quelle ist zweifelhaft oder unbekannt.",
  },

  audit: ({ groups, words, speakers, leading }, leadingName) => {
    if (words === 0) return "";
    if (leading === null) return "Für keines der zitierten Wörter ist die Quelle bekannt.";
    const gaps = groups.flatMap((group) => {
      if (group.words === 0) return [];
      if (group.name === "unknown") return [`${share(group.share)} ohne bekannte Quelle`];
      if (group.name !== "unnamed") return [];
      return [
        `${share(group.share)} aus ungenannten Quellen (${integer(group.rows.length)} von ${integer(speakers)})`,
      ];
    });
    const most =
      leading.share === 1
        ? `Alles Zitierte stützt sich auf eine einzige Quelle: ${leadingName}.`
        : leading.share > 0.5
          ? `Das meiste Zitierte stützt sich auf eine einzige Quelle: ${leadingName}, ${share(leading.share)} der Wörter.`
          : `Am meisten zitiert: ${leadingName}, ${share(leading.share)} der Wörter.`;
    return gaps.length === 0 ? most : `Von den zitierten Wörtern sind ${gaps.join(" und ")}. ${most}`;
  },

  textHeading: "Der Text",
  parts: {
    label: "Teile des Textes",
    back: "Voriger Teil",
    on: "Nächster Teil",
    place: (part, count) => `Teil ${integer(part)} von ${integer(count)}`,
  },
  quotationsHeading: "Zitate",
  speakersHeading: "Quellen",
  columns: { speaker: "Quelle", quotations: "Zitate", words: "Wörter", share: "Anteil" },
  speakersHint: "Auf eine Quelle drücken, um nur ihre Zitate zu sehen.",
  sortBy: { quotations: "Nach Zitaten ordnen", words: "Nach Wörtern ordnen" },
  shareOf: { quotations: "an den Zitaten", words: "an den Wörtern" },
  groups: {
    people: (speakers) => counted(speakers, "Person", "Personen"),
    organizations: (speakers) => counted(speakers, "Organisation oder Gruppe", "Organisationen und Gruppen"),
    unnamed: (speakers) => counted(speakers, "ungenannte Quelle", "ungenannte Quellen"),
    unknown: () => "Ohne bekannte Quelle",
    askers: (speakers) =>
      `${counted(speakers, "Person fragt, zählt", "Personen fragen, zählen")} nicht als Quelle`,
  },
  unknownSpeaker: "Quelle unbekannt",

  filters: "Zitate filtern",
  search: "Wörter und Quellen suchen",
  kindFilter: "Welche Arten zu sehen sind",
  certaintyFilter: "Wie sicher die Quelle ist",
  certainties: { all: "Sicher oder nicht", certain: "Nur sichere", doubtful: "Nur zweifelhafte" },
  fitting: (fitting, total) =>
    fitting === 0
      ? `Von ${counted(total, "Zitat", "Zitaten")} passt keines. Die Suche ändern oder alle zeigen.`
      : `${integer(fitting)} von ${counted(total, "Zitat", "Zitaten")}`,
  showAll: "Alle zeigen",

  speakerKinds: {
    person: "",
    organization: "Organisation",
    group: "Mehrere Personen",
    unnamed: "Ungenannte Quelle",
  },
  kinds: { direct: "Wörtlich", mixed: "Gemischt", indirect: "Indirekt" },
  legend: {
    verbatim: "wörtlich",
    reported: "wiedergegeben",
    doubtful: "Quelle zweifelhaft oder unbekannt",
    uncolored: "ohne Farbe: Quelle zweifelhaft oder unbekannt",
  },
  about: ({ kind, speaker, confidence, rule }) =>
    rule === "corrected"
      ? `${strings.kinds[kind]}, von Hand korrigiert`
      : speaker === null
        ? strings.kinds[kind]
        : `${strings.kinds[kind]}, ${certainties[certaintyOf(confidence)]} (${percent(confidence)})`,
  markLabel: (index, quotation, name, sign) =>
    `${sign}, Zitat ${integer(index + 1)}: ${name}. ${strings.about(quotation)}. ${quotation.reason}`,
  reasons,
  more: (count) => `${counted(count, "weiteres Zitat", "weitere Zitate")} zeigen`,

  corrections: {
    correct: "Korrigieren …",
    editSpeaker: "Ändern",
    editLabel: (name) => `${name} ändern`,
    add: "Zitat hinzufügen …",
  },

  exportLabel: "Exportieren als",
  copy: "Kopieren",
  download: "Herunterladen",
  partMissing:
    "Ein Teil dieser Seite ließ sich nicht laden. Bitte noch einmal versuchen, wenn eine Verbindung besteht.",
  formats: {
    markdown: "Markdown",
    links: "Links (Markdown)",
    csv: "CSV für Tabellen",
    json: "JSON",
    annotations: "JSON-LD-Annotationen",
    tei: "TEI (XML)",
  },

  integer,
  percent,
  share,
};
