/** Language packs for tests. */

import { readFileSync } from "node:fs";

/** The pack of English. */
export const ENGLISH = readFileSync(new URL("../../../www/pkg/packs/en.txt", import.meta.url));

/** The pack of English as that of another language. @param {string} language */
export function packNamed(language) {
  const [, , , ...rest] = ENGLISH.toString().split(" ");
  const body = rest.join(" ").replace(/^en/, language);
  let checksum = 0x811c9dc5;
  for (const byte of Buffer.from(body)) checksum = Math.imul(checksum ^ byte, 0x01000193) >>> 0;
  const [magic, format] = ENGLISH.toString().split(" ", 2);
  return Buffer.from(`${magic} ${format} ${checksum} ${body}`);
}
