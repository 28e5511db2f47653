//! The whole pipeline, from the text to the report.

use crate::analysis::Analysis;
use crate::attribution::{self, Findings, Model, Unrecorded};
use crate::options::Options;
use crate::report::Report;
use crate::{assemble, marks};

/// Finds the quotations of `text` and their speakers.
///
/// It never fails: a text without quotations gives a report without them. Offsets count bytes;
/// [`Report::encode`] converts them to another unit. Time and memory grow linearly with the text.
pub fn extract(text: &str, options: &Options) -> Report {
    let analysis = Analysis::of(text, options);
    let findings = Findings { analysis: &analysis, model: Model::shipped() };
    let mut statements = if analysis.document.lexicon.is_empty() {
        marks::statements(&analysis).into()
    } else {
        attribution::attribute(&findings, &mut Unrecorded)
    };
    statements.retain(|statement| options.kinds.contains(&statement.kind));
    assemble::report(&findings, statements, options)
}
