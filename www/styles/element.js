/** The state panel, the layout of all parts, and the guide. */

/** An element that shows one part only. */
const ONE = `:host(:is([view="text"], [view="quotations"], [view="speakers"]))`;

export const LAYOUT = `
.state-line { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--s2) var(--s4); }
.status { font-size: 1.25rem; line-height: 1.3; font-family: var(--reading-font); }
.help { max-inline-size: 42rem; }
.help:not(:empty) { margin-block-start: var(--s1); }
/* The same height without words, so that nothing moves when it is loaded. */
.reading-line { max-inline-size: 42rem; padding-block-start: var(--s1); color: var(--quiet); }
.reading-line > div { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 var(--s3); }
.reading-line button { min-height: 1.75rem; padding: 0; border: 0; background: none; text-align: start; text-decoration: underline; text-underline-offset: 0.2em; }
.reading-line button:hover { color: var(--ink); }
.export { display: flex; flex-wrap: wrap; gap: var(--s2); }
.export select { flex: 1 1 9rem; min-inline-size: 0; }
.error:not(:empty) {
  display: grid; gap: var(--s2); justify-items: start; max-inline-size: 42rem; padding: var(--s4);
  border: 1px solid var(--strong-line); border-inline-start: 4px solid light-dark(#b3261e, #ff8a80); border-radius: 0.3rem;
}

.frame { display: grid; gap: var(--s5) var(--s6); grid-template: "box" "state" "speakers" "reading" "quotations" / minmax(0, 1fr); }
.box { grid-area: box; }
.state { grid-area: state; }
.results, .aside { display: contents; }
.reading { grid-area: reading; min-inline-size: 0; }
.speakers { grid-area: speakers; }
.quotations { grid-area: quotations; }
[data-source]:not([data-source="box"]) > :is(.box, .guide),
[data-state]:not([data-state="empty"], [data-state="none"]) > .guide,
:is([data-state="empty"], [data-state="error"], [data-state="cancelled"]) > .results,
[data-state="none"] > .results :is(.aside, .legend),
[data-source="page"] .reading,
:host(:is([view="quotations"], [view="speakers"])) .reading,
:host(:is([view="text"], [view="speakers"])) .quotations,
:host(:is([view="text"], [view="quotations"])) .speakers { display: none !important; }
${ONE} .frame:not([data-source="page"]) { grid-template: "box" "state" "part" / minmax(0, 1fr); }
${ONE} .frame:not([data-source="page"]) :is(.reading, .speakers, .quotations, .guide) { grid-area: part; }
:host(:is([view="text"], [view="speakers"])) .to-list { display: none; }

.guide { grid-area: quotations; align-self: start; }
.guide dl { margin: var(--s2) 0 0; }
.guide dt { font-size: var(--small); color: var(--quiet); }
.guide dd { margin: 0 0 var(--s3); font: 1.0625rem / 1.6 var(--reading-font); }
.guide-note { font-size: var(--small); color: var(--quiet); }
`;
