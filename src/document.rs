//! The text cut into paragraphs and tokens, the first stage of the pipeline.
//!
//! Nothing is rewritten: a token is a span of the text and what the lexicon knows of it.

mod forms;
mod paragraph;
mod sentence;
mod token;
mod turn;

use crate::lexicon::{Class, Classes, Lexicon, Word};
use crate::span::Span;

pub(crate) use forms::Forms;
pub(crate) use paragraph::{Paragraph, ParagraphKind};
pub(crate) use sentence::Sentences;
pub(crate) use turn::Turn;

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A word in small letters, or in letters without case.
    Lower,
    /// A word with a capital first.
    Capital,
    /// A word of at least two letters, all capital.
    Upper,
    Number,
    /// A clitic cut off its word: 's, 'd, 'll.
    Clitic,
    Punctuation,
}

/// What stands for no mark, and for the marks of several characters that matter, "--" and "...":
/// control characters are in no token.
pub(crate) const NONE: char = '\0';
pub(crate) const DASHES: char = '\u{1}';
pub(crate) const DOTS: char = '\u{2}';

/// A word, a number, a clitic or a mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub span: Span,
    pub shape: Shape,
    pub word: Word,
    /// The character of a mark; [`NONE`] for words.
    pub mark: char,
    /// Number of its form: tokens that are written alike have the same.
    pub form: u32,
}

impl Token {
    /// Whether the token is a word, of any shape.
    pub(crate) fn is_word(&self) -> bool {
        matches!(self.shape, Shape::Lower | Shape::Capital | Shape::Upper)
    }

    /// Whether the word starts with a capital.
    pub(crate) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper)
    }

    /// Whether the token's word belongs to `class`.
    pub(crate) fn is(&self, class: Class) -> bool {
        self.word.is(class)
    }

    /// Whether the token's word belongs to one of `classes`.
    pub(crate) fn is_any_of(&self, classes: Classes) -> bool {
        self.word.is_any(classes)
    }
}

/// A parsed text.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    pub text: &'a str,
    pub tokens: Vec<Token>,
    pub forms: Forms,
    pub paragraphs: Vec<Paragraph>,
    /// The speakers' turns, if the text is a transcript.
    pub turns: Vec<Turn>,
    /// Whether the text tells a story, in which people talk with each other and take turns.
    pub story: bool,
    /// For each token the number of its paragraph.
    paragraph_of: Vec<u32>,
}

/// Cuts `text` into tokens and paragraphs.
#[inline(never)]
pub(crate) fn parse<'a>(text: &'a str, lexicon: &Lexicon) -> Document<'a> {
    let (tokens, forms) = token::tokenize(text, lexicon);
    let paragraphs = paragraph::split(text, &tokens);
    let mut paragraph_of = vec![0; tokens.len()];
    for (number, paragraph) in paragraphs.iter().enumerate() {
        paragraph_of[paragraph.tokens.clone()].fill(number as u32);
    }
    let story = tells_story(&tokens);
    let mut document =
        Document { text, tokens, forms, paragraphs, turns: Vec::new(), story, paragraph_of };
    document.turns = turn::find(&document);
    document
}

/// Whether these are the tokens of a story. Reports are full of dates, numbers and acronyms; stories
/// hardly have any.
fn tells_story(tokens: &[Token]) -> bool {
    let (mut words, mut signs) = (0, 0);
    for token in tokens {
        words += usize::from(token.shape != Shape::Punctuation);
        signs += match token.shape {
            Shape::Number | Shape::Upper => 1,
            Shape::Capital => usize::from(token.is(Class::Date)),
            _ => 0,
        };
    }
    signs * 125 <= words
}

impl<'a> Document<'a> {
    /// The words of a span.
    pub(crate) fn slice(&self, span: Span) -> &'a str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The text before byte `at`.
    pub(crate) fn before(&self, at: usize) -> &'a str {
        self.text.get(..at).unwrap_or_default()
    }

    /// The text from byte `at` on.
    pub(crate) fn behind(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    /// The words of token `i`; empty past the end.
    pub(crate) fn word(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |token| self.slice(token.span))
    }

    /// Token `i`; one that nothing is known of past the end.
    pub(crate) fn token(&self, i: usize) -> &Token {
        const END: Token = Token {
            span: Span::new(0, 0),
            shape: Shape::Punctuation,
            word: Word::UNKNOWN,
            mark: NONE,
            form: u32::MAX,
        };
        self.tokens.get(i).unwrap_or(&END)
    }

    /// The mark at token `i`; [`NONE`] where no mark stands.
    pub(crate) fn mark(&self, i: usize) -> char {
        self.tokens.get(i).map_or(NONE, |token| token.mark)
    }

    /// The span from token `first` up to, not including, token `end`.
    pub(crate) fn span(&self, first: usize, end: usize) -> Span {
        let start = self.tokens.get(first).map_or(self.text.len(), |token| token.span.start);
        match end.checked_sub(1).and_then(|last| self.tokens.get(last)) {
            Some(last) if first < end => Span::new(start, last.span.end),
            _ => Span::new(start, start),
        }
    }

    /// Past the last token of the paragraph of token `i`.
    pub(crate) fn paragraph_end(&self, i: usize) -> usize {
        self.paragraphs.get(self.paragraph_of(i)).map_or(self.tokens.len(), |p| p.tokens.end)
    }

    /// Number of the paragraph of token `i`.
    pub(crate) fn paragraph_of(&self, i: usize) -> usize {
        self.paragraph_of.get(i).map_or(0, |&number| number as usize)
    }
}
