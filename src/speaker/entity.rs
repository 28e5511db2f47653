//! What the stage finds: entities, and which of them each mention refers to.

use super::name_match::Name;
use crate::lexicon::Gender;
use crate::report::SpeakerKind;

/// Somebody or something that mentions refer to.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    pub kind: SpeakerKind,
    /// The fullest name; empty for those that are only described.
    pub(super) name: Name,
    /// The mention that shows the speaker best: the fullest name, or the first description.
    pub best: usize,
    /// A mention whose title or noun says what the speaker does.
    pub role: Option<usize>,
    pub gender: Option<Gender>,
    /// Whether a title shows the gender; a given name alone may be a surname too.
    pub(super) titled_gender: bool,
    pub plural: bool,
    pub place: bool,
    pub(super) narrator: bool,
    /// Is called Mr. or Mrs.
    pub(super) household: bool,
    /// A title or given name shows that it is a person.
    pub(super) surely_person: bool,
    /// Number of the first mention.
    pub first: usize,
    /// Number of the last mention so far, and of the last by a part of the name only.
    pub(super) last: usize,
    pub(super) last_short: Option<usize>,
}

impl Entity {
    /// Whether the text gives a name.
    pub(crate) fn is_named(&self) -> bool {
        self.name.len() > 0
    }

    /// Whether a title or given name shows that the entity is a person.
    pub(crate) fn is_surely_person(&self) -> bool {
        self.surely_person || self.gender.is_some()
    }

    /// Whether the entity is called Mr. or Mrs., as the heads of a household are.
    pub(crate) fn heads_household(&self) -> bool {
        self.household
    }

    /// Whether the entity is the "I" that tells the text.
    pub(crate) fn is_narrator(&self) -> bool {
        self.narrator
    }
}

/// Which entity each mention refers to.
#[derive(Debug, Default)]
pub(crate) struct Speakers {
    pub entities: Vec<Entity>,
    /// For each mention its entity; none where two fit or nobody does.
    pub of: Vec<Option<usize>>,
    /// The persons that the text names most often, at most four.
    pub frequent: Vec<usize>,
}
