//! How training observes the decisions: it passes in a recorder, and inference does not know what the
//! recorder does.

use super::decision::Decision;
use super::features::{Features, SpeechFeature, SpeechSituation};
use super::findings::Findings;
use super::statement::Statement;

/// Sees each decision of the model.
pub(crate) trait Recorder {
    /// Whether a chain contains every turn, and not only those that are open or affect an open one.
    const EVERY_TURN: bool;

    /// Records the features by which the model decides whether the quoted stretch `quote` is speech.
    fn speech(
        &mut self,
        quote: usize,
        situation: SpeechSituation,
        features: Features<SpeechFeature>,
    );

    /// Records a chain of turns whose speakers the model decides together.
    fn chain(&mut self, findings: &Findings, statements: &[Statement], chain: Vec<Decision>);
}

/// Records nothing.
pub(crate) struct Unrecorded;

impl Recorder for Unrecorded {
    const EVERY_TURN: bool = false;

    fn speech(&mut self, _: usize, _: SpeechSituation, _: Features<SpeechFeature>) {}

    fn chain(&mut self, _: &Findings, _: &[Statement], _: Vec<Decision>) {}
}
