//! Stretches of text in quotation marks: pairing, nesting, and quotations that run over several
//! paragraphs.
//!
//! Only outer stretches come out; what is nested belongs to the one around it. Whether a stretch
//! is speech, a scare quote or a title is decided later, where its surroundings are known.

use std::ops::Range;

use crate::document::{Document, ParagraphKind};
use crate::lexicon::{Case, VerbForm};
use crate::quote_mark::{self, Family, Guillemets, Mark, Role};
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
    let guillemets = Guillemets::of(document.text);
    let mut pairs = Vec::new();
    let mut carried: Option<Family> = None;
    // Lines that start with a dash of dialogue are speech where no other marks are used, once a
    // document has two such lines.
    let lines = document.paragraphs.iter().filter(|p| p.kind == ParagraphKind::Dialogue);
    let dashes = lines.count() >= 2;
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        let marks: Vec<Mark> = paragraph
            .tokens
            .clone()
            .filter_map(|i| quote_mark::at(document, i, guillemets))
            .collect();
        let continued =
            carried.is_some_and(|family| reopens(&marks, paragraph.tokens.start, family));
        let mut pairing = Pairing::new(document, &marks);
        for n in 0..marks.len() {
            pairing.take(n);
        }
        let next = document.paragraphs.get(number + 1);
        let left = pairing.open.first().copied();
        carried = left.map(|open| open.family).filter(|&family| {
            next.is_some_and(|next| {
                let first = quote_mark::at(document, next.tokens.start, guillemets);
                first.is_some_and(|mark| mark.family == family && mark.role == Role::Opening)
            })
        });
        if let Some(open) = left {
            let speech =
                carried.is_some() || may_be_unclosed(document, open, paragraph.tokens.start);
            if speech {
                pairing.pairs.push(Pair {
                    open: open.token,
                    close: paragraph.tokens.end,
                    closed: false,
                    goes_on: carried.is_some(),
                    continues: false,
                });
            }
        }
        let mut outer = outermost(pairing.pairs);
        if let Some(first) = outer.first_mut()
            && continued
            && first.open == paragraph.tokens.start
        {
            first.continues = true;
        }
        if dashes && paragraph.kind == ParagraphKind::Dialogue && outer.is_empty() {
            outer.push(Pair {
                open: paragraph.tokens.start,
                close: narration_start(document, paragraph.tokens.clone()),
                closed: false,
                goes_on: false,
                continues: false,
            });
        }
        pairs.append(&mut outer);
    }
    let mut all = turns(document);
    let first_turn = document.turns.first().map_or(usize::MAX, |turn| turn.label.start);
    pairs.retain(|pair| pair.open < first_turn);
    all.splice(0..0, stretches(document, &pairs));
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

/// The pairing of the marks of one paragraph.
struct Pairing<'a> {
    document: &'a Document<'a>,
    marks: &'a [Mark],
    /// For each mark how many sure closing marks of each family come after it.
    closing_after: Vec<[u32; Family::COUNT]>,
    open: Vec<Open>,
    pairs: Vec<Pair>,
}

impl<'a> Pairing<'a> {
    fn new(document: &'a Document<'a>, marks: &'a [Mark]) -> Self {
        let mut counts = [0; Family::COUNT];
        let mut closing_after = vec![counts; marks.len()];
        for (n, mark) in marks.iter().enumerate().rev() {
            closing_after[n] = counts;
            if matches!(mark.role, Role::Closing | Role::Either) {
                counts[mark.family as usize] += 1;
            }
        }
        Self { document, marks, closing_after, open: Vec::new(), pairs: Vec::new() }
    }

    fn take(&mut self, n: usize) {
        let Some(&mark) = self.marks.get(n) else { return };
        let is_open = self.open.iter().any(|open| open.family == mark.family);
        match mark.role {
            Role::Opening => self.opening(mark, n, is_open),
            Role::Either if !is_open && !self.is_prime(mark) => self.opening(mark, n, is_open),
            Role::ClosingOrApostrophe if is_open && self.is_apostrophe(mark, n) => {}
            Role::Closing | Role::ClosingOrApostrophe | Role::Either => self.closing(mark),
        }
    }

    fn opening(&mut self, mark: Mark, n: usize, is_open: bool) {
        let closing = self.closing_after[n][mark.family as usize];
        if is_open && closing < 2 {
            // Not nested: the mark before was never closed, so it is given up.
            self.open.retain(|open| open.family != mark.family);
        }
        if self.open.len() < MAX_DEPTH {
            self.open.push(Open { token: mark.token, family: mark.family });
        }
    }

    fn closing(&mut self, mark: Mark) {
        let Some(at) = self.open.iter().rposition(|open| open.family == mark.family) else {
            return;
        };
        let open = self.open[at];
        self.open.truncate(at);
        self.pairs.push(Pair {
            open: open.token,
            close: mark.token,
            closed: true,
            goes_on: false,
            continues: false,
        });
    }

    /// Inches after a number, while nothing is open: 6'2".
    fn is_prime(&self, mark: Mark) -> bool {
        let start = self.document.token(mark.token).span.start;
        self.document.before(start).ends_with(|c: char| c.is_ascii_digit())
    }

    /// Whether a single mark after a letter is the apostrophe of "dogs'" or "goin'": it may be one
    /// by its word, and a mark that closes surely comes before the next one that opens.
    fn is_apostrophe(&self, mark: Mark, n: usize) -> bool {
        let before = self.document.word(mark.token.saturating_sub(1)).to_ascii_lowercase();
        let may_be = before.ends_with('s') || before.ends_with("in") || before.len() <= 3;
        may_be
            && self.marks[n + 1..]
                .iter()
                .take(8)
                .filter(|later| later.family == mark.family)
                .take_while(|later| later.role != Role::Opening)
                .any(|later| later.role != Role::Either)
    }
}

/// Whether a paragraph starts with the mark that continues a quotation of `family`.
fn reopens(marks: &[Mark], first_token: usize, family: Family) -> bool {
    marks.first().is_some_and(|mark| mark.token == first_token && mark.family == family)
}

/// Whether an opening mark without a closing one still opens speech, up to the paragraph's end: a
/// double mark at the paragraph's start or after a comma or colon. An apostrophe never does.
fn may_be_unclosed(document: &Document, open: Open, paragraph_start: usize) -> bool {
    let before = document.mark(open.token.wrapping_sub(1));
    open.family != Family::Single
        && (open.token == paragraph_start || matches!(before, ',' | ':' | '-'))
}

/// The pairs that lie in no other, in text order. They come in the order in which they close, and
/// no two cross.
fn outermost(pairs: Vec<Pair>) -> Vec<Pair> {
    let mut outer: Vec<Pair> = Vec::new();
    for pair in pairs {
        while outer.last().is_some_and(|last| last.open > pair.open) {
            outer.pop();
        }
        outer.push(pair);
    }
    outer
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
