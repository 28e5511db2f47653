//! The one table that all word lists are merged into.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::inflection;
use super::{Case, Class, Gender, Pronoun, Verb, VerbClass, VerbForm, Word};

/// The word lists of one language, as the text of their files.
pub(super) struct Files {
    classes: &'static [(Class, &'static str)],
    function_words: &'static str,
    pronouns: &'static str,
    reporting_verbs: &'static str,
    turn_verbs: &'static str,
    titles: &'static str,
    person_nouns: &'static str,
    group_nouns: &'static str,
    speech_nouns: &'static str,
    given_names: &'static str,
    abbreviations: &'static str,
    quoted_works: &'static str,
    nicknames: &'static str,
}

pub(super) static ENGLISH: Files = Files {
    classes: &[
        (Class::TitleModifier, include_str!("en/title_modifiers.txt")),
        (Class::OrganizationWord, include_str!("en/organization_words.txt")),
        (Class::Place, include_str!("en/places.txt")),
        (Class::GroupAdjective, include_str!("en/group_adjectives.txt")),
        (Class::Calendar, include_str!("en/calendar.txt")),
        (Class::Elision, include_str!("en/elisions.txt")),
        (Class::Household, include_str!("en/household.txt")),
    ],
    function_words: include_str!("en/function_words.txt"),
    pronouns: include_str!("en/pronouns.txt"),
    reporting_verbs: include_str!("en/reporting_verbs.txt"),
    turn_verbs: include_str!("en/turn_verbs.txt"),
    titles: include_str!("en/titles.txt"),
    person_nouns: include_str!("en/person_nouns.txt"),
    group_nouns: include_str!("en/group_nouns.txt"),
    speech_nouns: include_str!("en/speech_nouns.txt"),
    given_names: include_str!("en/given_names.txt"),
    abbreviations: include_str!("en/abbreviations.txt"),
    quoted_works: include_str!("en/quoted_works.txt"),
    nicknames: include_str!("en/nicknames.txt"),
};

/// Every word of one language with its classes, looked up without regard to case.
pub(crate) struct Lexicon {
    words: HashMap<Box<str>, Word, BuildHasherDefault<Fnv>>,
    nicknames: HashMap<Box<str>, Vec<Box<str>>, BuildHasherDefault<Fnv>>,
    /// The noun that a short title stands for.
    title_nouns: HashMap<&'static str, &'static str, BuildHasherDefault<Fnv>>,
}

impl Lexicon {
    /// Reads the lists; unknown columns are passed over, a test sees to it that there are none.
    pub(super) fn new(files: &Files) -> Self {
        let mut lexicon = Self {
            words: HashMap::default(),
            nicknames: HashMap::default(),
            title_nouns: HashMap::default(),
        };
        for &(class, text) in files.classes {
            for columns in entries(text) {
                // New_York: a name of several words is known by each of them.
                for word in columns.word.split('_') {
                    lexicon.add(word, |entry| entry.with(class));
                    if class == Class::Calendar && word.starts_with(char::is_uppercase) {
                        lexicon.add(word, |entry| entry.with(Class::Date));
                    }
                }
            }
        }
        for columns in entries(files.function_words) {
            for class in columns.rest.iter().filter_map(|name| function_class(name)) {
                lexicon.add(columns.word, |entry| entry.with(class));
            }
        }
        for columns in entries(files.pronouns) {
            lexicon.add_pronoun(&columns);
        }
        for columns in entries(files.reporting_verbs) {
            lexicon.add_verb(&columns);
        }
        for columns in entries(files.turn_verbs) {
            let class = if columns.get(0) == "goes-on" { Class::GoesOn } else { Class::Answers };
            for (word, _) in forms(&columns) {
                lexicon.add(&word, |entry| entry.with(class));
            }
        }
        for columns in entries(files.titles) {
            lexicon.add(columns.word, |entry| entry.with(Class::Title));
            lexicon.add_gender(columns.word, columns.get(0));
            if !columns.get(1).is_empty() {
                lexicon.title_nouns.insert(columns.word, columns.get(1));
            }
        }
        for columns in entries(files.person_nouns) {
            let Some(class) = person_class(columns.get(1)) else { continue };
            lexicon.add_noun(&columns, class, columns.get(2));
        }
        for columns in entries(files.group_nouns) {
            lexicon.add_noun(&columns, Class::Group, columns.get(0));
        }
        for columns in entries(files.speech_nouns) {
            lexicon.add(columns.word, |entry| entry.with(Class::SpeechNoun));
            lexicon.add(&inflection::plural(columns.word), |entry| entry.with(Class::SpeechNoun));
        }
        for columns in entries(files.given_names) {
            lexicon.add(columns.word, |entry| entry.with(Class::GivenName));
            lexicon.add_gender(columns.word, columns.get(0));
        }
        for columns in entries(files.abbreviations) {
            let inside = columns.get(0) == "mid";
            let class = if inside { Class::AbbreviationInside } else { Class::AbbreviationEnd };
            lexicon.add(columns.word, |entry| entry.with(class));
        }
        for columns in entries(files.quoted_works) {
            let class = if columns.get(0) == "work" { Class::Work } else { Class::Label };
            lexicon.add(columns.word, |entry| entry.with(class));
        }
        for columns in entries(files.nicknames) {
            lexicon.add(columns.word, |entry| entry.with(Class::GivenName));
            let full = columns.rest.iter().map(|name| name.to_lowercase().into()).collect();
            lexicon.nicknames.insert(columns.word.to_lowercase().into(), full);
        }
        lexicon
    }

    /// What is known of `word`, in any case and with either apostrophe.
    pub(crate) fn get(&self, word: &str) -> Word {
        // Most words are short and ASCII; they are folded without an allocation.
        let mut buffer = [0; 24];
        if let Some(folded) = buffer.get_mut(..word.len())
            && word.is_ascii()
        {
            folded.copy_from_slice(word.as_bytes());
            folded.make_ascii_lowercase();
            let folded = std::str::from_utf8(folded).unwrap_or_default();
            return self.words.get(folded).copied().unwrap_or_default();
        }
        if word.len() > 48 {
            return Word::default();
        }
        let folded = word.replace('’', "'").to_lowercase();
        self.words.get(folded.as_str()).copied().unwrap_or_default()
    }

    /// The noun that `title` is short for: Dr, doctor.
    pub(crate) fn title_noun(&self, title: &str) -> Option<&'static str> {
        self.title_nouns.get(title.to_lowercase().as_str()).copied()
    }

    /// Whether `nickname` is a short form of the given name `full`; both in lower case.
    pub(crate) fn is_nickname(&self, nickname: &str, full: &str) -> bool {
        self.nicknames.get(nickname).is_some_and(|names| names.iter().any(|n| **n == *full))
    }

    fn add(&mut self, word: &str, change: impl Fn(Word) -> Word) {
        let entry = self.words.entry(word.to_lowercase().into()).or_default();
        *entry = change(*entry);
    }

    fn add_gender(&mut self, word: &str, column: &str) {
        if let Some(gender) = gender(column) {
            self.add(word, |entry| Word { gender: Some(gender), ..entry });
        }
    }

    fn add_noun(&mut self, columns: &Columns, class: Class, plural: &str) {
        let regular = inflection::plural(columns.word);
        let plural = if plural.is_empty() { &regular } else { plural };
        self.add(columns.word, |entry| entry.with(class));
        self.add(plural, |entry| entry.with(class).with(Class::Plural));
        if class != Class::Group {
            self.add_gender(columns.word, columns.get(0));
            self.add_gender(plural, columns.get(0));
        }
    }

    fn add_pronoun(&mut self, columns: &Columns) {
        self.add_gender(columns.word, columns.get(2));
        let case = match columns.get(3) {
            // "his wife": part of a noun phrase, known as a function word; only its gender counts.
            "possessive" => return,
            "subject" => Case::Subject,
            "object" => Case::Object,
            _ => Case::Reflexive,
        };
        let person = columns.get(0).parse().unwrap_or(3);
        let pronoun = Pronoun { person, plural: columns.get(1) == "p", case };
        self.add(columns.word, |entry| Word { pronoun: Some(pronoun), ..entry });
    }

    fn add_verb(&mut self, columns: &Columns) {
        let Some(class) = verb_class(columns.get(0)) else { return };
        for (word, form) in forms(columns) {
            // read, put: the past is met more often than the base.
            if form == VerbForm::Base && columns.get(1) == word {
                continue;
            }
            self.add(&word, |entry| Word { verb: Some(Verb { class, form }), ..entry });
        }
    }
}

/// The forms of the verb whose irregular ones stand in the columns from the second on.
fn forms(columns: &Columns) -> [(String, VerbForm); 5] {
    let lemma = columns.word;
    let given = |n: usize, regular: fn(&str) -> String| match columns.get(n) {
        "" => regular(lemma),
        form => form.to_owned(),
    };
    [
        (inflection::third_person(lemma), VerbForm::Third),
        (given(3, inflection::ing), VerbForm::Ing),
        // Where past and participle are one word, it is known as the past.
        (given(2, inflection::past), VerbForm::Participle),
        (given(1, inflection::past), VerbForm::Past),
        (lemma.to_owned(), VerbForm::Base),
    ]
}

/// One line of a list.
struct Columns {
    word: &'static str,
    rest: Vec<&'static str>,
}

impl Columns {
    /// The column after the word, counted from 0; empty where it is missing.
    fn get(&self, n: usize) -> &'static str {
        self.rest.get(n).copied().unwrap_or_default()
    }
}

fn entries(text: &'static str) -> impl Iterator<Item = Columns> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut columns = line.split_ascii_whitespace();
        Some(Columns { word: columns.next()?, rest: columns.collect() })
    })
}

fn function_class(name: &str) -> Option<Class> {
    Some(match name {
        "determiner" => Class::Determiner,
        "possessive" => Class::Possessive,
        "preposition" => Class::Preposition,
        "conjunction" => Class::Conjunction,
        "subordinator" => Class::Subordinator,
        "relative" => Class::Relative,
        "auxiliary" => Class::Auxiliary,
        "be" => Class::Be,
        "negation" => Class::Negation,
        "adverb" => Class::Adverb,
        "number" => Class::Number,
        "particle" => Class::Particle,
        "interjection" => Class::Interjection,
        "mark" => Class::Clitic,
        "locative" => Class::Locative,
        _ => return None,
    })
}

fn verb_class(name: &str) -> Option<VerbClass> {
    Some(match name {
        "say" => VerbClass::Say,
        "tell" => VerbClass::Tell,
        "ask" => VerbClass::Ask,
        "commit" => VerbClass::Commit,
        "think" => VerbClass::Think,
        "manner" => VerbClass::Manner,
        "judge" => VerbClass::Judge,
        _ => return None,
    })
}

fn person_class(name: &str) -> Option<Class> {
    Some(match name {
        "role" => Class::Role,
        "kin" => Class::Kin,
        "person" => Class::Person,
        "unnamed" => Class::Unnamed,
        _ => return None,
    })
}

fn gender(column: &str) -> Option<Gender> {
    match column {
        "m" => Some(Gender::Male),
        "f" => Some(Gender::Female),
        "n" => Some(Gender::Neuter),
        _ => None,
    }
}

/// FNV-1a: the keys are ours, so a hash that an attacker could steer is no danger, and short
/// words hash faster than with the default.
#[derive(Clone)]
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
