/**
 * Options that are refused, each with the end of its message, which says what to pass. Everything here can be
 * posted to a worker.
 *
 * @type {[object, string][]}
 */
export const REFUSED = [
  [{ kinds: "direct" }, "pass `kinds` as an array"],
  [{ kinds: ["spoken"] }, 'there is no kind "spoken"; use direct, mixed or indirect'],
  [{ kinds: [3] }, "use direct, mixed or indirect"],
  [{ lang: 5 }, "pass `lang` as a string"],
  [{ form: "poem" }, 'there is no form "poem"; use article, transcript, mixed or plain'],
  [{ form: 1 }, "use article, transcript, mixed or plain"],
  [{ hints: { start: 0, end: 1, kind: "quote" } }, "pass `hints` as an array"],
  [{ hints: ["quote"] }, "pass each hint as an object, { start, end, kind, speaker? }"],
  [{ hints: [null] }, "pass each hint as an object, { start, end, kind, speaker? }"],
  [{ hints: [{ start: "0", end: 1, kind: "quote" }] }, "pass offsets as numbers"],
  [{ hints: [{ start: 0, end: -1, kind: "quote" }] }, "pass offsets as numbers"],
  [{ hints: [{ start: 0, kind: "quote" }] }, "pass offsets as numbers"],
  [
    { hints: [{ start: 0, end: 1, kind: "menu" }] },
    'there is no kind "menu"; use paragraph, heading, item, quote, turn, dialogue or furniture',
  ],
];

/**
 * Options that are taken: whatever is missing or null has its default.
 *
 * @type {({ form?: string | null; [name: string]: unknown } | undefined)[]}
 */
export const TAKEN = [
  undefined,
  {},
  { kinds: null, lang: null, form: null, hints: null },
  { kinds: ["direct"], lang: "", form: "transcript", hints: [] },
  { hints: [{ start: 0, end: 9_999_999, kind: "quote", speaker: null }] },
  { hints: [{ start: 1, end: 11, kind: "quote", speaker: "Ann Lee" }] },
];
