//! The results of the stage: quoted stretches.

use std::ops::Range;

use crate::document::Document;
use crate::numbered::Numbered;
use crate::span::Span;

/// A quoted stretch: in quotation marks, after a dash of dialogue, a block quote, or a turn of a transcript.
#[derive(Clone, Debug)]
pub(crate) struct Quoted {
    /// The text between the marks, one part for each block; never empty.
    pub parts: Vec<Part>,
    /// The tokens of the speaker's label if it is a turn of a transcript, which has no marks around it.
    pub label: Option<Range<usize>>,
    /// Whether the form of its block shows that it is speech: it has no quotation marks.
    pub unmarked: bool,
}

/// The part of a quoted stretch that is in one block.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// The tokens, marks included.
    pub tokens: Range<usize>,
    /// The text between the marks, without the white space at its ends.
    pub inner: Span,
}

impl Quoted {
    /// All tokens from the opening mark of the first part to the end of the last part.
    pub(crate) fn tokens(&self) -> Range<usize> {
        let start = self.parts.first().map_or(0, |part| part.tokens.start);
        let end = self.parts.last().map_or(0, |part| part.tokens.end);
        start..end
    }
}

/// All quoted stretches of a document in text order.
#[derive(Debug, Default)]
pub(crate) struct Quotes {
    pub all: Numbered<Quoted>,
    /// Whether the document marks its speech with single marks: more stretches have them than not.
    pub single_marks: bool,
    /// For each token 1 + the number of the stretch around it, or 0 if it is in none.
    number_of: Vec<u32>,
}

/// Whether an opening mark is a single one.
pub(crate) fn is_single(mark: char) -> bool {
    matches!(mark, '\'' | '‘' | '`')
}

impl Quotes {
    /// The stretches `all` of `document`.
    pub(super) fn new(document: &Document, all: Vec<Quoted>) -> Self {
        let mut number_of = vec![0; document.tokens.len()];
        let single = all.iter().filter(|quoted| is_single(document.mark(quoted.tokens().start)));
        let single_marks = single.count() * 2 > all.len();
        for (number, quoted) in all.iter().enumerate() {
            for part in &quoted.parts {
                number_of[part.tokens.clone()].fill(number as u32 + 1);
            }
        }
        Self { all: all.into(), single_marks, number_of }
    }

    /// Whether a stretch contains one of `tokens`.
    pub(crate) fn touch(&self, tokens: Range<usize>) -> bool {
        let next = self.all.partition_point(|quoted| quoted.tokens().start < tokens.start);
        self.around(tokens.start).is_some()
            || self.all.get(next).is_some_and(|quoted| quoted.tokens().start < tokens.end)
    }

    /// The number of the stretch around token `i`; a stretch contains its marks.
    pub(crate) fn around(&self, i: usize) -> Option<usize> {
        self.number_of.get(i).and_then(|&number| (number as usize).checked_sub(1))
    }
}
