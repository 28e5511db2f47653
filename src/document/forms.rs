//! The different words and marks of a text: what depends on their letters alone is found out once for
//! each of them, however often it stands there.

use super::{DASHES, DOTS, NONE, Shape};
use crate::lexicon::{Lexicon, Word};
use crate::small::small;
use crate::words::{Key, Words};

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
    /// The number of the form in small letters.
    pub small: u32,
    /// "Lee's" is two tokens: how many bytes the first one has, and the forms of both.
    pub parts: Option<(usize, [u32; 2])>,
}

/// A word or mark where it stands in the text.
#[derive(Clone, Copy)]
pub(super) struct Written<'a> {
    pub text: &'a str,
    pub key: Key,
    pub letters: Letters,
}

/// What a word consists of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// Small letters of ASCII only, as in most words.
    Small,
    /// Letters and digits of ASCII only.
    Plain,
    Any,
}

impl<'a> Written<'a> {
    /// `text`, of which nothing is known yet.
    pub(super) fn of(text: &'a str) -> Self {
        let lower = text.bytes().all(|byte| byte.is_ascii_lowercase());
        let letters = if lower { Letters::Small } else { Letters::Any };
        Self { text, key: Key::of(text), letters }
    }

    /// Where the clitic of "Lee's" or "she'd" starts within the word.
    fn clitic_start(self) -> Option<usize> {
        if self.letters != Letters::Any {
            return None;
        }
        let (before, ending) = self.text.rsplit_once(is_apostrophe)?;
        let is_clitic =
            ["s", "d", "m", "ll", "re", "ve"].iter().any(|c| ending.eq_ignore_ascii_case(c));
        (is_clitic && !before.is_empty()).then_some(before.len())
    }

    /// The word in small letters.
    fn small(self) -> String {
        if self.letters == Letters::Any { small(self.text) } else { self.text.to_ascii_lowercase() }
    }
}

impl Forms {
    /// No forms yet, and room for those of a text with so many bytes.
    pub(super) fn with_room(bytes: usize) -> Self {
        // News has a new form every twelve bytes, and ever fewer as it goes on.
        let count = (bytes / 8).min(4096);
        Self { texts: Words::with_room(count), all: Vec::with_capacity(count) }
    }

    /// How many there are, with the forms in small letters that the text does not have.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// The words of the form with that number.
    pub(crate) fn text(&self, number: u32) -> &str {
        self.texts.word(number as usize)
    }

    /// What is known of the form with that number.
    pub(crate) fn word(&self, number: u32) -> Word {
        self.form(number).word
    }

    /// The number of the form in small letters of the form with that number.
    pub(crate) fn small(&self, number: u32) -> u32 {
        self.form(number).small
    }

    /// The number of the form `text`, if there is one.
    pub(crate) fn find(&self, text: &str) -> Option<u32> {
        self.texts.get(text).map(|number| number as u32)
    }

    /// The number of the form `written`, which is added where it is new.
    pub(super) fn number(&mut self, written: Written, lexicon: &Lexicon) -> u32 {
        let number = self.texts.number_keyed(written.text, written.key);
        if number == self.all.len() {
            self.add(written, number as u32, lexicon);
        }
        number as u32
    }

    /// Adds the form with that number, and those of which it consists.
    fn add(&mut self, written: Written, number: u32, lexicon: &Lexicon) {
        let text = written.text;
        let mut form = Form {
            shape: Shape::Lower,
            word: Word::UNKNOWN,
            mark: NONE,
            small: number,
            parts: None,
        };
        // Nothing else has to be found out of most words.
        if written.letters == Letters::Small {
            form.word = lexicon.get_keyed(text, written.key);
            self.all.push(form);
            return;
        }
        form.shape = shape(text);
        // Its number is taken before those of its parts.
        self.all.push(form);
        if form.shape == Shape::Punctuation {
            form.mark = mark(text);
        } else if let Some((one, clitic)) =
            written.clitic_start().and_then(|at| text.split_at_checked(at))
        {
            let parts = [one, clitic].map(|part| self.number(Written::of(part), lexicon));
            form.parts = Some((one.len(), parts));
        } else {
            form.small = self.number(Written::of(&written.small()), lexicon);
            let known = form.small != number;
            form.word = if known { self.form(form.small).word } else { lexicon.get(text) };
        }
        self.all[number as usize] = form;
    }

    /// The form with that number.
    pub(super) fn form(&self, number: u32) -> &Form {
        &self.all[number as usize]
    }
}

/// The mark that a token is, one that is no word.
fn mark(text: &str) -> char {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(mark), None) => mark,
        _ if text == "--" => DASHES,
        _ if text == "..." => DOTS,
        _ => NONE,
    }
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
