//! The name of the first-person narrator of a story. The narration seldom has it; other characters use it.

use super::entity::Speakers;
use crate::document::Document;
use crate::lexicon::{Case, Class, Setting};
use crate::mention::{Mention, MentionKind};
use crate::numbered::Numbered;
use crate::report::SpeakerKind;

/// How often at least the narration of a first-person narrator has "I".
const MIN_FIRST_PERSON: usize = 3;

/// The entity of the narrator, if the text shows the name: by "My name is Ann", or by a name that occurs as a
/// vocative in quotations and never in the narration.
pub(super) fn find(
    document: &Document,
    mentions: &Numbered<Mention>,
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
    // The blocks in which the narrator speaks, by a cue: "I said".
    let speaking: Vec<usize> = mentions
        .iter()
        .filter(|mention| says_i(mention) && mention.speaks)
        .map(|mention| document.block_of(mention.head))
        .collect();
    let mut uses = Numbered::from(vec![Uses::default(); speakers.entities.len()]);
    for (mention, id) in mentions.iter().zip(&speakers.of) {
        let Some(id) = *id else { continue };
        if !mention.quoted && introduces(document, mention) {
            return Some(id);
        }
        let uses = &mut uses[id];
        uses.narrated += usize::from(!mention.quoted);
        uses.speaks |= !mention.quoted && mention.beside_cue;
        // "Yes, Madame" has no name.
        if mention.vocative && !document.token(mention.head).is(Class::Title) {
            let block = document.block_of(mention.head);
            let near = speaking.partition_point(|&other| other < block);
            let before = near.checked_sub(1).is_some_and(|n| speaking[n] + 1 == block);
            let own = speaking.get(near) == Some(&block);
            let after = speaking.get(near + usize::from(own)) == Some(&(block + 1));
            uses.vocatives += usize::from(!own);
            uses.answered += usize::from(!own && (before || after));
        }
    }
    let fits = |&id: &usize| {
        let entity = &speakers.entities[id];
        let Uses { vocatives, answered, narrated, speaks } = uses[id];
        let person = entity.kind == SpeakerKind::Person && !entity.plural && !entity.place;
        // Once is enough for a name that must be a person's.
        let least = if entity.is_surely_person() { 1 } else { 2 };
        person && !speaks && (narrated == 0 && vocatives + answered >= least || answered > narrated)
    };
    let weight = |id: usize| uses[id].vocatives + uses[id].answered;
    let most = (0..uses.len()).filter(fits).max_by_key(|&id| weight(id))?;
    let is_equal = |id: &usize| weight(*id) == weight(most);
    let equal = (0..uses.len()).filter(fits).filter(is_equal).count();
    (equal == 1).then_some(most)
}

/// How a story with a narrator uses a name.
#[derive(Clone, Copy, Default)]
struct Uses {
    /// How often it addresses somebody, outside of what the narrator says.
    vocatives: usize,
    /// How often such an address stands in the paragraph before or after one in which the narrator speaks.
    answered: usize,
    /// How often the narration mentions it.
    narrated: usize,
    /// Whether the narration names it as a source.
    speaks: bool,
}

/// Whether the narrator gives this name as their own: "my name is Ann", "call me Ann".
fn introduces(document: &Document, mention: &Mention) -> bool {
    mention.kind == MentionKind::Name
        && document.follows_phrase(mention.tokens.start, Setting::Introductions)
}
