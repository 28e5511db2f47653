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
#[derive(Default)]
struct Grid {
    columns: usize,
    cells: Vec<f64>,
}

impl Grid {
    fn at(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.columns + column]
    }

    fn rows(&self) -> std::slice::ChunksExact<'_, f64> {
        self.cells.chunks_exact(self.columns.max(1))
    }

    fn rows_mut(&mut self) -> std::slice::ChunksExactMut<'_, f64> {
        self.cells.chunks_exact_mut(self.columns.max(1))
    }

    fn column_sum(&self, column: usize) -> f64 {
        self.rows().map(|row| row[column]).sum()
    }

    /// Scales the cells, so that long chains do not vanish; returns by how much.
    fn scale(&mut self) -> f64 {
        let sum: f64 = self.cells.iter().sum();
        if sum > 0.0 {
            self.cells.iter_mut().for_each(|cell| *cell /= sum);
        }
        sum
    }
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
struct Step {
    candidates: Vec<Place>,
    /// The links' factors: for the speaker of the turn before, of the one before that, of both.
    links: [f64; 3],
}

/// A candidate of a turn.
struct Place {
    /// The candidates' factors, the greatest 1.
    factor: f64,
    /// Where the candidate is in the turn before, and in the one before that.
    last: Option<usize>,
    before: Option<usize>,
}

impl Step {
    fn new(turn: &Turn, last: &Turn, before: &Turn) -> Self {
        let highest = turn.scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let candidates = turn.speakers.iter().zip(&turn.scores);
        let place = |(&speaker, score): (&Option<usize>, &f64)| Place {
            factor: (score - highest).exp(),
            last: last.position(speaker),
            before: before.position(speaker),
        };
        Self { candidates: candidates.map(place).collect(), links: turn.links.map(f64::exp) }
    }

    /// The factors of `candidate` behind candidate `i` of the turn before: where the turn before
    /// that has somebody else, and where it has the candidate too.
    fn ways(&self, i: usize, candidate: &Place) -> (f64, f64) {
        let [last, before, both] = self.links;
        let (other, same) = if candidate.last == Some(i) { (last, both) } else { (1.0, before) };
        (candidate.factor * other, candidate.factor * same)
    }
}

/// What is known of each turn of a chain once all are weighed.
pub fn weigh(turns: &[Turn]) -> Vec<Belief> {
    let silence = Turn::silence();
    let turn = |n: usize, back: usize| n.checked_sub(back).map_or(&silence, |n| &turns[n]);
    let steps: Vec<Step> =
        (0..turns.len()).map(|n| Step::new(&turns[n], turn(n, 1), turn(n, 2))).collect();
    let mut forward: Vec<Forward> = Vec::with_capacity(turns.len());
    for (n, step) in steps.iter().enumerate() {
        let rows = turn(n, 1).speakers.len();
        forward.push(Forward::new(step, rows, forward.last()));
    }
    let mut beliefs = vec![Belief::default(); turns.len()];
    let (mut behind, mut grid) = (None, Grid::default());
    for n in (0..turns.len()).rev() {
        beliefs[n].candidates = forward[n].candidates(behind.as_ref());
        #[cfg(feature = "train")]
        {
            let before = n.checked_sub(1).map(|n| &forward[n]);
            beliefs[n].links = forward[n].links(&steps[n], before, behind.as_ref());
        }
        backward(&steps[n], turn(n, 1), turn(n, 2), behind.as_ref(), &mut grid);
        grid = behind.replace(grid).unwrap_or_default();
    }
    beliefs
}

/// The sums over all ways to fill the turns up to one.
struct Forward {
    /// For each pair of the turn's candidate (column) and one of the turn before (row).
    grid: Grid,
    /// By how much the grid was scaled.
    #[cfg_attr(not(feature = "train"), expect(dead_code, reason = "the training asks for links"))]
    scale: f64,
}

impl Forward {
    fn new(step: &Step, rows: usize, before: Option<&Self>) -> Self {
        let columns = step.candidates.len();
        let mut grid = Grid { columns, cells: Vec::with_capacity(rows * columns) };
        for i in 0..rows {
            let total = before.map_or(1.0, |before| before.grid.column_sum(i));
            grid.cells.extend(step.candidates.iter().map(|candidate| {
                let again = Self::again(before, i, candidate);
                let (other, same) = step.ways(i, candidate);
                (total - again).max(0.0) * other + again * same
            }));
        }
        let scale = grid.scale();
        Self { grid, scale }
    }

    /// Of the ways up to the turn before, with its candidate `i`, those where `candidate` speaks in
    /// the turn before that.
    fn again(before: Option<&Self>, i: usize, candidate: &Place) -> f64 {
        let reached = |k: usize| before.map_or(1.0, |before| before.grid.at(k, i));
        candidate.before.map_or(0.0, reached)
    }

    /// How likely each candidate is, given the sums over all ways to fill the turns behind.
    fn candidates(&self, behind: Option<&Grid>) -> Vec<f64> {
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
    fn links(&self, step: &Step, before: Option<&Self>, behind: Option<&Grid>) -> [f64; 3] {
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

/// Puts the sums over all ways to fill a turn and those behind it into `grid`, for each pair of
/// candidates of the turn before (column) and the one before that (row).
fn backward(step: &Step, last: &Turn, before: &Turn, behind: Option<&Grid>, grid: &mut Grid) {
    let columns = last.speakers.len();
    grid.columns = columns;
    grid.cells.clear();
    grid.cells.resize(before.speakers.len() * columns, 0.0);
    for i in 0..columns {
        let after = |j: usize| behind.map_or(1.0, |grid| grid.at(i, j));
        let candidates = || step.candidates.iter().enumerate();
        let total: f64 = candidates().map(|(j, own)| step.ways(i, own).0 * after(j)).sum();
        grid.rows_mut().for_each(|row| row[i] += total);
        for (j, candidate) in candidates() {
            if let Some(k) = candidate.before {
                let (other, same) = step.ways(i, candidate);
                grid.cells[k * columns + i] += (same - other) * after(j);
            }
        }
    }
    grid.scale();
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
