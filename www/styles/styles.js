/**
 * The text of the style sheets of `<quote-extractor>`; `sheets.js` makes them. Each part styles what the
 * room of its name draws. Every export is CSS and nothing here touches the DOM, so that the build can make
 * them smaller.
 *
 * A page changes the look with `::part()` and the `--quotes-*` properties listed at the top of
 * `base.js`. Light and dark follow the `color-scheme` of the place it stands in.
 */

import { BASE } from "./base.js";
import { CORRECTIONS } from "./corrections.js";
import { PLACES } from "./element.js";
import { INPUT } from "./input.js";
import { MEDIA } from "./media.js";
import { RESULTS } from "./results.js";
import { TEXT } from "./text.js";

/** Of the element's own view. Later parts overrule earlier ones. */
export const ELEMENT = [BASE, INPUT, PLACES, TEXT, RESULTS, CORRECTIONS, MEDIA].join("\n");

export { HIGHLIGHTS } from "./highlights.js";
