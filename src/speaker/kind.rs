//! Distinguishes persons, organizations and places by how the text uses their names.

use super::entity::Speakers;
use crate::document::Document;
use crate::lexicon::Class;
use crate::mention::{Mention, MentionKind};
use crate::numbered::Numbered;
use crate::report::SpeakerKind;

/// How the text uses the names of an entity.
#[derive(Clone, Default)]
struct Usage {
    /// How often after a preposition of place: "in Bern", "near Bern".
    located: usize,
    /// How often as a subject, a possessive or an object without a preposition.
    acts: usize,
    /// Beside a quotation and its cue.
    speaks: bool,
}

/// Corrects the kind that the words of a name suggest. In a story, an entity that speaks is a person. An
/// entity that hardly ever stands without a preposition of place is a place.
pub(super) fn infer(document: &Document, mentions: &Numbered<Mention>, speakers: &mut Speakers) {
    let mut usages = Numbered::from(vec![Usage::default(); speakers.entities.len()]);
    for (mention, id) in mentions.iter().zip(&speakers.of) {
        let Some(id) = id.filter(|_| mention.kind == MentionKind::Name) else { continue };
        let after_preposition = mention.after_preposition && !mention.possessive;
        let before = mention.tokens.start.checked_sub(1).and_then(|n| document.tokens.get(n));
        let located = before.is_some_and(|before| before.is(Class::Locative));
        usages[id].located += usize::from(after_preposition && located);
        usages[id].acts += usize::from(!after_preposition);
        usages[id].speaks |= mention.speaks;
    }
    for (entity, usage) in speakers.entities.iter_mut().zip(usages) {
        let unproven = !entity.is_surely_person();
        let best = &mentions[entity.best];
        let core = &document.tokens[best.core.clone()];
        let story = document.is_story(best.head);
        let organization = core.iter().any(|token| token.is(Class::OrganizationWord));
        if story && usage.speaks && !organization && entity.kind == SpeakerKind::Organization {
            entity.kind = SpeakerKind::Person;
            entity.place = false;
        } else if unproven
            && entity.kind == SpeakerKind::Person
            && usage.located > 2 * usage.acts
            && !usage.speaks
        {
            entity.kind = SpeakerKind::Organization;
            entity.place = true;
        }
    }
}
