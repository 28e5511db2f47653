//! Words as numbers, so that names and nouns are compared without their letters.

use crate::interner::Interner;
use crate::lexicon::{Class, Lexicon};
use crate::lowercase::to_lowercase;
use crate::token::WordForms;

/// Numbers for lowercase words. A word of the document has the number of its form; the numbers of other words
/// follow those of all forms.
pub(super) struct Vocabulary<'a> {
    forms: &'a WordForms,
    lexicon: &'a Lexicon,
    others: Interner,
}

impl<'a> Vocabulary<'a> {
    /// A vocabulary of the forms of a document, without other words.
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

    /// The number of `word`, which is in lowercase.
    pub(super) fn number_of(&mut self, word: &str) -> u32 {
        let other = |others: &mut Interner| self.forms.len() + others.intern(word);
        self.forms.find(word).unwrap_or_else(|| other(&mut self.others) as u32)
    }

    /// The number of the word that remains without periods: "fbi" for "f.b.i".
    pub(super) fn without_periods(&mut self, number: u32) -> u32 {
        let letters: String = self.forms.text(number).chars().filter(|&c| c != '.').collect();
        self.number_of(&letters)
    }

    /// The number of the noun that a title stands for: "doctor" for "dr".
    pub(super) fn title_noun(&mut self, title: u32) -> u32 {
        let noun = self.lexicon.title_noun(self.forms.text(title));
        noun.map_or(title, |noun| self.number_of(noun))
    }

    /// The number of an acronym, which may be in capitals.
    pub(super) fn number_of_acronym(&mut self, mut acronym: String) -> u32 {
        if !acronym.is_ascii() {
            return self.number_of(&to_lowercase(&acronym));
        }
        acronym.make_ascii_lowercase();
        self.number_of(&acronym)
    }

    /// The given names that a nickname is short for, separated by spaces: "William" for "bill".
    pub(super) fn full_names(&self, nickname: u32) -> &'static str {
        // A nickname is in the list of given names too, and a form of the document knows its lists.
        let is_form = (nickname as usize) < self.forms.len();
        if is_form && !self.forms.word(nickname).is(Class::GivenName) {
            return "";
        }
        self.lexicon.full_names(self.word(nickname))
    }
}
