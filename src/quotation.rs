//! Stretches of text in quotation marks: pairing, nesting, and quotations that run over several
//! paragraphs.
//!
//! Only outer stretches come out; what is nested belongs to the one around it. Whether a stretch
//! is speech, a scare quote or a title is decided later, where its surroundings are known.

use std::ops::Range;

use crate::document::{Document, ParagraphKind};
use crate::lexicon::{Case, VerbForm};
use crate::quote_mark::{self, Family, Mark, Role};
use crate::span::Span;

/// One stretch in quotation marks.
#[derive(Clone, Debug)]
pub(crate) struct Quoted {
    /// What stands between the marks, a part for each paragraph, never empty.
    pub parts: Vec<Part>,
    /// The tokens of the speaker's label, for a turn of a transcript: no marks stand around it.
    pub label: Option<Range<usize>>,
}

/// The share that one paragraph has of a quoted stretch.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// The tokens with the marks.
    pub tokens: Range<usize>,
    /// The words between the marks.
    pub inner: Span,
}

impl Quoted {
    /// All tokens from the first mark to past the last one.
    pub(crate) fn tokens(&self) -> Range<usize> {
        let start = self.parts.first().map_or(0, |part| part.tokens.start);
        let end = self.parts.last().map_or(0, |part| part.tokens.end);
        start..end
    }
}

/// All quoted stretches of a document in text order.
#[derive(Debug, Default)]
pub(crate) struct Quotes {
    pub all: Vec<Quoted>,
    /// For each token 1 + the number of the stretch around it, 0 outside.
    inside: Vec<u32>,
}

impl Quotes {
    /// Whether a token of `tokens` belongs to a stretch.
    pub(crate) fn touch(&self, tokens: Range<usize>) -> bool {
        let next = self.all.partition_point(|quoted| quoted.tokens().start < tokens.start);
        self.around(tokens.start).is_some()
            || self.all.get(next).is_some_and(|quoted| quoted.tokens().start < tokens.end)
    }

    /// The number of the stretch that token `i` belongs to, its marks included.
    pub(crate) fn around(&self, i: usize) -> Option<usize> {
        self.inside.get(i).and_then(|&n| (n as usize).checked_sub(1))
    }
}

/// Nesting deeper than this is no prose; further marks are passed over.
const MAX_DEPTH: usize = 6;

/// Finds the quoted stretches of `document`.
#[inline(never)]
pub(crate) fn find(document: &Document) -> Quotes {
    let marks = quote_mark::all(document);
    let mut pairing = Pairing { document, open: Vec::new(), pairs: Vec::new() };
    let mut carried: Option<Family> = None;
    // Lines that start with a dash of dialogue are speech where no other marks are used, once a
    // document has two such lines.
    let lines = document.paragraphs.iter().filter(|p| p.kind == ParagraphKind::Dialogue);
    let dashes = lines.count() >= 2;
    let mut rest = marks.as_slice();
    for paragraph in &document.paragraphs {
        let count = rest.iter().take_while(|mark| mark.token < paragraph.tokens.end).count();
        let (marks, later) = rest.split_at(count);
        rest = later;
        let first = pairing.pairs.len();
        if !marks.is_empty() {
            let start = paragraph.tokens.start;
            let continued = carried.is_some_and(|family| starts_with(marks, start, family));
            pairing.pair(marks);
            carried = pairing.leave(paragraph.tokens.clone(), later.first());
            if let Some(first) = pairing.pairs.get_mut(first) {
                first.continues = continued && first.open == start;
            }
        }
        if dashes && paragraph.kind == ParagraphKind::Dialogue && pairing.pairs.len() == first {
            pairing.pairs.push(Pair {
                open: paragraph.tokens.start,
                close: narration_start(document, paragraph.tokens.clone()),
                closed: false,
                goes_on: false,
                continues: false,
            });
        }
    }
    let mut pairs = pairing.pairs;
    let first_turn = document.turns.first().map_or(usize::MAX, |turn| turn.label.start);
    pairs.retain(|pair| pair.open < first_turn);
    let mut all = stretches(document, &pairs);
    all.extend(turns(document));
    let mut inside = vec![0; document.tokens.len()];
    for (number, quoted) in all.iter().enumerate() {
        for part in &quoted.parts {
            inside[part.tokens.clone()].fill(number as u32 + 1);
        }
    }
    Quotes { all, inside }
}

/// A mark and the one that closes it, or the end of the speech where none does.
#[derive(Clone, Debug)]
struct Pair {
    open: usize,
    close: usize,
    /// Whether the token `close` is a mark.
    closed: bool,
    /// The next paragraph goes on with the same quotation.
    goes_on: bool,
    /// The paragraph before started it.
    continues: bool,
}

/// An opening mark that waits for its closing one.
#[derive(Clone, Copy)]
struct Open {
    token: usize,
    family: Family,
}

/// The pairing of marks, paragraph by paragraph.
struct Pairing<'a> {
    document: &'a Document<'a>,
    /// The marks of the paragraph that wait for their closing ones.
    open: Vec<Open>,
    /// The pairs so far that lie in no other, in text order.
    pairs: Vec<Pair>,
}

impl Pairing<'_> {
    /// Pairs the marks of a paragraph.
    fn pair(&mut self, marks: &[Mark]) {
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
    fn leave(&mut self, paragraph: Range<usize>, next: Option<&Mark>) -> Option<Family> {
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
        let may_be = before.ends_with('s') || before.ends_with("in") || before.len() <= 3;
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
fn starts_with(marks: &[Mark], first_token: usize, family: Family) -> bool {
    marks.first().is_some_and(|mark| mark.token == first_token && mark.family == family)
}

/// Whether an opening mark without a closing one still opens speech, up to the paragraph's end: a
/// double mark at the paragraph's start or after a comma or colon. An apostrophe never does.
fn may_be_unclosed(document: &Document, open: Open, paragraph_start: usize) -> bool {
    let before = document.mark(open.token.wrapping_sub(1));
    open.family != Family::Single
        && (open.token == paragraph_start || matches!(before, ',' | ':' | '-'))
}

/// Where speech after a dash ends: before an inverted cue (", said Ann") or at a second dash.
fn narration_start(document: &Document, paragraph: Range<usize>) -> usize {
    let mut tokens = paragraph.clone().skip(1);
    tokens
        .find(|&i| {
            let parted = matches!(document.mark(i), ',' | '—' | '–' | '?' | '!' | '…' | '.');
            parted && starts_narration(document, i + 1, paragraph.end)
        })
        .map_or(paragraph.end, |i| {
            if matches!(document.mark(i), '?' | '!' | '…' | '.') { i + 1 } else { i }
        })
}

/// Whether token `i` starts "said Ann", "he said" or "Buck Mulligan said".
fn starts_narration(document: &Document, i: usize, end: usize) -> bool {
    let is_verb = |n: usize| {
        n < end
            && document.token(n).word.verb.is_some_and(|verb| verb.form == VerbForm::Past)
            && !document.token(n).is_capital()
    };
    let is_subject = |n: usize| {
        n < end
            && (document.token(n).is_capital() && !document.token(n).word.is_function()
                || document
                    .token(n)
                    .word
                    .pronoun
                    .is_some_and(|p| p.case == Case::Subject && p.person == 3))
    };
    is_verb(i) || is_subject(i) && (is_verb(i + 1) || is_subject(i + 1) && is_verb(i + 2))
}

/// The turns of a transcript: all from the first label on.
fn turns(document: &Document) -> Vec<Quoted> {
    let part = |tokens: &Range<usize>| Part {
        tokens: tokens.clone(),
        inner: document.span(tokens.start, tokens.end),
    };
    document
        .turns
        .iter()
        .map(|turn| Quoted {
            parts: turn.paragraphs.iter().map(part).collect(),
            label: Some(turn.label.clone()),
        })
        .collect()
}

/// Turns pairs into stretches; those that go on over paragraphs become one.
fn stretches(document: &Document, pairs: &[Pair]) -> Vec<Quoted> {
    let mut all: Vec<Quoted> = Vec::new();
    let mut goes_on = false;
    for pair in pairs {
        let Some(part) = part(document, pair) else { continue };
        match all.last_mut() {
            Some(quoted) if goes_on && pair.continues => quoted.parts.push(part),
            _ => all.push(Quoted { parts: vec![part], label: None }),
        }
        goes_on = pair.goes_on;
    }
    all
}

/// The tokens and words of a pair; none where nothing but marks and blanks stands between.
fn part(document: &Document, pair: &Pair) -> Option<Part> {
    let start = document.tokens.get(pair.open)?.span.end;
    let inner = document.span(pair.open + 1, pair.close);
    let end = inner.end;
    let words = document.text.get(start..end)?;
    words.chars().any(char::is_alphanumeric).then(|| Part {
        tokens: pair.open..if pair.closed { pair.close + 1 } else { pair.close },
        inner: Span::new(start + (words.len() - words.trim_start().len()), end),
    })
}
