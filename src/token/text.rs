//! A text with its tokens.

use super::form::WordForms;
use super::shape::{NO_MARK, Shape};
use crate::lexicon::{Class, Classes, Lexicon, Setting, Word};
use crate::numbered::Numbered;
use crate::span::Span;

/// A word, a number, a clitic or a mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub span: Span,
    pub shape: Shape,
    /// What the lexicon knows of the word.
    pub word: Word,
    /// The character of a mark; [`NO_MARK`] for words.
    pub mark: char,
    /// The number of its word form: tokens with the same spelling share it.
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

    /// Whether the token's word is in lowercase and belongs to `class`.
    pub(crate) fn is_lower(&self, class: Class) -> bool {
        self.shape == Shape::Lower && self.word.is(class)
    }

    /// Whether the token's word belongs to one of `classes`.
    pub(crate) fn is_any_of(&self, classes: Classes) -> bool {
        self.word.is_any_of(classes)
    }
}

/// A text cut into tokens, with the lexicon of its language.
#[derive(Debug)]
pub(crate) struct Text<'t> {
    /// The text as it was given.
    pub raw: &'t str,
    pub lexicon: &'static Lexicon,
    pub tokens: Numbered<Token>,
    pub forms: WordForms,
}

impl<'t> Text<'t> {
    /// The text of a span.
    pub(crate) fn slice(&self, span: Span) -> &'t str {
        self.raw.get(span.range()).unwrap_or_default()
    }

    /// The text before the byte at `offset`.
    pub(crate) fn before(&self, offset: usize) -> &'t str {
        self.raw.get(..offset).unwrap_or_default()
    }

    /// The text from the byte at `offset` on.
    pub(crate) fn after(&self, offset: usize) -> &'t str {
        self.raw.get(offset..).unwrap_or_default()
    }

    /// The text of token `i`; empty after the last token.
    pub(crate) fn word(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |token| self.slice(token.span))
    }

    /// Token `i`; after the last token, a token without any property.
    pub(crate) fn token(&self, i: usize) -> &Token {
        const END: Token = Token {
            span: Span::new(0, 0),
            shape: Shape::Punctuation,
            word: Word::UNKNOWN,
            mark: NO_MARK,
            form: u32::MAX,
        };
        self.tokens.get(i).unwrap_or(&END)
    }

    /// The mark at token `i`; [`NO_MARK`] if the token is no mark.
    pub(crate) fn mark(&self, i: usize) -> char {
        self.tokens.get(i).map_or(NO_MARK, |token| token.mark)
    }

    /// Whether the word at token `i` ends with one of the endings of `setting`.
    pub(crate) fn ends(&self, i: usize, setting: Setting) -> bool {
        self.lexicon.ends(self.word(i), setting)
    }

    /// If a phrase of `setting` starts at token `i`, the number of its tokens.
    pub(crate) fn phrase_at(&self, i: usize, setting: Setting) -> Option<usize> {
        self.lexicon.values(setting).iter().find_map(|phrase| {
            let mut words = (i..).zip(phrase.split('_'));
            let is_here = words.all(|(n, word)| self.word(n).eq_ignore_ascii_case(word));
            is_here.then(|| phrase.split('_').count())
        })
    }

    /// Whether a phrase of `setting` ends right before token `i`.
    pub(crate) fn follows_phrase(&self, i: usize, setting: Setting) -> bool {
        self.lexicon.values(setting).iter().any(|phrase| {
            (1..).zip(phrase.rsplit('_')).all(|(back, word)| {
                i.checked_sub(back).is_some_and(|n| self.word(n).eq_ignore_ascii_case(word))
            })
        })
    }

    /// The span from token `first` up to, not including, token `end`.
    pub(crate) fn span(&self, first: usize, end: usize) -> Span {
        let start = self.tokens.get(first).map_or(self.raw.len(), |token| token.span.start);
        match end.checked_sub(1).and_then(|last| self.tokens.get(last)) {
            Some(last) if first < end => Span::new(start, last.span.end),
            _ => Span::new(start, start),
        }
    }
}
