/**
 * Loads the WebAssembly core and turns its answers into reports. The worker, the main-thread
 * fallback and the Node.js entry all go through here.
 *
 * @import { CoreOptions, PackedReport, Quotation, QuotationKind, Report, Span, Speaker, SpeakerKind } from "../types.js"
 */

/** @typedef {(text: string, options?: CoreOptions) => PackedReport} CoreExtract */

let started = false;

/**
 * Fetches and compiles the core. A compiled module can be posted to a worker and instantiated
 * again without the network.
 *
 * @param {WebAssembly.Module | string} source where that is still to be done, the address
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compileCore(source) {
  if (typeof source !== "string") return source;
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${new URL(source).pathname} answered with status ${response.status}`);
  // Streaming needs the type application/wasm, which simple file servers do not all send.
  return response.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * Makes the core ready to run in this thread.
 *
 * The generated glue keeps one instance, so each later call has it make another one: that is how
 * a core that has trapped is replaced where there is no worker to throw away.
 *
 * @param {WebAssembly.Module} module
 * @returns {Promise<CoreExtract>}
 */
export async function instantiateCore(module) {
  const glue = await import("../pkg/quote_extractor.js");
  if (started) glue.__wbg_reset_state();
  else await glue.default({ module_or_path: module });
  started = true;
  return glue.extract;
}

/** The kinds by the numbers that cross for them. @type {QuotationKind[]} */
const KINDS = ["direct", "mixed", "indirect"];

/** @type {SpeakerKind[]} */
const SPEAKER_KINDS = ["person", "organization", "group", "unnamed"];

/**
 * Reads a report as the core packs it (`src/packed.rs`), and adds what was said: only its offsets
 * cross the border, because the caller has the text already.
 *
 * @param {string} text the very text that was extracted from
 * @param {PackedReport} packed
 * @returns {Report}
 */
export function completeReport(text, [numbers, words]) {
  let at = 0;
  let behind = 0;
  const number = () => numbers[at++];
  const word = () => words.slice(behind, (behind += number()));
  /** @returns {Span} */
  const span = () => ({ start: number(), end: number() });
  /** @template T @param {() => T} read @returns {T[]} */
  const list = (read) => {
    const items = [];
    for (let left = number(); left > 0; left--) items.push(read());
    return items;
  };
  /** @template T @param {() => T} read @returns {T | null} */
  const optional = (read) => (number() === 0 ? null : read());
  /** @returns {Quotation} */
  const quotation = () => {
    const kind = KINDS[number()];
    const content = list(span);
    return {
      kind,
      text: content.map(({ start, end }) => text.slice(start, end)).join(" "),
      content,
      verbatim: list(span),
      cue: optional(span),
      source: optional(span),
      speaker: optional(number),
      confidence: number() / 1000,
      rule: word(),
      reason: word(),
    };
  };
  /** @returns {Speaker} */
  const speaker = () => ({
    name: word(),
    role: optional(word),
    kind: SPEAKER_KINDS[number()],
    mentions: list(span),
  });
  return { quotations: list(quotation), speakers: list(speaker) };
}
