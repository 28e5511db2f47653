/** What differs in a narrow and in a wide element, in forced colours, and in print. */

/** An element that shows all parts. */
const ALL = `:host(:not([view="text"], [view="quotations"], [view="speakers"]))`;

export const MEDIA = `
@container (max-width: 24rem) {
  th, td { padding-inline-start: var(--s2); }
  table { font-size: var(--small); }
}
@container (max-width: 19rem) {
  .speakers .speaker-label { flex-direction: column; gap: 0.1em; }
}
@container (max-width: 16rem) {
  .speakers { overflow: auto; }
  th:nth-child(3), td:nth-child(3) { display: none; }
  thead:not(:focus-within) { display: block; position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .box-actions > *, .export > * { inline-size: 100%; }
  select { padding-inline: var(--s2); }
}
@container (min-width: 56rem) {
  ${ALL} .frame:not([data-source="page"]) {
    grid-template: "box aside" auto "state aside" auto "reading aside" 1fr / minmax(0, 1fr) minmax(20rem, 25rem);
  }
  .guide { grid-area: aside; }
  .reading { padding: var(--s5) var(--s6) var(--s6); background: var(--ground); border: 1px solid var(--line); border-radius: 0.3rem; }
  .text-body { margin-inline: auto; }
  ${ALL} .frame:not([data-source="page"]) .aside {
    grid-area: aside; align-self: start; position: sticky; inset-block-start: var(--s4); max-block-size: calc(100vh - 2 * var(--s4));
    display: flex; flex-direction: column; gap: var(--s5); min-inline-size: 0;
  }
  [data-state="none"] > .results .aside { display: none !important; }
  ${ALL} .frame:not([data-source="page"]) .speakers { max-block-size: 50vh; overflow: auto; flex: none; }
  ${ALL} .frame:not([data-source="page"]) .quotations { min-block-size: 12rem; display: flex; flex-direction: column; }
  .frame:not([data-source="page"]) .to-list { display: none; }
}

@media (forced-colors: active) {
  mark { background: Mark; color: MarkText; }
  .sign { forced-color-adjust: none; background: CanvasText; color: Canvas; border-color: CanvasText; }
  .doubtful .sign, .sign.doubtful { background: Canvas; color: CanvasText; }
  .list li.selected { border-inline-start-color: Highlight; outline: 2px solid Highlight; outline-offset: -2px; }
  mark.filtered-out { background: Canvas; color: CanvasText; }
  mark.filtered-out > * { text-decoration: none; }
  tr:has(> th > [aria-pressed="true"]) { outline: 2px solid Highlight; outline-offset: -2px; }
  .kinds [aria-pressed="true"] { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
  .bar { forced-color-adjust: none; background-color: Canvas; border-block-end: 1px solid CanvasText; --speaker: CanvasText; }
  .list li:not(.selected) { border-inline-start-color: Canvas; }
}

@media print {
  .box, .guide, .state-actions, .reading-line button, .unread, .card, .more, .controls, .show-all, .hint,
  .history, .undo-bar, .correct, .edit-speaker, .mark-selection { display: none !important; }
  .frame, .results .aside { display: block !important; position: static !important; max-block-size: none !important; }
  .results section { max-block-size: none !important; overflow: visible !important; display: block !important; margin-block-end: var(--s5); }
  .list { max-block-size: none; overflow: visible; }
  .reading { padding: 0; border: 0; background: none; margin-block-start: var(--s4); }
  .said { display: block; -webkit-line-clamp: none; }
  .text p:not([hidden]), .list li { content-visibility: visible; }
  .list li, tr { break-inside: avoid; }
  .measure { text-decoration: none; }
  mark, .sign, .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
