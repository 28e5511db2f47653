//! Annotated turns of a conversation, which are decided together.

use quote_extractor::training::{Situation, Variable, expectations};

use super::examples::Outcome;
use super::weights::{Question, Table, Values};

/// The turns of one chain.
pub struct ChainExample {
    /// The group of documents that the chain comes from.
    pub group: String,
    pub turns: Vec<TurnExample>,
}

/// One turn.
pub struct TurnExample {
    pub situation: Situation,
    pub candidates: Vec<CandidateExample>,
    /// The features of a candidate who spoke in the previous turn, in the one before that, in both.
    pub links: [Values; 3],
    /// Whether the right answer is known.
    pub judged: bool,
}

/// A candidate for the speaker of a turn.
pub struct CandidateExample {
    /// Identifies the candidate across the turns of a chain.
    pub identity: Option<usize>,
    /// Whether it is a speaker of the text; it stands for somebody unknown if not.
    pub known: bool,
    pub features: Values,
    pub right: bool,
}

impl ChainExample {
    /// The turns with their scores; if `given` is set, the candidates that are wrong are ruled out.
    fn turns(&self, weights: &Table, given: bool) -> Vec<Variable> {
        let turn = |turn: &TurnExample| {
            let weights = &weights[turn.question()];
            let [last, before, both] = turn.links.each_ref().map(|values| values.score(weights));
            let scores = turn.candidates.iter().map(|candidate| {
                let ruled_out = given && turn.judged && !candidate.right;
                if ruled_out { f64::NEG_INFINITY } else { candidate.features.score(weights) }
            });
            Variable {
                speakers: turn.candidates.iter().map(|candidate| candidate.identity).collect(),
                scores: scores.collect(),
                links: [last, before, last + before + both],
            }
        };
        self.turns.iter().map(turn).collect()
    }

    /// Adds the slopes of the likelihood to `sum`: the features expected if the right answers are given,
    /// minus those expected if they are not.
    pub fn add_slopes(&self, weights: &Table, sum: &mut Table) {
        let given = expectations(&self.turns(weights, true));
        let free = expectations(&self.turns(weights, false));
        for ((turn, given), free) in self.turns.iter().zip(given).zip(free) {
            let sum = &mut sum[turn.question()];
            let each = given.candidates.iter().zip(&free.candidates);
            for (candidate, (given, free)) in turn.candidates.iter().zip(each) {
                candidate.features.add_to(sum, given - free);
            }
            let [last, before, both] = [0, 1, 2].map(|link| given.links[link] - free.links[link]);
            turn.links[0].add_to(sum, last + both);
            turn.links[1].add_to(sum, before + both);
            turn.links[2].add_to(sum, both);
        }
    }

    /// For each judged turn the best candidate under `weights`. Somebody unknown is never the best.
    pub fn outcomes(&self, weights: &Table) -> Vec<Outcome> {
        let expected = expectations(&self.turns(weights, false));
        let judged = self.turns.iter().zip(&expected).filter(|(turn, _)| turn.judged);
        let outcomes = judged.filter_map(|(turn, expected)| {
            let each = turn.candidates.iter().zip(&expected.candidates);
            let known = each.filter(|(candidate, _)| candidate.known);
            let (best, probability) = known.max_by(|a, b| a.1.total_cmp(b.1))?;
            Some(Outcome {
                question: turn.question(),
                probability: *probability,
                right: best.right,
            })
        });
        outcomes.collect()
    }
}

impl TurnExample {
    pub fn question(&self) -> Question {
        Question::Speaker(self.situation)
    }
}
