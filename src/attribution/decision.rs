//! A decision of the model on who speaks.

use super::candidate::Candidate;
use super::features::{Features, Situation, SpeakerFeature};
use super::model::Model;
use crate::numbered::Numbered;

/// Who of its candidates speaks in one turn, or in a statement that is no turn.
#[derive(Clone, Debug)]
pub(crate) struct Decision {
    /// Number of the statement.
    pub statement: usize,
    pub situation: Situation,
    pub candidates: Numbered<Candidate>,
    /// Features of a candidate who spoke in earlier turns, see [`SpeakerFeature::link`]; empty if no turn
    /// nearby is open.
    pub links: Features<SpeakerFeature>,
}

impl Decision {
    /// Whether the speaker is open: there are several candidates.
    pub(super) fn is_open(&self) -> bool {
        self.candidates.len() > 1
    }

    /// What a candidate's score gains if the candidate spoke in the previous turn, in the one before, in both.
    pub(super) fn link_scores(&self, model: &Model) -> [f64; 3] {
        let mut scores = [0.0; 3];
        for (feature, value) in self.links.iter() {
            scores[feature.link()] += model.weight(self.situation, feature) * value;
        }
        let [last, before, both] = scores;
        [last, before, last + before + both]
    }
}
