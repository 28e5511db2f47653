/**
 * `<quote-extractor>`: a text in, who said what out. Importing this module registers nothing;
 * `quote-extractor-element-define.js` does.
 *
 * Where the text comes from:
 * - with `for="id"`, from that element of the page, whose quotations are marked in place;
 * - with text between its tags, from there (and readers without scripts see that text);
 * - else from the reader, who gets a box to paste it into.
 *
 * The interface speaks the language of the element, by its `lang` or the nearest one around it. A text
 * of the page has the language of its own element; that of a text in the box is not known.
 *
 * @typedef {{ text: string, lang: string, report: CodedReport }} Found
 *
 * @import { CodedReport } from "../core/packed-report.js"
 * @import { ExportDocument, QuotationKind, Report } from "../types.js"
 * @import { View } from "./types.js"
 */

import { sharedExtractor } from "../core/extractor.js";
import { copyQuotation } from "../export/export-bar.js";
import { languageOf } from "../lib/language.js";
import { webAddress } from "../lib/web-address.js";
import { emptyReport } from "../report/empty-report.js";
import { VIEWS } from "../results/render.js";
import { reasons } from "../strings/en-reasons.js";
import { withReasons } from "../strings/reasons.js";
import { loadStrings, stringsFor } from "../strings/strings-for.js";
import { elementSheet } from "../styles/sheets.js";
import { canPaint } from "../text/highlight.js";
import { HostText } from "../text/host-text.js";
import { QuoteSelectEvent, QuotesChangeEvent, QuotesErrorEvent } from "./events.js";
import { Interface } from "./interface.js";
import { ownText } from "./own-text.js";

const KINDS = /** @type {const} */ (["direct", "mixed", "indirect"]);

/** How long the text has to rest before it is read, in ms: pasting is answered at once to the eye. */
const REST = 150;

export class QuoteExtractorElement extends HTMLElement {
  static observedAttributes = ["for", "kinds", "lang"];

  #text = "";
  /** What is shown: what was found, with the reader's corrections. @type {Report | null} */
  #report = null;
  /** What was found, and in which text. @type {Found | null} */
  #found = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Gives up what is under way for an older text. */
  #current = new AbortController();
  #observer = new MutationObserver(() => this.#readSoon(() => this.#readSource()));
  /** The element that was read last, with `for`. @type {Element | null} */
  #readTarget = null;
  /** Sees that `for` has come to name another element: a page that draws itself anew replaces the old one. */
  #placeObserver = new MutationObserver(() => {
    if (this.#target !== this.#readTarget) this.#readSoon(() => this.#readSource());
  });
  /** Sees the page change its language. */
  #languageObserver = new MutationObserver(() => this.#changeLanguage());
  /** What is seen, in one language; built when it is first needed, as the language is known by then. @type {Interface | null} */
  #interface = null;
  #strings = stringsFor("");
  /** The text of the report and its language; the box may hold a newer one. */
  #shown = { text: "", lang: "" };

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [elementSheet()];
  }

  get #built() {
    return (this.#interface ??= this.#build());
  }

  get #box() {
    return this.#built.box;
  }
  get #results() {
    return this.#built.results;
  }
  get #corrector() {
    return this.#built.corrector;
  }
  get #panel() {
    return this.#built.panel;
  }
  get #frame() {
    return this.#built.frame;
  }

  #build() {
    const strings = stringsFor(languageOf(this));
    this.#strings = strings;
    const built = new Interface({
      strings,
      onInput: (text) => {
        this.#text = text;
        this.#readSoon(() => this.#read());
      },
      onSubmit: () => this.#read(),
      onRetry: () => this.#readSource(),
      onCancel: () => this.#cancel(),
      onSelect: (index) => this.#report && this.dispatchEvent(new QuoteSelectEvent(index, this.#report)),
      onCopy: (index) => copyQuotation(index, this.#document, (message) => this.#panel.say(message), strings),
      redraw: () => this.#show(this.#found),
      document: () => this.#document,
    });
    this.shadowRoot?.replaceChildren(built.frame);
    return built;
  }

  /** Builds the interface anew if it has to speak another language. */
  #translate() {
    const before = this.#interface;
    if (before && stringsFor(languageOf(this)) === this.#strings) return;
    before?.results.clear();
    this.#interface = this.#build();
    if (before) this.#interface.takeOver(before);
  }

  #changeLanguage() {
    const before = this.#interface;
    if (before) {
      const loading = loadStrings(languageOf(this));
      if (loading)
        return void loading.then(
          () => this.isConnected && this.#changeLanguage(),
          () => {},
        );
    }
    this.#translate();
    // What is about to be read is read in the new language.
    if (this.#timer !== undefined || (before === this.#interface && this.#textLanguage === this.#shown.lang))
      return;
    this.#read(this.#found);
  }

  /** The language of the text: the page knows it of its own text, and nobody of what a reader brings. */
  get #textLanguage() {
    if (this.for) return languageOf(this.#target);
    return this.#frame.dataset.source === "content" ? languageOf(this) : "";
  }

  /** The id of the element to read. */
  get for() {
    return this.getAttribute("for") ?? "";
  }

  set for(id) {
    this.setAttribute("for", id);
  }

  /** The kinds of quotation to show; all three unless the attribute names some. @returns {QuotationKind[]} */
  get kinds() {
    const named = (this.getAttribute("kinds") ?? "").split(/[\s,]+/);
    const known = KINDS.filter((kind) => named.includes(kind));
    return known.length > 0 ? known : [...KINDS];
  }

  set kinds(kinds) {
    this.setAttribute("kinds", kinds.join(" "));
  }

  /** What to show: `all`, or one of `text`, `quotations`, `speakers`. @returns {View} */
  get view() {
    return VIEWS.find((view) => view === this.getAttribute("view")) ?? "all";
  }

  set view(view) {
    this.setAttribute("view", view);
  }

  /** The text that is read. Setting it shows its quotations; with `for` the page has the text. */
  get text() {
    return this.#text;
  }

  set text(text) {
    this.#take(String(text));
    this.#read();
  }

  /** What is shown, or null. Offsets count UTF-16 code units of `text`, ends exclusive. */
  get report() {
    return this.#report;
  }

  /** Title and address of the text, each "" where it is not known; exports carry them. */
  get about() {
    if (this.for) return { title: document.title, url: webAddress(location.href) };
    const { title, url } = this.#box.source;
    return { title, url };
  }

  /**
   * Shows the quotations of a text.
   *
   * @param {string} text
   * @returns {Promise<Report>} rejects when it fails, and with an `AbortError` when a newer text
   *   comes in between or the reader cancels
   */
  async extract(text) {
    this.#take(String(text));
    return this.#show();
  }

  connectedCallback() {
    // Without words there is nothing to be seen; where they cannot be had, there are the English ones.
    const start = () => void (this.isConnected && this.#connect());
    const loading = loadStrings(languageOf(this));
    if (loading) loading.then(start, start);
    else start();
  }

  #connect() {
    this.#translate();
    this.#languageObserver.observe(this.ownerDocument.documentElement, { attributeFilter: ["lang"] });
    // Set before the class was known, a property would hide the accessor.
    const early = /** @type {any} */ ({});
    for (const name of ["for", "kinds", "view", "text"]) {
      if (!Object.hasOwn(this, name)) continue;
      early[name] = /** @type {any} */ (this)[name];
      delete (/** @type {any} */ (this)[name]);
    }
    Object.assign(this, early);
    if (!("text" in early)) this.#readSource();
  }

  disconnectedCallback() {
    this.#giveUp();
    this.#observer.disconnect();
    this.#placeObserver.disconnect();
    this.#languageObserver.disconnect();
    this.#results.clear();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (before === after || !this.isConnected || !this.#interface) return;
    if (name === "lang") this.#changeLanguage();
    else this.#readSoon(() => this.#readSource());
  }

  /** @returns {Element | null} the element that `for` names */
  get #target() {
    const root = this.getRootNode();
    return root instanceof Document || root instanceof ShadowRoot ? root.getElementById(this.for) : null;
  }

  /** Reads the text again from where it stands. */
  #readSource() {
    this.#observer.disconnect();
    this.#placeObserver.disconnect();
    const content = this.for ? "" : ownText(this);
    this.#readTarget = this.for ? this.#target : null;
    const source = this.for ? this.#readTarget : this;
    if (this.for)
      this.#placeObserver.observe(this.getRootNode(), {
        childList: true,
        subtree: true,
        attributeFilter: ["id"],
      });
    if (source && (this.for || content))
      this.#observer.observe(source, { childList: true, characterData: true, subtree: true });
    this.#frame.dataset.source = this.for ? "page" : content ? "content" : "box";
    if (content) this.#text = content;
    this.#read();
  }

  /** @param {string} text */
  #take(text) {
    if (this.for)
      throw new DOMException("The text is read from the element that “for” names", "InvalidStateError");
    this.#text = text;
    if (this.#frame.dataset.source === "box") this.#box.replace(text);
  }

  #giveUp() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#current.abort();
    this.#current = new AbortController();
    return this.#current.signal;
  }

  /** The reader has waited long enough. */
  #cancel() {
    this.#giveUp();
    this.#report = null;
    this.#results.clear();
    this.#frame.dataset.state = "cancelled";
    this.#panel.cancelled();
  }

  /** @param {() => void} read */
  #readSoon(read) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(read, REST);
  }

  /**
   * Shows the quotations where nobody waits for the answer: failures are shown and sent as events.
   *
   * @param {Found | null} [found] what need not be found again
   */
  #read(found = null) {
    this.#show(found).catch(() => {});
  }

  /**
   * @param {Found | null} [found] what need not be found again
   * @returns {Promise<Report>}
   */
  async #show(found = null) {
    const signal = this.#giveUp();
    const lang = this.#textLanguage;
    try {
      const host = this.for ? this.#hostText() : null;
      if (host) this.#text = host.text.text;
      const text = this.#text;
      this.#panel.reading(text.length);
      const blank = text.trim() === "";
      if (blank) found = { text, lang, report: emptyReport(lang) };
      else if (found?.text !== text || found.lang !== lang) {
        found = {
          text,
          lang,
          report: await sharedExtractor().extract(text, {
            kinds: this.kinds,
            lang: lang || undefined,
            signal,
            caller: this,
          }),
        };
      }
      signal.throwIfAborted();
      this.#found = found;
      const corrected = this.#corrector.corrected(text, found.report);
      // What programs read is English in every language of the interface.
      const report = withReasons(text, corrected, reasons);
      this.#report = report;
      this.#shown = { text, lang };
      this.#frame.toggleAttribute("data-corrected", !this.#corrector.undoBar.hidden);
      this.#frame.dataset.state = blank ? "empty" : report.quotations.length > 0 ? "results" : "none";
      const own = this.#strings.reasons;
      const worded = own === reasons ? report : withReasons(text, corrected, own);
      const drawn = this.#results.show(text, worded, {
        lang,
        signal,
        host,
        onProgress: (part) => this.#panel.drawing(part),
      });
      this.dispatchEvent(new QuotesChangeEvent(text, report));
      await drawn;
      signal.throwIfAborted();
      if (blank) this.#panel.empty();
      else this.#panel.done(report);
      if (host && report.quotations.length > 0 && !canPaint()) this.#panel.say(this.#strings.notPainted);
      return report;
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
      throw error;
    }
  }

  /** What is taken along, or null. @returns {ExportDocument | null} */
  get #document() {
    return this.#report && { ...this.#shown, report: this.#report, ...this.about };
  }

  #hostText() {
    const element = this.#target;
    if (!element) throw new DOMException(this.#strings.noTarget(this.for), "NotFoundError");
    return { element, text: new HostText([element]) };
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#report = null;
    this.#results.clear();
    this.#frame.dataset.state = "error";
    this.#panel.failed(error);
    this.dispatchEvent(new QuotesErrorEvent(error));
  }
}
