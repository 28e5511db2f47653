/**
 * Exports what is shown in a format.
 *
 * @import { Format } from "./formats.js"
 * @import { Strings } from "../strings/strings-for.js"
 * @import { ExportDocument } from "../types.js"
 */

import { webAddress } from "../lib/web-address.js";
import { lateStrings } from "../strings/late.js";
import { copyText } from "./copy.js";
import { download } from "./download.js";
import { FORMATS } from "./formats.js";

/**
 * @param {Format} format
 * @param {"copy" | "download"} way
 * @param {ExportDocument} shown
 * @param {{ say: (message: string) => void, strings: Strings }} interfaceParts say: tells the reader how it went
 */
export function exportAs(format, way, shown, { say, strings }) {
  const words = lateStrings[strings.language].export;
  const { needsAddress, write } = FORMATS[format];
  if (needsAddress && !webAddress(shown.url)) say(words.addressMissing);
  else if (way === "download") download(format, shown, strings);
  else void copyText(write(shown, strings), { say, copied: words.copied, failed: words.copyFailed });
}
