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

#[cfg(test)]
mod tests {
    use super::*;

    /// The expectations of a chain, summed over all ways to give each turn one of its candidates.
    fn enumerated(turns: &[Variable]) -> Vec<Expectation> {
        let empty = |turn: &Variable| Expectation {
            candidates: vec![0.0; turn.speakers.len()],
            links: [0.0; 3],
        };
        let mut all: Vec<Expectation> = turns.iter().map(empty).collect();
        let mut total = 0.0;
        for number in 0..turns.iter().map(|turn| turn.speakers.len()).product() {
            let assignment = assignment(turns, number);
            let links: Vec<_> = (0..turns.len()).map(|n| link(turns, &assignment, n)).collect();
            let each = turns.iter().zip(&assignment).zip(&links);
            let scores = each.map(|((turn, &candidate), link)| {
                turn.scores[candidate] + link.map_or(0.0, |link| turn.links[link])
            });
            let p = scores.sum::<f64>().exp();
            total += p;
            for ((own, candidate), link) in all.iter_mut().zip(assignment).zip(links) {
                own.candidates[candidate] += p;
                if let Some(link) = link {
                    own.links[link] += p;
                }
            }
        }
        for own in &mut all {
            own.candidates.iter_mut().chain(&mut own.links).for_each(|sum| *sum /= total);
        }
        all
    }

    /// The index of the candidate of each turn: the digits of `number`.
    fn assignment(turns: &[Variable], mut number: usize) -> Vec<usize> {
        let digits = turns.iter().map(|turn| {
            let digit = number % turn.speakers.len();
            number /= turn.speakers.len();
            digit
        });
        digits.collect()
    }

    /// What links turn `n` to the turns before it: the speaker of the previous one only (0), of the one
    /// before that only (1), of both (2).
    fn link(turns: &[Variable], assignment: &[usize], n: usize) -> Option<usize> {
        let own = turns[n].speakers[assignment[n]]?;
        let speaks = |back: usize| {
            let n = n.checked_sub(back)?;
            turns[n].speakers[assignment[n]].filter(|speaker| *speaker == own)
        };
        match (speaks(1).is_some(), speaks(2).is_some()) {
            (true, false) => Some(0),
            (false, true) => Some(1),
            (true, true) => Some(2),
            (false, false) => None,
        }
    }

    #[test]
    fn the_expectations_equal_those_of_an_enumeration() {
        let turn = |speakers: &[Option<usize>], scores: &[f64], links| Variable {
            speakers: speakers.to_vec(),
            scores: scores.to_vec(),
            links,
        };
        let (a, b, c, unknown) = (Some(1), Some(2), Some(3), None);
        let turns = [
            turn(&[a, b, unknown], &[0.3, -0.2, 0.1], [0.0; 3]),
            turn(&[b, a, unknown], &[0.1, 0.4, -0.6], [0.7, 0.0, 0.0]),
            turn(&[c, a, b, unknown], &[0.0, 0.5, -0.5, 0.2], [-0.4, 0.9, 0.2]),
            // Annotated: two candidates are wrong.
            turn(&[a, b, c], &[f64::NEG_INFINITY, 0.8, f64::NEG_INFINITY], [1.1, -0.7, 0.6]),
            turn(&[a], &[0.0], [0.3, 0.3, 0.3]),
            turn(&[c, unknown, b, a], &[-1.0, 0.0, 0.4, 0.4], [-0.8, 1.2, -0.1]),
        ];
        let (found, expected) = (expectations(&turns), enumerated(&turns));
        for (n, (found, expected)) in found.iter().zip(&expected).enumerate() {
            let pairs = found.candidates.iter().zip(&expected.candidates);
            for (found, expected) in pairs.chain(found.links.iter().zip(&expected.links)) {
                assert!((found - expected).abs() < 1e-12, "turn {n}: {found} {expected}");
            }
        }
        assert!(expected[2].links.iter().all(|link| *link > 0.0), "{expected:?}");
        assert_eq!(found.len(), expected.len());
    }
}
