//! What the stage reads, in one value.

use std::ops::Deref;

use crate::document::Document;
use crate::quotation::Quotes;

/// A document with its quoted stretches. Cues and their sources are outside the stretches.
#[derive(Clone, Copy)]
pub(super) struct Narration<'a> {
    pub document: &'a Document<'a>,
    pub quotes: &'a Quotes,
}

/// Most questions are about tokens, which the document answers.
impl<'a> Deref for Narration<'a> {
    type Target = Document<'a>;

    fn deref(&self) -> &Self::Target {
        self.document
    }
}

impl Narration<'_> {
    /// Whether token `i` is in a quoted stretch, whose marks are part of it.
    pub(super) fn is_quoted(self, i: usize) -> bool {
        self.quotes.around(i).is_some()
    }
}
