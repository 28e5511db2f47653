//! What the estimation of weights needs to see of the decisions, for `cargo xtask train`.

use crate::attribution::{Decision, Findings};
use crate::report::{Report, build, name};
use crate::{Span, analyse};

pub use crate::attribution::{Feature, Features, Model, Situation};

/// A choice between candidates, as the model met it.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What the text shows of the source.
    pub situation: Situation,
    /// The content of the quotation, in bytes.
    pub content: Vec<Span>,
    /// Those it chose from.
    pub candidates: Vec<Candidate>,
}

/// One of those who may be the speaker.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The fullest name in the text.
    pub name: String,
    /// Where the text mentions the candidate, in bytes.
    pub mentions: Vec<Span>,
    /// What speaks for and against.
    pub features: Features,
}

/// The report that `model` gives for `text`, and the choices it took.
pub fn observe(text: &str, lang: &str, model: &Model) -> (Report, Vec<Choice>) {
    analyse(text, lang, model, |findings, statements, decisions| {
        let choices = decisions.into_iter().map(|decision| choice(findings, decision)).collect();
        (build(findings, &statements), choices)
    })
}

fn choice(findings: &Findings, decision: Decision) -> Choice {
    let candidates = decision.candidates.into_iter().map(|candidate| Candidate {
        name: candidate.entity.map_or("", |entity| name(findings, entity)).to_owned(),
        mentions: candidate.entity.map(|entity| mentions(findings, entity)).unwrap_or_default(),
        features: candidate.features,
    });
    Choice {
        situation: decision.situation,
        content: decision.content,
        candidates: candidates.collect(),
    }
}

fn mentions(findings: &Findings, entity: usize) -> Vec<Span> {
    let of = findings.speakers.of.iter().zip(&findings.mentions.all);
    of.filter(|(of, _)| **of == Some(entity))
        .map(|(_, mention)| findings.document.span(mention.tokens.start, mention.tokens.end))
        .collect()
}
