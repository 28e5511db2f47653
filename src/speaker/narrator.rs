//! The name of the first-person narrator of a story. The narration seldom has it; other characters use it.

use super::entity::Speakers;
use crate::document::Document;
use crate::lexicon::{Case, Class, Setting};
use crate::mention::{Mention, MentionKind};
use crate::report::SpeakerKind;

/// How often at least the narration of a first-person narrator has "I".
const MIN_FIRST_PERSON: usize = 3;

/// The entity of the narrator, if the text shows the name: by "My name is Ann", or by a name that occurs as a
/// vocative in quotations and never in the narration.
pub(super) fn find(
    document: &Document,
    mentions: &[Mention],
    speakers: &Speakers,
) -> Option<usize> {
    let says_i = |mention: &&Mention| {
        matches!(mention.kind, MentionKind::Pronoun(p)
            if p.person == 1 && !p.plural && p.case == Case::Subject && !mention.quoted)
            && document.is_story(mention.head)
    };
    if mentions.iter().filter(says_i).count() < MIN_FIRST_PERSON {
        return None;
    }
    let mut vocatives = vec![0_usize; speakers.entities.len()];
    let mut narrated = vec![false; speakers.entities.len()];
    for (mention, id) in mentions.iter().zip(&speakers.of) {
        let Some(id) = *id else { continue };
        if !mention.quoted && introduces(document, mention) {
            return Some(id);
        }
        // "Yes, Madame" has no name.
        let title = document.token(mention.head).is(Class::Title);
        vocatives[id] += usize::from(mention.vocative && !title);
        narrated[id] |= !mention.quoted;
    }
    let fits = |&id: &usize| {
        let entity = &speakers.entities[id];
        let person = entity.kind == SpeakerKind::Person && !entity.plural && !entity.place;
        // Once is enough for a name that must be a person's.
        let least = if entity.is_surely_person() { 1 } else { 2 };
        person && !narrated[id] && vocatives[id] >= least
    };
    let most = (0..vocatives.len()).filter(fits).max_by_key(|&id| vocatives[id])?;
    let is_equal = |id: &usize| vocatives[*id] == vocatives[most];
    let equal = (0..vocatives.len()).filter(fits).filter(is_equal).count();
    (equal == 1).then_some(most)
}

/// Whether the narrator gives this name as their own: "my name is Ann", "call me Ann".
fn introduces(document: &Document, mention: &Mention) -> bool {
    mention.kind == MentionKind::Name
        && document.follows_phrase(mention.tokens.start, Setting::Introductions)
}
