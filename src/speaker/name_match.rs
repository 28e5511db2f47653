//! Decides whether two names may belong to one speaker.

use super::vocabulary::Vocabulary;
use crate::document::Document;
use crate::lexicon::{Class, Setting};
use crate::mention::{Mention, NameKind};
use crate::numbered::Numbered;
use crate::token::{Shape, Token};

/// The properties of a name. Its words are in [`Names`].
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Name {
    /// The index of its first word.
    start: usize,
    /// The number of its words.
    words: usize,
    /// The number of acronyms after its words.
    acronyms: usize,
    organization: bool,
    /// True for "Mrs.", false for "Miss".
    married: Option<bool>,
    /// Whether it has capital letters only.
    upper: bool,
    first: FirstWord,
}

/// What the first word of a name with several words shows besides its number.
#[derive(Clone, Copy, Debug, Default)]
struct FirstWord {
    /// Its first letter.
    letter: Option<char>,
    /// Whether it consists of this letter: "J" in "J. Lee".
    initial: bool,
    /// The given names that it is short for, separated by spaces.
    short_for: &'static str,
}

impl FirstWord {
    /// The properties of a word, given by its number.
    fn of(word: u32, vocabulary: &Vocabulary) -> Self {
        let mut letters = vocabulary.word(word).chars();
        Self {
            letter: letters.next(),
            initial: letters.next().is_none(),
            short_for: vocabulary.full_names(word),
        }
    }

    /// Whether this word is the initial of the other: "J" and "John".
    fn is_initial_of(self, other: Self) -> bool {
        self.initial && self.letter == other.letter
    }
}

impl Name {
    /// The number of words.
    pub(super) fn len(&self) -> usize {
        self.words
    }

    /// Adds what `other`, a name of the same speaker, shows besides its words.
    pub(super) fn learn(&mut self, other: &Self) {
        self.married = self.married.or(other.married);
    }

    /// Whether this name is fuller than `other`: it has more words, or as many and not in capitals only.
    pub(super) fn is_fuller_than(&self, other: &Self) -> bool {
        (self.words, !self.upper) > (other.words, !other.upper)
    }
}

/// The words of all names in lowercase, without titles, periods and particles.
pub(super) struct Names {
    /// Name by name. The words of an organization are followed by two acronyms, to compare with other names:
    /// one of the capitalised words, "fbi", and one that includes the lowercase words, "doj".
    words: Numbered<u32>,
}

impl Names {
    /// No names yet, with room for the words of `names` names.
    pub(super) fn with_room(names: usize) -> Self {
        Self { words: Vec::with_capacity(2 * names).into() }
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
        let is_counted = |token: &&Token| {
            is_name_word(token) || label && (token.is_word() || token.shape == Shape::Number)
        };
        for token in core.iter().filter(is_counted) {
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
            let lowercase = document.forms.lowercase(token.form);
            // Few words have a period.
            let period = word.bytes().any(|byte| byte == b'.');
            self.words.push(if period { vocabulary.without_periods(lowercase) } else { lowercase });
        }
        name.words = self.words.len() - name.start;
        if name.words > 1 {
            if name.organization {
                let words = core.iter().filter(|token| token.is_word());
                // Most names have no lowercase words.
                let all_initials = (words.clone().count() != name.words).then(|| {
                    words.filter_map(|token| document.slice(token.span).chars().next()).collect()
                });
                self.add_acronyms(&mut name, initials, all_initials, vocabulary);
            }
            name.first = FirstWord::of(self.words[name.start], vocabulary);
        }
        name
    }

    /// Adds the acronyms of an organization's name: the `initials` of its capitalised words, and those of all
    /// its words if there are others. A name that consists of initials, "F.B.I.", becomes one word.
    fn add_acronyms(
        &mut self,
        name: &mut Name,
        initials: String,
        all_initials: Option<String>,
        vocabulary: &mut Vocabulary,
    ) {
        let short = vocabulary.number_of_acronym(initials);
        if self.words(name).iter().all(|&word| vocabulary.word(word).len() == 1) {
            self.words.truncate(name.start);
            self.words.push(short);
            name.words = 1;
            return;
        }
        let long = all_initials.map_or(short, |initials| vocabulary.number_of_acronym(initials));
        self.words.extend([short, long]);
        name.acronyms = 2;
    }

    /// The words of a name.
    pub(super) fn words(&self, name: &Name) -> &[u32] {
        &self.words[name.start..name.start + name.words]
    }

    /// The keys under which a name is looked up: its words, and the acronyms of an organization.
    pub(super) fn keys(&self, name: &Name) -> &[u32] {
        &self.words[name.start..name.start + name.words + name.acronyms]
    }

    /// Whether `name` is one word, the last one of the longer name `other`: "Lee" and "Ann Lee".
    pub(super) fn is_surname_of(&self, name: &Name, other: &Name) -> bool {
        other.words > 1 && name.words == 1 && self.words(name).last() == self.words(other).last()
    }

    /// Whether two names may belong to one speaker: "Lee" and "Ann Lee", "Bill Novak" and "William Novak",
    /// "FBI" and "Federal Bureau of Investigation".
    pub(super) fn may_match(&self, one: &Name, other: &Name, vocabulary: &Vocabulary) -> bool {
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
            return same_last
                && (same_first || self.have_similar_first_words(short, long, vocabulary))
                || words.len() < long_words.len()
                    && (same_first && long_words.starts_with(words)
                        || same_last && long_words.ends_with(words));
        }
        words.iter().all(|word| long_words.contains(word))
    }

    /// Whether the first words may belong to one person: "J" and "John", "Bill" and "William".
    fn have_similar_first_words(&self, one: &Name, other: &Name, vocabulary: &Vocabulary) -> bool {
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

/// Whether `name` is one of `names`, which are separated by spaces.
fn is_among(name: &str, names: &str) -> bool {
    names.split(' ').any(|full| full.eq_ignore_ascii_case(name))
}

/// Whether the title in `mention` is that of a married woman; none if it does not show this.
fn married(document: &Document, mention: &Mention) -> Option<bool> {
    let title = &document.tokens[mention.title.clone()?];
    title.iter().find_map(|token| match () {
        () if token.is(Class::Married) => Some(true),
        () if token.is(Class::Single) => Some(false),
        () => None,
    })
}

/// Whether a token inside a name is compared with other names: "Lee", but not "of", "&", or "bin".
fn is_name_word(token: &Token) -> bool {
    token.is_capital() && !token.is(Class::Particle)
}
