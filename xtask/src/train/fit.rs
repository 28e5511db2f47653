//! Finds the weights of maximum likelihood by resilient propagation (Riedmiller and Braun 1993).
//!
//! Each weight moves by a step of its own, which grows while the slope keeps its sign and shrinks when
//! the sign changes. The likelihood has one maximum, so the result does not depend on the path.

use quote_extractor::training::{Feature, Situation, Turn, weigh};

/// A weight for each situation and feature.
pub type Weights = Vec<Vec<f64>>;

/// The numbers of features, with their values.
pub type Values = Vec<(usize, f64)>;

/// An example of words in quotation marks, and whether they are speech.
pub struct Speech {
    pub situation: Situation,
    pub group: String,
    pub features: Values,
    pub right: bool,
}

/// The turns of a conversation, which are decided together.
pub struct Chain {
    pub group: String,
    pub turns: Vec<Choice>,
}

/// The choice between the candidates of one turn.
pub struct Choice {
    pub situation: Situation,
    pub identities: Vec<Option<usize>>,
    /// Whether each candidate is a speaker of the text; the others stand for somebody unknown.
    pub known: Vec<bool>,
    /// The features of each candidate and whether it is a right one.
    pub candidates: Vec<(Values, bool)>,
    pub links: [Values; 3],
    /// Whether the right answer is known.
    pub judged: bool,
}

/// How many steps each weight makes.
const STEPS: usize = 80;
/// How strongly weights are drawn to zero.
const PENALTY: f64 = 1.0;
/// The number of parts in which chains are summed. It does not depend on the number of cores, so the
/// sums are the same on every machine.
const PARTS: usize = 8;

/// The score of `values`.
pub fn score(values: &Values, weights: &[f64]) -> f64 {
    values.iter().map(|&(feature, value)| weights[feature] * value).sum()
}

/// The weights under which the right answers are most likely.
pub fn weights(speech: &[&Speech], chains: &[&Chain]) -> Weights {
    let mut weights = vec![vec![0.0; Feature::ALL.len()]; Situation::ALL.len()];
    let mut steps = vec![vec![0.1; Feature::ALL.len()]; Situation::ALL.len()];
    let mut last = vec![vec![0.0; Feature::ALL.len()]; Situation::ALL.len()];
    for _ in 0..STEPS {
        let slopes = gradient(speech, chains, &weights);
        for (s, slopes) in slopes.into_iter().enumerate() {
            for (f, slope) in slopes.into_iter().enumerate() {
                let turned = slope * last[s][f] < 0.0;
                let factor = if turned { 0.5 } else { 1.2 };
                steps[s][f] = f64::clamp(steps[s][f] * factor, 1e-5, 0.5);
                last[s][f] = if turned { 0.0 } else { slope };
                if slope != 0.0 && !turned {
                    weights[s][f] += steps[s][f] * slope.signum();
                }
            }
        }
    }
    weights
}

/// The slope of the penalised likelihood at `weights`.
fn gradient(speech: &[&Speech], chains: &[&Chain], weights: &Weights) -> Weights {
    let mut total: Weights =
        weights.iter().map(|w| w.iter().map(|weight| -PENALTY * weight).collect()).collect();
    for example in speech {
        let situation = example.situation as usize;
        let error = f64::from(u8::from(example.right)) - example.probability(weights);
        add(&mut total[situation], &example.features, error);
    }
    let size = chains.len().div_ceil(PARTS).max(1);
    let parts: Vec<Weights> = std::thread::scope(|scope| {
        let handles: Vec<_> = chains
            .chunks(size)
            .map(|part| {
                scope.spawn(move || {
                    let mut sum = vec![vec![0.0; Feature::ALL.len()]; Situation::ALL.len()];
                    part.iter().for_each(|chain| chain.add_slopes(weights, &mut sum));
                    sum
                })
            })
            .collect();
        handles.into_iter().flat_map(|handle| handle.join()).collect()
    });
    for part in parts {
        for (total, part) in total.iter_mut().flatten().zip(part.into_iter().flatten()) {
            *total += part;
        }
    }
    total
}

fn add(sum: &mut [f64], values: &Values, times: f64) {
    for &(feature, value) in values {
        sum[feature] += times * value;
    }
}

impl Speech {
    /// The probability that the words are speech.
    pub fn probability(&self, weights: &Weights) -> f64 {
        1.0 / (1.0 + (-score(&self.features, &weights[self.situation as usize])).exp())
    }
}

impl Chain {
    /// The turns as scores; with `given`, the candidates that are known to be wrong are ruled out.
    fn turns(&self, weights: &Weights, given: bool) -> Vec<Turn> {
        let turn = |choice: &Choice| {
            let weights = &weights[choice.situation as usize];
            let [last, before, both] = choice.links.each_ref().map(|values| score(values, weights));
            let scores = choice.candidates.iter().map(|(values, right)| {
                let ruled_out = given && choice.judged && !right;
                if ruled_out { f64::NEG_INFINITY } else { score(values, weights) }
            });
            Turn {
                speakers: choice.identities.clone(),
                scores: scores.collect(),
                links: [last, before, last + before + both],
            }
        };
        self.turns.iter().map(turn).collect()
    }

    /// Adds the slopes of the likelihood: the features expected if the right answers are given, minus
    /// those expected if they are not.
    fn add_slopes(&self, weights: &Weights, sum: &mut Weights) {
        let given = weigh(&self.turns(weights, true));
        let free = weigh(&self.turns(weights, false));
        for ((choice, given), free) in self.turns.iter().zip(given).zip(free) {
            let sum = &mut sum[choice.situation as usize];
            let each = given.candidates.iter().zip(&free.candidates);
            for ((values, _), (given, free)) in choice.candidates.iter().zip(each) {
                add(sum, values, given - free);
            }
            let [last, before, both] = [0, 1, 2].map(|link| given.links[link] - free.links[link]);
            add(sum, &choice.links[0], last + both);
            add(sum, &choice.links[1], before + both);
            add(sum, &choice.links[2], both);
        }
    }

    /// For each judged turn its situation, the probability of its best candidate, and whether that
    /// candidate is right. Somebody unknown is never the best.
    pub fn outcomes(&self, weights: &Weights) -> Vec<(Situation, f64, bool)> {
        let beliefs = weigh(&self.turns(weights, false));
        let judged = self.turns.iter().zip(beliefs).filter(|(choice, _)| choice.judged);
        let outcome = |(choice, belief): (&Choice, quote_extractor::training::Belief)| {
            let known = (0..choice.known.len()).filter(|&n| choice.known[n]);
            let best =
                known.max_by(|&a, &b| belief.candidates[a].total_cmp(&belief.candidates[b]))?;
            Some((choice.situation, belief.candidates[best], choice.candidates[best].1))
        };
        judged.filter_map(outcome).collect()
    }
}

/// The slope and the offset of the logistic curve from the log-odds of a choice to how often it is right.
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
