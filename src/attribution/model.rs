//! The log-linear model that ranks candidates, with its weights.
//!
//! A candidate's score is the sum of the weights of its features; the scores of all turns of a
//! document become probabilities together (`chain.rs`). Weights are estimated on annotated documents
//! by `cargo xtask train` and lie in `weights.txt`, one `name value` a line, where the comment on
//! top says what they were estimated on.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::Decision;
use super::candidate::Candidate;
use super::chain::Turn;
use super::features::{Feature, Features, Situation};
use super::rule::Rule;
use crate::mention::MentionKind;

/// How sure a rule is that the annotated documents hold no case of: a transcript's labels, which
/// name the speaker outright.
const UNMEASURED: f64 = 0.9;

/// The weights of all decisions.
#[derive(Clone, Debug)]
pub struct Model {
    /// By situation and feature.
    weights: Vec<[f64; Feature::COUNT]>,
    /// Slope and offset that turn the log-odds of a choice into a confidence, by situation.
    calibration: Vec<(f64, f64)>,
    /// How often a source found by a rule is right.
    rules: HashMap<String, f64>,
}

impl Model {
    /// The model that `weights.txt` holds.
    pub(crate) fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Model> = OnceLock::new();
        SHIPPED.get_or_init(|| Self::parse(include_str!("weights.txt")))
    }

    /// Reads weights; a name that is missing weighs nothing, an unknown one is passed over.
    pub fn parse(text: &str) -> Self {
        let values: HashMap<&str, f64> = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once(' '))
            .filter_map(|(name, value)| Some((name, value.trim().parse().ok()?)))
            .collect();
        let value = |name: &str| values.get(name).copied();
        let weights = Situation::ALL.map(|situation| {
            let mut weights = [0.0; Feature::COUNT];
            for feature in Feature::ALL {
                let name = format!("{}:{}", situation.name(), feature.name());
                weights[feature as usize] = value(&name).unwrap_or(0.0);
            }
            weights
        });
        let calibration = Situation::ALL.map(|situation| {
            let part = |part: &str| value(&format!("{}.{part}", situation.name()));
            (part("slope").unwrap_or(1.0), part("offset").unwrap_or(0.0))
        });
        let rules = values
            .iter()
            .filter_map(|(name, &value)| Some((name.strip_prefix("rule.")?.to_owned(), value)))
            .collect();
        Self { weights: weights.to_vec(), calibration: calibration.to_vec(), rules }
    }

    /// The score of one candidate.
    pub(crate) fn score(&self, situation: Situation, features: &Features) -> f64 {
        let weights = &self.weights[situation as usize];
        features.iter().map(|(feature, value)| weights[feature as usize] * value).sum()
    }

    /// A decision as the numbers that it is weighed by, together with others.
    pub(crate) fn turn(&self, decision: &Decision) -> Turn {
        let score = |features: &Features| self.score(decision.situation, features);
        let [last, before, both] = decision.links.each_ref().map(score);
        Turn {
            speakers: decision.candidates.iter().map(Candidate::identity).collect(),
            scores: decision.candidates.iter().map(|c| score(&c.features)).collect(),
            links: [last, before, last + before + both],
        }
    }

    /// The weight of one feature.
    pub(crate) fn weight(&self, situation: Situation, feature: Feature) -> f64 {
        self.weights[situation as usize][feature as usize]
    }

    /// How often a choice of probability `p` is right.
    pub(crate) fn confidence(&self, situation: Situation, p: f64) -> f64 {
        let (slope, offset) = self.calibration[situation as usize];
        let p = p.clamp(0.001, 0.999);
        1.0 / (1.0 + (-(slope * (p / (1.0 - p)).ln() + offset)).exp())
    }

    /// How often the words that `rule` finds are the source.
    pub(crate) fn rule_confidence(&self, rule: Rule) -> f64 {
        self.rules.get(rule.name()).copied().unwrap_or(UNMEASURED)
    }

    /// How often the speaker is right whom those words mean, where no choice is left.
    pub(crate) fn speaker_confidence(&self, rule: Rule, source: SourceKind) -> f64 {
        let key = format!("{}.{}", source.name(), rule.name());
        self.rules.get(&key).copied().unwrap_or_else(|| self.rule_confidence(rule))
    }
}

/// What the words beside a quotation are, and in what kind of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// A name in a story.
    StoryName,
    /// A description or "I" in a story.
    StoryOther,
    /// A name in a report.
    ReportName,
    /// A description in a report.
    ReportOther,
}

impl SourceKind {
    pub(crate) const fn of(story: bool, mention: MentionKind) -> Self {
        match (story, mention) {
            (true, MentionKind::Name) => Self::StoryName,
            (true, _) => Self::StoryOther,
            (false, MentionKind::Name) => Self::ReportName,
            (false, _) => Self::ReportOther,
        }
    }

    /// The name used in the file of weights.
    pub const fn name(self) -> &'static str {
        match self {
            Self::StoryName => "story-name",
            Self::StoryOther => "story-other",
            Self::ReportName => "report-name",
            Self::ReportOther => "report-other",
        }
    }
}
