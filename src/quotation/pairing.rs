//! Quotation marks paired, paragraph by paragraph.

use std::ops::Range;

use super::mark::{Family, Mark, Role};
use crate::document::Document;
use crate::lexicon::Setting;

/// Nesting deeper than this is no prose; further marks are passed over.
const MAX_DEPTH: usize = 6;

/// A mark and the one that closes it, or the end of the speech where none does.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub open: usize,
    pub close: usize,
    /// Whether the token `close` is a mark.
    pub closed: bool,
    /// The next paragraph goes on with the same quotation.
    pub goes_on: bool,
    /// The paragraph before started it.
    pub continues: bool,
}

/// An opening mark that waits for its closing one.
#[derive(Clone, Copy)]
struct Open {
    token: usize,
    family: Family,
}

/// The pairing of marks, paragraph by paragraph.
pub(super) struct Pairing<'a> {
    document: &'a Document<'a>,
    /// The marks of the paragraph that wait for their closing ones.
    open: Vec<Open>,
    /// The pairs so far that lie in no other, in text order.
    pub pairs: Vec<Pair>,
}

impl<'a> Pairing<'a> {
    /// No marks yet.
    pub(super) fn new(document: &'a Document<'a>) -> Self {
        Self { document, open: Vec::new(), pairs: Vec::new() }
    }

    /// Pairs the marks of a paragraph.
    pub(super) fn pair(&mut self, marks: &[Mark]) {
        self.open.clear();
        // How many sure closing marks of each family are still to come.
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
                Role::Either if !is_open && !self.is_prime(mark) => self.opening(mark, 0),
                Role::Opening => self.opening(mark, *closing),
                Role::ClosingOrApostrophe if is_open && self.is_apostrophe(&marks[n..]) => {}
                Role::Closing | Role::ClosingOrApostrophe | Role::Either => self.closing(mark),
            }
        }
    }

    /// Opens with `mark`, behind which so many of its family close.
    fn opening(&mut self, mark: &Mark, closing: usize) {
        if closing < 2 {
            // Not nested: a mark of the family before was never closed, so it is given up.
            self.open.retain(|open| open.family != mark.family);
        }
        if self.open.len() < MAX_DEPTH {
            self.open.push(Open { token: mark.token, family: mark.family });
        }
    }

    fn closing(&mut self, mark: &Mark) {
        if let Some(at) = self.open.iter().rposition(|open| open.family == mark.family) {
            let open = self.open[at].token;
            self.open.truncate(at);
            self.add(Pair {
                open,
                close: mark.token,
                closed: true,
                goes_on: false,
                continues: false,
            });
        }
    }

    /// Adds a pair in place of those that lie in it. Pairs come in the order in which they close,
    /// and no two cross.
    fn add(&mut self, pair: Pair) {
        while self.pairs.last().is_some_and(|last| last.open > pair.open) {
            self.pairs.pop();
        }
        self.pairs.push(pair);
    }

    /// Leaves `paragraph`: what is still open there may be speech up to its end. Returns the family
    /// of the marks if `next`, the first mark behind the paragraph, opens the next one with them.
    pub(super) fn leave(&mut self, paragraph: Range<usize>, next: Option<&Mark>) -> Option<Family> {
        let open = self.open.first().copied()?;
        let goes_on = next.is_some_and(|mark| {
            mark.token == paragraph.end && mark.family == open.family && mark.role == Role::Opening
        });
        if goes_on || may_be_unclosed(self.document, open, paragraph.start) {
            self.add(Pair {
                open: open.token,
                close: paragraph.end,
                closed: false,
                goes_on,
                continues: false,
            });
        }
        goes_on.then_some(open.family)
    }

    /// Inches after a number, while nothing is open: 6'2".
    fn is_prime(&self, mark: &Mark) -> bool {
        let start = self.document.token(mark.token).span.start;
        self.document.before(start).ends_with(|c: char| c.is_ascii_digit())
    }

    /// Whether the first of `marks`, a single one after a letter, is the apostrophe of "dogs'" or
    /// "goin'": it may be one by its word, and a mark that closes surely comes before the next one
    /// that opens.
    fn is_apostrophe(&self, marks: &[Mark]) -> bool {
        let [mark, later @ ..] = marks else { return false };
        let before = self.document.word(mark.token.saturating_sub(1)).to_ascii_lowercase();
        let may_be =
            self.document.lexicon.ends(&before, Setting::ApostropheEndings) || before.len() <= 3;
        may_be
            && later
                .iter()
                .take(8)
                .filter(|later| later.family == mark.family)
                .take_while(|later| later.role != Role::Opening)
                .any(|later| later.role != Role::Either)
    }
}

/// Whether a paragraph starts with a mark of `family`, which continues a quotation.
pub(super) fn starts_with(marks: &[Mark], first_token: usize, family: Family) -> bool {
    marks.first().is_some_and(|mark| mark.token == first_token && mark.family == family)
}

/// Whether an opening mark without a closing one still opens speech, up to the paragraph's end: a
/// double mark at the paragraph's start or after a comma or colon. An apostrophe never does.
fn may_be_unclosed(document: &Document, open: Open, paragraph_start: usize) -> bool {
    let before = document.mark(open.token.wrapping_sub(1));
    open.family != Family::Single
        && (open.token == paragraph_start || matches!(before, ',' | ':' | '-'))
}
