//! Regions: stretches of the text that are each read in one way.

use std::ops::Range;

use crate::lexicon::Class;
use crate::token::{Shape, Text, Token};

/// A stretch of the text that is read in one way.
#[derive(Clone, Debug)]
pub(super) struct Region {
    pub tokens: Range<usize>,
    /// Whether the region is a story, in which people talk with each other and take turns.
    pub story: bool,
}

/// The regions of a text in text order. So far the whole text is one region.
pub(super) fn find(text: &Text) -> Vec<Region> {
    vec![Region { tokens: 0..text.tokens.len(), story: is_story(&text.tokens) }]
}

/// Whether these are the tokens of a story: news is full of dates, numbers and acronyms, and a story has few.
fn is_story(tokens: &[Token]) -> bool {
    let (mut words, mut signs_of_news) = (0, 0);
    for token in tokens {
        words += usize::from(token.shape != Shape::Punctuation);
        signs_of_news += match token.shape {
            Shape::Number | Shape::Upper => 1,
            Shape::Capital => usize::from(token.is(Class::Date)),
            _ => 0,
        };
    }
    // At most one word in 125.
    signs_of_news * 125 <= words
}
