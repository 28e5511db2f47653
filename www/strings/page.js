/**
 * The words of index.html in other languages. The English ones stand in the page itself, which is read
 * without scripts as well; `data-words` there names each of them.
 *
 * @type {Record<string, Record<string, string>>}
 */
export const pageWords = {
  de: {
    title: "Wer hat was gesagt? – Quote Extractor",
    description:
      "Einen englischen Artikel, eine Mitschrift oder ein Kapitel einfügen und gleich sehen, wer was gesagt hat. Nichts davon verlässt die Seite.",
    heading: "Wer hat was gesagt?",
    promise:
      "Einen englischen Artikel, eine Mitschrift oder ein Kapitel einfügen: Jedes Zitat wird markiert und seine Quelle genannt, und nichts davon verlässt diese Seite.",
    sample: "Beispiel ansehen",
    fallback:
      "Diese Seite liest Texte im Browser und braucht dafür Skripte und WebAssembly. Bleibt diese Zeile stehen, ist eines davon abgeschaltet oder ließ sich nicht laden.",
    reading:
      "Gelesen wird im Browser; einen Server gibt es nicht. Geurteilt wird nach Regeln und nach Wahrscheinlichkeit, darum jedes Zitat prüfen, bevor es darauf ankommt.",
    source:
      "Quelloffen, unter der MIT- oder der Apache-2.0-Lizenz. Dasselbe gibt es als eigenes HTML-Element, als JavaScript-Funktion und als Befehl.",
    newspaper: "In einer Zeitungsseite ansehen",
    "newspaper-rest": " (englisch), in der die Zitate an Ort und Stelle markiert sind.",
  },
};
