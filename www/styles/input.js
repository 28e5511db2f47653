/** The box for the text, the fields for its title and address, and the progress bar. */

export const INPUT = `
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
`;
