//! Finds the weights of maximum likelihood by resilient propagation (Riedmiller and Braun 1993).
//!
//! Each weight moves by a step of its own, which grows while the slope keeps its sign and shrinks when
//! the sign changes. The likelihood has one maximum, so the result does not depend on the path.

use super::chain::ChainExample;
use super::examples::BinaryExample;
use super::parallel::map_parts;
use super::weights::Table;

/// How many steps each weight makes.
const STEPS: usize = 80;
/// How strongly weights are drawn to zero.
const PENALTY: f64 = 1.0;
/// The number of parts in which chains are summed. It does not depend on the number of cores, so the
/// sums are the same on every machine.
const PARTS: usize = 8;

/// The weights under which the right answers are most likely.
pub fn weights(binary: &[&BinaryExample], chains: &[&ChainExample]) -> Table {
    let mut weights = Table::filled(0.0);
    let mut steps = Table::filled(0.1);
    let mut last = Table::filled(0.0);
    for _ in 0..STEPS {
        let slopes = slopes(binary, chains, &weights);
        let each = weights.numbers_mut().zip(steps.numbers_mut()).zip(last.numbers_mut());
        for (((weight, step), last), &slope) in each.zip(slopes.numbers()) {
            advance(weight, step, last, slope);
        }
    }
    weights
}

/// The same for a plain list of `count` weights: `add_slopes` adds the slopes of the likelihood.
pub fn climb(count: usize, add_slopes: impl Fn(&[f64], &mut [f64])) -> Vec<f64> {
    let mut weights = vec![0.0; count];
    let mut steps = vec![0.1; count];
    let mut last = vec![0.0; count];
    for _ in 0..STEPS {
        let mut slopes: Vec<f64> = weights.iter().map(|weight| -PENALTY * weight).collect();
        add_slopes(&weights, &mut slopes);
        for n in 0..count {
            advance(&mut weights[n], &mut steps[n], &mut last[n], slopes[n]);
        }
    }
    weights
}

/// Moves one weight by its step; `slope` is that of the likelihood, `last` the one before.
fn advance(weight: &mut f64, step: &mut f64, last: &mut f64, slope: f64) {
    let turned = slope * *last < 0.0;
    let factor = if turned { 0.5 } else { 1.2 };
    *step = f64::clamp(*step * factor, 1e-5, 0.5);
    *last = if turned { 0.0 } else { slope };
    if slope != 0.0 && !turned {
        *weight += *step * slope.signum();
    }
}

/// The slopes of the penalised likelihood at `weights`.
fn slopes(binary: &[&BinaryExample], chains: &[&ChainExample], weights: &Table) -> Table {
    let mut total = weights.clone();
    total.numbers_mut().for_each(|number| *number *= -PENALTY);
    for example in binary {
        let error = f64::from(u8::from(example.is_yes)) - example.probability(weights);
        example.features.add_to(&mut total[example.question], error);
    }
    let parts = map_parts(chains, PARTS, |part| {
        let mut sum = Table::filled(0.0);
        part.iter().for_each(|chain| chain.add_slopes(weights, &mut sum));
        sum
    });
    for part in parts {
        total.numbers_mut().zip(part.numbers()).for_each(|(total, part)| *total += part);
    }
    total
}

/// The slope and the offset of the logistic curve from the log-odds of an answer to how often it is right.
/// Each outcome is the probability of the answer, and whether it is right.
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
