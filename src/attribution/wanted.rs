//! Who can speak at all where a quotation stands.

use super::Findings;
use super::candidate::Place;
use super::features::Situation;
use crate::lexicon::Gender;
use crate::report::SpeakerKind;
use crate::speaker::Entity;

/// Who can speak at a place, by kind, number and gender.
#[derive(Clone, Copy)]
pub(super) enum Wanted {
    /// Anybody but a place.
    Anybody,
    /// One person of a conversation.
    Person,
    /// Several people or a body: "they".
    Several,
    /// A body: "it".
    Body,
    /// One person whom words mean: "he", "the old man".
    Meant {
        gender: Option<Gender>,
        /// For a noun, which means what its words say or somebody known by name, not another noun.
        noun: bool,
        /// What the words mean, as far as reference was resolved.
        itself: Option<usize>,
    },
}

impl Wanted {
    /// Whom `place` asks for.
    pub(super) fn at(findings: &Findings, place: &Place) -> Self {
        let source = place.source.map(|source| &findings.mentions.all[source]);
        let plural = source.is_some_and(|source| source.plural);
        let gender = source.and_then(|source| source.gender);
        match place.situation {
            Situation::Dialogue => Self::Person,
            Situation::Pronoun | Situation::ReportPronoun if plural => Self::Several,
            Situation::Pronoun | Situation::ReportPronoun if gender == Some(Gender::Neuter) => {
                Self::Body
            }
            Situation::Pronoun | Situation::ReportPronoun | Situation::Noun => Self::Meant {
                gender,
                noun: place.situation == Situation::Noun,
                itself: place.source.and_then(|source| findings.speakers.of[source]),
            },
            _ => Self::Anybody,
        }
    }

    /// Whether `entity`, whose number is `id`, is such a one.
    pub(super) fn fits(self, entity: &Entity, id: usize) -> bool {
        let many = entity.plural || entity.kind == SpeakerKind::Group;
        let person = matches!(entity.kind, SpeakerKind::Person | SpeakerKind::Unnamed)
            && !entity.place
            && !many;
        match self {
            Self::Anybody => !entity.place,
            Self::Person => person,
            Self::Several => many || entity.kind == SpeakerKind::Organization,
            Self::Body => entity.kind == SpeakerKind::Organization,
            Self::Meant { gender, noun, itself } => {
                let clash = matches!((gender, entity.gender), (Some(a), Some(b)) if a != b);
                let known = !noun || itself == Some(id) || entity.is_named();
                person && !clash && known && !entity.is_narrator()
            }
        }
    }
}
