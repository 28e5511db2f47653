/**
 * The events of `<quote-extractor>`. All of them bubble and leave the shadow tree.
 *
 * @import { Quotation, Report, Speaker } from "../types.js"
 */

/** `quotes-change`: another report is shown. */
export class QuotesChangeEvent extends Event {
  /**
   * @param {string} text what was read
   * @param {Report} report offsets count UTF-16 code units of `text`, ends exclusive
   */
  constructor(text, report) {
    super("quotes-change", { bubbles: true, composed: true });
    this.text = text;
    this.report = report;
  }
}

/** `quote-select`: the reader selected a quotation, in the text or in the list. */
export class QuoteSelectEvent extends Event {
  /**
   * @param {number} index of the quotation in the report
   * @param {Report} report
   */
  constructor(index, report) {
    super("quote-select", { bubbles: true, composed: true });
    this.index = index;
    /** @type {Quotation} */
    this.quotation = report.quotations[index];
    /** @type {Speaker | null} */
    this.speaker = this.quotation.speaker === null ? null : (report.speakers[this.quotation.speaker] ?? null);
  }
}

/** `quotes-error`: there is no report; the text stays. */
export class QuotesErrorEvent extends Event {
  /** @param {unknown} error an `ExtractError`, or a `NotFoundError` if `for` names no element */
  constructor(error) {
    super("quotes-error", { bubbles: true, composed: true });
    this.error = error;
  }
}
