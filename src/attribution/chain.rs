//! Turns of speech weighed together: how likely each candidate is, given all the turns around.
//!
//! Who speaks depends on who spoke before, and a name that comes late decides the turns before it
//! as well. So the turns are a conditional random field of second order: each has a score for each
//! of its candidates and one for a candidate who also spoke in the turn before, or in the one
//! before that. The forward-backward algorithm sums over all ways to fill the turns, in time linear
//! in their number (Lafferty, McCallum and Pereira 2001; Rabiner 1989).

/// One turn, as numbers.
#[derive(Clone, Debug)]
pub struct Turn {
    /// Who the candidates are; none is never the same as another none.
    pub speakers: Vec<Option<usize>>,
    /// A score for each candidate; negative infinity rules one out.
    pub scores: Vec<f64>,
    /// What is added for one who spoke in the turn before, in the one before that, in both.
    pub links: [f64; 3],
}

/// What is known of one turn after all turns are weighed.
#[derive(Clone, Debug, Default)]
pub struct Belief {
    /// How likely each candidate is.
    pub candidates: Vec<f64>,
    /// How likely the speaker is the one of the turn before, of the one before that, of both.
    #[cfg(feature = "train")]
    pub links: [f64; 3],
}

/// Factors for each pair of a turn's candidate (column) and one of the turn before (row).
#[derive(Clone, Copy)]
struct Grid<'a> {
    columns: usize,
    cells: &'a [f64],
}

impl<'a> Grid<'a> {
    fn at(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.columns + column]
    }

    fn rows(&self) -> std::slice::ChunksExact<'a, f64> {
        self.cells.chunks_exact(self.columns.max(1))
    }

    fn column_sum(&self, column: usize) -> f64 {
        self.rows().map(|row| row[column]).sum()
    }
}

/// Scales the cells of a grid, so that long chains do not vanish; returns by how much.
fn scale(cells: &mut [f64]) -> f64 {
    let sum: f64 = cells.iter().sum();
    if sum > 0.0 {
        cells.iter_mut().for_each(|cell| *cell /= sum);
    }
    sum
}

impl Turn {
    /// A turn before the first, with nobody in it.
    fn silence() -> Self {
        Self { speakers: vec![None], scores: vec![0.0], links: [0.0; 3] }
    }

    /// Where `speaker` is among the candidates.
    fn position(&self, speaker: Option<usize>) -> Option<usize> {
        speaker.and_then(|_| self.speakers.iter().position(|own| *own == speaker))
    }
}

/// A turn with what stands before it, ready to be summed over.
struct Step<'a> {
    candidates: &'a [Candidate],
    /// The links' factors: for the speaker of the turn before, of the one before that, of both.
    links: [f64; 3],
}

/// A candidate of a turn.
struct Candidate {
    /// What the score is as a factor; the greatest of a turn is 1.
    factor: f64,
    /// Where the candidate is in the turn before, and in the one before that.
    last: Option<usize>,
    before: Option<usize>,
}

/// The candidates of `turn` behind the two turns before it.
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
    /// The factors of `candidate` behind candidate `i` of the turn before: where the turn before
    /// that has somebody else, and where it has the candidate too.
    fn ways(&self, i: usize, candidate: &Candidate) -> (f64, f64) {
        let [last, before, both] = self.links;
        let (other, same) = if candidate.last == Some(i) { (last, both) } else { (1.0, before) };
        (candidate.factor * other, candidate.factor * same)
    }
}

/// What is known of each turn of a chain once all are weighed; nothing is told of those that leave no
/// choice.
pub fn weigh(turns: &[Turn]) -> Vec<Belief> {
    let silence = Turn::silence();
    let turn = |n: usize, back: usize| n.checked_sub(back).map_or(&silence, |n| &turns[n]);
    // The candidates of all turns lie in one list, and so do the grids.
    let count = |n: usize, back: usize| turn(n, back).speakers.len();
    let mut all = Vec::with_capacity((0..turns.len()).map(|n| count(n, 0)).sum());
    for (n, own) in turns.iter().enumerate() {
        all.extend(candidates(own, turn(n, 1), turn(n, 2)));
    }
    let mut cells = vec![0.0; (0..turns.len()).map(|n| count(n, 0) * count(n, 1)).sum()];
    let (mut unread, mut rest) = (all.as_slice(), cells.as_mut_slice());
    // The training asks what is known of the links of all turns.
    let open = |turn: &Turn| cfg!(feature = "train") || turn.speakers.len() > 1;
    let first = turns.iter().position(open).unwrap_or(turns.len());
    let last = turns.iter().rposition(open).unwrap_or(0);
    let mut steps = Vec::with_capacity(turns.len());
    let mut forward: Vec<Forward> = Vec::with_capacity(turns.len());
    for (n, own) in turns.iter().enumerate() {
        let (candidates, later) = unread.split_at(count(n, 0));
        let (cells, free) = rest.split_at_mut(count(n, 0) * count(n, 1));
        (unread, rest) = (later, free);
        let step = Step { candidates, links: own.links.map(f64::exp) };
        if n <= last {
            forward.push(Forward::new(&step, cells, forward.last()));
        }
        steps.push(step);
    }
    let mut beliefs = vec![Belief::default(); turns.len()];
    let (mut behind, mut sums) = (Vec::new(), Vec::new());
    for n in (first..turns.len()).rev() {
        let grid = Grid { columns: count(n, 0), cells: &behind };
        let grid = Some(grid).filter(|_| n + 1 < turns.len());
        if open(&turns[n]) {
            beliefs[n].candidates = forward[n].candidates(grid);
            #[cfg(feature = "train")]
            {
                let before = n.checked_sub(1).map(|n| &forward[n]);
                beliefs[n].links = forward[n].links(&steps[n], before, grid);
            }
        }
        if n > first {
            backward(&steps[n], count(n, 1), count(n, 2), grid, &mut sums);
            std::mem::swap(&mut behind, &mut sums);
        }
    }
    beliefs
}

/// The sums over all ways to fill the turns up to one.
struct Forward<'a> {
    /// For each pair of the turn's candidate (column) and one of the turn before (row).
    grid: Grid<'a>,
    /// By how much the grid was scaled.
    #[cfg_attr(not(feature = "train"), expect(dead_code, reason = "the training asks for links"))]
    scale: f64,
}

impl<'a> Forward<'a> {
    /// The sums for `step`, put into `cells`.
    fn new(step: &Step, cells: &'a mut [f64], before: Option<&Forward>) -> Self {
        let columns = step.candidates.len();
        for (i, row) in cells.chunks_exact_mut(columns.max(1)).enumerate() {
            let total = before.map_or(1.0, |before| before.grid.column_sum(i));
            for (cell, candidate) in row.iter_mut().zip(step.candidates) {
                let again = Forward::again(before, i, candidate);
                let (other, same) = step.ways(i, candidate);
                *cell = (total - again).max(0.0) * other + again * same;
            }
        }
        let scale = scale(cells);
        Self { grid: Grid { columns, cells }, scale }
    }

    /// Of the ways up to the turn before, with its candidate `i`, those where `candidate` speaks in
    /// the turn before that.
    fn again(before: Option<&Forward>, i: usize, candidate: &Candidate) -> f64 {
        let reached = |k: usize| before.map_or(1.0, |before| before.grid.at(k, i));
        candidate.before.map_or(0.0, reached)
    }

    /// How likely each candidate is, given the sums over all ways to fill the turns behind.
    fn candidates(&self, behind: Option<Grid>) -> Vec<f64> {
        let mut candidates: Vec<f64> = Vec::with_capacity(self.grid.columns);
        let mut sum = 0.0;
        for (i, row) in self.grid.rows().enumerate() {
            for (j, cell) in row.iter().enumerate() {
                let whole = cell * behind.map_or(1.0, |grid| grid.at(i, j));
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

    /// How likely the speaker is the one of the turn before, of the one before that, of both.
    #[cfg(feature = "train")]
    fn links(&self, step: &Step, before: Option<&Forward>, behind: Option<Grid>) -> [f64; 3] {
        let mut links = [0.0; 3];
        let mut sum = 0.0;
        for (i, row) in self.grid.rows().enumerate() {
            for (j, (candidate, cell)) in step.candidates.iter().zip(row).enumerate() {
                let after = behind.map_or(1.0, |grid| grid.at(i, j));
                let mut again = Self::again(before, i, candidate) * step.ways(i, candidate).1;
                if self.scale > 0.0 {
                    again /= self.scale;
                }
                let (whole, again) = (cell * after, again * after);
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
}

/// Puts the sums over all ways to fill a turn and those behind it into `cells`, for each pair of
/// candidates of the turn before (column) and the one before that (row).
fn backward(step: &Step, columns: usize, rows: usize, behind: Option<Grid>, cells: &mut Vec<f64>) {
    cells.clear();
    cells.resize(rows * columns, 0.0);
    for i in 0..columns {
        let after = |j: usize| behind.map_or(1.0, |grid| grid.at(i, j));
        let candidates = || step.candidates.iter().enumerate();
        let total: f64 = candidates().map(|(j, own)| step.ways(i, own).0 * after(j)).sum();
        cells.iter_mut().skip(i).step_by(columns).for_each(|cell| *cell += total);
        for (j, candidate) in candidates() {
            if let Some(k) = candidate.before {
                let (other, same) = step.ways(i, candidate);
                cells[k * columns + i] += (same - other) * after(j);
            }
        }
    }
    scale(cells);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(speakers: &[usize], scores: &[f64], links: [f64; 3]) -> Turn {
        let speakers = speakers.iter().copied().map(Some).collect();
        Turn { speakers, scores: scores.to_vec(), links }
    }

    #[test]
    fn a_late_name_decides_the_turns_before_it() {
        let alternate = [-3.0, 1.0, -3.0];
        let open = || turn(&[1, 2], &[0.0, 0.0], alternate);
        let named = turn(&[1], &[0.0], alternate);
        let beliefs = weigh(&[open(), open(), open(), named]);
        assert!(beliefs[0].candidates[1] > 0.9, "{beliefs:?}");
        assert!(beliefs[1].candidates[0] > 0.9);
        assert!(beliefs[2].candidates[1] > 0.9);
    }

    #[test]
    fn the_sums_are_those_of_all_ways_one_by_one() {
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
        let beliefs = weigh(&turns);
        for (belief, sum) in beliefs[2].candidates.iter().zip(sums) {
            assert!((belief - sum / total).abs() < 1e-9);
        }
    }
}
