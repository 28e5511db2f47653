/**
 * The quotations to read on, in Markdown (CommonMark): as block quotes, or as a list of links.
 *
 * @import { ExportDocument, Quotation } from "../types.js"
 */

import { UNKNOWN } from "../signs.js";
import { webAddress } from "../web-address.js";
import { speakerOf } from "./speaker-of.js";
import { fragmentLink } from "./text-fragment.js";

/** The quotations as block quotes, each with its speaker. @param {ExportDocument} document */
export function toMarkdown(document) {
  const quotes = document.report.quotations.map((quotation) => {
    const said = quotation.text.trim().split(/\s*[\n\r]+\s*/).map(literal).join("\n> ");
    const link = fragmentLink(document, quotation);
    return `> ${said}\n>\n> — ${who(document, quotation)} (${quotation.kind}${link ? `, [in the text](${destination(link)})` : ""})\n`;
  });
  return [...heading(document), ...quotes].join("\n");
}

/** A list of links that open the source at each quotation. @param {ExportDocument} document */
export function toLinks(document) {
  const items = document.report.quotations.map((quotation) => {
    const link = fragmentLink(document, quotation);
    const said = literal(quotation.text);
    return `- ${link ? `[${said}](${destination(link)})` : said} — ${who(document, quotation)}\n`;
  });
  return [...heading(document), items.join("")].join("\n");
}

/** @param {ExportDocument} document */
function heading({ title, url }) {
  const source = webAddress(url);
  const name = literal(title);
  if (name) return [`# ${source ? `[${name}](${destination(source)})` : name}\n`];
  return source ? [`[${literal(source)}](${destination(source)})\n`] : [];
}

/**
 * @param {ExportDocument} document
 * @param {Quotation} quotation
 */
function who({ report }, quotation) {
  const { name, role } = speakerOf(report, quotation) ?? { name: UNKNOWN.name, role: null };
  return `${literal(name)}${role ? `, ${literal(role)}` : ""}`;
}

/** One line that shows the text as it is, wherever it stands. @param {string} text */
function literal(text) {
  return text.trim().replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>#|~&]/g, "\\$&")
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** @param {string} url as `URL` writes it, without white space */
function destination(url) {
  return url.replace(/[()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("&", "&amp;");
}
