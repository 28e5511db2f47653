//! Joins content, cue and source: which stretches are quotations, and who said each of them.
//!
//! What a cue reports has its source beside the cue. Quoted stretches without a cue get the
//! speaker that their surroundings show best: of the same paragraph, of the paragraph before, or
//! the other one of two who take turns.

mod candidate;
mod chain;
mod choice;
mod decision;
mod features;
mod fragment;
mod model;
mod reason;
mod rule;
mod speech;
mod statement;
mod weights_file;

use std::ops::Range;

use crate::cue::{Cue, CueKind, Relation};
use crate::document::{Document, Sentences};
use crate::mention::Mentions;
use crate::order::sorted_by_key;
use crate::quotation::Quotes;
use crate::report::QuotationKind;
use crate::reported::Reported;
use crate::speaker::Speakers;

#[cfg(feature = "train")]
pub use chain::{Belief, Turn, weigh};
pub(crate) use decision::{Decision, Decisions};
pub use features::Feature;
#[cfg(feature = "train")]
pub use features::{Features, Situation};
pub use model::Model;
#[cfg(feature = "train")]
pub use model::SourceKind;
use reason::Reason;
pub(crate) use rule::Rule;
pub(crate) use statement::Statement;

/// Everything that earlier stages found, to decide on.
#[derive(Clone, Copy)]
pub(crate) struct Findings<'a> {
    pub document: &'a Document<'a>,
    pub quotes: &'a Quotes,
    pub sentences: &'a Sentences,
    pub cues: &'a [Cue],
    pub mentions: &'a Mentions,
    pub reported: &'a [Reported],
    pub speakers: &'a Speakers,
    pub model: &'a Model,
    /// Whether the text tells a story, in which people talk with each other and take turns.
    pub story: bool,
}

/// Decides on every quotation of the document, in text order; also returns the decisions that the
/// model took.
#[inline(never)]
pub(crate) fn link(findings: &Findings) -> (Vec<Statement>, Decisions) {
    let mut statements = Vec::new();
    let mut taken = vec![false; findings.quotes.all.len()];
    let mut speech = Vec::new();
    // Paragraphs in which speech with a cue stands.
    let mut spoken = vec![false; findings.document.paragraphs.len()];
    for reported in findings.reported {
        let mut statement = cued(findings, reported, &mut taken);
        if statement.kind != QuotationKind::Indirect {
            spoken[findings.document.paragraph_of(statement.tokens.start)] = true;
        }
        if statement.keep_speech(findings, &mut speech) {
            statements.push(statement);
        }
    }
    for (quote, taken) in taken.iter().enumerate() {
        match &findings.quotes.all[quote].label {
            Some(label) => statements.push(labelled(findings, quote, label.clone())),
            None if !taken => {
                let start = findings.quotes.all[quote].tokens().start;
                let near = spoken[findings.document.paragraph_of(start)];
                statements.extend(speech::uncued(findings, quote, near, &mut speech));
            }
            None => {}
        }
    }
    let mut statements = sorted_by_key(statements, |statement| (statement.tokens.start, 0));
    let chains = choice::decide(findings, &mut statements);
    (statements, Decisions { speech, chains })
}

/// A turn of a transcript, said by the one its label names.
fn labelled(findings: &Findings, quote: usize, label: Range<usize>) -> Statement {
    let mut statement = Statement::of_quote(findings, quote, QuotationKind::Direct);
    statement.verbatim.clear();
    if let Some(mention) = findings.mentions.starting_in(label.clone()).next() {
        statement.set_source(findings, mention, Some(label), Rule::Label);
    }
    statement
}

/// The statement that a cue reports, with the source that stands beside the cue.
fn cued(findings: &Findings, reported: &Reported, taken: &mut [bool]) -> Statement {
    let cue = &findings.cues[reported.cue];
    let mut statement = Statement::of_content(findings, &reported.content);
    for &quote in &statement.quotes {
        taken[quote] = true;
    }
    statement.cue = Some(reported.cue);
    let (phrase, rule) = if reported.inverted {
        let according = cue.kind == CueKind::AccordingTo;
        (cue.following.clone(), if according { Rule::AccordingTo } else { Rule::CueThenSource })
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
        // "The ruling pleased Lee, who said": the noun next to the comma.
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
