/** The table of speakers, the filters, and the list of quotations. */

export const RESULTS = `
table { inline-size: 100%; border-collapse: collapse; margin-block-start: var(--s2); font-variant-numeric: tabular-nums; }
th, td { text-align: start; vertical-align: baseline; padding: var(--s2) 0 var(--s2) var(--s3); border-block-end: 1px solid var(--line); }
th:first-child { padding-inline-start: 0; inline-size: 100%; }
thead th { font-weight: 400; font-size: var(--small); color: var(--quiet); padding-block: var(--s1); }
.number { text-align: end; }
tbody th { font-weight: 400; overflow-wrap: anywhere; }
.speaker-label > .sign { flex: none; min-inline-size: 2.6em; }
.speaker-label { display: flex; align-items: baseline; gap: 0.5em; }
.name { font-weight: 650; }
.role { color: var(--quiet); }
/* The bar is also the line below its row. */
tbody tr:not(.group) { position: relative; }
tbody tr:not(.group) > * { border-block-end: 0; padding-block: 0.375rem 0.625rem; }
.bar { position: absolute; inset-inline: 0; inset-block-end: 0; block-size: var(--s1); background: linear-gradient(var(--speaker) 0 0) 0 / calc(var(--share) * 100%) 100% no-repeat var(--line); }
:dir(rtl) > .bar { background-position-x: 100%; }

.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.audit { max-inline-size: 42rem; }
.audit:not(:empty) { margin-block-start: var(--s2); }
.hint { color: var(--quiet); font-size: var(--small); }
/* Beside the table there is nothing to filter. */
:host([view="speakers"]) [data-source]:not([data-source="page"]) .hint { display: none; }
.measure { min-block-size: 1.75rem; min-height: 0; padding: 0; border: 0; background: none; white-space: nowrap; text-decoration: underline dotted; text-underline-offset: 0.25em; }
[aria-sort] > .measure { color: var(--ink); font-weight: 650; text-decoration: none; }
[aria-sort] > .measure::after { content: " ↓" / ""; }
.group > * { color: var(--quiet); font-size: var(--small); padding-block-start: var(--s4); }
.speaker-filter { display: block; inline-size: 100%; min-height: 1.75rem; padding: 0; border: 0; background: none; text-align: start; overflow-wrap: anywhere; }
.speaker-filter:hover .name { text-decoration: underline; }
.speaker-filter:focus-visible { outline-offset: -1px; }
tbody tr:not(.group) > th { padding-inline-start: var(--s2); }
td:last-child, th:last-child { padding-inline-end: var(--s1); }
tr:has(> th > [aria-pressed="true"]) { background: color-mix(in srgb, var(--speaker) 14%, transparent); box-shadow: inset 3px 0 var(--speaker); }
tr:has(> th > [aria-pressed="true"]):dir(rtl) { box-shadow: inset -3px 0 var(--speaker); }

.controls { display: flex; flex-wrap: wrap; gap: var(--s2); margin-block-start: var(--s2); }
.controls select, .kinds button { min-height: 2rem; padding: 0 var(--s2); font-size: var(--small); }
.controls select { flex: 1 0 8rem; min-inline-size: 0; }
.search { flex: 1 1 100%; min-inline-size: 0; min-block-size: 2.25rem; padding: 0 var(--s3); font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--strong-line); border-radius: 0.3rem; }
.search::placeholder { color: var(--quiet); opacity: 1; }
.kinds { display: flex; flex-wrap: wrap; gap: var(--s1); }
.kinds [aria-pressed="true"] { background: var(--ink); border-color: var(--ink); color: var(--ground); }
.shown { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--s1) var(--s3); }
.shown:has(> button:not([hidden])) { margin-block-start: var(--s2); }
.show-all { min-height: 2rem; }
.none-fit > [role="status"] { font-weight: 650; }
mark.filtered-out, mark.filtered-out:hover { background: none; }
mark.filtered-out > * { text-decoration: underline dotted 1px var(--line); }
mark.filtered-out.selected { background: color-mix(in srgb, var(--speaker) 20%, transparent); }
.sign.filtered-out { display: none; }

.list { list-style: none; margin-block-start: var(--s2); max-block-size: var(--list-height); overflow: auto; border-block-start: 1px solid var(--line); overscroll-behavior: contain; }
.list li { padding: var(--s3) var(--s3) var(--s4); border-block-end: 1px solid var(--line); border-inline-start: 3px solid transparent; cursor: pointer; }
.list li:nth-child(n + 40) { content-visibility: auto; contain-intrinsic-size: auto 9rem; }
.list li:hover { border-inline-start-color: color-mix(in srgb, var(--speaker) 50%, transparent); }
.list li.selected { border-inline-start-color: var(--speaker); background: color-mix(in srgb, var(--speaker) 9%, transparent); }
.list .who { display: block; inline-size: 100%; min-block-size: 1.75rem; padding: 0; border: 0; background: none; text-align: start; overflow-wrap: anywhere; }
.list .who:focus-visible { outline-offset: -1px; }
.said { font: 1.0625rem / 1.5 var(--reading-font); margin-block: var(--s1) var(--s2); overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 6; overflow: hidden; }
.selected > .said { -webkit-line-clamp: unset; display: block; }
.about, .reason { font-size: var(--small); }
.reason { color: var(--quiet); }
.more { margin-block-start: var(--s3); }
`;
