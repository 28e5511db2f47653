//! The log-linear model that ranks candidates, with its weights.
//!
//! A candidate's score is the sum of the weights of its features; the scores of all turns of a
//! document become probabilities together (`chain.rs`). Weights are estimated on annotated documents
//! by `cargo xtask train` and lie in `weights.txt`, one `name value` a line, where the comment on
//! top says what they were estimated on.

use super::Decision;
use super::candidate::Candidate;
use super::chain::Turn;
use super::features::{Feature, Features, Situation};
use super::rule::Rule;
use super::weights_file::{cut, same, thousandths};
use crate::mention::MentionKind;

/// How sure a rule is that the annotated documents hold no case of: a transcript's labels, which
/// name the speaker outright.
const UNMEASURED: f64 = 0.9;

/// The weights of all decisions, in thousandths.
#[derive(Clone, Debug)]
pub struct Model {
    /// By situation and feature.
    weights: [[Thousandths; Feature::COUNT]; Situation::ALL.len()],
    /// Slope and offset that turn the log-odds of a choice into a confidence, by situation.
    calibration: [[Thousandths; 2]; Situation::ALL.len()],
    /// How often the words that a rule finds are the source, by rule.
    rules: [Option<Thousandths>; Rule::ALL.len()],
    /// How often the speaker is right whom those words mean, by kind of words and rule.
    speakers: [[Option<Thousandths>; Rule::ALL.len()]; SourceKind::ALL.len()],
}

/// A weight of the file, which has three decimals at most.
type Thousandths = i16;

/// The number nearest to the decimal fraction, as if it had been read from its digits.
fn number(thousandths: Thousandths) -> f64 {
    f64::from(thousandths) / 1000.0
}

/// The number of the variant of an enum that is called `$name` in the file.
macro_rules! number_of {
    ($enum:ident, $name:expr) => {{
        let mut number = 0;
        loop {
            if number == $enum::ALL.len() {
                break None;
            }
            if same($enum::ALL[number].name().as_bytes(), $name) {
                break Some(number);
            }
            number += 1;
        }
    }};
}

impl Model {
    /// The model that `weights.txt` holds; the compiler reads it, so that the program has the numbers
    /// only.
    pub(crate) fn shipped() -> &'static Self {
        static SHIPPED: Model = Model::parse(include_str!("weights.txt"));
        &SHIPPED
    }

    /// Reads weights; a name that is missing weighs nothing, an unknown one is passed over.
    pub const fn parse(text: &str) -> Self {
        let mut model = Self {
            weights: [[0; Feature::COUNT]; Situation::ALL.len()],
            calibration: [[1000, 0]; Situation::ALL.len()],
            rules: [None; Rule::ALL.len()],
            speakers: [[None; Rule::ALL.len()]; SourceKind::ALL.len()],
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
            && let Some(feature) = number_of!(Feature, feature)
        {
            self.weights[situation][feature] = value;
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
            self.speakers[kind][rule] = Some(value);
        }
    }

    /// The score of one candidate.
    pub(crate) fn score(&self, situation: Situation, features: &Features) -> f64 {
        let weights = &self.weights[situation as usize];
        features.iter().map(|(feature, value)| number(weights[feature as usize]) * value).sum()
    }

    /// A decision as the numbers that it is weighed by, together with others.
    pub(crate) fn turn(&self, decision: &Decision) -> Turn {
        Turn {
            speakers: decision.candidates.iter().map(Candidate::identity).collect(),
            scores: decision.candidates.iter().map(|candidate| candidate.score).collect(),
            links: self.links(decision),
        }
    }

    /// What is added to the score of a candidate who spoke in the turn before, in the one before that,
    /// in both.
    pub(crate) fn links(&self, decision: &Decision) -> [f64; 3] {
        let mut links = [0.0; 3];
        for (feature, value) in decision.links.iter() {
            links[feature.link()] += self.weight(decision.situation, feature) * value;
        }
        let [last, before, both] = links;
        [last, before, last + before + both]
    }

    /// The weight of one feature.
    pub(crate) fn weight(&self, situation: Situation, feature: Feature) -> f64 {
        number(self.weights[situation as usize][feature as usize])
    }

    /// How often a choice of probability `p` is right.
    pub(crate) fn confidence(&self, situation: Situation, p: f64) -> f64 {
        let [slope, offset] = self.calibration[situation as usize].map(number);
        let p = p.clamp(0.001, 0.999);
        1.0 / (1.0 + (-(slope * (p / (1.0 - p)).ln() + offset)).exp())
    }

    /// How often the words that `rule` finds are the source.
    pub(crate) fn rule_confidence(&self, rule: Rule) -> f64 {
        self.rules[rule as usize].map_or(UNMEASURED, number)
    }

    /// How often the speaker is right whom those words mean, where no choice is left.
    pub(crate) fn speaker_confidence(&self, rule: Rule, source: SourceKind) -> f64 {
        let measured = self.speakers[source as usize][rule as usize];
        measured.map_or_else(|| self.rule_confidence(rule), number)
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
    /// All of them, in the order of their numbers.
    const ALL: [Self; 4] = [Self::StoryName, Self::StoryOther, Self::ReportName, Self::ReportOther];

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
