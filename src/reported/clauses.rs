//! The document as this stage reads it.

use std::cell::RefCell;
use std::ops::Range;

use super::features::Decision;
use crate::cue::Cue;
use crate::document::Document;
use crate::numbered::Numbered;
use crate::quotation::Quotes;
use crate::sentence::Sentences;
use crate::token::Shape;

/// Searches inside a clause stop after this many tokens, which keeps the stage linear.
pub(super) const CLAUSE_TOKENS: usize = 300;

/// The document with the results of the stages before, to look for clauses in.
#[derive(Clone, Copy)]
pub(super) struct Clauses<'a> {
    pub document: &'a Document<'a>,
    pub quotes: &'a Quotes,
    pub sentences: &'a Sentences,
    pub cues: &'a Numbered<Cue>,
    /// Where decisions are written down, for training.
    pub record: Option<&'a RefCell<Vec<Decision>>>,
}

impl Clauses<'_> {
    /// Whether `tokens` are one quoted stretch.
    pub(super) fn is_quoted(&self, tokens: Range<usize>) -> bool {
        let quote = self.quotes.around(tokens.start);
        quote.is_some_and(|quote| self.quotes.all[quote].tokens().end >= tokens.end)
    }

    /// The number of words among `tokens`.
    pub(super) fn words(&self, tokens: Range<usize>) -> usize {
        self.document
            .tokens
            .get(tokens)
            .unwrap_or_default()
            .iter()
            .filter(|token| token.is_word() || token.shape == Shape::Number)
            .count()
    }

    /// The number of words among the first `count` of `tokens`.
    pub(super) fn words_of_first(&self, count: usize, tokens: Range<usize>) -> usize {
        self.words(tokens.start..tokens.end.min(tokens.start + count))
    }
}
