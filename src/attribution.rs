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
mod wanted;
mod weights_file;

use std::ops::Range;

use crate::cue::{Cue, CueKind, Relation};
use crate::document::{Document, Sentences};
use crate::mention::Mentions;
use crate::quotation::Quotes;
use crate::report::QuotationKind;
use crate::reported::Reported;
use crate::speaker::Speakers;

#[cfg(feature = "train")]
pub use chain::{Belief, Turn, weigh};
pub(crate) use decision::{Decision, Decisions, SpeechDecision};
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
    let quotes = findings.quotes.all.len();
    let mut with_cue = Vec::with_capacity(findings.reported.len());
    let mut taken = vec![false; quotes];
    let mut speech = Vec::with_capacity(quotes);
    // Paragraphs in which speech with a cue stands.
    let mut spoken = vec![false; findings.document.paragraphs.len()];
    for reported in findings.reported {
        let mut statement = cued(findings, reported, &mut taken);
        if statement.kind != QuotationKind::Indirect {
            spoken[findings.document.paragraph_of(statement.tokens.start)] = true;
        }
        if statement.keep_speech(findings, &mut speech) {
            with_cue.push(statement);
        }
    }
    let mut without_cue = Vec::with_capacity(quotes);
    for (quote, taken) in taken.iter().enumerate() {
        match &findings.quotes.all[quote].label {
            Some(label) => without_cue.push(labelled(findings, quote, label.clone())),
            None if !taken => {
                let start = findings.quotes.all[quote].tokens().start;
                let near = spoken[findings.document.paragraph_of(start)];
                without_cue.extend(speech::uncued(findings, quote, near, &mut speech));
            }
            None => {}
        }
    }
    let mut statements = merged(with_cue, without_cue);
    let chains = choice::decide(findings, &mut statements);
    (statements, Decisions { speech, chains })
}

/// Both lists as one in text order. Each of them is in that order already: what a cue reports starts
/// behind what the cues before it report.
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
