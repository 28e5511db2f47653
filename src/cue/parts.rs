//! The results of the stage: cues with their parts.

use std::ops::Range;

use crate::lexicon::{VerbClass, VerbForm};

/// What kind of words a cue consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CueKind {
    Verb(VerbClass),
    /// "According to".
    SourcePhrase,
}

/// Where a subject is, seen from its verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// Right before it: "Lee said".
    Adjacent,
    /// Before an apposition: "Lee, the mayor, said".
    Apposed,
    /// Before a relative pronoun: "Lee, who said".
    Relative,
    /// In another clause, whose verb it is the subject of: "Lee went home and said", "Lee left, saying".
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
    /// The words of the cue itself: "has said", "according to".
    pub tokens: Range<usize>,
    /// Where the words between the subject and the cue start: adverbs, auxiliaries, dates.
    pub group_start: usize,
    pub form: VerbForm,
    /// "Was told": the subject is not the source.
    pub passive: bool,
    /// "Did not say": nothing was said.
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
