//! Decisions of the model, kept for the estimation of its weights.

use super::candidate::Candidate;
use super::features::{Features, Situation};
use super::model::SourceKind;
use super::rule::Rule;

/// What there was to choose from at one place.
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "train"), expect(dead_code, reason = "read by the training only"))]
pub(crate) struct Decision {
    /// Number of the statement that was decided on.
    pub statement: usize,
    pub situation: Situation,
    /// Who might have said it.
    pub candidates: Vec<Candidate>,
    /// What found the source, where its words stand beside the quotation.
    pub source: Option<(Rule, SourceKind)>,
    /// What holds for a candidate who spoke before, see `Feature::link`; nothing where that decides
    /// nothing.
    pub links: Features,
}

impl Decision {
    /// Whether there is a choice.
    pub(super) fn is_open(&self) -> bool {
        self.candidates.len() > 1
    }
}

/// Whether words in quotation marks are speech.
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "train"), expect(dead_code, reason = "read by the training only"))]
pub(crate) struct SpeechDecision {
    /// Number of the quoted stretch.
    pub quote: usize,
    pub situation: Situation,
    pub features: Features,
}

/// All decisions on one document.
#[derive(Clone, Debug, Default)]
#[cfg_attr(not(feature = "train"), expect(dead_code, reason = "read by the training only"))]
pub(crate) struct Decisions {
    /// Whether words in quotation marks are speech.
    pub speech: Vec<SpeechDecision>,
    /// Who speaks: chains of turns that were weighed together.
    pub chains: Vec<Vec<Decision>>,
}
