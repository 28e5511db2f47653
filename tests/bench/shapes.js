/**
 * Shapes of text that might make a stage slow: what newspapers print, and what nobody writes but people
 * paste. Code that looks back or ahead needs a line here that would make it slow.
 */

import { articles, name, numbers } from "./news.js";

/**
 * A name with a middle initial. All names have one, so that the second half of a text is like the first, and
 * costs as much.
 *
 * @param {number} n
 */
const person = (n) => name(8000 + n);

/** Short texts to repeat: each is what some stage looks for. */
const UNITS = [
  "“Yes,” said Ann Lee. ",
  "“Yes,” she said.\n\n",
  "Ann Lee said that “it rained” on Monday. ",
  "“Yes,” said the old man.\n\n“No.”\n\n",
  "“We waited,” she said, “and nothing came.” ",
  "ANN: Yes.\n",
  "“a “b ",
  "\"'\"' ",
  "— No, said Ann.\n",
  "— No, said Ann, you ",
  "— No, said Ann. You go. ",
  "– No – asked Ann ",
  "—Ann Lee\n“Yes.”\n",
  "“Yes.”\nAnn Lee\n",
  "Ann wrote:\n> Yes.\n> > No.\n",
  "“Yes, said Ann. ",
  "''a ",
  "``a ",
  '""a ',
  '\\"Yes\\" ',
  "&quot;a&#39;t; ",
  "'tis a ",
  '6" a ',
  "According to Ann Lee, it rained. ",
  "Lee liked “a b c d” and said so and ",
  "they believe that we think ",
  "the plan, she thinks, ",
  "Lee who never said it ",
  "a man who thought it ",
  "Novak said: “Go” ",
  "Ann Lee, the mayor, and Bob Ray, the clerk, met. ",
  "While Lee said that it rained and rained ",
  "Lee’s claim of “a” ",
  "those who left with Lee saying ",
  // Clauses that may be reported, each with an end to look for, and words that say who is spoken to or called what.
  "Lee said it rained, which it did, but ",
  "Ann said it rained and Bob said it did and ",
  "she added another in the rain ",
  "Ann Lee (“Bo”) ",
  "“Yes, Ann,” he told Bob. ",
  "Ann turned to Bob.\n\n“Yes, Bob.”\n\n",
  "I saw Bob. “Yes,” I said.\n\n",
  "The World Weather Office (WWO) ",
  // Marks only, also unclosed ones.
  '"',
  "'",
  "“",
  "”",
  "’",
  "«",
  "„",
  "「",
  "—",
  "-",
  "“a ",
  '"a ',
  "‘a, said ",
  "“Yes,\n\n",
  "— No.\n",
  "’a ",
  "“a\n\n",
  // Capitals only, cues only, names only, pronouns only.
  "A",
  "A B ",
  "ANN LEE ",
  "Ann ",
  "Ann Lee ",
  "Lee of the House of ",
  "said ",
  "said that ",
  "according to ",
  "she ",
  "that ",
  "who ",
  "Mr. ",
  "U.S. ",
  "and ",
  "Ann and Bob and ",
  "Ann, Bob, ",
  "the mayor ",
  "the mayor of the ",
  "she said ",
  "said she ",
  "asked if he thinks that she said ",
  "Ann Lee said that ",
  "“a”",
  "“Yes”, ",
  "“Yes,” ",
  "“Yes?” ",
  "“Yes.”\n\n",
  "(",
  "( “",
  ": ",
  "Ann: ",
  "ANN: ",
  "Q: Yes?\nA: No.\n",
  "a: ",
  "[00:01] ",
  // Forms: captions, line numbers, mail, menus, labels on lines of their own, and lines of one width.
  "[00:00:01] Ann Lee: Yes.\n",
  "00:00:01,000 --> 00:00:02,000\nAnn: Yes.\n",
  "Ann Lee\nYes, it rained.\n",
  "| Ann Lee | Yes. |\n",
  "**Ann:** Yes.\n",
  "1 it rained\n2 and then\n",
  "> > it rained\n",
  "Home\nNews\nShare\n",
  "Photo: Ann Lee/The Post\n",
  "and then it rained again\n",
  "1. ",
  "- ",
  "> ",
  "# ",
  // Characters of every width in UTF-8, and texts without words.
  "a",
  "a ",
  ".",
  ". ",
  "!? ",
  ",",
  ", ",
  "...",
  "…",
  "é",
  "中",
  "😀",
  "e\u{301}",
  "\n",
  " ",
  "\t",
  "\r\n",
  "\0",
  "word",
  "don’t ",
  "5'10\" ",
  "’n’ ",
];

/** @typedef {(length: number) => string} Shape makes a text of about that many UTF-16 code units */

/** @type {Shape} */
const news = (length) => articles(length).join("\n\n").slice(0, length);

/** @type {Record<string, Shape>} */
const WHOLE = {
  news,
  "news without paragraphs": (length) => news(length).replaceAll("\n", " "),
  "news in capitals": (length) => news(length).toUpperCase(),
  "news without capitals": (length) => news(length).toLowerCase(),
  "news without marks": (length) => news(length).replaceAll(/["“”]/g, ""),
  "one endless sentence": (length) => news(length).replaceAll(/[.?!\n]+/g, ","),
  "one quotation without an end": (length) => `“${news(length).replaceAll(/["“”\n]/g, " ")}`,
  "one quotation around everything": (length) =>
    `“${news(length).replaceAll(/["“”\n]/g, " ")}” said Ann Lee.`,
  "one word": (length) => `“${"x".repeat(length)}” said Ann.`,
  "one line of capitals": (length) => `${"X".repeat(length)} said “x”.`,
  "marks deeply nested": (length) => nested("“", "”", length),
  "two marks deeply nested": (length) => nested("“‘", "’”", length),
  "straight marks deeply nested": (length) => nested("\"'", "'\"", length),
  "brackets deeply nested": (length) => nested("(", ")", length),
  "block quotes deeply nested": (length) => `${"> ".repeat(length / 2)}“Yes,” said Ann.`,
  "thousands of speakers": each((n) => `“Yes,” said ${person(n)}. `),
  "thousands of speakers in paragraphs": each((n) => `“We saw it,” ${person(n)} said.\n\n“No.”\n\n`),
  "thousands of speakers and pronouns": each((n) => `${person(n)} came. “Yes,” she said.\n\n`),
  "thousands of reported speakers": each((n) => `${person(n)} said that it rained. `),
  "thousands of surnames": each((n) => `“Yes,” said ${person(n).split(" ").pop()}. `),
  "thousands of speakers with one surname": each((n) => `“Yes,” said ${person(n).split(" ").pop()} Lee. `),
  "thousands of labels": each((n) => `${person(n).toUpperCase()}: Yes.\n`),
  "thousands of roles": each((n) => `“Yes,” said the ${person(n).split(" ").pop()?.toLowerCase()} chief. `),
  "one speaker named thousands of times": each((n) => `“Yes, ${n},” said Ann Lee.\n\n“No,” said Lee.\n\n`),
  "thousands of people spoken to": each((n) => `“Yes, ${person(n)},” she said to ${person(n + 1)}.\n\n`),
  "thousands of acronyms": each(
    (n) => `${person(n)} Office (${person(n).slice(0, 3).toUpperCase()}) said it rained. `,
  ),
  "thousands of lists": each((n) => `- “Yes,” said ${person(n)}.\n- ${person(n + 1)}, ${person(n + 2)}\n\n`),
  "thousands of names in a list": each((n) => `${person(n)}, `),
  "thousands of names joined": each((n) => `${person(n)} and `),
  "thousands of headings": each((n) => `# ${person(n)}\n\n`),
  "random marks and words": random([
    "“",
    "”",
    '"',
    "'",
    "’",
    " ",
    "\n\n",
    ",",
    ".",
    "said ",
    "Ann Lee ",
    "she ",
    "that ",
    "rain ",
    "— ",
  ]),
  "random characters": random(Array.from({ length: 400 }, (_, n) => String.fromCodePoint(32 + n * 7))),
};

/**
 * The texts to measure, by their names.
 *
 * @type {Map<string, Shape>}
 */
export const SHAPES = new Map([
  ...Object.entries(WHOLE),
  ...UNITS.map(
    (unit) =>
      /** @type {const} */ ([
        JSON.stringify(unit),
        (/** @type {number} */ length) => unit.repeat(length / unit.length),
      ]),
  ),
]);

/** A letter in many pairs of marks. @param {string} open @param {string} close @param {number} length */
function nested(open, close, length) {
  const depth = length / (open.length + close.length);
  return `${open.repeat(depth)}a${close.repeat(depth)}`;
}

/**
 * A text of numbered pieces.
 *
 * @param {(n: number) => string} piece
 * @returns {Shape}
 */
function each(piece) {
  return (length) => {
    let text = "";
    for (let n = 0; text.length < length; n++) text += piece(n);
    return text;
  };
}

/**
 * A text of pieces in pseudo-random order.
 *
 * @param {string[]} pieces
 * @returns {Shape}
 */
function random(pieces) {
  return (length) => {
    const below = numbers(7);
    let text = "";
    while (text.length < length) text += pieces[below(pieces.length)];
    return text;
  };
}
