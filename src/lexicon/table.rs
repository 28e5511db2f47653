//! The one table that all word lists are merged into.

use super::files::Files;
use super::grammar::{Grammar, Setting};
use super::inflection;
use super::word::{Case, Class, Gender, Pronoun, Verb, VerbClass, VerbForm, Word};
use crate::interner::{Interner, Key};
use crate::lowercase::to_lowercase;

/// No word in the lists has more bytes.
const LONGEST: usize = 48;

/// About as many words as the lists have.
const WORDS: usize = 6500;

/// Every word of one language with its classes.
pub(crate) struct Lexicon {
    /// The tag of the language.
    pub lang: &'static str,
    grammar: Grammar,
    words: Interner,
    /// What is known of each word.
    entries: Vec<Word>,
    /// The given names that a word is short for, separated by spaces. Nicknames are read first, so that
    /// the list ends where other words begin.
    nicknames: Vec<&'static str>,
    /// The noun that a short title stands for.
    title_nouns: Vec<(usize, &'static str)>,
}

/// Its thousands of words would fill any message.
impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lexicon").field("words", &self.words.len()).finish()
    }
}

impl Lexicon {
    /// Reads the lists; unknown columns are passed over, a test sees to it that there are none.
    pub(super) fn new(files: &Files) -> Self {
        let mut lexicon = Self {
            lang: files.lang,
            grammar: Grammar::new(files.grammar),
            words: Interner::with_capacity(WORDS),
            entries: Vec::with_capacity(WORDS),
            nicknames: Vec::new(),
            title_nouns: Vec::new(),
        };
        for line in files.nicknames.lines() {
            let (nickname, names) = line.split_once(' ').unwrap_or((line, ""));
            lexicon.entry(nickname).add(Class::GivenName);
            lexicon.nicknames.push(names);
        }
        for &(class, text) in files.classes {
            lexicon.read(text, &|lexicon: &mut Self, columns: &Columns| {
                // New_York: a name of several words is known by each of them.
                for word in columns.word.split('_') {
                    lexicon.entry(word).add(class);
                    if class == Class::Calendar && word.starts_with(char::is_uppercase) {
                        lexicon.entry(word).add(Class::Date);
                    }
                }
            });
        }
        lexicon.read(files.function_words, &|lexicon: &mut Self, columns: &Columns| {
            for class in columns.rest.split(' ').filter_map(function_class) {
                lexicon.entry(columns.word).add(class);
            }
        });
        lexicon.read(files.pronouns, &|lexicon: &mut Self, columns: &Columns| {
            lexicon.add_pronoun(columns)
        });
        lexicon.read(files.reporting_verbs, &|lexicon: &mut Self, columns: &Columns| {
            lexicon.add_verb(columns)
        });
        lexicon.read(files.turn_verbs, &|lexicon: &mut Self, columns: &Columns| {
            let class = if columns.get(0) == "goes-on" { Class::GoesOn } else { Class::Answers };
            for (word, _) in forms(columns) {
                lexicon.entry(&word).add(class);
            }
        });
        lexicon.read(files.titles, &|lexicon: &mut Self, columns: &Columns| {
            lexicon.entry(columns.word).add(Class::Title);
            lexicon.add_gender(columns.word, columns.get(0));
            match columns.get(2) {
                "married" => _ = lexicon.entry(columns.word).add(Class::Married),
                "single" => _ = lexicon.entry(columns.word).add(Class::Single),
                _ => {}
            }
            if !matches!(columns.get(1), "" | "-") {
                lexicon.title_nouns.push((lexicon.words.intern(columns.word), columns.get(1)));
            }
        });
        lexicon.read(files.person_nouns, &|lexicon: &mut Self, columns: &Columns| {
            if let Some(class) = person_class(columns.get(1)) {
                lexicon.add_noun(columns, class, columns.get(2));
            }
        });
        lexicon.read(files.group_nouns, &|lexicon: &mut Self, columns: &Columns| {
            lexicon.add_noun(columns, Class::Group, columns.get(0));
        });
        lexicon.read(files.speech_nouns, &|lexicon: &mut Self, columns: &Columns| {
            lexicon.entry(columns.word).add(Class::SpeechNoun);
            lexicon.entry(&inflection::plural(columns.word)).add(Class::SpeechNoun);
        });
        lexicon.read(files.given_names, &|lexicon: &mut Self, columns: &Columns| {
            lexicon.entry(columns.word).add(Class::GivenName);
            lexicon.add_gender(columns.word, columns.get(0));
        });
        lexicon.read(files.abbreviations, &|lexicon: &mut Self, columns: &Columns| {
            let inside = columns.get(0) == "mid";
            let class = if inside { Class::AbbreviationInside } else { Class::AbbreviationEnd };
            lexicon.entry(columns.word).add(class);
        });
        lexicon.read(files.quoted_works, &|lexicon: &mut Self, columns: &Columns| {
            let class = if columns.get(0) == "work" { Class::Work } else { Class::Label };
            lexicon.entry(columns.word).add(class);
        });
        for n in 0..lexicon.grammar.values(Setting::SourcePhrases).len() {
            let phrase = lexicon.grammar.values(Setting::SourcePhrases)[n];
            let first = phrase.split('_').next().unwrap_or_default();
            lexicon.entry(first).add(Class::SourcePhrase);
        }
        lexicon
    }

    /// Whether `word` has one of the endings of `setting`.
    pub(crate) fn ends(&self, word: &str, setting: Setting) -> bool {
        self.grammar.values(setting).iter().any(|ending| word.ends_with(ending))
    }

    /// Whether `word` is one of the values of `setting`, letter by letter.
    pub(crate) fn has(&self, word: &str, setting: Setting) -> bool {
        self.grammar.values(setting).contains(&word)
    }

    /// The phrases of `setting`, whose words are joined by `_`.
    pub(crate) fn values(&self, setting: Setting) -> &[&'static str] {
        self.grammar.values(setting)
    }

    /// Reads the lines of one list.
    fn read(&mut self, text: &'static str, line: &dyn Fn(&mut Self, &Columns)) {
        for text in text.lines() {
            let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
            line(self, &Columns { word, rest });
        }
    }

    /// What is known of `word`, in small letters and with either apostrophe.
    pub(crate) fn get(&self, word: &str) -> Word {
        if word.len() <= LONGEST {
            let word = word.replace('’', "'");
            self.get_keyed(&word, Key::of(&word))
        } else {
            Word::UNKNOWN
        }
    }

    /// What is known of `word`, in small letters and with straight apostrophes, which has this key.
    pub(crate) fn get_keyed(&self, word: &str, key: Key) -> Word {
        let number = self.words.get_keyed(word, key);
        number.map_or(Word::UNKNOWN, |number| self.entries[number])
    }

    /// The noun that `title`, in small letters, is short for: dr, doctor.
    pub(crate) fn title_noun(&self, title: &str) -> Option<&'static str> {
        let number = self.words.get(title)?;
        self.title_nouns.iter().find(|noun| noun.0 == number).map(|noun| noun.1)
    }

    /// The given names that `nickname` is short for, separated by spaces; it is in lower case.
    pub(crate) fn full_names(&self, nickname: &str) -> &'static str {
        let number = self.words.get(nickname);
        number.and_then(|number| self.nicknames.get(number)).copied().unwrap_or_default()
    }

    /// What is known of `word`, to add to.
    fn entry(&mut self, word: &str) -> &mut Word {
        let lower = word.bytes().all(|byte| byte.is_ascii_lowercase());
        let number =
            if lower { self.words.intern(word) } else { self.words.intern(&to_lowercase(word)) };
        if number == self.entries.len() {
            self.entries.push(Word::default());
        }
        &mut self.entries[number]
    }

    fn add_gender(&mut self, word: &str, column: &str) {
        if let Some(gender) = gender(column) {
            self.entry(word).gender = Some(gender);
        }
    }

    fn add_noun(&mut self, columns: &Columns, class: Class, plural: &str) {
        let regular = inflection::plural(columns.word);
        let plural = if plural.is_empty() { &regular } else { plural };
        self.entry(columns.word).add(class);
        self.entry(plural).add(class).add(Class::Plural);
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
        self.entry(columns.word).pronoun = Some(pronoun);
    }

    fn add_verb(&mut self, columns: &Columns) {
        let Some(class) = verb_class(columns.get(0)) else { return };
        for (word, form) in forms(columns) {
            // read, put: the past is met more often than the base.
            if form == VerbForm::Base && columns.get(1) == word {
                continue;
            }
            self.entry(&word).verb = Some(Verb { class, form });
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
    rest: &'static str,
}

impl Columns {
    /// The column after the word, counted from 0; empty where it is missing.
    fn get(&self, n: usize) -> &'static str {
        self.rest.split(' ').nth(n).unwrap_or_default()
    }
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
        "article" => Class::Article,
        "demonstrative" => Class::Demonstrative,
        "definite" => Class::Definite,
        "attributive" => Class::Attributive,
        "joining" => Class::Joining,
        "complementizer" => Class::Complementizer,
        "genitive" => Class::Genitive,
        "name-inner" => Class::NameInner,
        "phrase-inner" => Class::PhraseInner,
        "adjunct-inner" => Class::AdjunctInner,
        "agent" => Class::Agent,
        "listener" => Class::Listener,
        "infinitive" => Class::Infinitive,
        "absolute" => Class::Absolute,
        "circumstance" => Class::Circumstance,
        "contrast" => Class::Contrast,
        "manner" => Class::Manner,
        "person" => Class::PersonRelative,
        "base" => Class::BaseAuxiliary,
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
