/** How a text was read, in words, in each language of the interface. A late module has them. */

/** What each language says. @typedef {typeof en} ReadAs */

const en = {
  /** @param {number} speakers @param {(count: number) => string} integer */
  transcript: (speakers, integer) =>
    speakers === 0
      ? "Read as a transcript."
      : `Read as a transcript with ${integer(speakers)} ${speakers === 1 ? "speaker" : "speakers"}.`,
  mixed: "Read as an article with a transcript in it.",
  article: "Read as an article.",
  toArticle: "Read as an article instead",
  toTranscript: "Read as a transcript instead",
  chosenArticle: "Read as an article, as you chose.",
  chosenTranscript: "Read as a transcript, as you chose.",
  automaticForm: "Choose the form automatically",
  /** @param {string} language its name, or "" if it is not known */
  marks: (language) =>
    `${language || "The language of this text is not known"}. This version reads English; quotations are found by their marks, and speakers are not named.`,
  /** @param {string} language */
  missing: (language) =>
    `The words of ${language} could not be loaded. Quotations are found by their marks, and speakers are not named.`,
  toEnglish: "Read as English instead",
  /** @param {string} language */
  chosenLanguage: (language) => `Read as ${language}, as you chose.`,
  automaticLanguage: "Choose the language automatically",
};

/** @type {ReadAs} */
const de = {
  transcript: (speakers, integer) =>
    speakers === 0
      ? "Als Mitschrift gelesen."
      : `Als Mitschrift mit ${integer(speakers)} ${speakers === 1 ? "Quelle" : "Quellen"} gelesen.`,
  mixed: "Als Artikel mit einer Mitschrift darin gelesen.",
  article: "Als Artikel gelesen.",
  toArticle: "Stattdessen als Artikel lesen",
  toTranscript: "Stattdessen als Mitschrift lesen",
  chosenArticle: "Als Artikel gelesen, wie gewählt.",
  chosenTranscript: "Als Mitschrift gelesen, wie gewählt.",
  automaticForm: "Die Form automatisch wählen",
  marks: (language) =>
    `${language || "Die Sprache dieses Textes ist nicht bekannt"}. Diese Version liest Englisch; Zitate werden an ihren Zeichen erkannt, Quellen werden nicht benannt.`,
  missing: (language) =>
    `Die Wörter für ${language} konnten nicht geladen werden. Zitate werden an ihren Zeichen erkannt, Quellen werden nicht benannt.`,
  toEnglish: "Stattdessen als Englisch lesen",
  chosenLanguage: (language) => `Als ${language} gelesen, wie gewählt.`,
  automaticLanguage: "Die Sprache automatisch wählen",
};

/** @type {Record<string, ReadAs>} */
export const readAs = { en, de };
