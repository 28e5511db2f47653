//! When two names may be of one speaker.

use super::vocabulary::Vocabulary;
use crate::document::Document;
use crate::lexicon::{Class, Setting};
use crate::mention::{Mention, NameKind};
use crate::token::{Shape, Token};

/// What a name is like; its words are among those of all [`Names`].
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Name {
    /// Where its words start.
    start: usize,
    /// How many words it has, and how many acronyms behind them.
    words: usize,
    acronyms: usize,
    organization: bool,
    /// Called "Mrs.", or "Miss".
    married: Option<bool>,
    /// Capital letters only.
    upper: bool,
    first: First,
}

/// What the first word of a name with several shows besides its number.
#[derive(Clone, Copy, Debug, Default)]
struct First {
    /// Its first letter.
    letter: Option<char>,
    /// Whether it has no other.
    initial: bool,
    /// The given names that it is short for, parted by spaces.
    short_for: &'static str,
}

impl First {
    fn of(word: u32, vocabulary: &Vocabulary) -> Self {
        let mut letters = vocabulary.word(word).chars();
        Self {
            letter: letters.next(),
            initial: letters.next().is_none(),
            short_for: vocabulary.full_names(word),
        }
    }

    fn is_initial_of(self, other: Self) -> bool {
        self.initial && self.letter == other.letter
    }
}

impl Name {
    /// How many words the name has.
    pub(super) fn len(&self) -> usize {
        self.words
    }

    /// Takes over what `other`, a name of the same speaker, tells besides its words.
    pub(super) fn learn(&mut self, other: &Self) {
        self.married = self.married.or(other.married);
    }

    /// Whether this name says more than `other`: more words, and not only capitals.
    pub(super) fn is_fuller_than(&self, other: &Self) -> bool {
        (self.words, !self.upper) > (other.words, !other.upper)
    }
}

/// The words of all names in small letters, without titles, periods and particles.
pub(super) struct Names {
    /// Name by name. Behind the words of an organization come their first letters, "fbi", to compare
    /// with an acronym, and those with the letters of the small words: "doj".
    words: Vec<u32>,
}

impl Names {
    /// No names yet, and room for the words of so many.
    pub(super) fn with_room(names: usize) -> Self {
        Self { words: Vec::with_capacity(2 * names) }
    }

    /// Adds the name in `mention`.
    pub(super) fn add(
        &mut self,
        document: &Document,
        mention: &Mention,
        vocabulary: &mut Vocabulary,
    ) -> Name {
        let mut name = Name {
            start: self.words.len(),
            organization: mention.name_kind == NameKind::Organization,
            married: married(document, mention),
            upper: true,
            ..Name::default()
        };
        let core = &document.tokens[mention.core.clone()];
        let mut initials = String::new();
        // In a label every word counts: "interviewer", "Speaker 1".
        let label = document.is_label(mention.head);
        let is_of_name = |token: &&Token| {
            is_of_name(token) || label && (token.is_word() || token.shape == Shape::Number)
        };
        for token in core.iter().filter(is_of_name) {
            let word = document.slice(token.span);
            let is_suffix = || document.lexicon.has(word, Setting::NameSuffixes);
            if self.words.len() > name.start && is_suffix() {
                continue;
            }
            name.upper = name.upper
                && (name.organization && word.len() == 1
                    || word.len() > 1 && !word.chars().any(char::is_lowercase));
            if name.organization && core.len() > 1 {
                initials.extend(word.chars().next());
            }
            let small = document.forms.lowercase(token.form);
            // Few words have a period.
            let period = word.bytes().any(|byte| byte == b'.');
            self.words.push(if period { vocabulary.without_periods(small) } else { small });
        }
        name.words = self.words.len() - name.start;
        if name.words > 1 {
            if name.organization {
                self.add_acronyms(&mut name, document, core, initials, vocabulary);
            }
            name.first = First::of(self.words[name.start], vocabulary);
        }
        name
    }

    /// Adds what an organization's name may be shortened to, or makes one word of "F.B.I.".
    fn add_acronyms(
        &mut self,
        name: &mut Name,
        document: &Document,
        core: &[Token],
        initials: String,
        vocabulary: &mut Vocabulary,
    ) {
        let short = vocabulary.number_in_capitals(initials);
        if self.words(name).iter().all(|&word| vocabulary.word(word).len() == 1) {
            self.words.truncate(name.start);
            self.words.push(short);
            name.words = 1;
            return;
        }
        let all = core.iter().filter(|token| token.is_word());
        // Most have no small words.
        let long = if all.clone().count() == name.words {
            short
        } else {
            let first = |token: &Token| document.slice(token.span).chars().next();
            vocabulary.number_in_capitals(all.filter_map(first).collect())
        };
        self.words.extend([short, long]);
        name.acronyms = 2;
    }

    /// The words of a name.
    pub(super) fn words(&self, name: &Name) -> &[u32] {
        &self.words[name.start..name.start + name.words]
    }

    /// What a name may be looked up by: its words, and the acronyms of an organization.
    pub(super) fn keys(&self, name: &Name) -> &[u32] {
        &self.words[name.start..name.start + name.words + name.acronyms]
    }

    /// Whether `name` is one word, the last of the longer name `other`.
    pub(super) fn is_surname_of(&self, name: &Name, other: &Name) -> bool {
        other.words > 1 && name.words == 1 && self.words(name).last() == self.words(other).last()
    }

    /// Whether both may be the name of one speaker: "Lee" and "Ann Lee", "Bill" and "William",
    /// "FBI" and "Federal Bureau of Investigation".
    pub(super) fn fit(&self, one: &Name, other: &Name, vocabulary: &Vocabulary) -> bool {
        let (short, long) = if one.words <= other.words { (one, other) } else { (other, one) };
        let (words, long_words) = (self.words(short), self.words(long));
        let (&[first, ..], &[long_first, ..]) = (words, long_words) else { return false };
        let same_first = first == long_first;
        let same_last = words.last() == long_words.last();
        // Mrs. Farrow is not Miss Farrow, unless it is Miss Ann Farrow who married.
        let single = words.len() == 1 || !same_first;
        if single && matches!((one.married, other.married), (Some(a), Some(b)) if a != b) {
            return false;
        }
        if same_first && same_last && words == long_words {
            return true;
        }
        if words.len() == 1 {
            if long.organization {
                let acronyms = &self.keys(long)[long.words..];
                return short.upper && acronyms.contains(&first)
                    || same_first && vocabulary.word(first).len() > 3;
            }
            return same_first || same_last;
        }
        if words.len() == long_words.len() || !short.organization && !long.organization {
            return same_last && (same_first || self.have_like_first(short, long, vocabulary))
                || same_first && words.len() < long_words.len() && long_words.starts_with(words);
        }
        words.iter().all(|word| long_words.contains(word))
    }

    /// Whether the first words may be of one person: "J" and "John", "Bill" and "William".
    fn have_like_first(&self, one: &Name, other: &Name, vocabulary: &Vocabulary) -> bool {
        let is_short_for = |short: &Name, long: &Name| {
            let full_names = short.first.short_for;
            !full_names.is_empty() && is_among(vocabulary.word(self.words[long.start]), full_names)
        };
        one.first.is_initial_of(other.first)
            || other.first.is_initial_of(one.first)
            || is_short_for(one, other)
            || is_short_for(other, one)
    }
}

/// Whether `name` is one of `names`, which are parted by spaces.
fn is_among(name: &str, names: &str) -> bool {
    names.split(' ').any(|full| full.eq_ignore_ascii_case(name))
}

/// Whether the title in `mention` is of a married woman, if it tells.
fn married(document: &Document, mention: &Mention) -> Option<bool> {
    let title = &document.tokens[mention.title.clone()?];
    title.iter().find_map(|token| match () {
        () if token.is(Class::Married) => Some(true),
        () if token.is(Class::Single) => Some(false),
        () => None,
    })
}

/// Whether a token within a name is a word of it: not "of", "&", or "bin".
fn is_of_name(token: &Token) -> bool {
    token.is_capital() && !token.is(Class::Particle)
}
