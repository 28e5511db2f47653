//! A conditional random field over the turns of a conversation: how likely each candidate is, given all
//! turns.
//!
//! Who speaks depends on who spoke before, and a name that comes late decides earlier turns as well. So
//! the turns are a linear chain of second order: each turn has a score for each of its candidates, and
//! scores for a candidate who also spoke in the previous turn or in the one before that. The
//! forward-backward algorithm sums over all assignments of speakers to turns, in time linear in the number
//! of turns (Lafferty, McCallum and Pereira 2001; Rabiner 1989).

use std::ops::Range;

/// One turn, as numbers.
#[derive(Clone, Debug)]
pub struct Turn {
    /// The candidates; a `None` equals no other `None`.
    pub speakers: Vec<Option<usize>>,
    /// A score for each candidate; negative infinity rules one out.
    pub scores: Vec<f64>,
    /// What is added for a candidate who spoke in the previous turn, in the one before that, in both.
    pub links: [f64; 3],
}

impl Turn {
    /// A turn before the first one, with nobody in it.
    fn silence() -> Self {
        Self { speakers: vec![None], scores: vec![0.0], links: [0.0; 3] }
    }

    /// The index of `speaker` among the candidates.
    fn position(&self, speaker: Option<usize>) -> Option<usize> {
        speaker.and_then(|_| self.speakers.iter().position(|own| *own == speaker))
    }
}

/// The probability of each candidate, for each turn; empty for turns that leave no choice.
pub(crate) fn marginals(turns: &[Turn]) -> Vec<Vec<f64>> {
    let mut marginals = vec![Vec::new(); turns.len()];
    let is_open = |turn: &Turn| turn.speakers.len() > 1;
    let first = turns.iter().position(is_open).unwrap_or(turns.len());
    let end = turns.iter().rposition(is_open).map_or(0, |last| last + 1);
    sweep(turns, first..end, |n, _, forward, backward| {
        if is_open(&turns[n]) {
            marginals[n] = probabilities(forward[n], backward);
        }
    });
    marginals
}

/// Factors for each pair of a turn's candidate (column) and one of the previous turn (row).
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

/// A turn with what links it to earlier turns, ready to be summed over.
pub(crate) struct Step<'a> {
    pub candidates: &'a [Candidate],
    /// The factors of the links: to the previous turn, to the one before that, to both.
    links: [f64; 3],
}

/// A candidate of a turn.
pub(crate) struct Candidate {
    /// The score as a factor; the greatest of a turn is 1.
    factor: f64,
    /// Index of the same speaker in the previous turn, and in the one before that.
    pub last: Option<usize>,
    before: Option<usize>,
}

/// The candidates of `turn`, which follows `last` and `before`.
fn candidates<'a>(
    turn: &'a Turn,
    last: &'a Turn,
    before: &'a Turn,
) -> impl Iterator<Item = Candidate> + 'a {
    let highest = turn.scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    turn.speakers.iter().zip(&turn.scores).map(move |(&speaker, score)| Candidate {
        factor: (score - highest).exp(),
        last: last.position(speaker),
        before: before.position(speaker),
    })
}

impl Step<'_> {
    /// The factors of `candidate` after candidate `i` of the previous turn: if the turn before that has
    /// another speaker, and if it has the same one.
    fn factors(&self, i: usize, candidate: &Candidate) -> (f64, f64) {
        let [last, before, both] = self.links;
        let (other, same) = if candidate.last == Some(i) { (last, both) } else { (1.0, before) };
        (candidate.factor * other, candidate.factor * same)
    }
}

/// The probability of each candidate of a turn, from the sums over all assignments up to the turn and, unless
/// it is the last one, over those of the later turns.
pub(crate) fn probabilities(forward: Factors, backward: Option<Factors>) -> Vec<f64> {
    let mut candidates: Vec<f64> = Vec::with_capacity(forward.columns);
    let mut sum = 0.0;
    for (i, row) in forward.rows().enumerate() {
        for (j, cell) in row.iter().enumerate() {
            let whole = cell * backward.map_or(1.0, |factors| factors.at(i, j));
            sum += whole;
            match candidates.get_mut(j) {
                Some(candidate) => *candidate += whole,
                None => candidates.push(whole),
            }
        }
    }
    if sum > 0.0 {
        candidates.iter_mut().for_each(|p| *p /= sum);
    }
    candidates
}

/// The forward-backward algorithm. For each turn of `wanted`, the last one first, `visit` gets the number of
/// the turn, all steps, the sums up to each turn, and the sum over the turns after this one.
pub(crate) fn sweep(
    turns: &[Turn],
    wanted: Range<usize>,
    mut visit: impl FnMut(usize, &[Step], &[Factors], Option<Factors>),
) {
    let silence = Turn::silence();
    let turn = |n: usize, back: usize| n.checked_sub(back).map_or(&silence, |n| &turns[n]);
    // The candidates of all turns lie in one list, and so do their factors.
    let count = |n: usize, back: usize| turn(n, back).speakers.len();
    let mut all = Vec::with_capacity((0..turns.len()).map(|n| count(n, 0)).sum());
    for (n, own) in turns.iter().enumerate() {
        all.extend(candidates(own, turn(n, 1), turn(n, 2)));
    }
    let mut cells = vec![0.0; (0..turns.len()).map(|n| count(n, 0) * count(n, 1)).sum()];
    let (mut unread, mut rest) = (all.as_slice(), cells.as_mut_slice());
    let mut steps = Vec::with_capacity(turns.len());
    let mut forward: Vec<Factors> = Vec::with_capacity(turns.len());
    for (n, own) in turns.iter().enumerate() {
        let (candidates, later) = unread.split_at(count(n, 0));
        let (cells, free) = rest.split_at_mut(count(n, 0) * count(n, 1));
        (unread, rest) = (later, free);
        let step = Step { candidates, links: own.links.map(f64::exp) };
        if n < wanted.end {
            let factors = forward_factors(&step, cells, forward.last().copied());
            forward.push(factors);
        }
        steps.push(step);
    }
    let (mut later, mut sums) = (Vec::new(), Vec::new());
    for n in (wanted.start..turns.len()).rev() {
        let factors = Factors { columns: count(n, 0), cells: &later };
        let backward = Some(factors).filter(|_| n + 1 < turns.len());
        if n < wanted.end {
            visit(n, &steps, &forward, backward);
        }
        if n > wanted.start {
            backward_factors(&steps[n], count(n, 1), count(n, 2), backward, &mut sums);
            std::mem::swap(&mut later, &mut sums);
        }
    }
}

/// Puts the sums over all assignments up to the turn of `step` into `cells`.
fn forward_factors<'a>(step: &Step, cells: &'a mut [f64], before: Option<Factors>) -> Factors<'a> {
    let columns = step.candidates.len();
    for (i, row) in cells.chunks_exact_mut(columns.max(1)).enumerate() {
        let total = before.map_or(1.0, |before| before.column_sum(i));
        for (cell, candidate) in row.iter_mut().zip(step.candidates) {
            let (other, same) = forward_parts(step, i, candidate, before, total);
            *cell = other + same;
        }
    }
    normalise(cells);
    Factors { columns, cells }
}

/// The sums over all assignments that end with `candidate` after candidate `i` of the previous turn: those
/// with another speaker in the turn before that, and those with the same one. `total` is the sum over all
/// assignments up to the previous turn that end with `i`.
pub(crate) fn forward_parts(
    step: &Step,
    i: usize,
    candidate: &Candidate,
    before: Option<Factors>,
    total: f64,
) -> (f64, f64) {
    let reached = |k: usize| before.map_or(1.0, |before| before.at(k, i));
    let again = candidate.before.map_or(0.0, reached);
    let (other, same) = step.factors(i, candidate);
    ((total - again).max(0.0) * other, again * same)
}

/// Puts the sums over all assignments from the turn of `step` on into `cells`, for each pair of candidates
/// of the previous turn (column) and the one before that (row).
fn backward_factors(
    step: &Step,
    columns: usize,
    rows: usize,
    later: Option<Factors>,
    cells: &mut Vec<f64>,
) {
    cells.clear();
    cells.resize(rows * columns, 0.0);
    for i in 0..columns {
        let after = |j: usize| later.map_or(1.0, |factors| factors.at(i, j));
        let candidates = || step.candidates.iter().enumerate();
        let total: f64 = candidates().map(|(j, own)| step.factors(i, own).0 * after(j)).sum();
        cells.iter_mut().skip(i).step_by(columns).for_each(|cell| *cell += total);
        for (j, candidate) in candidates() {
            if let Some(k) = candidate.before {
                let (other, same) = step.factors(i, candidate);
                cells[k * columns + i] += (same - other) * after(j);
            }
        }
    }
    normalise(cells);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(speakers: &[usize], scores: &[f64], links: [f64; 3]) -> Turn {
        let speakers = speakers.iter().copied().map(Some).collect();
        Turn { speakers, scores: scores.to_vec(), links }
    }

    #[test]
    fn a_late_name_decides_earlier_turns() {
        let alternate = [-3.0, 1.0, -3.0];
        let open = || turn(&[1, 2], &[0.0, 0.0], alternate);
        let named = turn(&[1], &[0.0], alternate);
        let marginals = marginals(&[open(), open(), open(), named]);
        assert!(marginals[0][1] > 0.9, "{marginals:?}");
        assert!(marginals[1][0] > 0.9);
        assert!(marginals[2][1] > 0.9);
    }

    #[test]
    fn the_sums_equal_those_of_an_enumeration() {
        let turns = [
            turn(&[1, 2], &[0.3, -0.2], [0.0; 3]),
            turn(&[2, 3], &[0.1, 0.4], [0.7, 0.0, 0.0]),
            turn(&[1, 2, 3], &[0.0, 0.5, -0.5], [-0.4, 0.9, 0.2]),
        ];
        let mut sums = [0.0; 3];
        for i in 0..2 {
            for j in 0..2 {
                for (k, sum) in sums.iter_mut().enumerate() {
                    let ids = [turns[0].speakers[i], turns[1].speakers[j]];
                    let link = |n: usize, c: usize, last: Option<usize>, before: Option<usize>| {
                        let own = turns[n].speakers[c];
                        match (own == last, own == before) {
                            (true, true) => turns[n].links[2],
                            (true, false) => turns[n].links[0],
                            (false, true) => turns[n].links[1],
                            (false, false) => 0.0,
                        }
                    };
                    let score = turns[0].scores[i]
                        + turns[1].scores[j]
                        + turns[2].scores[k]
                        + link(1, j, ids[0], None)
                        + link(2, k, ids[1], ids[0]);
                    *sum += f64::exp(score);
                }
            }
        }
        let total: f64 = sums.iter().sum();
        let marginals = marginals(&turns);
        for (p, sum) in marginals[2].iter().zip(sums) {
            assert!((p - sum / total).abs() < 1e-9);
        }
    }
}
