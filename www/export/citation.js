/**
 * Writes one quotation to paste into another text, with its speaker, its title and its address.
 *
 * @import { Strings } from "../strings/strings-for.js"
 * @import { ExportDocument } from "../types.js"
 */

import { webAddress } from "../lib/web-address.js";
import { lateStrings } from "../strings/late.js";
import { stringsFor } from "../strings/strings-for.js";
import { speakerOf } from "./speaker-of.js";
import { fragmentLink } from "./text-fragment.js";

/**
 * Only a direct quotation gets quotation marks: they claim that the words are verbatim.
 *
 * @param {ExportDocument} document
 * @param {number} index of the quotation
 * @param {Strings} [strings]
 */
export function toCitation(document, index, strings = stringsFor("en")) {
  const words = lateStrings[strings.language].export;
  const quotation = document.report.quotations[index];
  const { title, report, url } = document;
  const speaker = speakerOf(report, quotation);
  const text = quotation.text.trim();
  const said = quotation.kind === "direct" ? words.quoted(text) : text;
  const who = speaker ? [speaker.name, speaker.role].filter(Boolean).join(", ") : strings.unknownSpeaker;
  const reported = quotation.kind === "direct" ? "" : ` (${words.notVerbatim})`;
  const link = fragmentLink(document, quotation) || webAddress(url);
  return `${said}\n— ${who}${reported}${title ? `, ${words.quoted(title)}` : ""}${link ? `\n${link}` : ""}`;
}
