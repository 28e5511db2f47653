/**
 * Numbers as a language writes them, by `Intl`.
 *
 * @param {string} language a BCP 47 tag
 * @param {{ lessThan: string, moreThan: string }} words
 */
export function numbersIn(language, { lessThan, moreThan }) {
  const integers = new Intl.NumberFormat(language);
  const percents = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  const compacts = new Intl.NumberFormat(language, {
    notation: "compact",
    compactDisplay: "long",
    maximumFractionDigits: 1,
  });
  const plural = new Intl.PluralRules(language);
  const percent = (/** @type {number} */ value) => percents.format(value);
  return {
    integer: (/** @type {number} */ value) => integers.format(value),
    percent,
    compact: (/** @type {number} */ value) => compacts.format(value),
    /**
     * @param {number} count
     * @param {string} one
     * @param {string} other
     */
    counted: (count, one, other) =>
      `${integers.format(count)} ${plural.select(count) === "one" ? one : other}`,
    /**
     * A share that is neither rounded down to nothing nor up to everything.
     *
     * @param {number} value from 0 to 1
     */
    share(value) {
      if (value > 0 && value < 0.005) return `${lessThan} ${percent(0.01)}`;
      if (value < 1 && value >= 0.995) return `${moreThan} ${percent(0.99)}`;
      return percent(value);
    },
  };
}
