/**
 * Writes the quotations in Markdown (CommonMark): as block quotes, or as a list of links.
 *
 * @import { Strings } from "../strings/strings-for.js"
 * @import { ExportDocument, Quotation } from "../types.js"
 */

import { webAddress } from "../lib/web-address.js";
import { lateStrings } from "../strings/late.js";
import { stringsFor } from "../strings/strings-for.js";
import { speakerOf } from "./speaker-of.js";
import { fragmentLink } from "./text-fragment.js";

/**
 * The quotations as block quotes, each with its speaker.
 *
 * @param {ExportDocument} document
 * @param {Strings} [strings]
 */
export function toMarkdown(document, strings = stringsFor("en")) {
  const words = lateStrings[strings.language].export;
  const quotes = document.report.quotations.map((quotation) => {
    const said = quotation.text
      .trim()
      .split(/\s*[\n\r]+\s*/)
      .map(escapeMarkdown)
      .join("\n> ");
    const link = fragmentLink(document, quotation);
    return `> ${said}\n>\n> — ${speakerWithRole(document, quotation, strings)} (${words.exportedKinds[quotation.kind]}${link ? `, [${words.inTheText}](${destination(link)})` : ""})\n`;
  });
  return [...heading(document), ...quotes].join("\n");
}

/**
 * A list of links that open the source at each quotation.
 *
 * @param {ExportDocument} document
 * @param {Strings} [strings]
 */
export function toLinks(document, strings = stringsFor("en")) {
  const items = document.report.quotations.map((quotation) => {
    const link = fragmentLink(document, quotation);
    const said = escapeMarkdown(quotation.text);
    return `- ${link ? `[${said}](${destination(link)})` : said} — ${speakerWithRole(document, quotation, strings)}\n`;
  });
  return [...heading(document), items.join("")].join("\n");
}

/** @param {ExportDocument} document */
function heading({ title, url }) {
  const source = webAddress(url);
  const name = escapeMarkdown(title);
  if (name) return [`# ${source ? `[${name}](${destination(source)})` : name}\n`];
  return source ? [`[${escapeMarkdown(source)}](${destination(source)})\n`] : [];
}

/**
 * @param {ExportDocument} document
 * @param {Quotation} quotation
 * @param {Strings} strings
 */
function speakerWithRole({ report }, quotation, strings) {
  const { name, role } = speakerOf(report, quotation) ?? { name: strings.unknownSpeaker, role: null };
  return `${escapeMarkdown(name)}${role ? `, ${escapeMarkdown(role)}` : ""}`;
}

/** Makes one line that Markdown shows as it is, anywhere in a document. @param {string} text */
function escapeMarkdown(text) {
  return text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>#|~&]/g, "\\$&")
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** Escapes the destination of a link. @param {string} url as `URL` writes it, without white space */
function destination(url) {
  return url
    .replace(/[()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("&", "&amp;");
}
