//! Finds the quoted stretches of a text: those in quotation marks, after a dash of dialogue, in block quotes, and
//! in the turns of a transcript.
//!
//! The result has only outer stretches; a nested one belongs to the one around it. Whether a stretch is
//! speech, a scare quote or a title is decided later, when its surroundings are known.

mod block_quote;
mod dash;
mod mark;
pub(crate) mod nickname;
mod pairing;
mod quoted;

use std::ops::Range;

use crate::document::Document;
use crate::layout::Block;
use crate::report::BlockKind;
use crate::sort::sorted_by_key;
use crate::span::Span;
use crate::token::Shape;
use mark::Family;
use pairing::{Pair, Pairing, starts_with};

pub(crate) use quoted::{Part, Quoted, Quotes, is_single};

/// Finds the quoted stretches of `document`.
#[inline(never)]
pub(crate) fn find(document: &Document) -> Quotes {
    let marks = mark::all(document);
    let mut pairing = Pairing::new(document);
    // The family of the marks that quote the end of the previous block and the start of this one.
    let mut carried: Option<Family> = None;
    let mut spoken: Vec<Quoted> = Vec::new();
    let block_quotes = block_quote::find(document);
    let mut runs = block_quotes.iter().peekable();
    let mut rest = marks.as_slice();
    for (number, block) in document.blocks().iter().enumerate() {
        let count = rest.iter().take_while(|mark| mark.token < block.tokens.end).count();
        let (marks, later) = rest.split_at(count);
        rest = later;
        while runs.next_if(|run| run.end <= number).is_some() {}
        let is_block_quote = runs.peek().is_some_and(|run| run.contains(&number));
        if block.kind == BlockKind::Turn || is_block_quote {
            // What stands in marks within a turn or a block quote belongs to it.
            carried = None;
            continue;
        }
        let pairs_before = pairing.pairs.len();
        if !marks.is_empty() {
            let start = block.tokens.start;
            let continued = carried.is_some_and(|family| starts_with(marks, start, family));
            pairing.pair(start, marks);
            carried = pairing.end_block(block.tokens.end, later);
            if let Some(first) = pairing.pairs.get_mut(pairs_before) {
                first.continues = continued && first.open == start;
            }
        }
        // A dash opens speech in a line of dialogue, if no double marks do.
        let is_single = |pair: &Pair| is_single(document.mark(pair.open));
        if block.kind == BlockKind::Dialogue && pairing.pairs[pairs_before..].iter().all(is_single)
        {
            pairing.pairs.truncate(pairs_before);
            carried = None;
            let speech = dash::speech(document, block.tokens.clone());
            spoken.extend(speech.into_iter().filter_map(|tokens| unmarked(document, tokens)));
        }
    }
    let mut all = stretches(document, &pairing.pairs);
    all.extend(spoken);
    all.extend(block_quotes.iter().map(|run| whole_blocks(document, run)));
    all.extend(turns(document));
    let all = sorted_by_key(all, |quoted| (quoted.tokens().start, 0));
    Quotes::new(document, all)
}

/// A stretch for each turn of a transcript.
fn turns(document: &Document) -> Vec<Quoted> {
    let part = |tokens: &Range<usize>| Part {
        tokens: tokens.clone(),
        inner: document.span(tokens.start, tokens.end),
    };
    document
        .layout
        .turns
        .iter()
        .map(|turn| Quoted {
            parts: turn.blocks.iter().map(part).collect(),
            label: Some(turn.label.clone()),
            unmarked: true,
        })
        .collect()
}

/// The stretch of a run of blocks.
fn whole_blocks(document: &Document, run: &Range<usize>) -> Quoted {
    let part = |block: &Block| Part {
        tokens: block.tokens.clone(),
        inner: document.span(block.tokens.start, block.tokens.end),
    };
    let parts = document.blocks()[run.clone()].iter().map(part).collect();
    Quoted { parts, label: None, unmarked: true }
}

/// The stretch of `tokens`, which start with a dash or with the first word, if there is a letter or digit.
fn unmarked(document: &Document, tokens: Range<usize>) -> Option<Quoted> {
    let separates =
        |n: usize| dash::is_dash(document, n) || matches!(document.mark(n), ',' | '.' | ';' | ':');
    let first = tokens.clone().find(|&n| !separates(n))?;
    let last = tokens.clone().rev().find(|&n| !dash::is_dash(document, n))?;
    let inner = document.span(first, last + 1);
    let has_words = tokens.clone().any(|n| document.token(n).shape != Shape::Punctuation);
    has_words.then(|| Quoted { parts: vec![Part { tokens, inner }], label: None, unmarked: true })
}

/// A stretch for each pair; pairs that continue each other over several blocks make one stretch.
fn stretches(document: &Document, pairs: &[Pair]) -> Vec<Quoted> {
    let mut all: Vec<Quoted> = Vec::new();
    let mut goes_on = false;
    for pair in pairs {
        if pair.closed && nickname::close(document, pair.open) == Some(pair.close) {
            continue;
        }
        let Some(part) = part(document, pair) else { continue };
        match all.last_mut() {
            Some(quoted) if goes_on && pair.continues => quoted.parts.push(part),
            _ => all.push(Quoted { parts: vec![part], label: None, unmarked: false }),
        }
        goes_on = pair.goes_on;
    }
    all
}

/// The part of a stretch between the marks of a pair, if there is a letter or digit.
fn part(document: &Document, pair: &Pair) -> Option<Part> {
    let start = document.tokens.get(pair.open)?.span.end;
    let inner = document.span(pair.open + 1, pair.close);
    let end = inner.end;
    let words = document.raw.get(start..end)?;
    words.chars().any(char::is_alphanumeric).then(|| Part {
        tokens: pair.open..if pair.closed { pair.close + 1 } else { pair.close },
        inner: Span::new(start + (words.len() - words.trim_start().len()), end),
    })
}
