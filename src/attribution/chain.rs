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
    pub links: [f64; 3],
}

/// Factors for each pair of a turn's candidate (column) and one of the turn before (row).
struct Grid {
    columns: usize,
    cells: Vec<f64>,
}

impl Grid {
    fn new(rows: usize, columns: usize) -> Self {
        Self { columns, cells: vec![0.0; rows * columns] }
    }

    fn at(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.columns + column]
    }

    fn add(&mut self, row: usize, column: usize, value: f64) {
        self.cells[row * self.columns + column] += value;
    }

    fn rows(&self) -> usize {
        self.cells.len() / self.columns.max(1)
    }

    fn sum(&self) -> f64 {
        self.cells.iter().sum()
    }

    fn column_sum(&self, column: usize) -> f64 {
        self.cells.iter().skip(column).step_by(self.columns.max(1)).sum()
    }

    /// Scales the cells, so that long chains do not vanish.
    fn divide(&mut self, by: f64) {
        if by > 0.0 {
            self.cells.iter_mut().for_each(|cell| *cell /= by);
        }
    }
}

impl Turn {
    /// A turn before the first, with nobody in it.
    fn silence() -> Self {
        Self { speakers: vec![None], scores: vec![0.0], links: [0.0; 3] }
    }

    /// The candidates' factors, the greatest 1.
    fn factors(&self) -> Vec<f64> {
        let highest = self.scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        self.scores.iter().map(|score| (score - highest).exp()).collect()
    }

    /// Where `speaker` is among the candidates.
    fn position(&self, speaker: Option<usize>) -> Option<usize> {
        self.speakers.iter().position(|own| own.is_some() && *own == speaker)
    }
}

/// A turn with what stands before it, ready to be summed over.
struct Step<'a> {
    turn: &'a Turn,
    factors: Vec<f64>,
    /// The links' factors: for the speaker of the turn before, of the one before that, of both.
    links: [f64; 3],
    /// For each candidate where it is in the turn before, and in the one before that.
    last: Vec<Option<usize>>,
    before: Vec<Option<usize>>,
}

impl<'a> Step<'a> {
    fn new(turn: &'a Turn, last: &Turn, before: &Turn) -> Self {
        let places = |other: &Turn| turn.speakers.iter().map(|&own| other.position(own)).collect();
        Self {
            turn,
            factors: turn.factors(),
            links: turn.links.map(f64::exp),
            last: places(last),
            before: places(before),
        }
    }

    /// The factors of candidate `j` behind candidate `i` of the turn before: where the turn before
    /// that has somebody else, and where it has `j` too.
    fn ways(&self, i: usize, j: usize) -> (f64, f64) {
        let [last, before, both] = self.links;
        let (other, same) = if self.last[j] == Some(i) { (last, both) } else { (1.0, before) };
        (self.factors[j] * other, self.factors[j] * same)
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
    let mut behind: Option<Grid> = None;
    for n in (0..turns.len()).rev() {
        beliefs[n] = forward[n].belief(&steps[n], behind.as_ref());
        behind = Some(backward(&steps[n], turn(n, 1), turn(n, 2), behind.as_ref()));
    }
    beliefs
}

/// The sums over all ways to fill the turns up to one, for each pair of its candidate (column) and
/// one of the turn before (row).
struct Forward {
    all: Grid,
    /// Those where the turn before the row's has the column's candidate too.
    returning: Grid,
}

impl Forward {
    fn new(step: &Step, rows: usize, before: Option<&Forward>) -> Self {
        let columns = step.turn.speakers.len();
        let (mut all, mut returning) = (Grid::new(rows, columns), Grid::new(rows, columns));
        for i in 0..rows {
            let reached = |k: usize| before.map_or(1.0, |before| before.all.at(k, i));
            let total = before.map_or(1.0, |before| before.all.column_sum(i));
            for j in 0..columns {
                let (other, same) = step.ways(i, j);
                let again = step.before[j].map_or(0.0, reached);
                all.add(i, j, (total - again).max(0.0) * other + again * same);
                returning.add(i, j, again * same);
            }
        }
        let sum = all.sum();
        all.divide(sum);
        returning.divide(sum);
        Self { all, returning }
    }

    /// What is known of the turn, given the sums over all ways to fill the turns behind it.
    fn belief(&self, step: &Step, behind: Option<&Grid>) -> Belief {
        let columns = step.turn.speakers.len();
        let mut belief = Belief { candidates: vec![0.0; columns], links: [0.0; 3] };
        let mut sum = 0.0;
        for i in 0..self.all.rows() {
            for j in 0..columns {
                let after = behind.map_or(1.0, |grid| grid.at(i, j));
                let (whole, again) = (self.all.at(i, j) * after, self.returning.at(i, j) * after);
                sum += whole;
                belief.candidates[j] += whole;
                if step.last[j] == Some(i) {
                    belief.links[0] += whole - again;
                    belief.links[2] += again;
                } else {
                    belief.links[1] += again;
                }
            }
        }
        if sum > 0.0 {
            belief.candidates.iter_mut().for_each(|p| *p /= sum);
            belief.links.iter_mut().for_each(|p| *p /= sum);
        }
        belief
    }
}

/// The sums over all ways to fill a turn and those behind it, for each pair of candidates of the turn
/// before (column) and the one before that (row).
fn backward(step: &Step, last: &Turn, before: &Turn, behind: Option<&Grid>) -> Grid {
    let mut grid = Grid::new(before.speakers.len(), last.speakers.len());
    for i in 0..last.speakers.len() {
        let after = |j: usize| behind.map_or(1.0, |grid| grid.at(i, j));
        let total: f64 = (0..step.turn.speakers.len()).map(|j| step.ways(i, j).0 * after(j)).sum();
        for k in 0..before.speakers.len() {
            grid.add(k, i, total);
        }
        for (j, k) in step.before.iter().enumerate() {
            if let Some(k) = *k {
                let (other, same) = step.ways(i, j);
                grid.add(k, i, (same - other) * after(j));
            }
        }
    }
    let sum = grid.sum();
    grid.divide(sum);
    grid
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
