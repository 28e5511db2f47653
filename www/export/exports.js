/** All that takes results along, in one part that is loaded late. */

export { toCitation } from "./citation.js";
export { download } from "./download.js";
export { FORMATS } from "./formats.js";
