/**
 * Generates texts like those of a newspaper, with quotations of every kind, so that measurements need no
 * texts by others. The same arguments give the same text on every machine.
 */

const GIVEN =
  "Ann Bob Carla David Elena Frank Grace Henry Irene Jack Karen Leo Maria Nick Olga Paul Rosa Sam Tina Victor".split(
    " ",
  );
const FIRST = "Al Bar Cor Dun El Fair Gar Hart Kings Lang Mor Nor Par Rad Sea Thorn Ul Vance West Wood".split(
  " ",
);
const LAST =
  "ber bridge brook by dale den field ford gate ham hill land ley lock man ner ridge son ton worth".split(
    " ",
  );
const ROLES = [
  "the mayor",
  "a spokesman for the county",
  "the head of the union",
  "a senior engineer",
  "the police chief",
  "a professor of law",
  "the company’s director",
  "a teacher",
];
const BODIES = [
  "The city council",
  "The port authority",
  "The health ministry",
  "The water board",
  "The teachers’ union",
  "The court",
];
const THINGS = [
  "the bridge",
  "the old harbour",
  "the budget",
  "the school on the hill",
  "the new line",
  "the report",
  "the water",
  "the vote",
  "the market",
  "the northern road",
];
const DEEDS = [
  "will be closed until spring",
  "has cost more than anyone expected",
  "was never inspected",
  "is safe for now",
  "could be sold by the end of the year",
  "needs a second look",
  "belongs to everybody",
  "came three years too late",
];
const TIMES = [
  "on Monday",
  "last week",
  "in an interview",
  "after the meeting",
  "at a hearing in June",
  "late on Friday",
];

/**
 * A generator of pseudo-random numbers below a bound; the same seed gives the same numbers.
 *
 * @param {number} seed
 * @returns {(below: number) => number}
 */
export function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * A name for each number; the first 160,000 are all different.
 *
 * @param {number} n
 */
export function name(n) {
  const step = (/** @type {number} */ by) => Math.floor(n / by);
  const middle = n < 8000 ? "" : ` ${String.fromCharCode(65 + (step(8000) % 20))}.`;
  return `${GIVEN[n % 20]}${middle} ${FIRST[step(20) % 20]}${LAST[step(400) % 20]}`;
}

/**
 * One article.
 *
 * @param {number} seed
 * @param {number} [paragraphs]
 */
export function article(seed, paragraphs = 20) {
  const below = numbers(seed);
  const one = (/** @type {string[]} */ of) => of[below(of.length)];
  const people = [0, 1, 2].map(() => ({
    full: name(below(8000)),
    role: one(ROLES),
    they: one(["he", "she"]),
  }));
  const clause = () => `${one(THINGS)} ${one(DEEDS)}`;
  const capital = (/** @type {string} */ words) => words.charAt(0).toUpperCase() + words.slice(1);
  const said = () => one(["said", "said", "said", "told reporters", "added", "argued", "warned", "replied"]);
  const plain = () =>
    `${capital(clause())}, and ${clause()} ${one(TIMES)}. ${one(BODIES)} has had ${below(90) + 2} complaints about it.`;
  const paragraph = () => {
    const { full, role, they } = people[below(people.length)];
    const last = full.slice(full.lastIndexOf(" ") + 1);
    switch (below(16)) {
      case 0:
        return `“${capital(clause())},” said ${full}, ${role}. “I think ${clause()}.”`;
      case 1:
        return `“${capital(clause())},” ${they} ${said()} ${one(TIMES)}. “We know that ${clause()}.”`;
      case 2:
        return `${full}, ${role}, ${said()}: “${capital(clause())}. ${capital(clause())}.”`;
      case 3:
        return `“${capital(one(THINGS))},” ${last} ${said()}, “${one(DEEDS)}, and ${clause()}.”`;
      case 4:
        return `${last} said that ${clause()} and “${one(DEEDS)}” ${one(TIMES)}.`;
      case 5:
        return `${one(BODIES)} said ${one(TIMES)} that ${clause()}, but that ${clause()}.`;
      case 6:
        return `According to ${full}, ${clause()}. ${plain()}`;
      case 7:
        return `“${capital(clause())},” ${last} ${said()}. “${capital(clause())}.\n\n“And ${clause()},” ${they} went on.`;
      case 8:
        return `"${capital(clause())}," ${last} ${said()}. "My father used to say, 'It ${one(DEEDS)}.'"`;
      case 9:
        return `${capital(clause())}, ${they} ${said()}. ${plain()}`;
      case 10:
        return `The so-called “${one(THINGS).slice(4)}” is what the play “The ${last} Years” is about. ${plain()}`;
      case 11:
        return `“${capital(clause())}?” ${full} asked.\n\n“No,” ${people[0].full} answered.\n\n“Then ${clause()}.”`;
      case 12:
        return `${plain()} ${plain()}`;
      default:
        return `${plain()} ${capital(clause())}.`;
    }
  };
  return Array.from({ length: paragraphs }, paragraph).join("\n\n");
}

/**
 * Articles with a minimum total length.
 *
 * @param {number} length in UTF-16 code units
 * @returns {string[]}
 */
export function articles(length) {
  const all = [];
  for (let seed = 1, had = 0; had < length; seed++) {
    const text = article(seed, 10 + (seed % 20));
    all.push(text);
    had += text.length;
  }
  return all;
}
