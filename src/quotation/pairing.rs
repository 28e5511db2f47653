//! Pairs quotation marks, block by block.

use std::ops::Range;

use super::mark::{Family, Mark, Role};
use crate::document::Document;
use crate::lexicon::Setting;

/// Prose is not nested deeper than this; deeper marks are ignored.
const MAX_DEPTH: usize = 6;

/// An opening mark with the mark that closes it, or with the end of the speech if none does.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub open: usize,
    pub close: usize,
    /// Whether the token `close` is a mark.
    pub closed: bool,
    /// Whether the next block continues the quotation.
    pub goes_on: bool,
    /// Whether it continues a quotation of the previous block.
    pub continues: bool,
}

/// An opening mark that is not closed yet.
#[derive(Clone, Copy)]
struct Open {
    token: usize,
    family: Family,
}

/// The pairs found so far, and the marks still open.
pub(super) struct Pairing<'a> {
    document: &'a Document<'a>,
    /// The marks of the current block that are not closed yet.
    open: Vec<Open>,
    /// The pairs so far that are not inside another pair, in text order.
    pub pairs: Vec<Pair>,
}

impl<'a> Pairing<'a> {
    /// A pairing without any marks yet.
    pub(super) fn new(document: &'a Document<'a>) -> Self {
        Self { document, open: Vec::new(), pairs: Vec::new() }
    }

    /// Pairs the marks of a block.
    pub(super) fn pair(&mut self, marks: &[Mark]) {
        self.open.clear();
        // How many marks of each family are still to come that surely close.
        let mut closing = [0; Family::COUNT];
        let is_sure = |mark: &Mark| matches!(mark.role, Role::Closing | Role::Either);
        for mark in marks.iter().filter(|mark| is_sure(mark)) {
            closing[mark.family as usize] += 1;
        }
        for (n, mark) in marks.iter().enumerate() {
            let closing = &mut closing[mark.family as usize];
            *closing -= usize::from(is_sure(mark));
            let is_open = self.open.iter().any(|open| open.family == mark.family);
            match mark.role {
                Role::Either if !is_open && !self.is_prime(mark) => self.open(mark, 0),
                Role::Opening => self.open(mark, *closing),
                Role::ClosingOrApostrophe if is_open && self.is_apostrophe(&marks[n..]) => {}
                Role::Closing | Role::ClosingOrApostrophe | Role::Either => self.close(mark),
            }
        }
    }

    /// Opens a pair with `mark`; `closing` marks of its family follow in the block.
    fn open(&mut self, mark: &Mark, closing: usize) {
        if closing < 2 {
            // Not nested, so an earlier mark of the family that is still open is never closed.
            self.open.retain(|open| open.family != mark.family);
        }
        if self.open.len() < MAX_DEPTH {
            self.open.push(Open { token: mark.token, family: mark.family });
        }
    }

    /// Closes the last open mark of the family of `mark`, if there is one.
    fn close(&mut self, mark: &Mark) {
        if let Some(depth) = self.open.iter().rposition(|open| open.family == mark.family) {
            let open = self.open[depth].token;
            self.open.truncate(depth);
            self.add(Pair {
                open,
                close: mark.token,
                closed: true,
                goes_on: false,
                continues: false,
            });
        }
    }

    /// Adds a pair and removes those inside it. Pairs are added in the order in which they close, and no two
    /// cross.
    fn add(&mut self, pair: Pair) {
        while self.pairs.last().is_some_and(|last| last.open > pair.open) {
            self.pairs.pop();
        }
        self.pairs.push(pair);
    }

    /// Ends `block`: an open mark may quote the rest of the block. If `next`, the first mark after the block,
    /// opens the next block with a mark of the same family, the quotation goes on there; the family is
    /// returned.
    pub(super) fn end_block(&mut self, block: Range<usize>, next: Option<&Mark>) -> Option<Family> {
        let open = self.open.first().copied()?;
        let goes_on = next.is_some_and(|mark| {
            mark.token == block.end && mark.family == open.family && mark.role == Role::Opening
        });
        if goes_on || may_stay_open(self.document, open, block.start) {
            self.add(Pair {
                open: open.token,
                close: block.end,
                closed: false,
                goes_on,
                continues: false,
            });
        }
        goes_on.then_some(open.family)
    }

    /// Whether `mark`, which closes nothing, means inches after a number: 6'2".
    fn is_prime(&self, mark: &Mark) -> bool {
        let start = self.document.token(mark.token).span.start;
        self.document.before(start).ends_with(|c: char| c.is_ascii_digit())
    }

    /// Whether the first of `marks`, a single one after a letter, is the apostrophe of "dogs'" or "goin'":
    /// its word allows one, and a mark that surely closes comes before the next one that opens.
    fn is_apostrophe(&self, marks: &[Mark]) -> bool {
        let [mark, later @ ..] = marks else { return false };
        let word = self.document.word(mark.token.saturating_sub(1)).to_ascii_lowercase();
        let may_be =
            self.document.lexicon.ends(&word, Setting::ApostropheEndings) || word.len() <= 3;
        may_be
            && later
                .iter()
                .take(8)
                .filter(|later| later.family == mark.family)
                .take_while(|later| later.role != Role::Opening)
                .any(|later| later.role != Role::Either)
    }
}

/// Whether a block whose first token is `first_token` starts with a mark of `family`. Such a mark continues a
/// quotation of the previous block.
pub(super) fn starts_with(marks: &[Mark], first_token: usize, family: Family) -> bool {
    marks.first().is_some_and(|mark| mark.token == first_token && mark.family == family)
}

/// Whether an opening mark that is never closed still quotes the rest of its block: it is at the start of
/// the block or after a comma, colon or hyphen. A single mark never does, since it may be an apostrophe.
fn may_stay_open(document: &Document, open: Open, block_start: usize) -> bool {
    let before = document.mark(open.token.wrapping_sub(1));
    open.family != Family::Single
        && (open.token == block_start || matches!(before, ',' | ':' | '-'))
}
