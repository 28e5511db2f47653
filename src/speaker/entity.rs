//! What the stage finds: entities, and which of them each mention refers to.

use super::name_match::Name;
use crate::lexicon::Gender;
use crate::numbered::Numbered;
use crate::report::SpeakerKind;

/// A person, organization or group that mentions refer to.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    pub kind: SpeakerKind,
    /// The fullest name; empty if the text only describes the entity.
    pub(super) name: Name,
    /// The mention that identifies the entity best: the fullest name, or the first description.
    pub best: usize,
    /// A mention whose title or noun says what the speaker does.
    pub role: Option<usize>,
    pub gender: Option<Gender>,
    /// A title shows the gender. A given name alone is weaker: it may be a surname too.
    pub(super) gender_from_title: bool,
    /// Only the letters of a given name that is in no list show the gender.
    pub(super) gender_from_letters: bool,
    pub plural: bool,
    pub place: bool,
    /// The "I" of the narration.
    pub(super) narrator: bool,
    /// Has a title of those who head a family: Mr., Mrs., Mother.
    pub(super) heads_household: bool,
    /// A title or given name shows that it is a person.
    pub(super) named_as_person: bool,
    /// Number of the first mention.
    pub first: usize,
    /// Number of the last mention so far.
    pub(super) last: usize,
    /// Number of the last mention so far by a name of one word.
    pub(super) last_short: Option<usize>,
}

impl Entity {
    /// Whether the text gives a name.
    pub(crate) fn is_named(&self) -> bool {
        self.name.len() > 0
    }

    /// Whether a title, a given name or a gender shows that the entity is a person.
    pub(crate) fn is_surely_person(&self) -> bool {
        self.named_as_person || self.gender.is_some() && !self.gender_from_letters
    }

    /// Whether the entity has a title of those who head a family: Mr., Mrs., Mother.
    pub(crate) fn heads_household(&self) -> bool {
        self.heads_household
    }

    /// Whether the entity is the "I" of the narration.
    pub(crate) fn is_narrator(&self) -> bool {
        self.narrator
    }
}

/// The entities of a document, and the one that each mention refers to.
#[derive(Debug, Default)]
pub(crate) struct Speakers {
    pub entities: Numbered<Entity>,
    /// The entity of each mention; none if there is no antecedent, or if two are equally likely.
    pub of: Numbered<Option<usize>>,
    /// The persons that the text names most often, at most four.
    pub frequent: Vec<usize>,
}
