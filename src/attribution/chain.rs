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

    /// Scales the cells to a sum of 1, so that long chains do not vanish.
    fn normalize(&mut self) {
        let sum: f64 = self.cells.iter().sum();
        if sum > 0.0 {
            self.cells.iter_mut().for_each(|cell| *cell /= sum);
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

    /// Which link joins candidate `n` to the speakers of the turn before and the one before that.
    fn link(&self, n: usize, last: Option<usize>, before: Option<usize>) -> Option<usize> {
        let own = self.speakers[n];
        match (own.is_some() && own == last, own.is_some() && own == before) {
            (true, true) => Some(2),
            (true, false) => Some(0),
            (false, true) => Some(1),
            (false, false) => None,
        }
    }
}

/// What is known of each turn of a chain once all are weighed.
pub fn weigh(turns: &[Turn]) -> Vec<Belief> {
    let silence = Turn::silence();
    let turn = |n: usize, back: usize| n.checked_sub(back).map_or(&silence, |n| &turns[n]);
    let factors: Vec<Vec<f64>> = turns.iter().map(Turn::factors).collect();
    let bonus: Vec<[f64; 3]> = turns.iter().map(|turn| turn.links.map(f64::exp)).collect();
    let factor = |n: usize, k: usize, i: usize, j: usize| {
        let link = turns[n].link(j, turn(n, 1).speakers[i], turn(n, 2).speakers[k]);
        factors[n][j] * link.map_or(1.0, |link| bonus[n][link])
    };
    // forward[n]: rows are the candidates of turn n - 1, columns those of turn n.
    let mut forward: Vec<Grid> = Vec::with_capacity(turns.len());
    for n in 0..turns.len() {
        let (rows, columns) = (turn(n, 1).speakers.len(), turns[n].speakers.len());
        let mut grid = Grid::new(rows, columns);
        for i in 0..rows {
            for k in 0..turn(n, 2).speakers.len() {
                let before = n.checked_sub(1).map_or(1.0, |last| forward[last].at(k, i));
                if before == 0.0 {
                    continue;
                }
                for j in 0..columns {
                    grid.add(i, j, before * factor(n, k, i, j));
                }
            }
        }
        grid.normalize();
        forward.push(grid);
    }
    let mut beliefs = vec![Belief::default(); turns.len()];
    let mut behind: Option<Grid> = None;
    for n in (0..turns.len()).rev() {
        let (rows, columns) = (turn(n, 1).speakers.len(), turns[n].speakers.len());
        let after = |i: usize, j: usize| behind.as_ref().map_or(1.0, |grid| grid.at(i, j));
        let mut grid = Grid::new(turn(n, 2).speakers.len(), rows);
        let mut belief = Belief { candidates: vec![0.0; columns], links: [0.0; 3] };
        let mut sum = 0.0;
        for k in 0..turn(n, 2).speakers.len() {
            for i in 0..rows {
                let before = n.checked_sub(1).map_or(1.0, |last| forward[last].at(k, i));
                for j in 0..columns {
                    let way = factor(n, k, i, j) * after(i, j);
                    grid.add(k, i, way);
                    let whole = before * way;
                    sum += whole;
                    belief.candidates[j] += whole;
                    let link = turns[n].link(j, turn(n, 1).speakers[i], turn(n, 2).speakers[k]);
                    if let Some(link) = link {
                        belief.links[link] += whole;
                    }
                }
            }
        }
        if sum > 0.0 {
            belief.candidates.iter_mut().for_each(|p| *p /= sum);
            belief.links.iter_mut().for_each(|p| *p /= sum);
        }
        grid.normalize();
        beliefs[n] = belief;
        behind = Some(grid);
    }
    beliefs
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
                    let link = |n: usize, c: usize, last, before| {
                        turns[n].link(c, last, before).map_or(0.0, |l| turns[n].links[l])
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
