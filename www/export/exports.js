/** Everything that writes the results in a format, as one module that is loaded when the browser is idle. */

export { toCitation } from "./citation.js";
export { download } from "./download.js";
export { FORMATS } from "./formats.js";
