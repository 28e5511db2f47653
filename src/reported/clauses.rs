//! What the stage reads, in one value.

use std::ops::Range;

use crate::cue::Cue;
use crate::document::Document;
use crate::quotation::Quotes;
use crate::sentence::Sentences;
use crate::token::Shape;

/// So many tokens of a clause are looked at, which keeps the whole linear.
pub(super) const LONGEST: usize = 300;

/// The text with what earlier stages know of it, to look for clauses in.
#[derive(Clone, Copy)]
pub(super) struct Clauses<'a> {
    pub document: &'a Document<'a>,
    pub quotes: &'a Quotes,
    pub sentences: &'a Sentences,
    pub cues: &'a [Cue],
}

impl Clauses<'_> {
    /// How many words the tokens hold.
    pub(super) fn words(&self, tokens: Range<usize>) -> usize {
        self.document
            .tokens
            .get(tokens)
            .unwrap_or_default()
            .iter()
            .filter(|token| token.is_word() || token.shape == Shape::Number)
            .count()
    }
}
