//! Attribution: which stretches are quotations, and who said each of them.
//!
//! What a cue reports has its source beside the cue. For a quoted stretch without a cue the model chooses
//! the most likely speaker: somebody who acts in the same paragraph or the one before, or the other one of
//! two who take turns.

mod candidate;
mod conversation;
pub(crate) mod crf;
pub(crate) mod decision;
pub(crate) mod features;
mod find;
mod findings;
mod model;
mod recorder;
mod source;
pub(crate) mod source_kind;
mod speech;
mod statement;

use crate::numbered::Numbered;
use crate::report::QuotationKind;

pub(crate) use findings::Findings;
pub use model::Model;
pub(crate) use recorder::{Recorder, Unrecorded};
pub(crate) use statement::Statement;

/// Decides on every quotation of the document, in text order; `recorder` sees the decisions of the model.
#[inline(never)]
pub(crate) fn attribute(findings: &Findings, recorder: &mut impl Recorder) -> Numbered<Statement> {
    let quotes = findings.quotes.all.len();
    let mut with_cue = Vec::with_capacity(findings.reported.len());
    // For each quoted stretch, whether a cue reports it.
    let mut is_cued = Numbered::from(vec![false; quotes]);
    // For each block, whether it contains speech with a cue.
    let mut has_cued_speech = Numbered::from(vec![false; findings.document.blocks().len()]);
    for reported in &findings.reported {
        let mut statement = source::cued(findings, reported, &mut is_cued);
        if let Some(quote) = with_own_line(findings, &statement) {
            is_cued[quote] = false;
            continue;
        }
        if statement.kind != QuotationKind::Indirect {
            has_cued_speech[findings.document.block_of(statement.tokens.start)] = true;
        }
        if speech::keep_speech(findings, &mut statement, recorder) {
            with_cue.push(statement);
        }
    }
    let mut without_cue = Vec::with_capacity(quotes);
    for (quote, is_cued) in is_cued.iter().enumerate() {
        match &findings.quotes.all[quote].label {
            Some(label) => without_cue.push(source::labelled(findings, quote, label.clone())),
            None if !is_cued => {
                if let Some(statement) = source::attributed(findings, quote) {
                    without_cue.push(statement);
                    continue;
                }
                let start = findings.quotes.all[quote].tokens().start;
                let near = has_cued_speech[findings.document.block_of(start)];
                without_cue.extend(speech::uncued(findings, quote, near, recorder));
            }
            None => {}
        }
    }
    let mut statements = Numbered::from(merged(with_cue, without_cue));
    conversation::decide(findings, &mut statements, recorder);
    for (number, statement) in statements.iter_mut().enumerate() {
        find::judge(findings, number, statement, recorder);
    }
    statements
}

/// The stretch of a statement whose cue stands in another block, if a line of attribution names the source of it:
/// “What they said:” above “We go.” — Ann Lee.
fn with_own_line(findings: &Findings, statement: &Statement) -> Option<usize> {
    let &[quote] = statement.quotes.as_slice() else { return None };
    let cue = findings.cues[statement.cue?].tokens.start;
    let own = findings.quotes.all[quote].tokens().start;
    let document = &findings.document;
    (document.block_of(cue) != document.block_of(own)
        && source::attributed(findings, quote).is_some())
    .then_some(quote)
}

/// Merges both lists in text order. Each list is in that order already: what a cue reports starts after what
/// earlier cues report.
fn merged(with_cue: Vec<Statement>, without_cue: Vec<Statement>) -> Vec<Statement> {
    let mut all = Vec::with_capacity(with_cue.len() + without_cue.len());
    let mut without_cue = without_cue.into_iter().peekable();
    for statement in with_cue {
        let start = statement.tokens.start;
        while let Some(other) = without_cue.next_if(|other| other.tokens.start < start) {
            all.push(other);
        }
        all.push(statement);
    }
    all.extend(without_cue);
    all
}
