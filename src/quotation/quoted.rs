//! What the stage finds: quoted stretches.

use std::ops::Range;

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
    /// The stretches `all` of a document with `tokens` tokens.
    pub(super) fn new(all: Vec<Quoted>, tokens: usize) -> Self {
        let mut inside = vec![0; tokens];
        for (number, quoted) in all.iter().enumerate() {
            for part in &quoted.parts {
                inside[part.tokens.clone()].fill(number as u32 + 1);
            }
        }
        Self { all, inside }
    }

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
