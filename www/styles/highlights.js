/** The marks in a host page. */

import { PALETTE } from "./palette.js";

/** Highlights can have little more than colours and underlines, and do not see our custom properties. */
export const HIGHLIGHTS = `
${PALETTE.map(([light, dark], i) => `::highlight(quotes-speaker-${i + 1}) { background-color: color-mix(in srgb, var(--quotes-speaker-${i + 1}, light-dark(${light}, ${dark})) 22%, transparent); }`).join("\n")}
::highlight(quotes-verbatim) { text-decoration: underline solid 2px; }
::highlight(quotes-reported) { text-decoration: underline dotted 2px; }
/* Over the colour of the speaker, which stays visible. */
::highlight(quotes-selected) { background-color: light-dark(rgb(0 0 0 / 0.16), rgb(255 255 255 / 0.22)); }
@media (forced-colors: active) { ::highlight(quotes-selected) { background-color: Highlight; color: HighlightText; } }
`;
