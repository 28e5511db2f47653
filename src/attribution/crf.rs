//! A conditional random field over the turns of a conversation: how likely each candidate is, given all
//! turns.
//!
//! Who speaks depends on who spoke before, and a name that comes late decides earlier turns as well. So
//! the turns are a linear chain of second order. Each turn is a [`Variable`], and its candidates are the
//! states: a state has a score, and more if its speaker also spoke in the previous turn or in the one
//! before. The forward-backward algorithm sums over all assignments of states to variables, in time linear in
//! the number of variables (Lafferty, McCallum and Pereira 2001; Rabiner 1989).

use std::ops::Range;

/// A turn as the field reads it: a variable with a state for each candidate.
#[derive(Clone, Debug)]
pub struct Variable {
    /// The speaker of each state; a `None` equals no other `None`.
    pub speakers: Vec<Option<usize>>,
    /// The score of each state; negative infinity rules it out.
    pub scores: Vec<f64>,
    /// What a state's score gains if its speaker spoke in the previous turn, in the one before, in both.
    pub links: [f64; 3],
}

impl Variable {
    /// A variable before the first one, with nobody as its speaker.
    fn silence() -> Self {
        Self { speakers: vec![None], scores: vec![0.0], links: [0.0; 3] }
    }

    /// The index of the state with `speaker`.
    fn state_of(&self, speaker: Option<usize>) -> Option<usize> {
        speaker.and_then(|_| self.speakers.iter().position(|own| *own == speaker))
    }
}

/// The probability of each state, for each variable; empty for variables with one state.
pub(crate) fn marginals(variables: &[Variable]) -> Vec<Vec<f64>> {
    let mut marginals = vec![Vec::new(); variables.len()];
    let is_open = |variable: &Variable| variable.speakers.len() > 1;
    let first = variables.iter().position(is_open).unwrap_or(variables.len());
    let end = variables.iter().rposition(is_open).map_or(0, |n| n + 1);
    sweep(variables, first..end, |n, _, forward, backward| {
        if is_open(&variables[n]) {
            marginals[n] = probabilities(forward[n], backward);
        }
    });
    marginals
}

/// A value for each pair of states, one of a variable (column) and one of the variable before it (row).
#[derive(Clone, Copy)]
pub(crate) struct Factors<'a> {
    columns: usize,
    cells: &'a [f64],
}

impl<'a> Factors<'a> {
    pub(crate) fn at(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.columns + column]
    }

    pub(crate) fn rows(&self) -> std::slice::ChunksExact<'a, f64> {
        self.cells.chunks_exact(self.columns.max(1))
    }

    fn column_sum(&self, column: usize) -> f64 {
        self.rows().map(|row| row[column]).sum()
    }
}

/// Scales the cells to a sum of 1, so that the factors of long chains do not vanish.
fn normalise(cells: &mut [f64]) {
    let sum: f64 = cells.iter().sum();
    if sum > 0.0 {
        cells.iter_mut().for_each(|cell| *cell /= sum);
    }
}

/// One step along the chain: the states of a variable, linked to those of the two variables before it.
pub(crate) struct Step<'a> {
    pub states: &'a [State],
    /// The factors for a speaker who spoke in the previous turn, in the one before, in both.
    links: [f64; 3],
}

/// A state of a variable.
pub(crate) struct State {
    /// The score as a factor; the greatest of a variable is 1.
    factor: f64,
    /// The state with the same speaker in the previous variable, and in the one before.
    pub previous: Option<usize>,
    before_previous: Option<usize>,
}

/// The states of `variable`, which follows `before_previous` and `previous`.
fn states<'a>(
    variable: &'a Variable,
    previous: &'a Variable,
    before_previous: &'a Variable,
) -> impl Iterator<Item = State> + 'a {
    let highest = variable.scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    variable.speakers.iter().zip(&variable.scores).map(move |(&speaker, score)| State {
        factor: (score - highest).exp(),
        previous: previous.state_of(speaker),
        before_previous: before_previous.state_of(speaker),
    })
}

impl Step<'_> {
    /// The factors of `state` after state `i` of the previous variable: if the variable before has another
    /// speaker, and if it has the same one.
    fn factors(&self, i: usize, state: &State) -> (f64, f64) {
        let [previous, before_previous, both] = self.links;
        let (other, same) =
            if state.previous == Some(i) { (previous, both) } else { (1.0, before_previous) };
        (state.factor * other, state.factor * same)
    }
}

/// The probability of each state of a variable. `forward` has the sums over all assignments up to the
/// variable, `backward` those over the later variables; there are none after the last variable.
pub(crate) fn probabilities(forward: Factors, backward: Option<Factors>) -> Vec<f64> {
    let mut probabilities: Vec<f64> = Vec::with_capacity(forward.columns);
    let mut sum = 0.0;
    for (i, row) in forward.rows().enumerate() {
        for (j, cell) in row.iter().enumerate() {
            let product = cell * backward.map_or(1.0, |factors| factors.at(i, j));
            sum += product;
            match probabilities.get_mut(j) {
                Some(probability) => *probability += product,
                None => probabilities.push(product),
            }
        }
    }
    if sum > 0.0 {
        probabilities.iter_mut().for_each(|probability| *probability /= sum);
    }
    probabilities
}

/// The forward-backward algorithm. For each variable of `wanted`, the last one first, `visit` gets its number,
/// all steps, the forward sums of each variable, and the backward sums of this one.
pub(crate) fn sweep(
    variables: &[Variable],
    wanted: Range<usize>,
    mut visit: impl FnMut(usize, &[Step], &[Factors], Option<Factors>),
) {
    let silence = Variable::silence();
    let variable = |n: usize, back: usize| n.checked_sub(back).map_or(&silence, |n| &variables[n]);
    // The states of all variables lie in one list, and so do their factors.
    let count = |n: usize, back: usize| variable(n, back).speakers.len();
    let mut all = Vec::with_capacity((0..variables.len()).map(|n| count(n, 0)).sum());
    for (n, own) in variables.iter().enumerate() {
        all.extend(states(own, variable(n, 1), variable(n, 2)));
    }
    let mut cells = vec![0.0; (0..variables.len()).map(|n| count(n, 0) * count(n, 1)).sum()];
    let (mut unread, mut rest) = (all.as_slice(), cells.as_mut_slice());
    let mut steps = Vec::with_capacity(variables.len());
    let mut forward: Vec<Factors> = Vec::with_capacity(variables.len());
    for (n, own) in variables.iter().enumerate() {
        let (states, later) = unread.split_at(count(n, 0));
        let (cells, free) = rest.split_at_mut(count(n, 0) * count(n, 1));
        (unread, rest) = (later, free);
        let step = Step { states, links: own.links.map(f64::exp) };
        if n < wanted.end {
            let factors = forward_factors(&step, cells, forward.last().copied());
            forward.push(factors);
        }
        steps.push(step);
    }
    // The backward sums of this variable, and those that the variable before it will have.
    let (mut sums, mut sums_before) = (Vec::new(), Vec::new());
    for n in (wanted.start..variables.len()).rev() {
        let factors = Factors { columns: count(n, 0), cells: &sums };
        let backward = Some(factors).filter(|_| n + 1 < variables.len());
        if n < wanted.end {
            visit(n, &steps, &forward, backward);
        }
        if n > wanted.start {
            backward_factors(&steps[n], count(n, 1), count(n, 2), backward, &mut sums_before);
            std::mem::swap(&mut sums, &mut sums_before);
        }
    }
}

/// Puts the sums over all assignments up to the variable of `step` into `cells`. `previous` has the sums
/// of the previous variable.
fn forward_factors<'a>(
    step: &Step,
    cells: &'a mut [f64],
    previous: Option<Factors>,
) -> Factors<'a> {
    let columns = step.states.len();
    for (i, row) in cells.chunks_exact_mut(columns.max(1)).enumerate() {
        let total = previous.map_or(1.0, |previous| previous.column_sum(i));
        for (cell, state) in row.iter_mut().zip(step.states) {
            let (other, same) = forward_parts(step, i, state, previous, total);
            *cell = other + same;
        }
    }
    normalise(cells);
    Factors { columns, cells }
}

/// The sums over all assignments that end with `state` after state `i` of the previous variable: those
/// with another speaker in the variable before, and those with the same one. `total` is the sum over all
/// assignments up to the previous variable that end with `i`.
pub(crate) fn forward_parts(
    step: &Step,
    i: usize,
    state: &State,
    previous: Option<Factors>,
    total: f64,
) -> (f64, f64) {
    let sum_from = |k: usize| previous.map_or(1.0, |previous| previous.at(k, i));
    let again = state.before_previous.map_or(0.0, sum_from);
    let (other, same) = step.factors(i, state);
    ((total - again).max(0.0) * other, again * same)
}

/// Puts the sums over all assignments from the variable of `step` on into `cells`, for each pair of states of
/// the previous variable (column) and the one before (row). `backward` has the sums after the variable.
fn backward_factors(
    step: &Step,
    columns: usize,
    rows: usize,
    backward: Option<Factors>,
    cells: &mut Vec<f64>,
) {
    cells.clear();
    cells.resize(rows * columns, 0.0);
    for i in 0..columns {
        let after = |j: usize| backward.map_or(1.0, |factors| factors.at(i, j));
        let states = || step.states.iter().enumerate();
        let total: f64 = states().map(|(j, state)| step.factors(i, state).0 * after(j)).sum();
        cells.iter_mut().skip(i).step_by(columns).for_each(|cell| *cell += total);
        for (j, state) in states() {
            if let Some(k) = state.before_previous {
                let (other, same) = step.factors(i, state);
                cells[k * columns + i] += (same - other) * after(j);
            }
        }
    }
    normalise(cells);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variable(speakers: &[usize], scores: &[f64], links: [f64; 3]) -> Variable {
        let speakers = speakers.iter().copied().map(Some).collect();
        Variable { speakers, scores: scores.to_vec(), links }
    }

    #[test]
    fn a_late_name_decides_earlier_turns() {
        let alternate = [-3.0, 1.0, -3.0];
        let open = || variable(&[1, 2], &[0.0, 0.0], alternate);
        let named = variable(&[1], &[0.0], alternate);
        let marginals = marginals(&[open(), open(), open(), named]);
        assert!(marginals[0][1] > 0.9, "{marginals:?}");
        assert!(marginals[1][0] > 0.9);
        assert!(marginals[2][1] > 0.9);
    }

    #[test]
    fn the_sums_equal_those_of_an_enumeration() {
        let variables = [
            variable(&[1, 2], &[0.3, -0.2], [0.0; 3]),
            variable(&[2, 3], &[0.1, 0.4], [0.7, 0.0, 0.0]),
            variable(&[1, 2, 3], &[0.0, 0.5, -0.5], [-0.4, 0.9, 0.2]),
        ];
        let mut sums = [0.0; 3];
        for i in 0..2 {
            for j in 0..2 {
                for (k, sum) in sums.iter_mut().enumerate() {
                    let ids = [variables[0].speakers[i], variables[1].speakers[j]];
                    let link = |n: usize, c: usize, last: Option<usize>, before: Option<usize>| {
                        let own = variables[n].speakers[c];
                        match (own == last, own == before) {
                            (true, true) => variables[n].links[2],
                            (true, false) => variables[n].links[0],
                            (false, true) => variables[n].links[1],
                            (false, false) => 0.0,
                        }
                    };
                    let score = variables[0].scores[i]
                        + variables[1].scores[j]
                        + variables[2].scores[k]
                        + link(1, j, ids[0], None)
                        + link(2, k, ids[1], ids[0]);
                    *sum += f64::exp(score);
                }
            }
        }
        let total: f64 = sums.iter().sum();
        let marginals = marginals(&variables);
        for (p, sum) in marginals[2].iter().zip(sums) {
            assert!((p - sum / total).abs() < 1e-9);
        }
    }
}
