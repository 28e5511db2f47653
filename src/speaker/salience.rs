//! Which entity a pronoun or noun means: how salient each mention before it is.
//!
//! The score follows the salience factors of Lappin and Leass (1994): recency, the subject, and whether
//! the mention is free to act.

use crate::weights;

/// A mention that refers to an entity, with what makes it the antecedent of a later pronoun.
pub(super) struct LinkedMention {
    pub mention: usize,
    pub entity: usize,
    pub sentence: usize,
    pub block: usize,
    /// Neither an owner nor governed by a preposition.
    pub free: bool,
    /// The first mention of its sentence.
    pub first: bool,
    pub quoted: bool,
}

/// The weights of salience. They are set by hand: `weights.txt` has them under `reference`.
pub(super) struct Weights {
    /// A mention in the same sentence; divided by one more than the sentences between.
    pub sentence: f64,
    /// For each paragraph between.
    pub paragraph: f64,
    pub free: f64,
    /// The first mention of its sentence, if it is free.
    pub first: f64,
    pub quoted: f64,
    /// For each further mention of the same entity.
    pub again: f64,
    /// The entity is known to have the gender of the pronoun.
    pub gender: f64,
    /// Minimum lead over the runner-up.
    pub margin: f64,
}

pub(super) static WEIGHTS: Weights = Weights {
    sentence: weights::named("reference:sentence"),
    paragraph: weights::named("reference:paragraph"),
    free: weights::named("reference:free"),
    first: weights::named("reference:first"),
    quoted: weights::named("reference:quoted"),
    again: weights::named("reference:again"),
    gender: weights::named("reference:gender"),
    margin: weights::named("reference.margin"),
};

impl LinkedMention {
    /// How salient the mention is for a pronoun that follows `sentences` and `paragraphs` later.
    pub(super) fn salience(&self, sentences: usize, paragraphs: usize) -> f64 {
        let w = &WEIGHTS;
        let mut score = w.sentence / (1.0 + sentences as f64) + w.paragraph * paragraphs as f64;
        if self.free {
            score += w.free;
            score += if self.first { w.first } else { 0.0 };
        }
        if self.quoted {
            score += w.quoted;
        }
        score
    }
}

/// The entities that a pronoun or noun may mean, with their scores.
#[derive(Default)]
pub(super) struct Ranking {
    /// For each entity the mention that it was last ranked for, and its index in `scores`.
    seen: Vec<(usize, usize)>,
    /// Entities that fit, the nearest first.
    scores: Vec<(usize, f64)>,
}

impl Ranking {
    /// The index of an entity that does not fit.
    const UNFIT: usize = usize::MAX;

    /// Stands for an entity that was not ranked yet.
    const NEVER: (usize, usize) = (usize::MAX, Self::UNFIT);

    /// Starts anew, for a document with so many entities so far.
    pub(super) fn start(&mut self, entities: usize) {
        self.scores.clear();
        self.seen.resize(entities, Self::NEVER);
    }

    /// Notes that `entity` was met while the antecedent of `mention` is looked for; true the first time.
    pub(super) fn meet(&mut self, mention: usize, entity: usize) -> bool {
        let first = self.seen[entity].0 != mention;
        if first {
            self.seen[entity] = (mention, Self::UNFIT);
        }
        first
    }

    /// Lets `entity` take part.
    pub(super) fn admit(&mut self, entity: usize) {
        self.seen[entity].1 = self.scores.len();
        self.scores.push((entity, f64::NEG_INFINITY));
    }

    /// The score of `entity`, if it takes part.
    pub(super) fn score(&mut self, entity: usize) -> Option<&mut f64> {
        self.scores.get_mut(self.seen[entity].1).map(|(_, score)| score)
    }

    /// The entity with the best score; none if another one is nearly as good.
    pub(super) fn best(&self) -> Option<usize> {
        // Of entities with equal scores, the nearest one.
        let (id, best) = *self.scores.iter().rev().max_by(|a, b| a.1.total_cmp(&b.1))?;
        let others = self.scores.iter().filter(|other| other.0 != id).map(|other| other.1);
        let leads = |next: f64| best - next >= WEIGHTS.margin;
        others.max_by(f64::total_cmp).is_none_or(leads).then_some(id)
    }
}
