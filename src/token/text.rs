//! A text with its tokens.

use super::form::Forms;
use super::shape::{NONE, Shape};
use crate::lexicon::{Class, Classes, Lexicon, Setting, Word};
use crate::span::Span;

/// A word, a number, a clitic or a mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub span: Span,
    pub shape: Shape,
    pub word: Word,
    /// The character of a mark; [`NONE`] for words.
    pub mark: char,
    /// Number of its form: tokens that are spelled alike share it.
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

    /// Whether the token's word belongs to `class` and is in lowercase.
    pub(crate) fn is_lower(&self, class: Class) -> bool {
        self.shape == Shape::Lower && self.word.is(class)
    }

    /// Whether the token's word belongs to one of `classes`.
    pub(crate) fn is_any_of(&self, classes: Classes) -> bool {
        self.word.is_any(classes)
    }
}

/// A text cut into tokens, with the lexicon of its language.
#[derive(Debug)]
pub(crate) struct Text<'t> {
    /// The text as it was given.
    pub source: &'t str,
    pub lexicon: &'static Lexicon,
    pub tokens: Vec<Token>,
    pub forms: Forms,
}

impl<'t> Text<'t> {
    /// The words of a span.
    pub(crate) fn slice(&self, span: Span) -> &'t str {
        self.source.get(span.range()).unwrap_or_default()
    }

    /// The text before byte `at`.
    pub(crate) fn before(&self, at: usize) -> &'t str {
        self.source.get(..at).unwrap_or_default()
    }

    /// The text from byte `at` on.
    pub(crate) fn after(&self, at: usize) -> &'t str {
        self.source.get(at..).unwrap_or_default()
    }

    /// The words of token `i`; empty past the end.
    pub(crate) fn word(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |token| self.slice(token.span))
    }

    /// Token `i`; past the end one of which nothing is known.
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

    /// The mark at token `i`; [`NONE`] if that is no mark.
    pub(crate) fn mark(&self, i: usize) -> char {
        self.tokens.get(i).map_or(NONE, |token| token.mark)
    }

    /// Whether the word at token `i` has one of the endings of `setting`.
    pub(crate) fn ends(&self, i: usize, setting: Setting) -> bool {
        self.lexicon.ends(self.word(i), setting)
    }

    /// How many tokens the phrase of `setting` has that starts at token `i`, if there is one.
    pub(crate) fn phrase_at(&self, i: usize, setting: Setting) -> Option<usize> {
        self.lexicon.phrases(setting).iter().find_map(|phrase| {
            let mut words = (i..).zip(phrase.split('_'));
            let is_here = words.all(|(n, word)| self.word(n).eq_ignore_ascii_case(word));
            is_here.then(|| phrase.split('_').count())
        })
    }

    /// Whether a phrase of `setting` ends before token `i`.
    pub(crate) fn follows_phrase(&self, i: usize, setting: Setting) -> bool {
        self.lexicon.phrases(setting).iter().any(|phrase| {
            (1..).zip(phrase.rsplit('_')).all(|(back, word)| {
                i.checked_sub(back).is_some_and(|n| self.word(n).eq_ignore_ascii_case(word))
            })
        })
    }

    /// The span from token `first` up to, not including, token `end`.
    pub(crate) fn span(&self, first: usize, end: usize) -> Span {
        let start = self.tokens.get(first).map_or(self.source.len(), |token| token.span.start);
        match end.checked_sub(1).and_then(|last| self.tokens.get(last)) {
            Some(last) if first < end => Span::new(start, last.span.end),
            _ => Span::new(start, start),
        }
    }
}
