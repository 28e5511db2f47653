//! What to look for, and what the caller knows about the text.

use crate::report::{BlockKind, Form, QuotationKind};
use crate::span::Span;

/// What to look for, and what the caller knows about the text.
///
/// ```
/// use quote_extractor::{Options, QuotationKind};
///
/// let options = Options::new().kinds([QuotationKind::Direct]).lang("en");
/// assert_eq!(options.kinds, [QuotationKind::Direct]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// The kinds of quotation to report; all three by default.
    pub kinds: Vec<QuotationKind>,
    /// The language of the text as a BCP 47 tag; empty by default, which lets the text decide. Only English
    /// is built in so far, and every text is read as English.
    pub lang: String,
    /// The form to read the text in; `None` by default, which lets the text decide. An article or a plain
    /// text has no labelled turns; in a transcript each label opens one.
    pub form: Option<Form>,
    /// What the markup of the text says about its parts: a block gets the kind of the innermost hint that
    /// contains it. Hints of the kind `turn` are ignored, because turns are read from labels.
    pub hints: Vec<Hint>,
}

/// What markup says about a part of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hint {
    /// The part of the text.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Who speaks there, if the markup names somebody.
    pub speaker: Option<String>,
}

impl Options {
    /// Options that report all kinds of quotation and know nothing about the text.
    pub fn new() -> Self {
        Self {
            kinds: QuotationKind::ALL.to_vec(),
            lang: String::new(),
            form: None,
            hints: Vec::new(),
        }
    }

    /// Sets the kinds of quotation to report.
    #[must_use]
    pub fn kinds(mut self, kinds: impl Into<Vec<QuotationKind>>) -> Self {
        self.kinds = kinds.into();
        self
    }

    /// Sets the language of the text, a BCP 47 tag.
    #[must_use]
    pub fn lang(mut self, lang: impl Into<String>) -> Self {
        self.lang = lang.into();
        self
    }

    /// Sets the form to read the text in.
    #[must_use]
    pub fn form(mut self, form: impl Into<Option<Form>>) -> Self {
        self.form = form.into();
        self
    }

    /// Sets what markup says about the text. Spans count bytes; [`decode`](Self::decode) converts them from
    /// another unit.
    #[must_use]
    pub fn hints(mut self, hints: impl Into<Vec<Hint>>) -> Self {
        self.hints = hints.into();
        self
    }
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}

impl Hint {
    /// A hint that the blocks in `span` are of this kind.
    pub const fn new(span: Span, kind: BlockKind) -> Self {
        Self { span, kind, speaker: None }
    }

    /// Names who speaks there.
    #[must_use]
    pub fn speaker(mut self, speaker: impl Into<String>) -> Self {
        self.speaker = Some(speaker.into());
        self
    }
}
