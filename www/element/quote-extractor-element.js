/**
 * `<quote-extractor>`: a text in, who said what out. Importing this module registers nothing;
 * `quote-extractor-element-define.js` does.
 *
 * Where the text comes from:
 * - with `for="id"`, from that element of the page, whose quotations are marked in place;
 * - else from between its tags, if there is any (readers without scripts see that text);
 * - else from the reader, who gets a box to paste it into.
 *
 * The interface is in the language of the element: its `lang`, or the nearest one around it. The language of
 * a text in the box has nothing to do with it; `text-reader.js` says how the language of a text is decided.
 *
 * @import { ExportDocument, QuotationKind, Report } from "../types.js"
 * @import { Content } from "./light-dom-text.js"
 * @import { Declared, Found } from "./text-reader.js"
 * @import { View } from "./types.js"
 */

import { languageOf } from "../lib/language.js";
import { webAddress } from "../lib/web-address.js";
import { VIEWS } from "../results/results-view.js";
import { reasons } from "../strings/en-reasons.js";
import { withReasons } from "../strings/reasons.js";
import { loadStrings, stringsFor } from "../strings/strings-for.js";
import { adopt } from "../styles/sheets.js";
import { ELEMENT } from "../styles/styles.js";
import { setEarlyProperties } from "./early-properties.js";
import { QuoteSelectEvent, QuotesChangeEvent, QuotesErrorEvent } from "./events.js";
import { Interface } from "./interface.js";
import { hasLightDomText, lightDomText, NO_CONTENT } from "./light-dom-text.js";
import { loadHostPage } from "./load-host-page.js";
import { SourceObserver } from "./source-observer.js";
import { TextReader } from "./text-reader.js";

const KINDS = /** @type {const} */ (["direct", "mixed", "indirect"]);

/** How long after its last change the text is read, in ms: short enough to seem immediate after pasting. */
const DEBOUNCE = 150;

export class QuoteExtractorElement extends HTMLElement {
  static observedAttributes = ["for", "kinds", "lang"];

  #text = "";
  /** The text between the tags, and what they say of its parts. */
  #content = NO_CONTENT;
  /** The content that is still being read. @type {Promise<Content> | null} */
  #pending = null;
  /** What is shown: the report with the reader's corrections. @type {Report | null} */
  #report = null;
  /** What was found, and in which text. @type {Found | null} */
  #found = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #reader = new TextReader();
  /** Aborts the work for an older text. */
  #abortController = new AbortController();
  #sourceObserver = new SourceObserver(
    () => this.#debounce(() => this.#readText()),
    () => this.#target,
  );
  /** Watches the language of the page. */
  #languageObserver = new MutationObserver(() => this.#changeLanguage());
  /** Built when first needed, because the language is known only then. @type {Interface | null} */
  #interface = null;
  #strings = stringsFor("");
  /** The text of the report and its language; the box may hold a newer one. */
  #shown = { text: "", lang: "" };

  #root = this.attachShadow({ mode: "open" });

  constructor() {
    super();
    adopt(this.#root, ELEMENT);
  }

  get #built() {
    return (this.#interface ??= this.#build());
  }

  get #box() {
    return this.#built.box;
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
        this.#debounce(() => this.#update());
      },
      onSubmit: () => this.#update(),
      onRetry: () => this.#readText(),
      onCancel: () => this.#cancel(),
      onChoose: (choice) => {
        this.#reader.choose(choice);
        this.#update();
      },
      onSelect: (index) => this.#report && this.dispatchEvent(new QuoteSelectEvent(index, this.#report)),
      redraw: () => this.#show(this.#found),
      document: () => this.#document,
      root: this.#root,
    });
    this.#root.replaceChildren(built.frame);
    return built;
  }

  /** Builds the interface again if its language has changed. */
  #translate() {
    const previous = this.#interface;
    if (previous && stringsFor(languageOf(this)) === this.#strings) return;
    previous?.results.clear();
    this.#interface = this.#build();
    if (previous) this.#interface.restoreFrom(previous);
  }

  #changeLanguage() {
    const previous = this.#interface;
    if (previous) {
      const loading = loadStrings(languageOf(this));
      if (loading)
        return void loading.then(
          () => this.isConnected && this.#changeLanguage(),
          () => {},
        );
    }
    this.#translate();
    // A pending update will use the new language.
    if (this.#timer !== undefined) return;
    if (previous === this.#interface && this.#reader.isFound(this.#found, this.#declared)) return;
    this.#update(this.#found);
  }

  /**
   * What the page says about the language of its own text. About a text in the box it says nothing; and `lang`
   * of this element is that of the interface first of all.
   *
   * @returns {Declared}
   */
  get #declared() {
    const own = (this.for && this.#target?.getAttribute("lang")) || "";
    const isOfPage = this.#frame.dataset.source !== "box";
    return { own, around: isOfPage ? languageOf(this.for ? this.#target : this) : "" };
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

  /** The text that is read. Setting it shows its quotations; with `for` it throws an `InvalidStateError`. */
  get text() {
    return this.#text;
  }

  set text(text) {
    this.#setText(String(text));
    this.#update();
  }

  /** What is shown, or null. Offsets count UTF-16 code units of `text`, ends exclusive. */
  get report() {
    return this.#report;
  }

  /** Title and address of the text, each "" if unknown; exports contain them. */
  get about() {
    if (this.for) return { title: document.title, url: webAddress(location.href) };
    const { title, url } = this.#box.about;
    return { title, url };
  }

  /**
   * Shows the quotations of a text.
   *
   * @param {string} text
   * @returns {Promise<Report>} rejects if the extraction fails, and with an `AbortError` if a newer text
   *   arrives first or the reader cancels
   */
  async extract(text) {
    this.#setText(String(text));
    return this.#show();
  }

  connectedCallback() {
    // The interface waits for its strings; if they cannot be loaded, it is in English.
    const start = () => void (this.isConnected && this.#connect());
    const loading = loadStrings(languageOf(this));
    if (loading) loading.then(start, start);
    else start();
  }

  #connect() {
    this.#translate();
    this.#languageObserver.observe(this.ownerDocument.documentElement, { attributeFilter: ["lang"] });
    const early = setEarlyProperties(this, ["for", "kinds", "view", "text"]);
    if (!early.includes("text")) this.#readText();
  }

  disconnectedCallback() {
    this.#abort();
    this.#sourceObserver.disconnect();
    this.#languageObserver.disconnect();
    this.#built.results.clear();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (before === after || !this.isConnected || !this.#interface) return;
    if (name === "lang") this.#changeLanguage();
    else this.#debounce(() => this.#readText());
  }

  /** @returns {Element | null} the element that `for` names */
  get #target() {
    const root = this.getRootNode();
    return root instanceof Document || root instanceof ShadowRoot ? root.getElementById(this.for) : null;
  }

  /** Reads the text again: from the page, from between the tags, or from the box. */
  #readText() {
    this.#sourceObserver.disconnect();
    const content = this.for ? NO_CONTENT : lightDomText(this);
    this.#pending = content instanceof Promise ? content : null;
    this.#use(content instanceof Promise ? NO_CONTENT : content);
    if (this.for) {
      this.#sourceObserver.watchTarget(this.getRootNode());
      this.#frame.dataset.source = "page";
    } else if (this.#pending || this.#content.text) {
      this.#sourceObserver.watchText(this);
      if (hasLightDomText(this)) this.#frame.dataset.source = "content";
    }
    this.#update();
  }

  /** Takes the text between the tags. @param {Content} content */
  #use(content) {
    this.#content = content;
    if (content.text) this.#text = content.text;
    this.#frame.dataset.source = content.text ? "content" : "box";
  }

  /** @param {string} text */
  #setText(text) {
    if (this.for)
      throw new DOMException("The text is read from the element that “for” names", "InvalidStateError");
    this.#text = text;
    this.#pending = null;
    if (this.#frame.dataset.source === "box") this.#box.replace(text);
  }

  /** Aborts all work so far. @returns {AbortSignal} for the work that follows */
  #abort() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#abortController.abort();
    this.#abortController = new AbortController();
    return this.#abortController.signal;
  }

  /** Stops because the reader does not want to wait. */
  #cancel() {
    this.#abort();
    this.#report = null;
    this.#built.results.clear();
    this.#frame.dataset.state = "cancelled";
    this.#panel.cancelled();
  }

  /** Reads once there has been no change for a moment. @param {() => void} read */
  #debounce(read) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(read, DEBOUNCE);
  }

  /**
   * Shows the quotations of the text. Failures are shown and sent as events; no caller waits for them.
   *
   * @param {Found | null} [found] used instead of a new extraction, if it is of the same text
   */
  #update(found = null) {
    this.#show(found).catch(() => {});
  }

  /**
   * @param {Found | null} [found] used instead of a new extraction, if it is of the same text
   * @returns {Promise<Report>}
   */
  async #show(found = null) {
    const signal = this.#abort();
    try {
      const source = this.for ? this.#target : this.#pending && this;
      if (source) this.#panel.reading(source.textContent?.length ?? 0);
      if (this.#pending) {
        const content = await this.#pending;
        signal.throwIfAborted();
        this.#pending = null;
        this.#use(content);
      }
      const host = this.for ? await this.#hostText() : null;
      signal.throwIfAborted();
      if (host) this.#text = host.text.text;
      const text = this.#text;
      this.#panel.reading(text.length);
      const blank = text.trim() === "";
      const markup = [host?.text, this.#content].find((read) => read?.text === text);
      const hints = markup?.hints ?? this.#box.hintsFor(text);
      const options = { declared: this.#declared, kinds: this.kinds, hints, signal, caller: this };
      const current = await this.#reader.read(text, found, options);
      signal.throwIfAborted();
      this.#found = current;
      const { lang } = current;
      const corrected = this.#built.corrector.apply(text, current.report);
      // What programs read is English in every language of the interface.
      const report = withReasons(text, corrected, reasons);
      this.#report = report;
      this.#shown = { text, lang };
      this.#frame.toggleAttribute("data-corrected", this.#built.corrector.isActive);
      this.#frame.dataset.state = blank ? "empty" : report.quotations.length > 0 ? "results" : "none";
      const own = this.#strings.reasons;
      const worded = own === reasons ? report : withReasons(text, corrected, own);
      const drawn = this.#built.results.show(text, worded, {
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
      this.#built.showReading(current, signal).catch(() => {});
      if (host && report.quotations.length > 0 && !host.tools.canHighlight())
        this.#panel.say(this.#strings.notPainted);
      return report;
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
      throw error;
    }
  }

  /** What exports contain, or null if there is no report. @returns {ExportDocument | null} */
  get #document() {
    return this.#report && { ...this.#shown, report: this.#report, ...this.about };
  }

  async #hostText() {
    const tools = await loadHostPage();
    const element = this.#target;
    if (!element) throw new DOMException(this.#strings.noTarget(this.for), "NotFoundError");
    return { element, text: new tools.HostText([element]), tools };
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#report = null;
    this.#built.results.clear();
    this.#frame.dataset.state = "error";
    this.#panel.failed(error);
    this.dispatchEvent(new QuotesErrorEvent(error));
  }
}
