//! Pairs quotation marks, block by block.

use super::mark::{Family, Mark, Role};
use crate::document::Document;
use crate::layout::tag;
use crate::lexicon::Setting;
use crate::token::Shape;

/// Prose is not nested deeper than this; deeper marks are ignored.
const MAX_DEPTH: usize = 6;

/// What an apostrophe may be is decided by this many marks after it.
const MARKS_AHEAD: usize = 8;

/// A measure in inches has at most this many characters: 6'10.
const INCHES: usize = 4;

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
    /// The first token of the current block.
    block_start: usize,
    /// The pairs so far that are not inside another pair, in text order.
    pub pairs: Vec<Pair>,
}

impl<'a> Pairing<'a> {
    /// A pairing without any marks yet.
    pub(super) fn new(document: &'a Document<'a>) -> Self {
        Self { document, open: Vec::new(), block_start: 0, pairs: Vec::new() }
    }

    /// Pairs the marks of the block that starts at token `block_start`.
    pub(super) fn pair(&mut self, block_start: usize, marks: &[Mark]) {
        self.block_start = block_start;
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
                Role::Opening if is_open && self.is_before_tag(mark) => self.close(mark),
                Role::Opening => self.open(mark, *closing),
                Role::OpeningOrApostrophe => {
                    if self.open.is_empty() && self.is_closed(mark, &marks[n + 1..]) {
                        self.open(mark, 0);
                    }
                }
                Role::ClosingOrApostrophe if is_open && self.is_apostrophe(&marks[n..]) => {}
                _ if is_open && self.is_inner_prime(&marks[n..]) => {}
                Role::Closing | Role::ClosingOrApostrophe | Role::Either => self.close(mark),
            }
        }
    }

    /// Opens a pair with `mark`; `closing` marks of its family follow in the block.
    fn open(&mut self, mark: &Mark, closing: usize) {
        if closing < 2 {
            // Not nested, so an earlier mark of the family that is still open is never closed.
            if let [first, ..] = self.open[..]
                && first.family == mark.family
                && let Some(pair) = self.before_tag(first, mark.token)
            {
                self.add(pair);
            }
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

    /// Ends the block before token `end`: an open mark may quote the rest of the block. If the first of the
    /// `later` marks opens the next block with a mark of the same family, the quotation goes on there; the family
    /// is returned.
    pub(super) fn end_block(&mut self, end: usize, later: &[Mark]) -> Option<Family> {
        let open = self.open.first().copied()?;
        let continued = later.first().is_some_and(|mark| {
            mark.token == end && mark.family == open.family && mark.role == Role::Opening
        });
        let goes_on = continued && !(self.is_within_sentence(open) && self.is_tagged(later));
        // Paragraph after paragraph of a long quotation may tell what somebody else said.
        if (!continued || self.is_tagged(later))
            && let Some(pair) = self.before_tag(open, end)
        {
            self.add(pair);
            return None;
        }
        if goes_on || may_stay_open(self.document, open, self.block_start) {
            self.add(Pair {
                open: open.token,
                close: end,
                closed: false,
                goes_on,
                continues: false,
            });
        }
        goes_on.then_some(open.family)
    }

    /// Whether a word stands right before an opening mark: "read “The Dry Well twice."
    fn is_within_sentence(&self, open: Open) -> bool {
        let before = self.document.token(open.token.wrapping_sub(1));
        open.token > self.block_start && before.is_word()
    }

    /// Whether a tag follows what the first of `marks` opens, which so has a source of its own.
    fn is_tagged(&self, marks: &[Mark]) -> bool {
        let [opening, later @ ..] = marks else { return false };
        let mut later =
            later.iter().take(MARKS_AHEAD).filter(|later| later.family == opening.family);
        later.next().is_some_and(|closing| {
            let after = closing.token + 1;
            tag::end(self.document, after, self.document.block_end(closing.token)).is_some()
        })
    }

    /// Whether a straight mark that looks like an opening one closes speech before its tag: `"We go, "said Ann Lee.`
    fn is_before_tag(&self, mark: &Mark) -> bool {
        let after = mark.token + 1;
        self.document.mark(mark.token) == '"'
            && matches!(self.document.mark(mark.token - 1), ',' | '?' | '!' | '.')
            && self.document.token(after).shape == Shape::Lower
            && tag::end(self.document, after, self.document.block_end(mark.token)).is_some()
    }

    /// The pair of an opening mark that is never closed, if a tag before token `end` shows where the speech ends:
    /// "“We go, said Ann Lee."
    fn before_tag(&self, open: Open, end: usize) -> Option<Pair> {
        let before = self.document.mark(open.token.wrapping_sub(1));
        let starts =
            open.token == self.block_start || matches!(before, '.' | '?' | '!' | '…' | ',' | ':');
        if !starts {
            return None;
        }
        let close = tag::find(self.document, open.token + 1..end)?;
        let closed = tag::is_quotation_mark(self.document, close);
        Some(Pair { open: open.token, close, closed, goes_on: false, continues: false })
    }

    /// Whether `mark`, which closes nothing, means inches after a number: 6'2".
    fn is_prime(&self, mark: &Mark) -> bool {
        let start = self.document.token(mark.token).span.start;
        self.document.before(start).ends_with(|c: char| c.is_ascii_digit())
    }

    /// Whether the first of `marks`, a straight double one after a number, means inches within speech: words go on
    /// after it, and a mark that closes comes before the next one that opens.
    fn is_inner_prime(&self, marks: &[Mark]) -> bool {
        let [mark, later @ ..] = marks else { return false };
        self.document.mark(mark.token) == '"'
            && self.is_prime(mark)
            && self.document.token(mark.token - 1).span.len() <= INCHES
            && self.document.token(mark.token + 1).shape == Shape::Lower
            && later.iter().take(MARKS_AHEAD).find(|later| later.family == mark.family).is_some_and(
                |later| matches!(later.role, Role::Closing | Role::Either) && !self.is_prime(later),
            )
    }

    /// Whether one of `later` closes `mark`, a single one before a word with dropped letters, before another one
    /// opens.
    fn is_closed(&self, mark: &Mark, later: &[Mark]) -> bool {
        let single = later.iter().take(MARKS_AHEAD).filter(|later| later.family == mark.family);
        let mut until_opening = single.take_while(|later| later.role != Role::Opening);
        until_opening.any(|later| match later.role {
            Role::Closing => true,
            Role::ClosingOrApostrophe => !self.may_be_apostrophe(later),
            _ => false,
        })
    }

    /// Whether the first of `marks`, a single one after a letter, is the apostrophe of "dogs'" or "goin'":
    /// its word allows one, and a mark that surely closes comes before the next one that opens.
    fn is_apostrophe(&self, marks: &[Mark]) -> bool {
        let [mark, later @ ..] = marks else { return false };
        self.may_be_apostrophe(mark)
            && later
                .iter()
                .take(MARKS_AHEAD)
                .filter(|later| later.family == mark.family)
                .take_while(|later| later.role != Role::Opening)
                .any(|later| matches!(later.role, Role::Closing | Role::ClosingOrApostrophe))
    }

    /// Whether the word before `mark` may have an apostrophe at its end: "dogs'", "goin'", "ol'".
    fn may_be_apostrophe(&self, mark: &Mark) -> bool {
        let word = self.document.word(mark.token.saturating_sub(1)).to_ascii_lowercase();
        self.document.lexicon.ends(&word, Setting::ApostropheEndings) || word.len() <= 3
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
