//! Who said what: finds the quotations of a text and names their speakers.
//!
//! ```
//! use quote_extractor::{Options, extract};
//!
//! let text = "“We won,” said Ann Lee, the mayor. “They lost.”";
//! let report = extract(text, &Options::new());
//!
//! let first = &report.quotations[0];
//! assert_eq!(first.text, "We won,");
//! assert_eq!(report.speakers[first.speaker.unwrap()].name, "Ann Lee");
//! ```
//!
//! The text runs through a pipeline of stages: token, layout, quotation, sentence, cue, mention, speaker,
//! reported, attribution, assemble. Each is a module that sees only those before it. No stage rewrites the
//! text, so every span of the [`Report`] indexes the text that was given.

mod analysis;
mod assemble;
mod attribution;
mod boundary;
mod cue;
mod document;
mod extract;
mod interner;
mod language;
mod layout;
mod lexicon;
mod lowercase;
mod marks;
mod mention;
mod names;
mod numbered;
mod options;
mod quotation;
mod report;
mod reported;
mod sentence;
mod sort;
mod span;
mod speaker;
#[cfg(feature = "bench")]
pub mod stages;
mod token;
#[cfg(feature = "train")]
pub mod training;
mod weights;

pub use boundary::PositionEncoding;
pub use extract::extract;
pub use names::UnknownName;
pub use options::{Hint, Options};
pub use report::{
    Block, BlockKind, Evidence, Form, Quotation, QuotationKind, Reading, Reason, Report, Rule,
    Speaker, SpeakerKind,
};
pub use span::Span;
