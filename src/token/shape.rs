//! How a token is written.

use super::typed;

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A word in lowercase, or in letters without case.
    Lower,
    /// A word that starts with a capital.
    Capital,
    /// A word of at least two letters, all of them capitals.
    Upper,
    Number,
    /// A clitic that is cut off its word: 's, 'd, 'll.
    Clitic,
    Punctuation,
}

/// The value of [`Token::mark`](super::Token::mark) for a token that is no mark. Control characters are in
/// no token, so this one and the next two cannot be mistaken for a mark of the text.
pub(crate) const NO_MARK: char = '\0';
/// The mark "--".
pub(crate) const DASHES: char = '\u{1}';
/// The mark "...".
pub(crate) const DOTS: char = '\u{2}';

/// The shape of a token.
pub(super) fn shape(text: &str) -> Shape {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if is_alphanumeric(first) => word_shape(text),
        // A mark is an apostrophe alone or twice, or a run of another mark.
        Some(first) if is_apostrophe(first) && chars.next().is_some_and(char::is_alphanumeric) => {
            Shape::Clitic
        }
        _ => Shape::Punctuation,
    }
}

fn word_shape(word: &str) -> Shape {
    // Most capitalized words start so.
    if let [first, second, ..] = word.as_bytes()
        && first.is_ascii_uppercase()
        && second.is_ascii_lowercase()
    {
        return Shape::Capital;
    }
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

/// The mark of a token of shape [`Shape::Punctuation`]; [`NO_MARK`] for a run without a meaning, such as
/// "***".
pub(super) fn mark(text: &str) -> char {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(mark), None) => mark,
        _ if text == "--" => DASHES,
        _ if text == "..." => DOTS,
        // A run of periods or dashes is none of these.
        _ => typed::glyph(text).unwrap_or(NO_MARK),
    }
}

/// Whether `c` is a letter or a digit. Quotation marks and dashes are by far the most frequent characters outside
/// ASCII in English, and to find that they are none takes the standard library a long search.
pub(super) fn is_alphanumeric(c: char) -> bool {
    !('\u{2010}'..='\u{203A}').contains(&c) && c.is_alphanumeric()
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}
