//! The words that the stages know, read from `lexicon/<language>/*.txt`.
//!
//! Every stage asks one question of a word: which classes does it belong to? The lists are merged
//! into one table when the first text is read, so that each token is looked up once.

mod inflection;
mod table;

use std::ops::BitOr;
use std::sync::OnceLock;

pub(crate) use table::Lexicon;

/// A class of words; one word may belong to several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    Determiner,
    Possessive,
    Preposition,
    Conjunction,
    Subordinator,
    Relative,
    Auxiliary,
    Be,
    Negation,
    Adverb,
    Number,
    Particle,
    Interjection,
    Clitic,
    /// A preposition of where something is: in, near.
    Locative,
    /// Stands before a name: Mr., Senator.
    Title,
    /// Stands inside a title: vice, former.
    TitleModifier,
    /// What somebody does: official, mayor.
    Role,
    /// A relative: mother, cousin.
    Kin,
    /// Man, woman, stranger.
    Person,
    /// Source, witness, insider.
    Unnamed,
    /// A body or publication that can speak: company, report.
    Group,
    /// Marks the name of an organization: Inc, University.
    OrganizationWord,
    GivenName,
    Place,
    /// American, Republican.
    GroupAdjective,
    /// Monday, January, Easter.
    Calendar,
    /// The name of a day, month or holiday: Monday, not yesterday.
    Date,
    /// Announces a title: novel, film.
    Work,
    /// Announces a label: so-called, dubbed.
    Label,
    /// Statement, interview, remarks.
    SpeechNoun,
    /// A period after it never ends a sentence.
    AbbreviationInside,
    /// A period after it may end a sentence.
    AbbreviationEnd,
    /// Mr., Mrs., husband, wife, mother, father.
    Household,
    /// Continued, added: the speaker before goes on.
    GoesOn,
    /// Replied, agreed: somebody else answers.
    Answers,
    /// 'tis, 'em: an apostrophe stands for its first letters.
    Elision,
    Plural,
}

/// Some of the classes: `Class::Title | Class::Role`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Classes(u64);

impl BitOr for Class {
    type Output = Classes;

    fn bitor(self, other: Self) -> Classes {
        Classes(1 << self as u8 | 1 << other as u8)
    }
}

impl BitOr<Class> for Classes {
    type Output = Self;

    fn bitor(self, other: Class) -> Self {
        Self(self.0 | 1 << other as u8)
    }
}

/// What a reporting verb does with the words it reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbClass {
    /// Takes a quotation or a clause: say, announce.
    Say,
    /// Takes the listener first: tell, assure.
    Tell,
    /// Questions and demands.
    Ask,
    /// Belief, knowledge and intention.
    Think,
    /// How speech sounds, or a gesture beside it: whisper, smile.
    Manner,
    /// Speech that binds the speaker, with an infinitive: promise, refuse, threaten.
    Commit,
    /// Praise, blame and labels: call, accuse.
    Judge,
}

/// The form in which a verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbForm {
    Base,
    Third,
    Past,
    Participle,
    Ing,
}

/// A reporting verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    pub class: VerbClass,
    pub form: VerbForm,
}

/// Grammatical or natural gender, as far as a word shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Male,
    Female,
    Neuter,
}

/// The case of a pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    Subject,
    Object,
    Reflexive,
}

/// A personal pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pronoun {
    /// 1 for I and we, 2 for you, 3 for the rest.
    pub person: u8,
    pub plural: bool,
    pub case: Case,
}

/// All that is known of a word; the default is a word in no list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word {
    classes: u64,
    pub verb: Option<Verb>,
    pub pronoun: Option<Pronoun>,
    pub gender: Option<Gender>,
}

impl Word {
    /// A word in no list.
    pub(crate) const UNKNOWN: Self = Self { classes: 0, verb: None, pronoun: None, gender: None };

    /// Whether the word belongs to `class`.
    pub(crate) const fn is(self, class: Class) -> bool {
        self.classes & (1 << class as u8) != 0
    }

    /// Whether the word belongs to one of `classes`.
    pub(crate) const fn is_any(self, classes: Classes) -> bool {
        self.classes & classes.0 != 0
    }

    /// Whether a list has the word as a function word, which no name starts with.
    pub(crate) fn is_function(self) -> bool {
        use Class::{
            Adverb, Auxiliary, Conjunction, Determiner, Interjection, Negation, Possessive,
            Preposition, Relative, Subordinator,
        };
        self.pronoun.is_some()
            || self.is_any(
                Determiner
                    | Possessive
                    | Preposition
                    | Conjunction
                    | Subordinator
                    | Relative
                    | Auxiliary
                    | Negation
                    | Adverb
                    | Interjection,
            )
    }

    /// Whether the word is a common noun for somebody.
    pub(crate) fn is_person_noun(self) -> bool {
        self.is_any(Class::Role | Class::Kin | Class::Person | Class::Unnamed)
    }

    fn add(&mut self, class: Class) -> &mut Self {
        self.classes |= 1 << class as u8;
        self
    }
}

/// The lexicon for a BCP 47 language tag; English where the language is not built in.
pub(crate) fn for_language(_tag: &str) -> &'static Lexicon {
    static ENGLISH: OnceLock<Lexicon> = OnceLock::new();
    ENGLISH.get_or_init(|| Lexicon::new(&table::ENGLISH))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every list as (file name, text).
    fn lists() -> Vec<(String, String)> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/en");
        let files = std::fs::read_dir(folder).expect("the lists are there").flatten();
        let read = |path: std::path::PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).expect("a list is UTF-8"))
        };
        files.map(|file| read(file.path())).collect()
    }

    #[test]
    fn every_list_says_what_belongs_there_and_is_sorted() {
        let lists = lists();
        assert!(lists.len() > 10);
        for (name, text) in lists {
            assert!(text.starts_with("# "), "{name} opens with a comment");
            let words: Vec<&str> = text
                .lines()
                .filter(|line| !line.starts_with('#'))
                .map(|line| line.split(' ').next().unwrap_or_default())
                .collect();
            for pair in words.windows(2) {
                assert!(pair[0] < pair[1], "{name}: {} stands before {}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn words_are_known_in_every_form() {
        let lexicon = for_language("en");
        let class = |word: &str| lexicon.get(word).verb.map(|verb| verb.class);
        assert_eq!(class("said"), Some(VerbClass::Say));
        assert_eq!(class("replied"), Some(VerbClass::Say));
        assert_eq!(class("assuring"), Some(VerbClass::Tell));
        assert_eq!(class("table"), None);
        assert!(lexicon.get("won’t").is(Class::Auxiliary));
        assert!(lexicon.get("officials").is(Class::Plural));
        assert_eq!(lexicon.full_names("abby"), "Abigail");
        assert_eq!(lexicon.full_names("robert"), "");
        assert_eq!(lexicon.title_noun("dr"), Some("doctor"));
    }
}
