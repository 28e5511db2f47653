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
//! The text runs through a pipeline of stages, each a module that sees only those before it: token,
//! layout, quotation, sentence, cue, mention, speaker, reported, attribution, assemble. It is never
//! rewritten, so every span of the [`Report`] indexes the text that was given.

mod analysis;
mod assemble;
mod attribution;
mod boundary;
mod cue;
mod document;
mod interner;
mod layout;
mod lexicon;
mod lowercase;
mod mention;
mod names;
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

use analysis::Analysis;
use attribution::{Findings, Model, Unrecorded};

pub use boundary::PositionEncoding;
pub use names::UnknownName;
pub use options::{Hint, Options};
pub use report::{
    Block, BlockKind, Evidence, Form, Quotation, QuotationKind, Reading, Reason, Report, Rule,
    Speaker, SpeakerKind,
};
pub use span::Span;

/// Finds the quotations of `text` and their speakers.
///
/// Never fails: a text without quotations gives a report without them. Offsets are in bytes;
/// [`Report::encode`] counts them in another unit. Time and memory grow linearly with the text.
pub fn extract(text: &str, options: &Options) -> Report {
    let analysis = Analysis::of(text, options);
    let findings = Findings { analysis: &analysis, model: Model::shipped() };
    let mut statements = attribution::attribute(&findings, &mut Unrecorded);
    statements.retain(|statement| options.kinds.contains(&statement.kind));
    assemble::report(&findings, statements, options)
}
