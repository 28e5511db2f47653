/**
 * Styles that all parts of the element share: the custom properties, which a page may set as `--quotes-*`,
 * the colours of the speakers, and the buttons.
 */

import { PALETTE, UNKNOWN_SPEAKER } from "./palette.js";

const speakerColors = PALETTE.map(
  ([light, dark], i) =>
    `.speaker-${i + 1} { --speaker: var(--quotes-speaker-${i + 1}, light-dark(${light}, ${dark})); }`,
).join("\n");

export const BASE = `
:host { display: block; container-type: inline-size; }
/* Not on the host, where a page may have properties of the same names. What a page sets on the host or
   around it is not inherited beyond the frame. */
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
:host([hidden]), [hidden]:not([hidden="until-found"]) { display: none !important; }
*, ::before, ::after { box-sizing: border-box; }
h2, p, ol, blockquote { margin: 0; padding: 0; }
h2 { font-size: var(--heading); font-weight: 650; line-height: 1.3; }
${speakerColors}
.speaker-unknown { --speaker: var(--quotes-speaker-unknown, light-dark(${UNKNOWN_SPEAKER.join(", ")})); }

button, select {
  font: inherit; color: inherit; min-height: 2.25rem; padding: 0 var(--s3);
  background: var(--ground); border: 1px solid var(--strong-line); border-radius: 0.3rem;
}
button { cursor: pointer; }
button:hover:not(:disabled) { border-color: var(--ink); }
button:disabled { color: var(--quiet); border-color: var(--line); cursor: default; }
button.primary { background: var(--ink); border-color: var(--ink); color: var(--ground); font-weight: 600; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
`;
