/**
 * The formats in which the results can be taken along.
 *
 * @import { Strings } from "../strings/strings-for.js"
 * @import { ExportDocument } from "../types.js"
 */

import { toAnnotations } from "./annotations.js";
import { toCsv } from "./csv.js";
import { toJson } from "./json.js";
import { toLinks, toMarkdown } from "./markdown.js";
import { toTei } from "./tei.js";

/** @typedef {keyof Strings["formats"]} Format */

/**
 * @typedef {object} FormatEntry
 * @property {string} type media type
 * @property {string} extension
 * @property {(document: ExportDocument, strings: Strings) => string} write what programs read is the same in every language
 * @property {boolean} [marked] a file of it begins with a byte order mark
 * @property {boolean} [linked] of no use without the address of the text
 */

/** @type {Record<Format, FormatEntry>} */
export const FORMATS = {
  markdown: { type: "text/markdown", extension: "md", write: toMarkdown },
  links: { type: "text/markdown", extension: "md", write: toLinks, linked: true },
  // Without the mark, spreadsheets take the file for one in the old encoding of the system.
  csv: { type: "text/csv", extension: "csv", write: toCsv, marked: true },
  json: { type: "application/json", extension: "json", write: toJson },
  annotations: { type: "application/ld+json", extension: "jsonld", write: toAnnotations },
  tei: { type: "application/tei+xml", extension: "xml", write: toTei },
};
