/**
 * The table of the export formats.
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
 * @property {(document: ExportDocument, strings: Strings) => string} write formats for programs are the same
 *   in every language
 * @property {boolean} [byteOrderMark] whether a file of it begins with a byte order mark
 * @property {boolean} [needsAddress] whether it is of no use without the address of the text
 */

/** @type {Record<Format, FormatEntry>} */
export const FORMATS = {
  markdown: { type: "text/markdown", extension: "md", write: toMarkdown },
  links: { type: "text/markdown", extension: "md", write: toLinks, needsAddress: true },
  // Without the mark, spreadsheets assume the legacy encoding of the system.
  csv: { type: "text/csv", extension: "csv", write: toCsv, byteOrderMark: true },
  json: { type: "application/json", extension: "json", write: toJson },
  annotations: { type: "application/ld+json", extension: "jsonld", write: toAnnotations },
  tei: { type: "application/tei+xml", extension: "xml", write: toTei },
};
