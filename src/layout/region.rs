//! Regions: stretches of the text that are read alike.

use std::ops::Range;

use crate::lexicon::Class;
use crate::token::{Shape, Text, Token};

/// A stretch of the text that is read in one way.
#[derive(Clone, Debug)]
pub(super) struct Region {
    pub tokens: Range<usize>,
    /// Whether the region tells a story, in which people talk with each other and take turns.
    pub story: bool,
}

/// The regions of a text in text order. So far the whole text is one region.
pub(super) fn find(text: &Text) -> Vec<Region> {
    vec![Region { tokens: 0..text.tokens.len(), story: tells_story(&text.tokens) }]
}

/// Whether these are the tokens of a story: reports are full of dates, numbers and acronyms, and stories
/// have hardly any.
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
