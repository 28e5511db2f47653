//! What the search is asked: who said a certain quotation.

use std::ops::Range;

use crate::attribution::features::Situation;

/// The turn before or after the quotation.
pub(crate) struct Neighbour {
    /// Number of the block it starts in.
    pub block: usize,
    /// Its quotation.
    pub tokens: Range<usize>,
}

/// A quotation whose speaker is to be found.
pub(crate) struct Query {
    pub situation: Situation,
    /// The quotation.
    pub tokens: Range<usize>,
    /// The mention that names the source, if there is one.
    pub source: Option<usize>,
    pub last: Option<Neighbour>,
    pub next: Option<Neighbour>,
    /// The named speakers of turns nearby, one entry for each turn.
    pub speakers_near: Vec<usize>,
}
