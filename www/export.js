/**
 * The report as a file: JSON, CSV and Markdown.
 *
 * @import { Report } from "./types.js"
 */

import { UNKNOWN } from "./signs.js";

/** @typedef {"markdown" | "csv" | "json"} Format */

/** @type {Record<Format, { type: string, extension: string, write: (report: Report) => string }>} */
export const FORMATS = {
  markdown: { type: "text/markdown", extension: "md", write: toMarkdown },
  csv: { type: "text/csv", extension: "csv", write: toCsv },
  json: { type: "application/json", extension: "json", write: (report) => `${JSON.stringify(report, null, 2)}\n` },
};

const COLUMNS = ["number", "kind", "speaker", "role", "speaker_kind", "text", "start", "end", "confidence", "rule", "reason"];

/**
 * One row for each quotation, after RFC 4180. Offsets count UTF-16 code units.
 *
 * @param {Report} report
 */
export function toCsv({ quotations, speakers }) {
  const rows = quotations.map((quotation, index) => {
    const speaker = quotation.speaker === null ? undefined : speakers[quotation.speaker];
    return [
      index + 1, quotation.kind, speaker?.name ?? "", speaker?.role ?? "", speaker?.kind ?? "", quotation.text,
      quotation.content[0]?.start ?? "", quotation.content.at(-1)?.end ?? "",
      quotation.confidence, quotation.rule, quotation.reason,
    ];
  });
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front: the text comes
 * from anywhere.
 *
 * @param {string | number} value
 */
function cell(value) {
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * The quotations as block quotes, each with its speaker.
 *
 * @param {Report} report
 */
export function toMarkdown({ quotations, speakers }) {
  return quotations.map(({ kind, text, speaker }) => {
    const { name, role } = (speaker === null ? undefined : speakers[speaker]) ?? { name: UNKNOWN.name, role: null };
    const said = literal(text).replace(/\s*[\n\r]+\s*/g, "\n> ");
    return `> ${said}\n>\n> — ${literal(name)}${role ? `, ${literal(role)}` : ""} (${kind})\n`;
  }).join("\n");
}

/** @param {string} text */
function literal(text) {
  return text.replace(/[\\`*_[\]<>#|]/g, "\\$&");
}

/**
 * Hands a file to the reader.
 *
 * @param {string} name without its extension
 * @param {Format} format
 * @param {Report} report
 */
export function download(name, format, report) {
  const { type, extension, write } = FORMATS[format];
  const url = URL.createObjectURL(new Blob([write(report)], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${name}.${extension}`;
  link.click();
  // The download has taken hold of the blob by the next task at the latest.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
