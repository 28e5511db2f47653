//! Interner as numbers, so that names and nouns are compared without their letters.

use crate::interner::Interner;
use crate::lexicon::{Class, Lexicon};
use crate::lowercase::to_lowercase;
use crate::token::WordForms;

/// Interner in small letters. Each has the number of its form in the document; those that the document
/// does not have are numbered behind all forms.
pub(super) struct Vocabulary<'a> {
    forms: &'a WordForms,
    lexicon: &'a Lexicon,
    others: Interner,
}

impl<'a> Vocabulary<'a> {
    pub(super) fn new(forms: &'a WordForms, lexicon: &'a Lexicon) -> Self {
        Self { forms, lexicon, others: Interner::default() }
    }

    /// The word with that number.
    pub(super) fn word(&self, number: u32) -> &str {
        match (number as usize).checked_sub(self.forms.len()) {
            Some(other) => self.others.word(other),
            None => self.forms.text(number),
        }
    }

    /// The number of `word`, which is in small letters.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        let other = |others: &mut Interner| self.forms.len() + others.intern(word);
        self.forms.find(word).unwrap_or_else(|| other(&mut self.others) as u32)
    }

    /// The number of the word `number` without its periods.
    pub(super) fn without_periods(&mut self, number: u32) -> u32 {
        self.number(&self.forms.text(number).replace('.', ""))
    }

    /// The number of the noun that a title stands for: "doctor" for "dr".
    pub(super) fn title_noun(&mut self, title: u32) -> u32 {
        let noun = self.lexicon.title_noun(self.forms.text(title));
        noun.map_or(title, |noun| self.number(noun))
    }

    /// The number of a word in capitals.
    pub(super) fn number_in_capitals(&mut self, mut word: String) -> u32 {
        if !word.is_ascii() {
            return self.number(&to_lowercase(&word));
        }
        word.make_ascii_lowercase();
        self.number(&word)
    }

    /// The given names that a word is short for, parted by spaces.
    pub(super) fn full_names(&self, nickname: u32) -> &'static str {
        // What is short for a given name is one as well, which the document knows of its own forms.
        let form = (nickname as usize) < self.forms.len();
        if form && !self.forms.word(nickname).is(Class::GivenName) {
            return "";
        }
        self.lexicon.full_names(self.word(nickname))
    }
}
