//! How training observes the decisions: it passes in a recorder, and inference does not know what the
//! recorder does.

use super::decision::Decision;
use super::features::{Features, FindFeature, FindSituation, SpeechFeature, SpeechSituation};
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

    /// Records the features by which the model judges whether statement `number` is a quotation with the right
    /// extent.
    fn find(&mut self, number: usize, situation: FindSituation, features: Features<FindFeature>);

    /// Records a chain of turns whose speakers the model decides together.
    fn chain(&mut self, findings: &Findings, statements: &[Statement], chain: Vec<Decision>);
}

/// Records nothing.
pub(crate) struct Unrecorded;

impl Recorder for Unrecorded {
    const EVERY_TURN: bool = false;

    fn speech(&mut self, _: usize, _: SpeechSituation, _: Features<SpeechFeature>) {}

    fn find(&mut self, _: usize, _: FindSituation, _: Features<FindFeature>) {}

    fn chain(&mut self, _: &Findings, _: &[Statement], _: Vec<Decision>) {}
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::analysis::Analysis;
    use crate::attribution::features::Situation;
    use crate::attribution::{Model, attribute};
    use crate::options::Options;

    /// Records the turns: the number of the statement and its situation.
    #[derive(Default)]
    struct Turns<const EVERY: bool>(Vec<(usize, Situation)>);

    impl<const EVERY: bool> Recorder for Turns<EVERY> {
        const EVERY_TURN: bool = EVERY;

        fn speech(&mut self, _: usize, _: SpeechSituation, _: Features<SpeechFeature>) {}

        fn find(&mut self, _: usize, _: FindSituation, _: Features<FindFeature>) {}

        fn chain(&mut self, _: &Findings, _: &[Statement], chain: Vec<Decision>) {
            self.0.extend(chain.iter().map(|decision| (decision.statement, decision.situation)));
        }
    }

    impl<const EVERY: bool> Turns<EVERY> {
        /// The turns that are open, in text order.
        fn open(&self) -> Vec<usize> {
            let open = self.0.iter().filter(|(_, situation)| *situation != Situation::Named);
            let mut open: Vec<usize> = open.map(|(statement, _)| *statement).collect();
            open.sort_unstable();
            open
        }
    }

    #[test]
    fn each_open_turn_is_seen_once() {
        let specs = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/spec")).unwrap();
        let mut left_out = 0;
        for spec in specs {
            let text = fs::read_to_string(spec.unwrap().path()).unwrap();
            let analysis = Analysis::of(&text, &Options::new());
            let findings = Findings { analysis: &analysis, model: Model::shipped() };
            let (mut every, mut needed) = (Turns::<true>::default(), Turns::<false>::default());
            let statements = attribute(&findings, &mut every);
            attribute(&findings, &mut needed);

            let decided = statements.iter().enumerate().filter(|(_, s)| s.evidence.is_some());
            let decided: Vec<usize> = decided.map(|(n, _)| n).collect();
            let open = every.open();
            assert!(open.windows(2).all(|pair| pair[0] < pair[1]), "twice: {open:?}");
            assert!(decided.iter().all(|n| open.contains(n)), "{decided:?} of {open:?}");
            assert_eq!(needed.open(), open);
            left_out += every.0.len() - needed.0.len();
        }
        assert!(left_out > 0, "no text has named turns that affect no open one");
    }
}
