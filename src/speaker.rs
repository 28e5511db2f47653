//! Coreference: which mentions refer to the same speaker, by full name, part of a name, role or pronoun.
//!
//! Names are joined first, over the whole text, so that a full name counts wherever it stands. Then nouns and
//! pronouns are resolved in reading order.

mod entity;
mod gender;
mod index;
mod join;
mod kind;
mod name_match;
mod narrator;
mod reference;
mod resolver;
mod salience;
mod vocabulary;

use crate::document::Document;
use crate::mention::{MentionKind, Mentions};
use crate::numbered::Numbered;
use crate::report::SpeakerKind;
use crate::sentence::Sentences;
use resolver::Resolver;

pub(crate) use entity::{Entity, Speakers};

/// Finds the entities of a document, and the one that each mention refers to.
#[inline(never)]
pub(crate) fn resolve(document: &Document, sentences: &Sentences, mentions: &Mentions) -> Speakers {
    let count = mentions.all.len();
    let mut resolver = Resolver::new(document, sentences, mentions);
    for n in 0..count {
        if mentions.all[n].kind == MentionKind::Name {
            resolver.join_name(n);
        }
    }
    resolver.join_short_names();
    for entity in &mut resolver.speakers.entities {
        entity.last = 0;
    }
    kind::infer(document, &mentions.all, &mut resolver.speakers);
    resolver.speakers.frequent = most_frequent(&resolver.speakers);
    gender::infer(document, sentences, &mentions.all, &mut resolver.speakers);
    resolver.narrator = narrator::find(document, &mentions.all, &resolver.speakers);
    for n in 0..count {
        resolver.resolve(n);
    }
    resolver.speakers
}

/// The persons with the most mentions by name: at most four, each with at least three mentions.
fn most_frequent(speakers: &Speakers) -> Vec<usize> {
    let mut counts = Numbered::from(vec![0_usize; speakers.entities.len()]);
    for &entity in speakers.of.iter().flatten() {
        counts[entity] += 1;
    }
    let is_frequent =
        |id: &usize| counts[*id] >= 3 && speakers.entities[*id].kind == SpeakerKind::Person;
    let persons: Vec<usize> = (0..counts.len()).filter(is_frequent).collect();
    let mut frequent: Vec<usize> = Vec::new();
    for _ in 0..4 {
        let rest = persons.iter().copied().filter(|id| !frequent.contains(id));
        // Of several with the same count, the first.
        frequent.extend(rest.rev().max_by_key(|&id| counts[id]));
    }
    frequent
}
