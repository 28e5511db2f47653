//! Names of one speaker joined, over the whole text.

use super::entity::Entity;
use super::name_match::Name;
use super::resolver::{COMPARED, Resolver};
use crate::lexicon::Class;
use crate::mention::{Mention, NameKind};
use crate::report::SpeakerKind;

impl Resolver<'_> {
    /// Gives the name at mention `n` to the entity that it fits, or makes a new one.
    pub(super) fn join_name(&mut self, n: usize) {
        let mention = &self.mentions[n];
        let name = self.names.add(self.document, mention, &mut self.vocabulary);
        let found = self.entity_named(&name, mention);
        let id = match found {
            Some(id) => id,
            None => {
                self.add(n, kind_of_name(mention.name_kind), mention.name_kind == NameKind::Place)
            }
        };
        let role = self.speakers.entities[id].role.is_none()
            && mention.title.clone().is_some_and(|title| self.is_role(title));
        let titled = mention.gender.is_some() && self.shows_gender(mention);
        let entity = &mut self.speakers.entities[id];
        let label = |n: usize| self.document.is_label(self.mentions[n].head);
        // Of two names with as many words, that of a label is the one to show.
        let fuller = name.is_fuller_than(&entity.name)
            || label(n) && !label(entity.best) && !entity.name.is_fuller_than(&name);
        if entity.gender.is_none() || !entity.titled_gender && (titled || fuller) {
            // "Russell" was a surname, whatever its list says.
            let known = entity.gender.filter(|_| !self.names.is_surname_of(&entity.name, &name));
            entity.gender = mention.gender.or(known);
        }
        entity.titled_gender |= titled;
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
        entity.surely_person |= given || mention.title.is_some();
        if name.len() == 1 {
            entity.last_short = Some(n);
        }
        entity.last = n;
        if role {
            entity.role = Some(n);
        }
        for &word in self.names.keys(&name) {
            let known = self.by_word.get(word as usize).take(COMPARED).any(|other| other == id);
            if !known {
                self.by_word.add(word as usize, id);
            }
        }
        self.speakers.of[n] = Some(id);
    }

    /// Whether a title says what somebody does, not only "Mr." or "Lady".
    fn is_role(&self, title: std::ops::Range<usize>) -> bool {
        self.document.tokens[title].iter().any(|token| {
            token.is_any_of(Class::Title | Class::Role | Class::Kin | Class::Person)
                && (!token.is(Class::Title) || token.is(Class::Role) || token.word.gender.is_none())
        })
    }

    /// The entity that `name` fits; of several the one last called by a short name, then the last
    /// mentioned.
    fn entity_named(&self, name: &Name, mention: &Mention) -> Option<usize> {
        let mut best: Option<(bool, Option<usize>, usize, usize)> = None;
        for &word in self.names.keys(name) {
            for id in self.by_word.get(word as usize).take(COMPARED) {
                // Most are found by each of their words.
                if best.is_some_and(|(.., best)| best == id) {
                    continue;
                }
                let entity = &self.speakers.entities[id];
                let fits = !self.genders_clash(name, mention, entity)
                    && self.names.fit(name, &entity.name, &self.vocabulary);
                if fits {
                    let same = self.names.words(&entity.name) == self.names.words(name);
                    best = best.max(Some((same, entity.last_short, entity.last, id)));
                }
            }
        }
        best.map(|(.., id)| id)
    }

    /// Whether the name at `mention` is of a man and the entity a woman, or the reverse. A word that
    /// is the surname of the other name shows nothing, though it may be a given name elsewhere.
    fn genders_clash(&self, name: &Name, mention: &Mention, entity: &Entity) -> bool {
        mention.gender.is_some_and(|own| entity.gender.is_some_and(|other| own != other))
            && (!self.names.is_surname_of(name, &entity.name) || self.shows_gender(mention))
            && (!self.names.is_surname_of(&entity.name, name) || entity.titled_gender)
    }

    /// Whether the title in `mention` has a gender.
    fn shows_gender(&self, mention: &Mention) -> bool {
        let mut title = mention.title.clone().into_iter().flatten();
        title.any(|n| self.document.token(n).word.gender.is_some())
    }
}

fn kind_of_name(kind: NameKind) -> SpeakerKind {
    match kind {
        NameKind::Person | NameKind::Unknown => SpeakerKind::Person,
        NameKind::Organization | NameKind::Place => SpeakerKind::Organization,
        NameKind::People => SpeakerKind::Group,
    }
}
