//! The different words and marks of a text: what depends on their letters alone is found out once for
//! each of them, however often it stands there.

use super::{DASHES, DOTS, NONE, Shape};
use crate::lexicon::{Lexicon, Word};
use crate::words::Words;

/// All forms of a text, each with a number.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    texts: Words,
    all: Vec<Form>,
}

/// A word or mark as the text writes it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    pub shape: Shape,
    pub word: Word,
    pub mark: char,
    /// "Lee's" is two tokens: how many bytes the first one has, and the forms of both.
    pub parts: Option<(usize, [u32; 2])>,
}

impl Forms {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// The number of the form `text`, if the document has it.
    pub(crate) fn get(&self, text: &str) -> Option<usize> {
        self.texts.get(text)
    }

    /// The form `text`, with its number.
    pub(super) fn find(&mut self, text: &str, lexicon: &Lexicon) -> (u32, Form) {
        let number = self.texts.number(text);
        if number == self.all.len() {
            let (shape, word) = (shape(text), lexicon.get(text));
            self.all.push(Form { shape, word, mark: mark(text), parts: None });
            let parts = clitic_start(text).and_then(|at| text.split_at_checked(at));
            self.all[number].parts = parts.map(|(one, clitic)| {
                (one.len(), [one, clitic].map(|part| self.find(part, lexicon).0))
            });
        }
        (number as u32, self.all[number])
    }

    /// The form with that number.
    pub(super) fn form(&self, number: u32) -> Form {
        self.all[number as usize]
    }
}

/// The mark that a token is.
fn mark(text: &str) -> char {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(mark), None) if !mark.is_alphanumeric() => mark,
        _ if text == "--" => DASHES,
        _ if text == "..." => DOTS,
        _ => NONE,
    }
}

/// Where the clitic of "Lee's" or "she'd" starts within the word.
fn clitic_start(word: &str) -> Option<usize> {
    let (before, ending) = word.rsplit_once(is_apostrophe)?;
    let is_clitic =
        ["s", "d", "m", "ll", "re", "ve"].iter().any(|c| ending.eq_ignore_ascii_case(c));
    (is_clitic && !before.is_empty()).then_some(before.len())
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn shape(text: &str) -> Shape {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first.is_alphanumeric() => word_shape(text),
        // A mark is a single apostrophe, or a run of another one.
        Some(first) if is_apostrophe(first) && chars.next().is_some() => Shape::Clitic,
        _ => Shape::Punctuation,
    }
}

fn word_shape(word: &str) -> Shape {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::Number };
    if !first.is_uppercase() || !word.starts_with(first) {
        let starts_with_digit = word.starts_with(|c: char| c.is_numeric());
        return if starts_with_digit { Shape::Number } else { Shape::Lower };
    }
    let mut rest = letters.peekable();
    if rest.peek().is_some() && rest.all(char::is_uppercase) {
        Shape::Upper
    } else {
        Shape::Capital
    }
}
