/** The marked text, the signs of its speakers, and the legends that explain both. */

export const TEXT = `
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
.text .long p:not([hidden]) { content-visibility: auto; contain-intrinsic-size: auto 8rem; }
.text .furniture { color: var(--quiet); font: var(--small) / 1.4 var(--interface-font); margin-block-end: 0.2em; }
.text .furniture + :not(.furniture) { margin-block-start: 0.8em; }
.text p:has(+ .continues), .text p[hidden] { margin-block: 0 !important; }
.soft-end { white-space: normal; }
.unread { margin-block-end: 0.8em; font: var(--small) / 1.4 var(--interface-font); }
.unread:has(> [aria-expanded="true"]) { margin-block-end: 0.2em; }
.unread > .toggle { min-height: 1.75rem; padding: 0; border: 0; background: none; color: var(--quiet); text-align: start; user-select: none; -webkit-user-select: none; }
.unread span { text-decoration: underline; text-underline-offset: 0.2em; }
[aria-expanded="true"] > .show, [aria-expanded="false"] > .hide { display: none; }
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
/* Nothing here changes a width, or the text would move under the pointer. */
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
/* A word joiner keeps the sign on the line of the word before it. */
.tail { white-space: nowrap; }
.tail::before { content: "\\2060"; }
button.sign.selected { outline: 2px solid var(--speaker); outline-offset: 1px; }
button.sign:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
`;
