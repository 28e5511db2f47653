//! Persons, bodies and places told apart by what the text does with their names.

use super::entity::Speakers;
use crate::document::Document;
use crate::lexicon::Class;
use crate::mention::{Mention, MentionKind};
use crate::report::SpeakerKind;

/// How the mentions of a name stand.
#[derive(Clone, Default)]
struct Use {
    /// Behind "in", "near", "into".
    located: bool,
    /// Subject, owner or object.
    acts: bool,
    /// Beside a quotation and its cue.
    speaks: bool,
}

/// Corrects the kinds that the words of a name suggest: what speaks in a story is a person, and what
/// people are only ever in is a place.
pub(super) fn infer(document: &Document, mentions: &[Mention], speakers: &mut Speakers) {
    let mut uses = vec![Use::default(); speakers.entities.len()];
    for (mention, id) in mentions.iter().zip(&speakers.of) {
        let Some(id) = id.filter(|_| mention.kind == MentionKind::Name) else { continue };
        let governed = mention.after_preposition && !mention.possessive;
        let before = mention.tokens.start.checked_sub(1).and_then(|n| document.tokens.get(n));
        let located = before.is_some_and(|before| before.is(Class::Locative));
        uses[id].located |= governed && located;
        uses[id].acts |= !governed;
        uses[id].speaks |= mention.speaks;
    }
    for (entity, seen) in speakers.entities.iter_mut().zip(uses) {
        let unproven = !entity.is_surely_person();
        let best = &mentions[entity.best];
        let core = &document.tokens[best.core.clone()];
        let story = document.is_story(best.head);
        let body = core.iter().any(|token| token.is(Class::OrganizationWord));
        if story && seen.speaks && !body && entity.kind == SpeakerKind::Organization {
            entity.kind = SpeakerKind::Person;
            entity.place = false;
        } else if unproven && entity.kind == SpeakerKind::Person && seen.located && !seen.acts {
            entity.kind = SpeakerKind::Organization;
            entity.place = true;
        }
    }
}
