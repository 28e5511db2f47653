//! What the likelihood of weights depends on: how often each candidate and each link is expected.

use crate::attribution::crf::{Factors, Step, Turn, forward_parts, probabilities, sweep};

/// What is expected of one turn, given all turns of its chain.
#[derive(Clone, Debug, Default)]
pub struct Expectation {
    /// The probability of each candidate.
    pub candidates: Vec<f64>,
    /// The probability that the speaker is that of the previous turn only, of the one before that only, of
    /// both.
    pub links: [f64; 3],
}

/// The expectations of all turns of a chain.
pub fn expectations(turns: &[Turn]) -> Vec<Expectation> {
    let mut all = vec![Expectation::default(); turns.len()];
    sweep(turns, 0..turns.len(), |n, steps, forward, backward| {
        let before = n.checked_sub(1).map(|n| forward[n]);
        all[n] = Expectation {
            candidates: probabilities(forward[n], backward),
            links: links(&steps[n], before, forward[n], backward),
        };
    });
    all
}

fn links(
    step: &Step,
    before: Option<Factors>,
    forward: Factors,
    backward: Option<Factors>,
) -> [f64; 3] {
    let mut links = [0.0; 3];
    let mut sum = 0.0;
    for (i, row) in forward.rows().enumerate() {
        let total = before.map_or(1.0, |before| before.rows().map(|row| row[i]).sum());
        for (j, (candidate, cell)) in step.candidates.iter().zip(row).enumerate() {
            let later = backward.map_or(1.0, |factors| factors.at(i, j));
            let (other, same) = forward_parts(step, i, candidate, before, total);
            let whole = cell * later;
            // The share of the assignments with the same speaker in the turn before the previous one.
            let again = if other + same > 0.0 { whole * same / (other + same) } else { 0.0 };
            sum += whole;
            if candidate.last == Some(i) {
                links[0] += whole - again;
                links[2] += again;
            } else {
                links[1] += again;
            }
        }
    }
    if sum > 0.0 { links.map(|p| p / sum) } else { links }
}
