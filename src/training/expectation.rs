//! Expectations, from which the likelihood of weights and its slopes follow.

use crate::attribution::crf::{Factors, Step, Variable, forward_parts, probabilities, sweep};

/// The expectations of one turn, given all turns of its chain.
#[derive(Clone, Debug, Default)]
pub struct Expectation {
    /// The probability of each candidate.
    pub candidates: Vec<f64>,
    /// The probability that the speaker spoke only in the previous turn, only in the one before, in both.
    pub links: [f64; 3],
}

/// The expectations of all turns of a chain.
pub fn expectations(turns: &[Variable]) -> Vec<Expectation> {
    let mut all = vec![Expectation::default(); turns.len()];
    sweep(turns, 0..turns.len(), |n, steps, forward, backward| {
        let previous = n.checked_sub(1).map(|n| forward[n]);
        all[n] = Expectation {
            candidates: probabilities(forward[n], backward),
            links: links(&steps[n], previous, forward[n], backward),
        };
    });
    all
}

/// The probability of each link of the variable of `step`. `previous` has the forward sums of the
/// previous variable.
fn links(
    step: &Step,
    previous: Option<Factors>,
    forward: Factors,
    backward: Option<Factors>,
) -> [f64; 3] {
    let mut links = [0.0; 3];
    let mut sum = 0.0;
    for (i, row) in forward.rows().enumerate() {
        let total = previous.map_or(1.0, |previous| previous.rows().map(|row| row[i]).sum());
        for (j, (state, cell)) in step.states.iter().zip(row).enumerate() {
            let (other, same) = forward_parts(step, i, state, previous, total);
            let product = cell * backward.map_or(1.0, |factors| factors.at(i, j));
            // The share of the assignments with the same speaker in the turn before the previous one.
            let again = if other + same > 0.0 { product * same / (other + same) } else { 0.0 };
            sum += product;
            if state.previous == Some(i) {
                links[0] += product - again;
                links[2] += again;
            } else {
                links[1] += again;
            }
        }
    }
    if sum > 0.0 { links.map(|p| p / sum) } else { links }
}
