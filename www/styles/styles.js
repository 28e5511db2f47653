/**
 * The text of the style sheets of `<quote-extractor>`; `sheets.js` makes them. Every export is CSS and
 * nothing here touches the DOM, so that the build can make them smaller.
 *
 * A page changes the look with `::part()` and the `--quotes-*` properties listed at the top of
 * the element's sheet. Light and dark follow the `color-scheme` of the place it stands in.
 */

/**
 * Speaker colours for light and for dark ground, in an order that keeps neighbours apart for
 * readers with any of the common colour deficiencies; 4.5 : 1 against the ground.
 */
const PALETTE = [
  ["#0b62a8", "#7db9ee"],
  ["#a84300", "#ff9e5e"],
  ["#00705a", "#4fd0a8"],
  ["#8a3a8c", "#dda3df"],
  ["#755c00", "#dcc04f"],
  ["#b02a50", "#ff92ac"],
  ["#44546f", "#b4c2dc"],
  ["#5a6600", "#b9cb5b"],
];

const UNKNOWN = ["#5c5f5e", "#a9aeac"];

const speakerColors = PALETTE.map(
  ([light, dark], i) => `.speaker-${i + 1} { --speaker: var(--quotes-speaker-${i + 1}, light-dark(${light}, ${dark})); }`,
).join("\n");

/** The element with all its parts, and with one of them. */
const ALL = `:host(:not([view="text"], [view="quotations"], [view="speakers"]))`;
const ONE = `:host(:is([view="text"], [view="quotations"], [view="speakers"]))`;

/** Of the element's own view. */
export const ELEMENT = `
:host { display: block; container-type: inline-size; }
/* Not on the host, where a page may have properties of the same names; and what a page sets on the host
   or around it is inherited no further than here. */
.frame {
  --ink: var(--quotes-ink, light-dark(#1b1f1e, #e6e4df));
  --quiet: var(--quotes-quiet, light-dark(#565b59, #a8adaa));
  --ground: var(--quotes-ground, light-dark(#ffffff, #191c1b));
  --line: var(--quotes-line, light-dark(#d5d9d6, #3a403d));
  --strong-line: var(--quotes-strong-line, light-dark(#7f8683, #7d8481));
  --focus: var(--quotes-focus, light-dark(#0b62a8, #7db9ee));
  --reading-font: var(--quotes-reading-font, "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, "Noto Serif", serif);
  --interface-font: var(--quotes-interface-font, system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif);
  --list-height: var(--quotes-list-height, none);
  --small: 0.8125rem; --base: 0.9375rem; --reading: 1.125rem; --heading: 1rem;
  --s1: 0.25rem; --s2: 0.5rem; --s3: 0.75rem; --s4: 1rem; --s5: 1.5rem; --s6: 2.5rem;
  all: initial; color-scheme: inherit; visibility: inherit; writing-mode: inherit; -webkit-text-size-adjust: inherit; text-size-adjust: inherit;
  color: var(--ink);
  font: var(--base) / 1.5 var(--interface-font);
  text-align: start;
}
:host([hidden]), [hidden] { display: none !important; }
*, ::before, ::after { box-sizing: border-box; }
h2, p, ol, blockquote { margin: 0; padding: 0; }
h2 { font-size: var(--heading); font-weight: 650; line-height: 1.3; }
${speakerColors}
.speaker-unknown { --speaker: var(--quotes-speaker-unknown, light-dark(${UNKNOWN.join(", ")})); }

button, select {
  font: inherit; color: inherit; min-height: 2.25rem; padding: 0 var(--s3);
  background: var(--ground); border: 1px solid var(--strong-line); border-radius: 0.3rem;
}
button { cursor: pointer; }
button:hover:not(:disabled) { border-color: var(--ink); }
button:disabled { color: var(--quiet); border-color: var(--line); cursor: default; }
button.primary { background: var(--ink); border-color: var(--ink); color: var(--ground); font-weight: 600; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }

.box label { display: block; font-weight: 650; margin-block-end: var(--s2); }
.box textarea {
  display: block; inline-size: 100%; min-block-size: 6rem; resize: vertical; padding: var(--s3) var(--s4);
  color: inherit; background: var(--ground); border: 1px solid var(--strong-line); border-radius: 0.3rem;
  font: 1.0625rem / 1.55 var(--reading-font); overflow-wrap: anywhere;
  unicode-bidi: plaintext; /* the direction of each line; dir="auto" takes a browser seconds in a long text */
}
.box textarea.unbroken { line-break: anywhere; }
.box textarea::placeholder { color: var(--quiet); opacity: 1; }
.box-actions { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2); margin-block-start: var(--s3); }
.note, .help { color: var(--quiet); }

.dropping .box textarea { outline: 3px dashed var(--focus); outline-offset: 2px; }
.about-text { margin-block-start: var(--s3); font-size: var(--base); }
.about-text > .toggle { min-height: 1.75rem; padding: 0; border: 0; background: none; color: var(--quiet); text-align: start; }
.toggle::before { content: "\\25b8" / ""; display: inline-block; inline-size: 1em; }
.toggle[aria-expanded="true"]::before { content: "\\25be" / ""; }
.toggle:hover { color: var(--ink); }
.box .fields { display: grid; gap: var(--s3) var(--s4); grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); margin-block-start: var(--s2); }
.box .fields label { font-weight: 400; margin-block-end: var(--s1); }
.fields input {
  inline-size: 100%; min-block-size: 2.25rem; padding: 0 var(--s3); font: inherit; color: inherit;
  background: var(--ground); border: 1px solid var(--strong-line); border-radius: 0.3rem;
}
.progress { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2) var(--s3); margin-block-start: var(--s2); }
.progress progress { flex: 1 1 8rem; max-inline-size: 24rem; accent-color: var(--focus); }
.progress button { margin-block: var(--s1); }

.state-line { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--s2) var(--s4); }
.status { font-size: 1.25rem; line-height: 1.3; font-family: var(--reading-font); }
.help { max-inline-size: 42rem; }
.help:not(:empty) { margin-block-start: var(--s1); }
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


.legend { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); color: var(--quiet); font-size: var(--small); margin-block-end: var(--s3); }
.key > :first-child { color: var(--ink); }

.frame[data-source="page"] { grid-template: "state" "reading" "speakers" "quotations" / minmax(0, 1fr); }
.page-legend { grid-area: reading; display: grid; gap: var(--s2); }
.page-legend > .legend { margin: 0; }
.frame:not([data-source="page"]) .page-legend, [data-state="none"] .page-legend,
:host(:not([view="text"], [view="quotations"])) .legend-speakers { display: none; }
.legend-speakers { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); }
.legend-speakers > li { overflow-wrap: anywhere; }

.parts { position: sticky; inset-block-start: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2) var(--s3); padding-block: var(--s2); background: var(--ground); }
.parts[hidden] { display: none; }
.text-body { max-inline-size: 42rem; font: var(--reading) / 1.65 var(--reading-font); }
.text p { white-space: pre-wrap; overflow-wrap: anywhere; margin-block-end: 0.8em; }
.text .long p { content-visibility: auto; contain-intrinsic-size: auto 8rem; }
.text p:has(+ .continues) { margin-block-end: 0; }
mark, .mark {
  color: inherit; border-radius: 0.15em; padding-block: 0.08em;
  background: color-mix(in srgb, var(--speaker) 14%, transparent);
  -webkit-box-decoration-break: clone; box-decoration-break: clone;
}
.verbatim { text-decoration: underline solid 2px var(--speaker, currentColor); }
.reported { text-decoration: underline dotted 2px var(--speaker, currentColor); }
.verbatim, .reported { text-underline-offset: 0.22em; text-decoration-skip-ink: none; }
mark.doubtful { background: none; }
mark.doubtful > * { text-decoration-thickness: 1px; }
mark { cursor: pointer; }
mark:hover { background: color-mix(in srgb, var(--speaker) 24%, transparent); }
mark.selected { background: color-mix(in srgb, var(--speaker) 34%, transparent); }
/* Nothing here is wider than before: the text would move under the pointer. */
.source.selected { -webkit-text-stroke: 0.04em currentColor; }
.cue.selected { outline: 1px solid var(--strong-line); outline-offset: 1px; border-radius: 0.15em; }

.sign {
  display: inline-block; min-inline-size: 1.9em; padding: 0.2em 0.4em; border: 1px solid var(--speaker); border-radius: 0.3em;
  background: var(--speaker); color: light-dark(#fff, #121413);
  font: 650 0.75rem / 1.15 var(--interface-font); text-align: center; text-decoration: none; white-space: nowrap;
}
.doubtful .sign, .sign.doubtful { background: none; border-style: dashed; color: var(--speaker); }
button.sign, .sign.inline {
  min-block-size: 0; margin-inline: 0.2em 0.1em; font-size: 0.6875rem; padding: 0.15em 0.35em;
  vertical-align: 0.35em; user-select: none; -webkit-user-select: none;
}
/* A word joiner: the sign does not go to the next line without the word before it. */
.tail { white-space: nowrap; }
.tail::before { content: "\\2060"; }
button.sign.selected { outline: 2px solid var(--speaker); outline-offset: 1px; }
button.sign:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }

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
/* The bar is the rule under its row, too. */
tbody tr:not(.group) { position: relative; }
tbody tr:not(.group) > * { border-block-end: 0; padding-block: 0.375rem 0.625rem; }
.bar { position: absolute; inset-inline: 0; inset-block-end: 0; block-size: var(--s1); background: linear-gradient(var(--speaker) 0 0) 0 / calc(var(--share) * 100%) 100% no-repeat var(--line); }
:dir(rtl) > .bar { background-position-x: 100%; }

.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.audit { max-inline-size: 42rem; }
.audit:not(:empty) { margin-block-start: var(--s2); }
.hint { color: var(--quiet); font-size: var(--small); }
/* There is nothing beside the table then that a filter would change. */
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

.card {
  position: fixed; inset: auto; margin: 0; inline-size: max-content; max-inline-size: min(22rem, calc(100vw - 1rem)); padding: var(--s3) var(--s4);
  color: var(--ink); background: var(--ground); border: 1px solid var(--strong-line); border-block-start: 3px solid var(--speaker); border-radius: 0.3rem;
  box-shadow: 0 0.4rem 1.4rem rgb(0 0 0 / 0.16); font-size: var(--base); overflow-wrap: anywhere;
}
.card .about { margin-block-start: var(--s2); }
.card-actions { display: flex; flex-wrap: wrap; gap: var(--s2); margin-block-start: var(--s3); }

.history { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2); margin-block-start: var(--s3); }
.history p { flex: 1 1 14rem; color: var(--quiet); overflow-wrap: anywhere; }
.history p:empty { display: none; }
/* At the lower edge of the window as long as something of the element is in it, and below its end then. */
.undo-bar {
  grid-area: 1 / 1 / -1 / 2; align-self: end; justify-self: center; position: sticky; z-index: 1; inset-block-end: max(var(--s2), env(safe-area-inset-bottom));
  display: flex; align-items: center; gap: var(--s2); max-inline-size: min(42rem, 100%); margin-block-end: -6rem; padding: var(--s2);
  background: var(--ground); border: 1px solid var(--strong-line); border-radius: 0.3rem; box-shadow: 0 0.4rem 1.4rem rgb(0 0 0 / 0.16);
}
.undo-bar p { flex: 1 1 auto; min-inline-size: 0; padding-inline-start: var(--s1); font-size: var(--small); line-height: 1.35; overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }
.undo-bar button { flex: none; }
.frame[data-corrected] { padding-block-end: 6rem; }
/* What has the focus does not stay behind the bar. */
[data-corrected] > :not(.undo-bar, dialog) :is(button, input, select, textarea) { scroll-margin-block: var(--s4) 6rem; }
button[aria-disabled="true"] { color: var(--quiet); border-color: var(--line); cursor: default; }
:is([data-state="empty"], [data-state="error"], [data-state="cancelled"]) :is(.history, .undo-bar) { display: none; }
.list .correct { display: none; margin-block-start: var(--s2); }
.list .selected > .correct { display: inline-block; }
.speaker-name { display: flex; align-items: start; gap: var(--s1); }
.speaker-name > .speaker-filter { flex: 1; min-inline-size: 0; }
.speakers .role { display: inline-block; }
/* A long header stands above the names as well, and leaves their column its room. */
th:nth-child(2) > .measure { margin-inline-start: -3rem; }
.edit-speaker { flex: none; display: grid; place-items: center; inline-size: 1.5rem; min-height: 1.75rem; padding: 0; border-color: transparent; background: none; color: var(--quiet); }
.edit-speaker:hover { color: var(--ink); }
.pencil { inline-size: 0.875rem; block-size: 0.875rem; fill: none; stroke: currentColor; stroke-width: 1.2; stroke-linejoin: round; }
.dialog {
  inline-size: min(26rem, 94vw); max-inline-size: none; max-block-size: calc(100vh - 2rem); overflow: auto; padding: min(var(--s5), 5vw);
  color: var(--ink); background: var(--ground); border: 1px solid var(--strong-line); border-radius: 0.3rem; font: var(--base) / 1.5 var(--interface-font);
}
.dialog::backdrop { background: rgb(0 0 0 / 0.4); }
.dialog form { display: grid; gap: var(--s3); }
.field { display: grid; gap: var(--s1); }
.field label { font-weight: 650; }
.dialog :is(input, select, textarea) {
  font: inherit; color: inherit; background: var(--ground); inline-size: 100%; min-block-size: 2.25rem;
  padding: var(--s1) var(--s2); border: 1px solid var(--strong-line); border-radius: 0.3rem;
}
.dialog textarea { font-family: var(--reading-font); resize: vertical; }
.dialog .said { margin: 0; -webkit-line-clamp: 4; }
.dialog .problem { font-weight: 650; }
.dialog .problem:empty { display: none; }
.dialog-actions { display: flex; flex-wrap: wrap; gap: var(--s2); }
.mark-selection { position: fixed; inset: auto; margin: 0; box-shadow: 0 0.4rem 1.4rem rgb(0 0 0 / 0.16); }

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
  .box, .guide, .state-actions, .card, .more, .controls, .show-all, .hint,
  .history, .undo-bar, .correct, .edit-speaker, .mark-selection { display: none !important; }
  .frame, .results .aside { display: block !important; position: static !important; max-block-size: none !important; }
  .results section { max-block-size: none !important; overflow: visible !important; display: block !important; margin-block-end: var(--s5); }
  .list { max-block-size: none; overflow: visible; }
  .reading { padding: 0; border: 0; background: none; margin-block-start: var(--s4); }
  .said { display: block; -webkit-line-clamp: none; }
  .text p, .list li { content-visibility: visible; }
  .list li, tr { break-inside: avoid; }
  .measure { text-decoration: none; }
  mark, .sign, .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

/** For the marks in a host page. Highlights can change little more than colours and lines, and see no custom property of ours. */
export const HIGHLIGHTS = `
${PALETTE.map(([light, dark], i) => `::highlight(quotes-speaker-${i + 1}) { background-color: color-mix(in srgb, var(--quotes-speaker-${i + 1}, light-dark(${light}, ${dark})) 22%, transparent); }`).join("\n")}
::highlight(quotes-verbatim) { text-decoration: underline solid 2px; }
::highlight(quotes-reported) { text-decoration: underline dotted 2px; }
/* Over the colour of the speaker, which stays to be seen. */
::highlight(quotes-selected) { background-color: light-dark(rgb(0 0 0 / 0.16), rgb(255 255 255 / 0.22)); }
@media (forced-colors: active) { ::highlight(quotes-selected) { background-color: Highlight; color: HighlightText; } }
`;
