//! Finds the sentences. The quoted stretches must be known, because a full stop inside quotation marks does
//! not end the sentence around them.

use std::ops::Range;

use crate::document::Document;
use crate::layout::Block;
use crate::lexicon::Class;
use crate::quotation::Quotes;
use crate::token::{DASHES, DOTS, NO_MARK, Shape, Token};

/// The sentences of a document as ranges of tokens.
#[derive(Debug, Default)]
pub(crate) struct Sentences {
    /// The number of the first token of each sentence, ascending, then the count of all tokens.
    starts: Vec<usize>,
    /// The number of the sentence of each token.
    number_of: Vec<u32>,
}

/// Finds the sentences of the narration. A sentence that ends inside quotation marks does not end the one
/// around them, unless the marks close right after it and a new sentence begins.
#[inline(never)]
pub(crate) fn find(document: &Document, quotes: &Quotes) -> Sentences {
    let is_quoted = |token: usize| quotes.around(token).is_some();
    let count = document.tokens.len();
    // News has a sentence every twenty tokens.
    let mut starts = Vec::with_capacity(count / 16);
    // A label is a sentence of its own.
    let parts =
        |block: &Block| [block.tokens.start..block.content, block.content..block.tokens.end];
    for range in document.blocks().iter().flat_map(parts) {
        starts.push(range.start);
        for (end, token) in range.clone().zip(&document.tokens[range.clone()]) {
            if !may_end_sentence(document, token) || !ends_sentence(document, end) {
                continue;
            }
            let mut next = end + 1;
            // Closing marks and brackets belong to the sentence that they close.
            while next < range.end && is_closing(document, next) {
                next += 1;
            }
            let within_marks = next == end + 1 && is_quoted(end) && is_quoted(next);
            if next < range.end && !within_marks && starts_sentence(document, next) {
                starts.push(next);
            }
        }
    }
    starts.dedup();
    starts.push(count);
    let mut number_of = Vec::with_capacity(count);
    for (number, &end) in starts.iter().skip(1).enumerate() {
        number_of.resize(end, number as u32);
    }
    Sentences { starts, number_of }
}

impl Sentences {
    /// The tokens of each sentence, in text order.
    pub(crate) fn all(&self) -> impl Iterator<Item = Range<usize>> {
        self.starts.windows(2).map(|bounds| bounds[0]..bounds[1])
    }

    /// The tokens of the sentence around token `i`; of the last sentence if there is no such token.
    pub(crate) fn around(&self, i: usize) -> Range<usize> {
        match self.starts.get(self.number(i)..) {
            Some(&[start, end, ..]) => start..end,
            _ => 0..self.number_of.len(),
        }
    }

    /// The number of the sentence around token `i`; of the last sentence if there is no such token.
    pub(crate) fn number(&self, i: usize) -> usize {
        self.number_of.get(i).or(self.number_of.last()).map_or(0, |&number| number as usize)
    }
}

/// Whether a token may end a sentence. It is a quick check: most tokens are words without a period, and most
/// marks are commas.
fn may_end_sentence(document: &Document, token: &Token) -> bool {
    match token.mark {
        NO_MARK => document.raw.as_bytes().get(token.span.end.wrapping_sub(1)) == Some(&b'.'),
        mark => mark != ',',
    }
}

/// Whether token `i`, for which [`may_end_sentence`] holds, ends a sentence.
fn ends_sentence(document: &Document, i: usize) -> bool {
    let token = document.token(i);
    match token.mark {
        // A run of periods ends one. A word such as "U.S.", which keeps its period, does so before a
        // capitalized function word.
        NO_MARK => {
            let next = document.token(i + 1);
            token.shape == Shape::Punctuation || next.is_capital() && next.word.is_function()
        }
        '.' => !is_abbreviation(document, i),
        '!' | '?' | '…' | '。' | '！' | '？' | DOTS => true,
        _ => false,
    }
}

/// Whether the period at token `i` marks an abbreviation or an initial and ends no sentence.
fn is_abbreviation(document: &Document, i: usize) -> bool {
    let Some(before) = i.checked_sub(1).and_then(|n| document.tokens.get(n)) else { return false };
    if before.span.end != document.token(i).span.start {
        return false;
    }
    if before.is(Class::AbbreviationInside) {
        // "Lee v. Novak"
        let between_names = !before.word.is_function()
            && i > 1
            && document.token(i - 2).is_capital()
            && document.token(i + 1).is_capital();
        return before.word.verb.is_none() && (before.is_capital() || between_names)
            || document.tokens.get(i + 1).is_some_and(|next| next.shape == Shape::Number);
    }
    let single_capital = before.is_capital() && before.span.len() == 1;
    if single_capital {
        // "I." ends a sentence; no other pronoun is a single letter.
        return before.word.pronoun.is_none();
    }
    before.is(Class::AbbreviationEnd)
        && document.tokens.get(i + 1).is_some_and(|next| {
            // "the No. 2 Republican"
            next.shape == Shape::Number
                || next.is_capital() && !next.word.is_function() && next.word.verb.is_none()
        })
}

/// Whether token `i` is a closing mark or bracket right after the token before it.
fn is_closing(document: &Document, i: usize) -> bool {
    let adjacent = document.token(i).span.start == document.token(i - 1).span.end;
    let closes = matches!(
        document.mark(i),
        '"' | '”' | '“' | '’' | '\'' | '»' | '›' | ')' | ']' | '」' | '』'
    );
    adjacent && closes
}

/// Whether a sentence may start at token `i`.
fn starts_sentence(document: &Document, i: usize) -> bool {
    let Some(token) = document.tokens.get(i) else { return false };
    token.shape != Shape::Lower
        && !matches!(token.mark, ',' | ';' | ':' | ')' | '.' | '…' | '—' | '–' | DASHES)
}
