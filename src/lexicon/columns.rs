//! The columns of the lists. The comment at the top of each list says what its columns mean.

use super::word::{Body, Case, Class, Gender, VerbClass};

/// One line of a list.
pub(super) struct Columns<'a, 'p> {
    pub word: &'a str,
    /// The other columns, separated by a space.
    pub rest: &'p str,
}

impl<'p> Columns<'_, 'p> {
    /// A column after the word, counted from 0; empty if it is missing.
    pub(super) fn get(&self, column: usize) -> &'p str {
        self.rest.split(' ').nth(column).unwrap_or_default()
    }
}

/// What the values of a column name. A table, because comparisons in code would be a larger download.
pub(super) type Names<T> = &'static [(&'static str, T)];

/// What `column` names, if it is one of `names`.
pub(super) fn named<T: Copy>(names: Names<T>, column: &str) -> Option<T> {
    names.iter().find(|(name, _)| *name == column).map(|&(_, named)| named)
}

/// The classes that columns of `function_words.txt` name.
pub(super) const FUNCTION: Names<Class> = &[
    ("determiner", Class::Determiner),
    ("possessive", Class::Possessive),
    ("preposition", Class::Preposition),
    ("conjunction", Class::Conjunction),
    ("subordinator", Class::Subordinator),
    ("relative", Class::Relative),
    ("auxiliary", Class::Auxiliary),
    ("be", Class::Be),
    ("negation", Class::Negation),
    ("adverb", Class::Adverb),
    ("number", Class::Number),
    ("particle", Class::Particle),
    ("interjection", Class::Interjection),
    ("clitic", Class::Clitic),
    ("locative", Class::Locative),
    ("article", Class::Article),
    ("demonstrative", Class::Demonstrative),
    ("definite", Class::Definite),
    ("attributive", Class::Attributive),
    ("joining", Class::Joining),
    ("complementizer", Class::Complementizer),
    ("genitive", Class::Genitive),
    ("name-inner", Class::NameInner),
    ("phrase-inner", Class::PhraseInner),
    ("adjunct-inner", Class::AdjunctInner),
    ("agent", Class::Agent),
    ("listener", Class::Listener),
    ("infinitive", Class::Infinitive),
    ("absolute", Class::Absolute),
    ("circumstance", Class::Circumstance),
    ("contrast", Class::Contrast),
    ("manner", Class::Manner),
    ("person", Class::PersonRelative),
    ("base", Class::BaseAuxiliary),
];

/// The classes of verbs in `reporting_verbs.txt`.
pub(super) const VERB: Names<VerbClass> = &[
    ("say", VerbClass::Say),
    ("tell", VerbClass::Tell),
    ("ask", VerbClass::Ask),
    ("commit", VerbClass::Commit),
    ("think", VerbClass::Think),
    ("manner", VerbClass::Manner),
    ("judge", VerbClass::Judge),
];

/// The classes of nouns in `person_nouns.txt`.
pub(super) const PERSON: Names<Class> = &[
    ("role", Class::Role),
    ("kin", Class::Kin),
    ("person", Class::Person),
    ("unnamed", Class::Unnamed),
];

/// The genders of words. A word with another value does not show it.
pub(super) const GENDER: Names<Gender> =
    &[("m", Gender::Male), ("f", Gender::Female), ("n", Gender::Neuter)];

/// The kinds of bodies in `group_nouns.txt` and `organization_words.txt`.
pub(super) const BODY: Names<Body> = &[
    ("business", Body::Business),
    ("press", Body::Press),
    ("public", Body::Public),
    ("document", Body::Document),
];

/// The cases of pronouns. A possessive has none; it is part of a noun phrase: "his wife".
pub(super) const CASE: Names<Case> =
    &[("subject", Case::Subject), ("object", Case::Object), ("reflexive", Case::Reflexive)];

/// The classes of verbs in `turn_verbs.txt`.
pub(super) const TURN: Names<Class> =
    &[("goes-on", Class::GoesOn), ("answers", Class::Answers), ("gesture", Class::Gesture)];

/// What a title in `titles.txt` shows about a marriage.
pub(super) const MARRIAGE: Names<Class> = &[("married", Class::Married), ("single", Class::Single)];

/// The classes of abbreviations in `abbreviations.txt`.
pub(super) const ABBREVIATION: Names<Class> =
    &[("mid", Class::AbbreviationInside), ("end", Class::AbbreviationEnd)];

/// The classes of words in `quoted_works.txt`.
pub(super) const WORK: Names<Class> = &[("work", Class::Work), ("label", Class::Label)];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::tests::{languages, lists};

    /// Whether a column of a list, counted from 0 after the word, is one that the table reads.
    fn is_read(list: &str, column: usize, text: &str) -> bool {
        let is_form = || !text.is_empty() && text.chars().all(|c| c.is_alphabetic() || c == '-');
        let is_gender = |other: &str| named(GENDER, text).is_some() || text == other;
        match (list, column) {
            ("abbreviations.txt", 0) => named(ABBREVIATION, text).is_some(),
            ("function_words.txt", _) => named(FUNCTION, text).is_some(),
            ("given_names.txt", 0) => is_gender("u"),
            ("group_nouns.txt", 0) => named(BODY, text).is_some() || text == "-",
            ("group_nouns.txt", 1) => is_form(),
            ("organization_words.txt", 0) => named(BODY, text).is_some(),
            ("nicknames.txt", _) => is_form(),
            ("person_nouns.txt", 0) => is_gender("-"),
            ("person_nouns.txt", 1) => named(PERSON, text).is_some(),
            ("person_nouns.txt", 2) => is_form(),
            ("pronouns.txt", 0) => matches!(text, "1" | "2" | "3"),
            ("pronouns.txt", 1) => matches!(text, "s" | "p" | "-"),
            ("pronouns.txt", 2) => is_gender("-"),
            ("pronouns.txt", 3) => named(CASE, text).is_some() || text == "possessive",
            ("quoted_works.txt", 0) => named(WORK, text).is_some(),
            ("reporting_verbs.txt", 0) => named(VERB, text).is_some(),
            ("titles.txt", 0) => is_gender("-"),
            ("titles.txt", 1) => is_form(),
            ("titles.txt", 2) => named(MARRIAGE, text).is_some(),
            ("turn_verbs.txt", 0) => named(TURN, text).is_some(),
            ("reporting_verbs.txt" | "turn_verbs.txt", 1..=3) => is_form(),
            _ => false,
        }
    }

    /// How many columns a line of a list may have after its word.
    fn counts(list: &str) -> &'static [usize] {
        match list {
            "abbreviations.txt" | "given_names.txt" | "quoted_works.txt" => &[1],
            "function_words.txt" | "nicknames.txt" => &[1, 2, 3, 4, 5, 6],
            "group_nouns.txt" => &[0, 1, 2],
            "organization_words.txt" => &[0, 1],
            "person_nouns.txt" => &[2, 3],
            "pronouns.txt" => &[4],
            // All irregular forms or none.
            "reporting_verbs.txt" | "turn_verbs.txt" => &[1, 4],
            "titles.txt" => &[1, 2, 3],
            _ => &[0],
        }
    }

    #[test]
    fn every_column_of_every_list_is_read() {
        let lists = languages().into_iter().flat_map(|lang| lists(&lang));
        for (list, text) in lists {
            // Tests of their own read these.
            if matches!(list.as_str(), "grammar.txt" | "paradigms.txt") {
                continue;
            }
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                let columns: Vec<&str> = line.split(' ').skip(1).collect();
                assert!(
                    counts(&list).contains(&columns.len()),
                    "{list}: number of columns: {line}"
                );
                for (column, text) in columns.into_iter().enumerate() {
                    assert!(is_read(&list, column, text), "{list}: {text:?} is not read: {line}");
                }
            }
        }
    }

    #[test]
    fn an_unknown_column_is_found() {
        assert!(is_read("titles.txt", 2, "married"));
        assert!(!is_read("titles.txt", 2, "widowed"));
        assert!(!is_read("titles.txt", 3, "married"));
        assert!(!is_read("places.txt", 0, "m"));
        assert!(!is_read("nicknames.txt", 0, ""));
    }
}
