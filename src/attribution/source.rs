//! The source that stands beside a quotation: at its cue, in the label of its turn, in a line of attribution, before
//! its colon, or in the sentence around a fragment.

mod colon;
mod fragment;
mod line;

use std::ops::Range;

use super::findings::Findings;
use super::statement::Statement;
use crate::cue::{CueKind, Relation};
use crate::numbered::Numbered;
use crate::report::{QuotationKind, Rule};
use crate::reported::Reported;

pub(super) use colon::name_source as name_colon_source;
pub(super) use fragment::{name_source as name_fragment_source, owner};

/// The confidence in a turn is multiplied by this if its label may be that of something else. Set by hand, so that
/// such a turn is shown as doubtful.
pub(super) const DOUBTFUL: f64 = 0.5;

/// The statement that a turn of a transcript makes, with the speaker that its label names.
pub(super) fn labelled(findings: &Findings, quote: usize, label: Range<usize>) -> Statement {
    let mut statement = Statement::of_quote(findings, quote, QuotationKind::Direct);
    statement.verbatim.clear();
    let doubtful = findings.document.layout.is_doubtful(&label);
    if let Some(mention) = findings.mentions.starting_in(label.clone()).next() {
        statement.set_source(findings, mention, Some(label), Rule::Label);
    }
    if doubtful {
        statement.speaker_confidence *= DOUBTFUL;
    }
    statement
}

/// The statement that a quoted stretch makes whose speaker a line of attribution names.
pub(super) fn attributed(findings: &Findings, quote: usize) -> Option<Statement> {
    let mention = line::source(findings, quote)?;
    let mut statement = Statement::of_quote(findings, quote, QuotationKind::Direct);
    statement.set_source(findings, mention, None, Rule::Label);
    Some(statement)
}

/// The statement that a cue reports, with the source that stands beside the cue. Marks the quoted stretches
/// of the statement in `is_cued`.
pub(super) fn cued(
    findings: &Findings,
    reported: &Reported,
    is_cued: &mut Numbered<bool>,
) -> Statement {
    let cue = &findings.cues[reported.cue];
    let mut statement = Statement::of_content(findings, &reported.content);
    for &quote in &statement.quotes {
        is_cued[quote] = true;
    }
    statement.cue = Some(reported.cue);
    statement.clause_probability = reported.probability;
    let (phrase, rule) = if reported.inverted {
        let rule = match cue.kind {
            CueKind::SourcePhrase => Rule::AccordingTo,
            CueKind::Verb(_) => Rule::CueThenSource,
        };
        (cue.following.clone(), rule)
    } else {
        let rule = match cue.subject.as_ref().map(|subject| subject.relation) {
            Some(Relation::Adjacent) => Rule::SourceThenCue,
            Some(Relation::Apposed) => Rule::ApposedSource,
            Some(Relation::Relative) => Rule::RelativeClause,
            Some(Relation::Shared) => Rule::SharedSubject,
            None => Rule::Unknown,
        };
        (cue.subject.as_ref().map(|subject| subject.tokens.clone()), rule)
    };
    let source = phrase.clone().and_then(|tokens| match rule {
        // "The ruling pleased Lee, who said": the noun next to the comma, not the subject.
        Rule::RelativeClause => findings.mentions.last_free(tokens),
        _ => findings.mentions.leading(tokens),
    });
    if let Some(mention) = source {
        statement.set_source(findings, mention, phrase, rule);
        if let (Rule::RelativeClause, Some(source)) = (rule, &mut statement.source) {
            // "Lee, who said": the pronoun stands for the source.
            source.end = findings.document.span(0, cue.group_start).end;
        }
    }
    statement
}
