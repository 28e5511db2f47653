//! Gender of speakers whose names do not show it, read from the pronouns that follow them.

use super::entity::Speakers;
use crate::document::Document;
use crate::lexicon::{Class, Gender};
use crate::mention::{Mention, MentionKind};
use crate::report::SpeakerKind;
use crate::sentence::Sentences;

/// How many pronouns of each gender follow a name.
#[derive(Clone, Default)]
struct Votes {
    male: u32,
    female: u32,
    neuter: u32,
}

/// Gives each person without a gender the one that most pronouns right behind the name have; what is
/// "it" and shows no sign of a person is an organization.
pub(super) fn infer(
    document: &Document,
    sentences: &Sentences,
    mentions: &[Mention],
    speakers: &mut Speakers,
) {
    let mut votes = vec![Votes::default(); speakers.entities.len()];
    let mut next = 0;
    // The person named last, and in which sentence.
    let mut last: Option<(usize, usize)> = None;
    for (i, token) in document.tokens.iter().enumerate() {
        let Some(gender) = token.word.gender else { continue };
        if token.word.pronoun.is_none() && !token.is(Class::Possessive) {
            continue;
        }
        while let Some(mention) = mentions.get(next).filter(|mention| mention.tokens.start <= i) {
            if !mention.quoted && matches!(mention.kind, MentionKind::Name | MentionKind::Person) {
                let sentence = sentences.number(mention.tokens.start);
                last = speakers.of[next].map(|entity| (entity, sentence));
            }
            next += 1;
        }
        let Some((entity, sentence)) = last else { continue };
        if sentences.number(i) > sentence + 1 {
            continue;
        }
        match gender {
            Gender::Male => votes[entity].male += 1,
            Gender::Female => votes[entity].female += 1,
            Gender::Neuter => votes[entity].neuter += 1,
        }
    }
    for (entity, Votes { male, female, neuter }) in speakers.entities.iter_mut().zip(votes) {
        let unproven = entity.kind == SpeakerKind::Person && !entity.is_surely_person();
        if unproven && entity.is_named() && neuter >= 2 && neuter > 2 * (male + female) {
            entity.kind = SpeakerKind::Organization;
        } else if entity.gender.is_none() && entity.kind == SpeakerKind::Person && !entity.place {
            entity.gender = match (male, female) {
                (male, female) if male >= 1 && male >= 3 * female => Some(Gender::Male),
                (male, female) if female >= 1 && female >= 3 * male => Some(Gender::Female),
                _ => None,
            };
        }
    }
}
