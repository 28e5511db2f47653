/**
 * What reads files and HTML. It is loaded late.
 *
 * @typedef {typeof import("./readers.js")} Readers
 */

export { readFragment } from "../html/read-html.js";
export { FileError, readFiles } from "./read-file.js";
