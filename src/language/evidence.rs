//! What the words of a text show about its language.

use super::table::{self, LANGUAGES};
use super::words::Words;

/// The tag of an unknown language.
const UNKNOWN: &str = "und";

/// A text with fewer words is not said to be in an unknown language, unless by its alphabet.
const ENOUGH_WORDS: i32 = 20;

/// The least weight of ten words of a text in a known language. In the seven languages ten words weigh 9 to 12
/// on average; one in 300 texts of 30 words is below this, most of them tables and lists.
const LEAST: i32 = 3;

/// The least lead over the default language: the weight of one or two frequent words.
const LEAD: i32 = 8;

/// The weight of a letter that none of the languages has, for another language: that of a frequent word.
const FOREIGN_LETTER: i32 = 5;

/// What the words of a text show.
pub(super) struct Evidence {
    /// The language that the words show.
    pub language: &'static str,
    /// Whether more words would hardly show another one: three quarters of the weight are for it.
    pub is_clear: bool,
}

impl Evidence {
    /// Weighs the words. A word counts once in a short text and a few times in a long one, so that "van der
    /// Meer" does not make a text Dutch, nor "a a a" Portuguese.
    pub(super) fn of(words: &Words) -> Self {
        let limit = 1 + words.count / 32;
        let mut scores = [0; LANGUAGES.len()];
        // The weight of all words if each counts for the language where it weighs most.
        let mut total = words.foreign * FOREIGN_LETTER;
        for (word, &count) in words.known.iter().enumerate().filter(|(_, count)| **count > 0) {
            let mut highest = 0;
            for (language, score) in scores.iter_mut().enumerate() {
                let weight = count.min(limit) * table::weight(word, language);
                *score += weight;
                highest = weight.max(highest);
            }
            total += highest;
        }
        let mut best = 0;
        for language in 1..LANGUAGES.len() {
            if scores[language] > scores[best] {
                best = language;
            }
        }
        let score = scores[best];
        // What speaks for other languages counts half against this one.
        let net = score - (total - score) / 2;
        let hardly_any = words.count >= ENOUGH_WORDS && 10 * net < LEAST * words.count;
        if hardly_any || words.other > words.latin {
            return Self { language: UNKNOWN, is_clear: false };
        }
        let shown = if score >= scores[0] + LEAD { best } else { 0 };
        Self { language: LANGUAGES[shown], is_clear: shown == best && 4 * score > 3 * total }
    }
}
