//! Where sentences end. Quotations are known by now, because a full stop inside quotation marks does not
//! end the sentence around them.

use crate::document::Document;
use crate::layout::Block;
use crate::lexicon::Class;
use crate::quotation::Quotes;
use crate::token::{DASHES, DOTS, NONE, Shape, Token};

/// The sentences of a document as ranges of tokens.
#[derive(Debug, Default)]
pub(crate) struct Sentences {
    /// Number of the first token of each sentence, ascending, and the number of all tokens.
    starts: Vec<usize>,
    /// For each token the number of its sentence.
    number_of: Vec<u32>,
}

/// Finds the sentences of the narration. A sentence that ends inside quotation marks does not end the one
/// around them, unless the marks close right after it and a new sentence begins.
#[inline(never)]
pub(crate) fn find(document: &Document, quotes: &Quotes) -> Sentences {
    let quoted = |token: usize| quotes.around(token).is_some();
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
            let mut i = end + 1;
            // Closing marks and brackets belong to the sentence that they close.
            while i < range.end && is_closing(document, i) {
                i += 1;
            }
            let within_marks = i < range.end && quoted(i) && quoted(end) && i == end + 1;
            if i < range.end && !within_marks && starts_sentence(document, i) {
                starts.push(i);
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
    pub(crate) fn all(&self) -> impl Iterator<Item = std::ops::Range<usize>> {
        self.starts.windows(2).map(|bounds| bounds[0]..bounds[1])
    }

    /// The tokens of the sentence that holds token `i`.
    pub(crate) fn around(&self, i: usize) -> std::ops::Range<usize> {
        match self.starts.get(self.number(i)..) {
            Some(&[start, end, ..]) => start..end,
            _ => 0..self.number_of.len(),
        }
    }

    /// The number of the sentence that holds token `i`; past the end that of the last one.
    pub(crate) fn number(&self, i: usize) -> usize {
        self.number_of.get(i).or(self.number_of.last()).map_or(0, |&number| number as usize)
    }
}

/// Whether a token is a mark or has a period at its end, as few have; most marks are commas.
fn may_end_sentence(document: &Document, token: &Token) -> bool {
    match token.mark {
        NONE => document.source.as_bytes().get(token.span.end.wrapping_sub(1)) == Some(&b'.'),
        mark => mark != ',',
    }
}

/// Whether token `i`, which may end a sentence, does.
fn ends_sentence(document: &Document, i: usize) -> bool {
    let token = document.token(i);
    match token.mark {
        // A run of periods, or "the U.S.", which keeps its period; a capital function word after it
        // starts a sentence.
        NONE => {
            let next = document.token(i + 1);
            token.shape == Shape::Punctuation || next.is_capital() && next.word.is_function()
        }
        '.' => !is_abbreviation(document, i),
        '!' | '?' | '…' | '。' | '！' | '？' | DOTS => true,
        _ => false,
    }
}

/// Whether the period at token `i` only marks an abbreviation or an initial.
fn is_abbreviation(document: &Document, i: usize) -> bool {
    let Some(before) = i.checked_sub(1).and_then(|n| document.tokens.get(n)) else { return false };
    if before.span.end != document.token(i).span.start {
        return false;
    }
    if before.is(Class::AbbreviationInside) {
        return before.word.verb.is_none() && before.is_capital()
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

/// Whether token `i` is a mark that closes what stands right before it.
fn is_closing(document: &Document, i: usize) -> bool {
    let adjacent = document.token(i).span.start == document.token(i - 1).span.end;
    let closes = matches!(
        document.mark(i),
        '"' | '”' | '“' | '’' | '\'' | '»' | '›' | ')' | ']' | '」' | '』'
    );
    adjacent && closes
}

fn starts_sentence(document: &Document, i: usize) -> bool {
    let Some(token) = document.tokens.get(i) else { return false };
    token.shape != Shape::Lower
        && !matches!(token.mark, ',' | ';' | ':' | ')' | '.' | '…' | '—' | '–' | DASHES)
}
