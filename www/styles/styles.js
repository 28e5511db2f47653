/**
 * The CSS of the element's style sheet, which `sheets.js` makes; `late-styles.js` and `highlights.js` have that of
 * the two other sheets. Each file of this room styles what the room of its name draws. The exports of these three
 * are CSS and nothing here touches the DOM, so that the build can minify it.
 *
 * A page changes the look with `::part()` and the `--quotes-*` properties at the top of `base.js`. Light and
 * dark follow the `color-scheme` of the element's ancestors.
 */

import { BASE } from "./base.js";
import { CORRECTIONS } from "./corrections.js";
import { LAYOUT } from "./element.js";
import { INPUT } from "./input.js";
import { MEDIA } from "./media.js";
import { RESULTS } from "./results.js";
import { TEXT } from "./text.js";

/** The CSS of the element. Later rules override earlier ones. */
export const ELEMENT = [BASE, INPUT, LAYOUT, TEXT, RESULTS, CORRECTIONS, MEDIA].join("\n");
