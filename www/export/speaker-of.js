/**
 * Who said a quotation.
 *
 * @import { Quotation, Report } from "../types.js"
 *
 * @param {Report} report
 * @param {Quotation} quotation
 */
export function speakerOf({ speakers }, { speaker }) {
  return speaker === null ? undefined : speakers[speaker];
}
