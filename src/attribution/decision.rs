//! What there is to choose from in one turn.

use super::candidate::Candidate;
use super::features::{Features, Situation, SpeakerFeature};
use super::model::Model;

/// The choice between the candidates of one turn.
#[derive(Clone, Debug)]
pub(crate) struct Decision {
    /// Number of the statement that is decided on.
    pub statement: usize,
    pub situation: Situation,
    pub candidates: Vec<Candidate>,
    /// Features of a candidate who spoke in earlier turns, see [`SpeakerFeature::link`]; none if they
    /// decide nothing.
    pub links: Features<SpeakerFeature>,
}

impl Decision {
    /// Whether there is a choice.
    pub(super) fn is_open(&self) -> bool {
        self.candidates.len() > 1
    }

    /// What is added to the score of a candidate who spoke in the previous turn, in the one before that,
    /// in both.
    pub(super) fn link_scores(&self, model: &Model) -> [f64; 3] {
        let mut scores = [0.0; 3];
        for (feature, value) in self.links.iter() {
            scores[feature.link()] += model.weight(self.situation, feature) * value;
        }
        let [last, before, both] = scores;
        [last, before, last + before + both]
    }
}
