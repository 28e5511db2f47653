/**
 * Everything that writes the results in a format. It is loaded late.
 *
 * @typedef {typeof import("./exports.js")} Exports
 */

export { copyQuotation } from "./copy.js";
export { exportAs } from "./export-as.js";
