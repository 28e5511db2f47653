//! A candidate: an entity that may be the speaker, or somebody unknown.

use crate::attribution::features::{Features, SpeakerFeature};

/// Somebody who may be the speaker.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// Number of the entity; `None` for somebody unknown.
    pub entity: Option<usize>,
    pub features: Features<SpeakerFeature>,
    /// The sum of the weights of the features.
    pub score: f64,
}

impl Candidate {
    /// Identifies the candidate across the turns of a chain. Somebody unknown is the same person in all open
    /// turns, because a conversation seldom has two unknown speakers.
    pub(crate) fn identity(&self) -> Option<usize> {
        self.entity.or(self.features.has(SpeakerFeature::Nobody).then_some(usize::MAX))
    }
}
