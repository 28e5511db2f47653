//! The name of the "I" that tells a story, which narration has no use for: others call it.

use super::entity::Speakers;
use crate::document::Document;
use crate::lexicon::{Case, Class, Setting};
use crate::mention::{Mention, MentionKind};
use crate::report::SpeakerKind;

/// The narration must say "I" so often.
const SAID_I: usize = 3;

/// Who tells the text, if the text shows the name: in "My name is Ann", or by a name that is called
/// in quotations and never stands in the narration.
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
    if mentions.iter().filter(says_i).count() < SAID_I {
        return None;
    }
    let mut called = vec![0_usize; speakers.entities.len()];
    let mut narrated = vec![false; speakers.entities.len()];
    for (mention, id) in mentions.iter().zip(&speakers.of) {
        let Some(id) = *id else { continue };
        if !mention.quoted && introduces(document, mention) {
            return Some(id);
        }
        // "Yes, Madame": no name.
        let title = document.token(mention.head).is(Class::Title);
        called[id] += usize::from(mention.vocative && !title);
        narrated[id] |= !mention.quoted;
    }
    let fits = |&id: &usize| {
        let entity = &speakers.entities[id];
        let person = entity.kind == SpeakerKind::Person && !entity.plural && !entity.place;
        // Once is enough for what must be a person's name.
        let least = if entity.is_surely_person() { 1 } else { 2 };
        person && !narrated[id] && called[id] >= least
    };
    let best = (0..called.len()).filter(fits).max_by_key(|&id| called[id])?;
    let rivals = (0..called.len()).filter(fits).filter(|&id| called[id] == called[best]).count();
    (rivals == 1).then_some(best)
}

/// Whether the narrator says this name of themselves: "my name is Ann", "call me Ann".
fn introduces(document: &Document, mention: &Mention) -> bool {
    mention.kind == MentionKind::Name
        && document.follows_phrase(mention.tokens.start, Setting::Introductions)
}
