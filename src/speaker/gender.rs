//! Gender of persons whose names do not show it, inferred from the pronouns that follow the names, or else from the
//! letters of the given name.

use std::cmp::Ordering;

use super::entity::Speakers;
use crate::document::Document;
use crate::lexicon::{Class, Gender, Lexicon, Setting, Word};
use crate::mention::{Mention, MentionKind};
use crate::numbered::Numbered;
use crate::report::SpeakerKind;
use crate::sentence::Sentences;
use crate::token::Shape;

/// How many pronouns of each gender follow the mentions of an entity.
#[derive(Clone, Default)]
struct PronounCounts {
    male: u32,
    female: u32,
    neuter: u32,
}

/// Gives each person without a gender the gender of most pronouns that follow in the same or the next
/// sentence. An entity that is mostly "it" becomes an organization, unless a title or given name shows a
/// person.
pub(super) fn infer(
    document: &Document,
    sentences: &Sentences,
    mentions: &Numbered<Mention>,
    speakers: &mut Speakers,
) {
    let mut counts = Numbered::from(vec![PronounCounts::default(); speakers.entities.len()]);
    let mut next = 0;
    // The last entity that was mentioned by a name or noun, and the number of the sentence.
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
            Gender::Male => counts[entity].male += 1,
            Gender::Female => counts[entity].female += 1,
            Gender::Neuter => counts[entity].neuter += 1,
        }
    }
    for (entity, counts) in speakers.entities.iter_mut().zip(counts) {
        let PronounCounts { male, female, neuter } = counts;
        let unproven = entity.kind == SpeakerKind::Person && !entity.is_surely_person();
        if unproven && entity.is_named() && neuter >= 2 && neuter > 2 * (male + female) {
            entity.kind = SpeakerKind::Organization;
        } else if entity.gender.is_none() && entity.kind == SpeakerKind::Person && !entity.place {
            entity.gender = match (male, female) {
                (male, female) if male >= 1 && male >= 3 * female => Some(Gender::Male),
                (male, female) if female >= 1 && female >= 3 * male => Some(Gender::Female),
                _ => None,
            };
            if entity.gender.is_none() && male + female == 0 && neuter < 2 && entity.name.len() > 1
            {
                let given = document.token(mentions[entity.best].core.start);
                let word = document.slice(given.span);
                entity.gender = shown_by_letters(document.lexicon, word)
                    .filter(|_| given.word == Word::UNKNOWN && given.shape == Shape::Capital);
                entity.gender_from_letters = entity.gender.is_some();
            }
        }
    }
}

/// The gender that the longest known ending of a given name shows. Longer endings correct shorter ones, and one that
/// is in both lists shows nothing.
fn shown_by_letters(lexicon: &Lexicon, name: &str) -> Option<Gender> {
    let longest = |setting| {
        let endings = lexicon.values(setting).iter().map(|ending| ending.len());
        let fits = lexicon.values(setting).iter().map(|ending| name.ends_with(ending));
        endings.zip(fits).filter(|(_, fits)| *fits).map(|(length, _)| length).max().unwrap_or(0)
    };
    match longest(Setting::FemaleEndings).cmp(&longest(Setting::MaleEndings)) {
        Ordering::Less => Some(Gender::Male),
        Ordering::Equal => None,
        Ordering::Greater => Some(Gender::Female),
    }
}
