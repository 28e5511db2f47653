//! Which language a text is in. It is told before the stages run, because they read words by its lexicon.
//!
//! Function words show it: a generated table has the words that best tell each language from the others, with
//! their weights, and the text is in the language whose words weigh most. A text in another alphabet, or with
//! hardly any of these words, is in an unknown language.

mod evidence;
mod sample;
mod table;
mod words;

use evidence::Evidence;
use words::Words;

/// How many parts of a long text are looked at. The first number is enough for most texts. The second one
/// decides if two languages are close, as in a text that mixes them.
const PARTS: [usize; 2] = [5, 64];

/// The language of `text` as a BCP 47 tag: `given`, if that names a language, else the language that the text
/// shows, else `und`.
#[inline(never)]
pub(crate) fn of<'a>(text: &str, given: &'a str) -> &'a str {
    if names_language(given) {
        return given;
    }
    let evidence = |parts| Evidence::of(&Words::of(sample::parts(text, parts)));
    let first = evidence(PARTS[0]);
    if first.is_clear { first.language } else { evidence(PARTS[1]).language }
}

/// Whether a tag starts with two letters, as those of languages do.
fn names_language(tag: &str) -> bool {
    tag.bytes().take(2).filter(u8::is_ascii_alphabetic).count() == 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_counts_if_it_names_a_language() {
        for tag in ["en", "EN", "en-GB", "en_US", "sv", "yue", "zh-Hant-TW", "und"] {
            assert_eq!(of("Der Hund ist nicht in dem Haus und die Katze auch nicht.", tag), tag);
        }
        for tag in ["", "x-private", "e", "12", "?", " en"] {
            assert_eq!(of("Der Hund ist nicht in dem Haus und die Katze auch nicht.", tag), "de");
        }
    }
}
