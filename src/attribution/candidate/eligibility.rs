//! Which entities may be the speaker of a quotation.

use super::query::Query;
use crate::attribution::features::Situation;
use crate::attribution::findings::Findings;
use crate::lexicon::{Class, Gender};
use crate::mention::Determiner;
use crate::report::SpeakerKind;
use crate::speaker::Entity;

/// An owner is one of this many mentions before the source, which keeps the search linear.
const OWNER_BACK: usize = 20;

/// The entity that acts last before a source with a possessive in its sentence: "Ann Lee heard her neighbour say".
fn owner(findings: &Findings, source: usize) -> Option<usize> {
    let tokens = &findings.mentions.all[source].tokens;
    if !findings.document.token(tokens.start).is(Class::Possessive) {
        return None;
    }
    let sentence = findings.sentences.around(tokens.start).start;
    let before = findings.mentions.starting_in(sentence..tokens.start);
    let owner = before
        .rev()
        .take(OWNER_BACK)
        .find(|&mention| findings.mentions.all[mention].may_be_subject())?;
    findings.speakers.of[owner]
}

/// Whether the source only points at somebody known and describes nobody: "the other".
fn is_bare(findings: &Findings, source: usize) -> bool {
    let mention = &findings.mentions.all[source];
    mention.determiner == Determiner::Definite
        && findings.document.token(mention.head).word.is_function()
}

/// The entities that may be the speaker of a quotation, by kind, number and gender.
#[derive(Clone, Copy)]
pub(super) enum Eligibility {
    /// Any entity except places.
    Anybody,
    /// A person who takes part in a conversation.
    Person,
    /// Several people or an organization: "they".
    Several,
    /// An organization: "it".
    Organization,
    /// The antecedent of a pronoun or noun: "he", "the old man".
    Antecedent {
        gender: Option<Gender>,
        /// Whether it is a noun, which refers to its resolved entity or to somebody with a name, never to an
        /// entity that only another noun describes.
        noun: bool,
        /// The entity that the speaker stage resolved the words to.
        resolved: Option<usize>,
        /// The owner that a possessive names: "her neighbour" is not she.
        owner: Option<usize>,
    },
}

impl Eligibility {
    /// The eligible entities for the quotation of `query`.
    pub(super) fn of(findings: &Findings, query: &Query) -> Self {
        let source = query.source.map(|source| &findings.mentions.all[source]);
        let plural = source.is_some_and(|source| source.plural);
        let gender = source.and_then(|source| source.gender);
        match query.situation {
            Situation::Dialogue => Self::Person,
            Situation::Pronoun | Situation::ReportPronoun if plural => Self::Several,
            Situation::Pronoun | Situation::ReportPronoun if gender == Some(Gender::Neuter) => {
                Self::Organization
            }
            Situation::Pronoun | Situation::ReportPronoun | Situation::Noun => Self::Antecedent {
                gender,
                noun: query.situation == Situation::Noun,
                resolved: query
                    .source
                    .filter(|&source| !is_bare(findings, source))
                    .and_then(|source| findings.speakers.of[source]),
                owner: query.source.and_then(|source| owner(findings, source)),
            },
            _ => Self::Anybody,
        }
    }

    /// Whether `entity`, whose number is `id`, is eligible.
    pub(super) fn admits(self, entity: &Entity, id: usize) -> bool {
        let several = entity.plural || entity.kind == SpeakerKind::Group;
        let person = matches!(entity.kind, SpeakerKind::Person | SpeakerKind::Unnamed)
            && !entity.place
            && !several;
        match self {
            Self::Anybody => !entity.place,
            Self::Person => person,
            Self::Several => several || entity.kind == SpeakerKind::Organization,
            Self::Organization => entity.kind == SpeakerKind::Organization,
            Self::Antecedent { gender, noun, resolved, owner } => {
                let gender_clashes =
                    matches!((gender, entity.gender), (Some(a), Some(b)) if a != b);
                let noun_may_refer = !noun || resolved == Some(id) || entity.is_named();
                let is_owner = owner == Some(id) && resolved != Some(id);
                person && !gender_clashes && noun_may_refer && !is_owner && !entity.is_narrator()
            }
        }
    }
}
