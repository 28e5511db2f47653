//! The public result of an extraction.

mod block;
mod reason;
mod rule;

use crate::names::named;
use crate::span::Span;

pub use block::{Block, BlockKind, Form, Reading};
pub use reason::Reason;
pub use rule::{Evidence, Rule};

/// Everything found in one text: how it was read, its quotations in text order, and their speakers in order
/// of first appearance.
///
/// A report says what an extraction found, so only [`extract`](crate::extract()) makes one that is not empty.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Report {
    /// The language of the text, given or detected, as a BCP 47 tag; `und` if it is unknown.
    pub lang: String,
    /// Whether the words of the text were read, or only its marks.
    pub reading: Reading,
    /// The form of the whole text.
    pub form: Form,
    /// The blocks of the text in text order.
    pub blocks: Vec<Block>,
    /// The quotations, ordered by the start of their content.
    pub quotations: Vec<Quotation>,
    /// The speakers that the quotations refer to.
    pub speakers: Vec<Speaker>,
}

named! {
    /// How much of a quotation is word for word.
    pub enum QuotationKind {
        /// All of it, in quotation marks or after a speaker's label.
        Direct "direct",
        /// A reported clause with some words in quotation marks.
        Mixed "mixed",
        /// A reported clause without any quotation mark.
        Indirect "indirect",
    }
}

/// One quotation and the decision on who said it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Quotation {
    /// Direct, mixed or indirect.
    pub kind: QuotationKind,
    /// What was said, the segments joined by a space.
    pub text: String,
    /// What was said, in text order; several spans if narration interrupts or paragraphs end.
    pub content: Vec<Span>,
    /// The parts of the content inside quotation marks, the marks left out.
    pub verbatim: Vec<Span>,
    /// The words that report: said, told, according to.
    pub cue: Option<Span>,
    /// The words that name the source beside the quotation.
    pub source: Option<Span>,
    /// Index into [`Report::speakers`]; `None` if no attribution is certain enough.
    pub speaker: Option<usize>,
    /// How often a find like this one is right, from 0 to 1: that it is a quotation with this extent, and its
    /// speaker. Without a speaker only the quotation counts.
    pub confidence: f64,
    /// What decided.
    pub rule: Rule,
    /// The decision as a code with its parts; `to_string` makes one plain sentence.
    pub reason: Reason,
}

#[cfg(any(feature = "serde", target_arch = "wasm32"))]
impl Quotation {
    /// The confidence in thousandths, as it crosses every boundary: further digits would differ between
    /// machines, and the estimate does not justify them.
    pub(crate) fn thousandths(&self) -> u32 {
        (self.confidence * 1000.0).round() as u32
    }
}

named! {
    /// What a speaker is.
    pub enum SpeakerKind {
        /// One person, with a name or always described in the same words.
        Person "person",
        /// A company, agency, party or publication.
        Organization "organization",
        /// Several people together.
        Group "group",
        /// Somebody whose name the text withholds: "a senior official".
        Unnamed "unnamed",
    }
}

/// A person or body that is quoted.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Speaker {
    /// The fullest name found in the text.
    pub name: String,
    /// Title or function, in the words of the text.
    pub role: Option<String>,
    /// Person, organization, group or unnamed.
    pub kind: SpeakerKind,
    /// The words that name the speaker or refer to it, in text order.
    pub mentions: Vec<Span>,
}
