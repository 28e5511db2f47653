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
use crate::layout::Turn;
use crate::report::BlockKind;
use crate::span::Span;
use crate::token::Shape;
use mark::Family;
use pairing::{Pair, Pairing, starts_with};

pub(crate) use quoted::{Part, Quoted, Quotes, is_single};

/// Finds the quoted stretches of `document`.
#[inline(never)]
pub(crate) fn find(document: &Document) -> Quotes {
    let marks = mark::all(document);
    let mut rest = marks.as_slice();
    let mut pairing = Pairing::new(document);
    // The family of the marks that quote the end of the previous block and the start of this one.
    let mut carried: Option<Family> = None;
    let mut all: Vec<Quoted> = Vec::new();
    // Whether the next pair may go on with the last stretch.
    let mut goes_on = false;
    let block_quotes = block_quote::find(document);
    let mut runs = block_quotes.iter().peekable();
    let mut turns = document.layout.turns.iter().peekable();
    for (number, block) in document.blocks().iter().enumerate() {
        let count = rest.iter().take_while(|mark| mark.token < block.tokens.end).count();
        let (marks, later) = rest.split_at(count);
        rest = later;
        while runs.next_if(|run| run.end <= number).is_some() {}
        let run = runs.peek().filter(|run| run.contains(&number));
        if block.kind == BlockKind::Turn || run.is_some() {
            // What stands in marks within a turn or a block quote belongs to it.
            carried = None;
            if let Some(run) = run.filter(|run| run.start == number) {
                let blocks = document.blocks()[(*run).clone()].iter();
                all.push(whole(document, blocks.map(|block| &block.tokens), None));
            }
            let starts = |turn: &&Turn| turn.blocks[0].start < block.tokens.end;
            if let Some(turn) = turns.next_if(starts) {
                all.push(whole(document, turn.blocks.iter(), Some(turn.label.clone())));
            }
            continue;
        }
        pairing.pairs.clear();
        if !marks.is_empty() {
            let start = block.tokens.start;
            let continued = carried.is_some_and(|family| starts_with(marks, start, family));
            pairing.pair(start, marks);
            carried = pairing.end_block(block.tokens.end, later);
            if let Some(first) = pairing.pairs.first_mut() {
                first.continues = continued && first.open == start;
            }
        }
        // A dash opens speech in a line of dialogue, if no double marks do.
        let is_single = |pair: &Pair| is_single(document.mark(pair.open));
        if block.kind == BlockKind::Dialogue && pairing.pairs.iter().all(is_single) {
            carried = None;
            let speech = dash::speech(document, block.tokens.clone());
            all.extend(speech.into_iter().filter_map(|tokens| unmarked(document, tokens)));
            continue;
        }
        for pair in &pairing.pairs {
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
    }
    Quotes::new(document, all)
}

/// The stretch of whole blocks: a block quote, or the turn of a transcript with this label.
fn whole<'a>(
    document: &Document,
    blocks: impl Iterator<Item = &'a Range<usize>>,
    label: Option<Range<usize>>,
) -> Quoted {
    let part = |tokens: &Range<usize>| Part {
        tokens: tokens.clone(),
        inner: document.span(tokens.start, tokens.end),
    };
    Quoted { parts: blocks.map(part).collect(), label, unmarked: true }
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
