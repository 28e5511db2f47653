//! Maximum likelihood for the ranking model, by gradient ascent with momentum.

use quote_extractor::training::{Feature, Situation};

/// A weight for each situation and feature.
pub type Weights = Vec<Vec<f64>>;

/// One choice: the features of each candidate and whether it is a right one.
pub struct Example {
    pub situation: Situation,
    pub group: String,
    pub candidates: Vec<(Vec<(usize, f64)>, bool)>,
}

const STEPS: usize = 600;
/// How strongly weights are drawn to zero, in examples.
const PENALTY: f64 = 2.0;

impl Example {
    fn probabilities(&self, weights: &[f64]) -> Vec<f64> {
        let scores = self.candidates.iter().map(|(features, _)| {
            features.iter().map(|&(feature, value)| weights[feature] * value).sum::<f64>()
        });
        let scores: Vec<f64> = scores.collect();
        let highest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let odds: Vec<f64> = scores.iter().map(|score| (score - highest).exp()).collect();
        let total: f64 = odds.iter().sum();
        odds.into_iter().map(|odd| odd / total).collect()
    }

    /// Probability of the best candidate and whether it is right.
    pub fn best(&self, weights: &Weights) -> Option<(f64, bool)> {
        let probabilities = self.probabilities(&weights[self.situation as usize]);
        let best = (0..probabilities.len())
            .max_by(|&a, &b| probabilities[a].total_cmp(&probabilities[b]))?;
        Some((probabilities[best], self.candidates[best].1))
    }
}

/// The weights under which the right candidates are most likely.
pub fn weights(examples: &[&Example]) -> Weights {
    let mut weights = vec![vec![0.0; Feature::ALL.len()]; Situation::ALL.len()];
    for (situation, weights) in weights.iter_mut().enumerate() {
        let own: Vec<&&Example> = examples
            .iter()
            .filter(|example| example.situation as usize == situation)
            .filter(|example| example.candidates.iter().any(|candidate| candidate.1))
            .filter(|example| example.candidates.len() > 1)
            .collect();
        let mut speed = vec![0.0; weights.len()];
        for step in 0..STEPS {
            let rate = 2.0 / (1.0 + step as f64 / 100.0) / (own.len().max(1) as f64);
            let slopes = gradient(&own, weights);
            for ((weight, speed), slope) in weights.iter_mut().zip(&mut speed).zip(slopes) {
                *speed = 0.9 * *speed + slope;
                *weight += rate * *speed;
            }
        }
    }
    weights
}

fn gradient(examples: &[&&Example], weights: &[f64]) -> Vec<f64> {
    let mut gradient: Vec<f64> = weights.iter().map(|weight| -PENALTY * weight).collect();
    for example in examples {
        let probabilities = example.probabilities(weights);
        let right: f64 = example
            .candidates
            .iter()
            .zip(&probabilities)
            .filter(|((_, right), _)| *right)
            .map(|(_, p)| p)
            .sum();
        for ((features, is_right), p) in example.candidates.iter().zip(&probabilities) {
            let expected = if *is_right { p / right.max(1e-12) } else { 0.0 };
            for &(feature, value) in features {
                gradient[feature] += (expected - p) * value;
            }
        }
    }
    gradient
}

/// Slope and offset of the logistic curve from the log-odds of a choice to how often it is right.
pub fn calibration(outcomes: &[(f64, bool)]) -> (f64, f64) {
    let (mut slope, mut offset) = (1.0, 0.0);
    for _ in 0..4000 {
        let (mut by_slope, mut by_offset) = (0.0, 0.0);
        for &(p, right) in outcomes {
            let p = p.clamp(0.001, 0.999);
            let odds = (p / (1.0 - p)).ln();
            let error = f64::from(u8::from(right)) - 1.0 / (1.0 + (-(slope * odds + offset)).exp());
            by_slope += error * odds;
            by_offset += error;
        }
        slope += 0.05 * by_slope / outcomes.len().max(1) as f64;
        offset += 0.2 * by_offset / outcomes.len().max(1) as f64;
    }
    (slope, offset)
}
