//! Joins the names of one speaker, over the whole text: "Ann Lee", "Mayor Lee", "Lee".

use super::entity::Entity;
use super::name_match::Name;
use super::resolver::{COMPARED, Resolver};
use crate::lexicon::Class;
use crate::mention::{Mention, NameKind};
use crate::report::SpeakerKind;

impl Resolver<'_> {
    /// Joins the name at mention `n` to the entity that it matches, or to a new one.
    pub(super) fn join_name(&mut self, n: usize) {
        let mention = &self.mentions[n];
        let name = self.names.add(self.document, mention, &mut self.vocabulary);
        let found = self.entity_named(&name, mention);
        let id = match found {
            Some(id) => id,
            None => {
                let place = mention.name_kind == NameKind::Place;
                self.add_entity(n, speaker_kind(mention.name_kind), place)
            }
        };
        let role = self.speakers.entities[id].role.is_none()
            && mention.title.clone().is_some_and(|title| self.is_role(title));
        let from_title = mention.gender.is_some() && self.has_title_with_gender(mention);
        let entity = &mut self.speakers.entities[id];
        let label = |n: usize| self.document.is_label(self.mentions[n].head);
        // Of two names with as many words, that of a label is the one to show.
        let fuller = name.is_fuller_than(&entity.name)
            || label(n) && !label(entity.best) && !entity.name.is_fuller_than(&name);
        if entity.gender.is_none() || !entity.gender_from_title && (from_title || fuller) {
            // "Russell" is called "Ann Russell" now: a surname shows no gender.
            let known = entity.gender.filter(|_| !self.names.is_surname_of(&entity.name, &name));
            entity.gender = mention.gender.or(known);
        }
        entity.gender_from_title |= from_title;
        if fuller {
            let before = std::mem::replace(&mut entity.name, name);
            entity.name.learn(&before);
            entity.best = n;
        } else {
            entity.name.learn(&name);
        }
        if mention.name_kind == NameKind::Person && entity.kind != SpeakerKind::Group {
            entity.kind = SpeakerKind::Person;
            entity.place = false;
        }
        let given = self.document.token(mention.core.start).is(Class::GivenName);
        entity.named_as_person |= given || mention.title.is_some();
        if name.len() == 1 {
            entity.last_short = Some(n);
        }
        entity.last = n;
        if role {
            entity.role = Some(n);
        }
        for &word in self.names.keys(&name) {
            let known =
                self.entities_by_word.get(word as usize).take(COMPARED).any(|other| other == id);
            if !known {
                self.entities_by_word.add(word as usize, id);
            }
        }
        self.speakers.of[n] = Some(id);
    }

    /// Whether a title says what somebody does: "Mayor", but not "Mr." or "Lady".
    fn is_role(&self, title: std::ops::Range<usize>) -> bool {
        self.document.tokens[title].iter().any(|token| {
            token.is_any_of(Class::Title | Class::Role | Class::Kin | Class::Person)
                && (!token.is(Class::Title) || token.is(Class::Role) || token.word.gender.is_none())
        })
    }

    /// Joins entities that a text calls by one word before it gives the full name: "Ann" and "Lee" are
    /// "Ann Lee", unless two have such a name, or a title shows that "Mrs. Lee" is another.
    pub(super) fn join_short_names(&mut self) {
        let count = self.speakers.entities.len();
        let into: Vec<usize> = (0..count).map(|id| self.full_name(id).unwrap_or(id)).collect();
        for of in self.speakers.of.iter_mut().flatten() {
            *of = into[*of];
        }
        for (id, &full) in into.iter().enumerate().filter(|(id, full)| id != *full) {
            let short = self.speakers.entities[id].clone();
            let entity = &mut self.speakers.entities[full];
            entity.gender = entity.gender.or(short.gender);
            entity.first = entity.first.min(short.first);
            entity.role = entity.role.or(short.role);
            entity.named_as_person |= short.named_as_person;
        }
    }

    /// The only entity with a full name that the one word of entity `id` may be short for.
    fn full_name(&self, id: usize) -> Option<usize> {
        let entity = &self.speakers.entities[id];
        let &[word] = self.names.words(&entity.name) else { return None };
        let is_full = |other: &usize| {
            let full = &self.speakers.entities[*other];
            let surname = self.names.is_surname_of(&entity.name, &full.name);
            full.name.len() > 1
                && [entity.kind, full.kind] == [SpeakerKind::Person; 2]
                && !(surname && entity.gender_from_title)
                && !matches!((entity.gender, full.gender), (Some(a), Some(b)) if a != b)
                && self.names.may_match(&entity.name, &full.name, &self.vocabulary)
        };
        let mut full = self.entities_by_word.get(word as usize).take(COMPARED).filter(is_full);
        full.next().filter(|_| full.next().is_none())
    }

    /// The entity that `name` matches. Of several it is one with the same name, else the one whose given name
    /// it starts with, else the one that was last mentioned by a name of one word, else the one that was last
    /// mentioned.
    fn entity_named(&self, name: &Name, mention: &Mention) -> Option<usize> {
        let mut best: Option<(bool, bool, Option<usize>, usize, usize)> = None;
        for &word in self.names.keys(name) {
            for id in self.entities_by_word.get(word as usize).take(COMPARED) {
                // Most entities are found by each word of their name.
                if best.is_some_and(|(.., best)| best == id) {
                    continue;
                }
                let entity = &self.speakers.entities[id];
                let matches = !self.genders_clash(name, mention, entity)
                    && self.names.may_match(name, &entity.name, &self.vocabulary);
                if matches {
                    let same = self.names.words(&entity.name) == self.names.words(name);
                    let given = entity.name.len() == 1
                        && name.len() > 1
                        && !self.names.is_surname_of(&entity.name, name);
                    best = best.max(Some((same, given, entity.last_short, entity.last, id)));
                }
            }
        }
        best.map(|(.., id)| id)
    }

    /// Whether the name at `mention` and the entity have different genders: "Mrs. Lee" and "Mr. Lee". A given
    /// name shows no gender where it is the surname of the other name.
    fn genders_clash(&self, name: &Name, mention: &Mention, entity: &Entity) -> bool {
        mention.gender.is_some_and(|own| entity.gender.is_some_and(|other| own != other))
            && (!self.names.is_surname_of(name, &entity.name)
                || self.has_title_with_gender(mention))
            && (!self.names.is_surname_of(&entity.name, name) || entity.gender_from_title)
    }

    /// Whether the title in `mention` shows a gender: "Mrs.", but not "Dr.".
    fn has_title_with_gender(&self, mention: &Mention) -> bool {
        let mut title = mention.title.clone().into_iter().flatten();
        title.any(|n| self.document.token(n).word.gender.is_some())
    }
}

/// The kind of the speaker that a name stands for.
fn speaker_kind(kind: NameKind) -> SpeakerKind {
    match kind {
        NameKind::Person | NameKind::Unknown => SpeakerKind::Person,
        NameKind::Organization | NameKind::Place => SpeakerKind::Organization,
        NameKind::People => SpeakerKind::Group,
    }
}
