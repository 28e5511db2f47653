/**
 * What the first result does not need, as one module: it is loaded when the browser is idle, or once something of
 * it is needed. The rooms below get the function that loads it.
 */

export { Corrector } from "../corrections/corrector.js";
export * from "../export/exports.js";
export * from "../input/readers.js";
export { Popups } from "../results/popups.js";
export { LATE } from "../styles/late-styles.js";
export { ReadingLine } from "./reading-line.js";
