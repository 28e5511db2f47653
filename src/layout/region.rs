//! Regions: stretches of the text that are each read in one way.

use std::ops::Range;

use super::block::Draft;
use super::line::Line;
use crate::lexicon::Class;
use crate::report::BlockKind;
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

/// Ends the last turn of a transcript, so that what follows on the page is read as what it is: the turn goes on for
/// as many blocks as two thirds of the turns before it at most do, and only while the words are those of a speaker.
pub(super) fn end_turns(text: &Text, lines: &[Line], drafts: &mut [Draft]) {
    let labelled = drafts.iter().enumerate().filter(|(_, draft)| draft.is_labelled());
    let starts: Vec<usize> = labelled.map(|(n, _)| n).collect();
    let Some(&last) = starts.last() else { return };
    let mut counts: Vec<usize> = starts
        .windows(2)
        .map(|pair| pair[1] - pair[0] - usize::from(drafts[pair[0]].is_bare_label()))
        .collect();
    counts.sort_unstable();
    let usual = counts.get(counts.len() * 2 / 3).copied().unwrap_or(1).max(1);
    let first = last + usize::from(drafts[last].is_bare_label());
    let is_paragraph = |draft: &Draft| draft.kind == BlockKind::Paragraph;
    // A text that is a transcript from its start may end with a long turn.
    let most = if drafts[..starts[0]].iter().any(is_paragraph) { usual } else { usize::MAX };
    let mut end = first + 1;
    while end < drafts.len() && end - first < most && is_speech(text, drafts[end].tokens(lines)) {
        end += 1;
    }
    for draft in drafts.iter_mut().skip(end) {
        draft.unlabel(text, lines);
    }
}

/// Whether somebody speaks here: "I", "we", "you" outside of quotation marks.
fn is_speech(text: &Text, tokens: Range<usize>) -> bool {
    let mut quoted = false;
    tokens.into_iter().any(|n| {
        match text.mark(n) {
            '“' => quoted = true,
            '”' => quoted = false,
            '"' => quoted = !quoted,
            _ => {}
        }
        !quoted && text.token(n).word.pronoun.is_some_and(|pronoun| pronoun.person < 3)
    })
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
