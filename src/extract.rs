//! The whole pipeline.

use crate::analysis::Analysis;
use crate::assemble;
use crate::attribution::{self, Findings, Model, Unrecorded};
use crate::options::Options;
use crate::report::Report;

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
