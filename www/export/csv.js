/**
 * Writes a table with one row for each quotation, as RFC 4180 defines it. Offsets count UTF-16 code units.
 *
 * @import { ExportDocument } from "../types.js"
 */

import { speakerOf } from "./speaker-of.js";
import { fragmentLink } from "./text-fragment.js";

const COLUMNS = [
  "number",
  "kind",
  "speaker",
  "role",
  "speaker_kind",
  "text",
  "start",
  "end",
  "confidence",
  "rule",
  "reason",
  "title",
  "link",
];

/** @param {ExportDocument} document */
export function toCsv(document) {
  const rows = document.report.quotations.map((quotation, index) => {
    const speaker = speakerOf(document.report, quotation);
    return [
      index + 1,
      quotation.kind,
      speaker?.name ?? "",
      speaker?.role ?? "",
      speaker?.kind ?? "",
      quotation.text,
      quotation.content[0]?.start ?? "",
      quotation.content.at(-1)?.end ?? "",
      quotation.confidence,
      quotation.rule,
      quotation.reason,
      document.title,
      fragmentLink(document, quotation),
    ];
  });
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front, because anybody may have
 * written the text. Some spreadsheets read the full-width signs as the plain ones.
 *
 * @param {string | number} value
 */
function cell(value) {
  const safe =
    typeof value === "string" && /^\s*[=+\-@\t\r\n＝＋－＠]/u.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
