/** What reads files and HTML. It is loaded late, because the first result does not need it. */

export { readFragment } from "../html/read-html.js";
export { FileError, readFile } from "./read-file.js";
