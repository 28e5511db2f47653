/** What differs in print. */

export const PRINT = `
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
