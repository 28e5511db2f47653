//! The weights while they are estimated.

use std::ops::{Index, IndexMut};

use quote_extractor::training::{
    Feature, Features, FindFeature, FindSituation, Situation, SpeakerFeature, SpeechFeature,
    SpeechSituation,
};

/// A question that the model answers. Each has weights of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Who speaks?
    Speaker(Situation),
    /// Are words in quotation marks speech?
    Speech(SpeechSituation),
    /// Is a find a quotation with the right extent?
    Find(FindSituation),
}

impl Question {
    /// All questions, in the order of the file of weights.
    pub fn all() -> impl Iterator<Item = Self> {
        let speaker = Situation::ALL.into_iter().map(Self::Speaker);
        let speech = SpeechSituation::ALL.into_iter().map(Self::Speech);
        speaker.chain(speech).chain(FindSituation::ALL.into_iter().map(Self::Find))
    }

    /// The name used in the file of weights.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Speaker(situation) => situation.as_str(),
            Self::Speech(situation) => situation.as_str(),
            Self::Find(situation) => situation.as_str(),
        }
    }

    /// The names of the features that answer it, in the order of their numbers.
    pub fn features(self) -> Vec<&'static str> {
        match self {
            Self::Speaker(_) => SpeakerFeature::ALL.map(SpeakerFeature::as_str).to_vec(),
            Self::Speech(_) => SpeechFeature::ALL.map(SpeechFeature::as_str).to_vec(),
            Self::Find(_) => FindFeature::ALL.map(FindFeature::as_str).to_vec(),
        }
    }

    fn number(self) -> usize {
        match self {
            Self::Speaker(situation) => situation as usize,
            Self::Speech(situation) => Situation::ALL.len() + situation as usize,
            Self::Find(situation) => {
                Situation::ALL.len() + SpeechSituation::ALL.len() + situation as usize
            }
        }
    }
}

/// A number for each feature of each question: its weight, or the slope of the likelihood by that weight.
#[derive(Clone)]
pub struct Table(Vec<Vec<f64>>);

impl Table {
    /// A table with `number` everywhere.
    pub fn filled(number: f64) -> Self {
        Self(Question::all().map(|question| vec![number; question.features().len()]).collect())
    }

    pub fn numbers(&self) -> impl Iterator<Item = &f64> {
        self.0.iter().flatten()
    }

    pub fn numbers_mut(&mut self) -> impl Iterator<Item = &mut f64> {
        self.0.iter_mut().flatten()
    }
}

impl Index<Question> for Table {
    type Output = [f64];

    fn index(&self, question: Question) -> &[f64] {
        &self.0[question.number()]
    }
}

impl IndexMut<Question> for Table {
    fn index_mut(&mut self, question: Question) -> &mut [f64] {
        &mut self.0[question.number()]
    }
}

/// The features that hold, by number, with their values.
pub struct Values(Vec<(usize, f64)>);

impl Values {
    pub fn of<F: Feature>(features: &Features<F>) -> Self {
        Self(features.iter().map(|(feature, value)| (feature.number(), value)).collect())
    }

    /// The score that `weights` give.
    pub fn score(&self, weights: &[f64]) -> f64 {
        self.0.iter().map(|&(feature, value)| weights[feature] * value).sum()
    }

    /// Adds the values to `sum`, `times` over.
    pub fn add_to(&self, sum: &mut [f64], times: f64) {
        for &(feature, value) in &self.0 {
            sum[feature] += times * value;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_question_has_a_row_of_its_own() {
        let mut table = Table::filled(0.0);
        for (n, question) in Question::all().enumerate() {
            table[question][0] = n as f64;
        }
        for (n, question) in Question::all().enumerate() {
            assert_eq!(table[question][0], n as f64, "{question:?}");
            assert_eq!(table[question].len(), question.features().len(), "{question:?}");
        }
    }
}
