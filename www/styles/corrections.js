/** The buttons that correct. */

export const CORRECTIONS = `
.history { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2); margin-block-start: var(--s3); }
.history p { flex: 1 1 14rem; color: var(--quiet); overflow-wrap: anywhere; }
.history p:empty { display: none; }
button[aria-disabled="true"] { color: var(--quiet); border-color: var(--line); cursor: default; }
:is([data-state="empty"], [data-state="error"], [data-state="cancelled"]) :is(.history, .undo-bar, .reading-line) { display: none; }
.list .correct { display: none; margin-block-start: var(--s2); }
.list .selected > .correct { display: inline-block; }
.speaker-name { display: flex; align-items: start; gap: var(--s1); }
.speaker-name > .speaker-filter { flex: 1; min-inline-size: 0; }
.speakers .role { display: inline-block; }
/* A long header extends over the names instead of widening its column. */
th:nth-child(2) > .measure { margin-inline-start: -3rem; }
.edit-speaker { flex: none; display: grid; place-items: center; inline-size: 1.5rem; min-height: 1.75rem; padding: 0; border-color: transparent; background: none; color: var(--quiet); }
.edit-speaker:hover { color: var(--ink); }
.pencil { inline-size: 0.875rem; block-size: 0.875rem; fill: none; stroke: currentColor; stroke-width: 1.2; stroke-linejoin: round; }
`;
