//! What the stage finds: cues with their parts.

use std::ops::Range;

use crate::lexicon::{VerbClass, VerbForm};

/// What makes the cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CueKind {
    Verb(VerbClass),
    /// "According to".
    SourcePhrase,
}

/// How the subject stands to its verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// "Lee said"
    Adjacent,
    /// "Lee, the mayor, said"
    Apposed,
    /// "Lee, who said"
    Relative,
    /// "Lee went home and said", "Lee left, saying": the subject of the clause before.
    Shared,
}

/// The words before a cue that may name its source.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    pub tokens: Range<usize>,
    pub relation: Relation,
}

/// A reporting cue.
#[derive(Clone, Debug)]
pub(crate) struct Cue {
    pub kind: CueKind,
    /// The cue's own words: "has said", "according to".
    pub tokens: Range<usize>,
    /// Where the words between subject and cue begin: adverbs, auxiliaries, dates.
    pub group_start: usize,
    pub form: VerbForm,
    /// "was told": the subject is not the source.
    pub passive: bool,
    /// "did not say": nothing was said.
    pub negated: bool,
    pub subject: Option<Subject>,
    /// The phrase after the cue: "said *Ann Lee*", "according to *the mayor*".
    pub following: Option<Range<usize>>,
}

impl Cue {
    /// Whether the cue is a verb of `class`.
    pub(crate) fn is(&self, class: VerbClass) -> bool {
        self.kind == CueKind::Verb(class)
    }
}
