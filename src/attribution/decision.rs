//! Decisions of the model, kept for the estimation of its weights.

use super::candidate::Candidate;
use super::features::{Features, Situation};
use super::model::SourceKind;
use super::rule::Rule;
use crate::span::Span;

/// What there was to choose from at one place.
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "train"), expect(dead_code, reason = "read by the training only"))]
pub(crate) struct Decision {
    pub situation: Situation,
    /// The quotation that was decided on.
    pub content: Vec<Span>,
    /// Who might have said it; where speech is decided on, the features of the quoted words, which
    /// are weighed against nothing.
    pub candidates: Vec<Candidate>,
    /// What found the source, where its words stand beside the quotation.
    pub source: Option<(Rule, SourceKind)>,
    /// What holds for the candidate who spoke in the turn before, in the one before that, in both.
    pub links: [Features; 3],
}

/// All decisions on one document.
#[derive(Clone, Debug, Default)]
#[cfg_attr(not(feature = "train"), expect(dead_code, reason = "read by the training only"))]
pub(crate) struct Decisions {
    /// Whether words in quotation marks are speech.
    pub speech: Vec<Decision>,
    /// Who speaks: chains of turns that were weighed together.
    pub chains: Vec<Vec<Decision>>,
}

impl Decision {
    /// The decision whether quoted words are speech.
    pub(super) fn of_speech(situation: Situation, content: Vec<Span>, features: Features) -> Self {
        let candidates = vec![Candidate { entity: None, features }];
        Self { situation, content, candidates, source: None, links: Default::default() }
    }
}
