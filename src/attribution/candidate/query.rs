//! The question that the search for candidates answers: who may have said a quotation.

use std::ops::Range;

use crate::attribution::features::Situation;
use crate::lexicon::Gender;

/// A turn near the quotation.
#[derive(Clone)]
pub(crate) struct Neighbour {
    /// Number of the block it starts in.
    pub block: usize,
    /// The tokens of its quotation.
    pub tokens: Range<usize>,
    /// The mentions in it.
    pub mentions: Range<usize>,
    /// The gender of the word by which it addresses somebody.
    pub addressee: Option<Gender>,
    /// How many turns away it is.
    pub distance: usize,
}

/// A quotation whose speaker is open, with what the search needs to know of it.
pub(crate) struct Query {
    pub situation: Situation,
    /// The tokens of the quotation.
    pub tokens: Range<usize>,
    /// Number of the mention that names the source, if there is one.
    pub source: Option<usize>,
    pub previous: Option<Neighbour>,
    pub next: Option<Neighbour>,
    /// The turns nearby, without those right before and after.
    pub near: Vec<Neighbour>,
    /// The entities that speak in the turns nearby, one for each turn whose source is a name.
    pub speakers_near: Vec<usize>,
}
