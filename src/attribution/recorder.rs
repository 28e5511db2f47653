//! How training observes the decisions: it passes in a recorder, and inference knows nothing of it.

use super::decision::Decision;
use super::features::{Features, SpeechFeature, SpeechSituation};
use super::findings::Findings;
use super::statement::Statement;

/// Sees each decision of the model.
pub(crate) trait Recorder {
    /// Whether to record the turns that nothing is open about, too.
    const EVERY_TURN: bool;

    /// Records whether the quoted stretch with number `quote` is speech: the features that decide.
    fn speech(
        &mut self,
        quote: usize,
        situation: SpeechSituation,
        features: Features<SpeechFeature>,
    );

    /// Records who speaks in a chain of turns that were decided together.
    fn chain(&mut self, findings: &Findings, statements: &[Statement], chain: Vec<Decision>);
}

/// Records nothing.
pub(crate) struct Unrecorded;

impl Recorder for Unrecorded {
    const EVERY_TURN: bool = false;

    fn speech(&mut self, _: usize, _: SpeechSituation, _: Features<SpeechFeature>) {}

    fn chain(&mut self, _: &Findings, _: &[Statement], _: Vec<Decision>) {}
}
