//! Salience: how likely each mention before a pronoun or noun is its antecedent.
//!
//! The score follows the salience factors of Lappin and Leass (1994): how near the mention is, and whether it
//! may be the subject of its sentence.

use crate::numbered::Numbered;
use crate::weights;

/// A mention whose entity is known, with what its salience depends on.
pub(super) struct LinkedMention {
    pub mention: usize,
    pub entity: usize,
    pub sentence: usize,
    pub block: usize,
    /// Neither a possessive nor after a preposition.
    pub free: bool,
    /// The first mention of its sentence.
    pub first: bool,
    pub quoted: bool,
}

/// The weights of salience. They are set by hand: `weights.txt` has them under `reference`.
pub(super) struct Weights {
    /// For a mention in the same sentence; for one `n` sentences before, divided by `n + 1`.
    pub sentence: f64,
    /// For each paragraph before that of the pronoun.
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

/// The possible antecedents of a pronoun or noun, with their scores.
#[derive(Default)]
pub(super) struct Ranking {
    /// For each entity the mention for which it was last met, and its index in `scores`.
    met: Numbered<(usize, usize)>,
    /// The entities that agree with the mention, the nearest first.
    scores: Vec<(usize, f64)>,
}

impl Ranking {
    /// The index of an entity that has no score.
    const UNSCORED: usize = usize::MAX;

    /// The entry of an entity that was never met.
    const NEVER: (usize, usize) = (usize::MAX, Self::UNSCORED);

    /// Starts a new ranking; the document has `entities` entities so far.
    pub(super) fn start(&mut self, entities: usize) {
        self.scores.clear();
        self.met.resize(entities, Self::NEVER);
    }

    /// Records that the search for the antecedent of `mention` meets `entity`. Returns whether this is the
    /// first time.
    pub(super) fn meet(&mut self, mention: usize, entity: usize) -> bool {
        let first = self.met[entity].0 != mention;
        if first {
            self.met[entity] = (mention, Self::UNSCORED);
        }
        first
    }

    /// Adds `entity` to those that have a score.
    pub(super) fn admit(&mut self, entity: usize) {
        self.met[entity].1 = self.scores.len();
        self.scores.push((entity, f64::NEG_INFINITY));
    }

    /// The score of `entity`, if it has one.
    pub(super) fn score(&mut self, entity: usize) -> Option<&mut f64> {
        self.scores.get_mut(self.met[entity].1).map(|(_, score)| score)
    }

    /// The entity with the best score; none if it leads by less than the margin.
    pub(super) fn best(&self) -> Option<usize> {
        // Of entities with equal scores, the nearest one.
        let (id, best) = *self.scores.iter().rev().max_by(|a, b| a.1.total_cmp(&b.1))?;
        let others = self.scores.iter().filter(|other| other.0 != id).map(|other| other.1);
        let leads = |next: f64| best - next >= WEIGHTS.margin;
        others.max_by(f64::total_cmp).is_none_or(leads).then_some(id)
    }
}
