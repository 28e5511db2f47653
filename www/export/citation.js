/**
 * One quotation to paste into another text, with who said it and where.
 *
 * @import { Strings } from "../strings/strings-for.js"
 * @import { ExportDocument } from "../types.js"
 */

import { webAddress } from "../lib/web-address.js";
import { stringsFor } from "../strings/strings-for.js";
import { speakerOf } from "./speaker-of.js";
import { fragmentLink } from "./text-fragment.js";

/**
 * What is not word for word gets no quotation marks: they would make it so.
 *
 * @param {ExportDocument} document
 * @param {number} index of the quotation
 * @param {Strings} [strings]
 */
export function toCitation(document, index, strings = stringsFor("en")) {
  const quotation = document.report.quotations[index];
  const { title, report, url } = document;
  const speaker = speakerOf(report, quotation);
  const text = quotation.text.trim();
  const said = quotation.kind === "direct" ? strings.quoted(text) : text;
  const who = speaker ? [speaker.name, speaker.role].filter(Boolean).join(", ") : strings.unknownSpeaker;
  const reported = quotation.kind === "direct" ? "" : ` (${strings.notVerbatim})`;
  const link = fragmentLink(document, quotation) || webAddress(url);
  return `${said}\n— ${who}${reported}${title ? `, ${strings.quoted(title)}` : ""}${link ? `\n${link}` : ""}`;
}
