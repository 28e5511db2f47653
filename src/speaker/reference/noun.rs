//! Resolves noun phrases: "the mayor", "the company", "a senior official".

use crate::document::Document;
use crate::lexicon::Class;
use crate::mention::{Determiner, Mention, MentionKind, NameKind};
use crate::report::SpeakerKind;
use crate::speaker::entity::Entity;
use crate::speaker::resolver::{COMPARED, Resolver};

/// The search for "the company" goes back over at most this many entities and mentions. This keeps the whole
/// linear.
const ENTITIES_BACK: usize = 24;
const LINKED_BACK: usize = 500;

impl Resolver<'_> {
    /// Links the noun phrase at mention `n` to the entity that it refers to, or to a new one.
    pub(super) fn resolve_noun(&mut self, n: usize) {
        let mention = &self.mentions[n];
        let noun = self.document.forms.lowercase(self.document.token(mention.head).form);
        let id = if let Some(id) = self.apposed_name(n) {
            let entity = &mut self.speakers.entities[id];
            if mention.kind == MentionKind::Organization {
                entity.kind = SpeakerKind::Organization;
            } else if entity.role.is_none() {
                entity.role = Some(n);
            }
            id
        } else if let Some(id) = self.entity_with_noun(n, noun) {
            id
        } else if let Some(id) = self.organization_before(n) {
            self.speakers.entities[id].kind = SpeakerKind::Organization;
            id
        } else if let Some(id) = self.person_before(n) {
            id
        } else {
            self.add_entity(n, kind_of_described(self.document, mention), false)
        };
        self.link(n, id);
        self.add_noun(id, noun);
    }

    /// The entity whose name is in apposition with the noun at mention `n`: "Ann Lee, the mayor", "The mayor,
    /// Ann Lee,".
    fn apposed_name(&self, n: usize) -> Option<usize> {
        let mention = &self.mentions[n];
        let organization = mention.kind == MentionKind::Organization;
        if mention.plural || mention.possessive {
            return None;
        }
        // The entity of the name at mention `other`, if there is a comma at token `comma` between the two.
        let beside = |other: usize, comma: usize| {
            let name = self.mentions.get(other)?;
            let person = name.kind == MentionKind::Name
                && matches!(name.name_kind, NameKind::Person | NameKind::Unknown)
                && !name.possessive;
            let apposed = person && self.document.mark(comma) == ',';
            let id = self.speakers.of[other].filter(|_| apposed)?;
            // "Northline, the company": an organization, unless the name is surely a person's.
            (!organization || !self.speakers.entities[id].is_surely_person()).then_some(id)
        };
        let before =
            n.checked_sub(1).filter(|&b| self.mentions[b].tokens.end + 1 == mention.tokens.start);
        if let Some(id) = before.and_then(|b| beside(b, mention.tokens.start - 1)) {
            return Some(id);
        }
        let after = self.mentions.get(n + 1)?;
        let closed = matches!(self.document.mark(after.tokens.end), ',' | '.');
        let close = after.tokens.start == mention.tokens.end + 1;
        (close && closed && mention.determiner != Determiner::Indefinite)
            .then(|| beside(n + 1, mention.tokens.end))
            .flatten()
    }

    /// The entity that the same noun has described before: "the official" after "a senior official".
    fn entity_with_noun(&self, n: usize, noun: u32) -> Option<usize> {
        let mention = &self.mentions[n];
        if mention.determiner == Determiner::Indefinite {
            return None;
        }
        let own = || self.content_words(mention);
        let known = |id: usize| self.content_words(&self.mentions[self.speakers.entities[id].best]);
        self.entities_by_noun
            .get(noun as usize)
            .take(COMPARED)
            .filter(|&id| {
                let entity = &self.speakers.entities[id];
                let same_owner = mention.determiner != Determiner::Possessive || !entity.is_named();
                entity.plural == mention.plural
                    && same_owner
                    && !self.contrasts(mention, entity)
                    && (mention.determiner != Determiner::None || known(id).eq(own()))
            })
            .max_by_key(|&id| {
                let shared = own().filter(|word| known(id).any(|other| other == *word)).count();
                (shared, self.speakers.entities[id].last)
            })
    }

    /// The organization that "the company" refers to: the last one with a name. If a report has none, it is
    /// the last entity with a name that nothing shows to be a person.
    fn organization_before(&self, n: usize) -> Option<usize> {
        let mention = &self.mentions[n];
        let head = self.document.token(mention.head);
        let refers = mention.kind == MentionKind::Organization
            && mention.determiner == Determiner::Definite
            && !mention.plural
            && mention.core.len() == 1
            && head.is(Class::OrganizationWord);
        if !refers {
            return None;
        }
        let last = |fits: fn(&Entity) -> bool| {
            let named = |id: &usize| {
                let entity = &self.speakers.entities[*id];
                entity.is_named() && !entity.place && fits(entity)
            };
            let linked = self.linked.iter().rev().take(LINKED_BACK);
            // Each entity once, at its last mention.
            let last = linked
                .filter(|linked| self.speakers.entities[linked.entity].last == linked.mention);
            last.map(|linked| linked.entity).take(ENTITIES_BACK).find(named)
        };
        let unproven =
            |entity: &Entity| entity.kind == SpeakerKind::Person && !entity.is_surely_person();
        let known = last(|entity| entity.kind == SpeakerKind::Organization);
        known.or_else(|| if self.document.is_story(mention.head) { None } else { last(unproven) })
    }

    /// The person with a name that "the Vermont senator" refers to in a report. Reports introduce other
    /// persons with an indefinite article.
    fn person_before(&mut self, n: usize) -> Option<usize> {
        let mention = &self.mentions[n];
        let refers = !self.document.is_story(mention.head)
            && mention.kind == MentionKind::Person
            && mention.determiner == Determiner::Definite
            && mention.beside_cue
            && !mention.plural
            && !mention.quoted;
        if !refers {
            return None;
        }
        let head = self.document.token(mention.head);
        // "The other candidate", "the minister of the economy": somebody else.
        let other = self.document.token(mention.tokens.end).is(Class::Preposition)
            || self.document.tokens[mention.core.clone()].iter().any(|t| t.is(Class::Determiner));
        let role = !head.is_capital()
            && (mention.core.len() > 1 || head.is(Class::Title))
            && head.is_any_of(Class::Role | Class::Person);
        if other || !role {
            return None;
        }
        self.antecedent(n)
    }
}

/// The kind of an entity that a noun phrase describes first.
fn kind_of_described(document: &Document, mention: &Mention) -> SpeakerKind {
    let head = document.token(mention.head);
    match mention.kind {
        MentionKind::Organization => SpeakerKind::Organization,
        _ if mention.plural => {
            if head.is_any_of(Class::Role | Class::Unnamed) {
                SpeakerKind::Unnamed
            } else {
                SpeakerKind::Group
            }
        }
        _ if head.is(Class::Unnamed) => SpeakerKind::Unnamed,
        _ if mention.determiner == Determiner::Indefinite && head.is(Class::Role) => {
            SpeakerKind::Unnamed
        }
        _ => SpeakerKind::Person,
    }
}
