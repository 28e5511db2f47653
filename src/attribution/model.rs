//! The log-linear model of all decisions, with its weights.
//!
//! The score of a candidate is the sum of the weights of its features; the scores of all turns of a
//! document become probabilities together (`crf.rs`). Weights are estimated on annotated documents
//! by `cargo xtask train`; the comment at the top of `weights/weights.txt` says on which.

use super::features::{
    Feature, Features, FindFeature, FindSituation, Situation, SpeakerFeature, SpeechFeature,
    SpeechSituation,
};
use super::source_kind::SourceKind;
use crate::report::Rule;
use crate::weights::{self, Thousandths, cut, number, same, thousandths};

/// The accuracy assumed for a rule without a case in the annotated documents: the label of a turn, which
/// names the speaker outright.
pub(super) const UNMEASURED: f64 = 0.9;

/// The weights of all decisions, in thousandths.
#[derive(Clone, Debug)]
pub struct Model {
    /// Weights of the features of candidates, by situation.
    speaker: [[Thousandths; SpeakerFeature::COUNT]; Situation::ALL.len()],
    /// Weights of the features of quoted stretches, by situation.
    speech: [[Thousandths; SpeechFeature::COUNT]; SpeechSituation::ALL.len()],
    /// Weights of the features of finds, by situation.
    find: [[Thousandths; FindFeature::COUNT]; FindSituation::ALL.len()],
    /// Slope and offset that turn the log-odds of a decision into a confidence, by situation.
    calibration: [[Thousandths; 2]; Situation::ALL.len()],
    /// Measured accuracy of the source that a rule finds, by rule.
    rules: [Option<Thousandths>; Rule::ALL.len()],
    /// Measured accuracy of the speaker when the source has only one candidate, by kind of source and rule.
    sources: [[Option<Thousandths>; Rule::ALL.len()]; SourceKind::ALL.len()],
}

/// The number of the variant of an enum that is called `$name` in the file.
macro_rules! number_of {
    ($enum:ident, $name:expr) => {{
        let mut number = 0;
        loop {
            if number == $enum::ALL.len() {
                break None;
            }
            if same($enum::ALL[number].as_str().as_bytes(), $name) {
                break Some(number);
            }
            number += 1;
        }
    }};
}

impl Model {
    /// The model that ships.
    pub(crate) fn shipped() -> &'static Self {
        static SHIPPED: Model = Model::parse(weights::TEXT);
        &SHIPPED
    }

    /// Reads a file of weights. The weight of a missing name is zero; unknown names are skipped.
    pub const fn parse(text: &str) -> Self {
        let mut model = Self {
            speaker: [[0; SpeakerFeature::COUNT]; Situation::ALL.len()],
            speech: [[0; SpeechFeature::COUNT]; SpeechSituation::ALL.len()],
            find: [[0; FindFeature::COUNT]; FindSituation::ALL.len()],
            calibration: [[1000, 0]; Situation::ALL.len()],
            rules: [None; Rule::ALL.len()],
            sources: [[None; Rule::ALL.len()]; SourceKind::ALL.len()],
        };
        let mut rest = text.as_bytes();
        while !rest.is_empty() {
            let (line, after) = cut(rest, b'\n');
            let (name, value) = cut(line, b' ');
            if let Some(value) = thousandths(value) {
                model.set(name, value);
            }
            rest = after;
        }
        model
    }

    const fn set(&mut self, name: &[u8], value: Thousandths) {
        let (situation, feature) = cut(name, b':');
        if let Some(situation) = number_of!(Situation, situation)
            && let Some(feature) = number_of!(SpeakerFeature, feature)
        {
            self.speaker[situation][feature] = value;
        }
        if let Some(situation) = number_of!(SpeechSituation, situation)
            && let Some(feature) = number_of!(SpeechFeature, feature)
        {
            self.speech[situation][feature] = value;
        }
        if let Some(situation) = number_of!(FindSituation, situation)
            && let Some(feature) = number_of!(FindFeature, feature)
        {
            self.find[situation][feature] = value;
        }
        let (owner, rest) = cut(name, b'.');
        if let Some(situation) = number_of!(Situation, owner) {
            self.calibration[situation][same(rest, b"offset") as usize] = value;
        }
        let (kind, rule) = cut(rest, b'.');
        if !same(owner, b"rule") {
        } else if let Some(rule) = number_of!(Rule, rest) {
            self.rules[rule] = Some(value);
        } else if let Some(kind) = number_of!(SourceKind, kind)
            && let Some(rule) = number_of!(Rule, rule)
        {
            self.sources[kind][rule] = Some(value);
        }
    }

    /// The score of one candidate.
    pub(crate) fn score(&self, situation: Situation, features: &Features<SpeakerFeature>) -> f64 {
        score(&self.speaker[situation as usize], features)
    }

    /// The score of words in quotation marks as speech: above zero they are speech.
    pub(crate) fn speech_score(
        &self,
        situation: SpeechSituation,
        features: &Features<SpeechFeature>,
    ) -> f64 {
        score(&self.speech[situation as usize], features)
    }

    /// How likely a find is right.
    pub(crate) fn find_confidence(
        &self,
        situation: FindSituation,
        features: &Features<FindFeature>,
    ) -> f64 {
        logistic(score(&self.find[situation as usize], features))
    }

    /// The weight of one feature.
    pub(crate) fn weight(&self, situation: Situation, feature: SpeakerFeature) -> f64 {
        number(self.speaker[situation as usize][feature as usize])
    }

    /// The confidence in a decision of probability `p`: how often such a decision is right.
    pub(crate) fn confidence(&self, situation: Situation, p: f64) -> f64 {
        let [slope, offset] = self.calibration[situation as usize].map(number);
        logistic(slope * log_odds(p) + offset)
    }

    /// Measured accuracy of the source that `rule` finds.
    pub(crate) fn rule_confidence(&self, rule: Rule) -> f64 {
        self.rules[rule as usize].map_or(UNMEASURED, number)
    }

    /// Measured accuracy of the speaker when the source that `rule` finds has only one candidate.
    pub(crate) fn speaker_confidence(&self, rule: Rule, source: SourceKind) -> f64 {
        let measured = self.sources[source as usize][rule as usize];
        measured.map_or_else(|| self.rule_confidence(rule), number)
    }
}

/// The logarithm of the odds of probability `p`.
pub(super) fn log_odds(p: f64) -> f64 {
    let p = p.clamp(0.001, 0.999);
    (p / (1.0 - p)).ln()
}

/// The probability of which `score` is the logarithm of the odds.
fn logistic(score: f64) -> f64 {
    1.0 / (1.0 + (-score).exp())
}

/// The sum of the weights of `features`.
fn score<F: Feature>(weights: &[Thousandths], features: &Features<F>) -> f64 {
    let weight = |feature: usize| weights.get(feature).copied().map_or(0.0, number);
    features.numbers().map(|(feature, value)| weight(feature) * value).sum()
}
