//! When two names may be of one speaker.

use crate::document::Document;
use crate::lexicon::{Class, Lexicon};
use crate::mention::{Mention, NameKind};
use crate::small::small;

/// The words of a name in small letters, without titles, periods and particles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Name {
    pub words: Vec<String>,
    /// First letters of the words, "fbi", to compare with an acronym, and with those of the small
    /// words: "doj".
    initials: [String; 2],
    organization: bool,
    /// Called "Mrs.", or "Miss".
    married: Option<bool>,
    /// Capital letters only.
    upper: bool,
}

impl Name {
    /// The name in `mention`.
    pub(super) fn of(document: &Document, mention: &Mention) -> Self {
        let mut name = Self {
            organization: mention.name_kind == NameKind::Organization,
            upper: true,
            ..Self::default()
        };
        let mut titles = mention.title.clone().into_iter().flatten();
        name.married = titles.find_map(|n| match small(document.word(n)).as_str() {
            "mrs" => Some(true),
            "miss" => Some(false),
            _ => None,
        });
        for n in mention.core.clone() {
            let token = document.token(n);
            let word = document.word(n);
            let first = word.chars().next().map_or(0, char::len_utf8);
            let initial = small(word.get(..first).unwrap_or_default());
            if token.is_word() {
                name.initials[1] += &initial;
            }
            let suffix = matches!(word, "Jr" | "Sr" | "II" | "III" | "IV");
            if !token.is_capital() || suffix && !name.words.is_empty() || token.is(Class::Particle)
            {
                continue;
            }
            name.upper &= name.organization && word.len() == 1
                || word.len() > 1 && !word.chars().any(char::is_lowercase);
            name.initials[0] += &initial;
            name.words.push(small(word).replace('.', ""));
        }
        // "F.B.I.": one word.
        if name.organization && name.words.len() > 1 && name.words.iter().all(|w| w.len() == 1) {
            name.words = vec![name.words.concat()];
        }
        name
    }

    /// What the name may be looked up by: its words, and the initials of an organization.
    pub(super) fn keys(&self) -> impl Iterator<Item = &String> {
        let acronyms = self.organization && self.words.len() > 1;
        self.words.iter().chain(self.initials.iter().filter(move |_| acronyms))
    }

    /// Takes over what `other`, a name of the same speaker, tells besides its words.
    pub(super) fn learn(&mut self, other: &Self) {
        self.married = self.married.or(other.married);
    }

    /// Whether this name says more than `other`: more words, and not only capitals.
    pub(super) fn is_fuller_than(&self, other: &Self) -> bool {
        (self.words.len(), !self.upper) > (other.words.len(), !other.upper)
    }

    /// Whether this name is one word, the last of the longer name `other`.
    pub(super) fn is_surname_of(&self, other: &Self) -> bool {
        other.words.len() > 1 && self.words.len() == 1 && self.words.last() == other.words.last()
    }

    /// Whether both may be the name of one speaker: "Lee" and "Ann Lee", "Bill" and "William",
    /// "FBI" and "Federal Bureau of Investigation".
    pub(super) fn fits(&self, other: &Self, lexicon: &Lexicon) -> bool {
        let (short, long) =
            if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        let (Some(short_first), Some(long_first)) = (short.words.first(), long.words.first())
        else {
            return false;
        };
        // Mrs. Farrow is not Miss Farrow, unless it is Miss Ann Farrow who married.
        let single = short.words.len() == 1 || short_first != long_first;
        if single && matches!((self.married, other.married), (Some(a), Some(b)) if a != b) {
            return false;
        }
        let (short_last, long_last) = (short.words.last(), long.words.last());
        if short.words == long.words {
            return true;
        }
        if let [only] = short.words.as_slice() {
            if long.organization {
                return short.upper && long.initials.contains(only)
                    || only == long_first && only.len() > 3;
            }
            return only == long_first || Some(only) == long_last;
        }
        let same_first = short_first == long_first
            || is_initial_of(short_first, long_first)
            || is_initial_of(long_first, short_first)
            || lexicon.is_nickname(short_first, long_first)
            || lexicon.is_nickname(long_first, short_first);
        if short.words.len() == long.words.len() || !short.organization && !long.organization {
            return short_last == long_last && same_first || long.words.starts_with(&short.words);
        }
        short.words.iter().all(|word| long.words.contains(word))
    }
}

fn is_initial_of(initial: &str, word: &str) -> bool {
    initial.chars().count() == 1 && word.starts_with(initial)
}
