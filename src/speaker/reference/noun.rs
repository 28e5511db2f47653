//! Resolves noun phrases: "the mayor", "the company", "a senior official".

use crate::document::Document;
use crate::lexicon::{Body, Class, Setting, VerbForm};
use crate::mention::{Determiner, Mention, MentionKind, NameKind};
use crate::report::SpeakerKind;
use crate::speaker::entity::Entity;
use crate::speaker::resolver::{COMPARED, Resolver};
use crate::token::Shape;

/// The search for "the company" goes back over at most this many entities and mentions. This keeps the whole
/// linear.
const ENTITIES_BACK: usize = 24;
const LINKED_BACK: usize = 500;

/// At most this many tokens and mentions belong to the complements of a noun. This keeps the whole linear.
const COMPLEMENT_TOKENS: usize = 12;
const COMPLEMENTS: usize = 4;

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
        } else if let Some(id) = self.described_source(n) {
            self.speakers.entities[id].best = n;
            id
        } else if let Some(id) = self.person_of_age(n) {
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
        if self.speakers.entities[id].first != n || !self.is_predicate(mention) {
            self.add_noun(id, noun);
        }
    }

    /// Whether the noun at `mention` says in a report what somebody is, so that later phrases do not mean it: "since
    /// becoming president".
    fn is_predicate(&self, mention: &Mention) -> bool {
        mention.kind == MentionKind::Person
            && mention.determiner == Determiner::None
            && !(mention.plural || mention.quoted || mention.beside_cue)
            && self.document.token(mention.tokens.start).shape == Shape::Lower
            && !self.document.is_story(mention.head)
    }

    /// The entity whose name is in apposition with the noun at mention `n`: "Ann Lee, the mayor", "The mayor,
    /// Ann Lee,".
    pub(super) fn apposed_name(&self, n: usize) -> Option<usize> {
        let mention = &self.mentions[n];
        let organization = mention.kind == MentionKind::Organization;
        if mention.plural || mention.possessive {
            return None;
        }
        // The entity of the name at mention `other`, if there is a comma at token `comma` between the two.
        let story = self.document.is_story(mention.head);
        let beside = |other: usize, comma: usize| {
            let name = self.mentions.get(other)?;
            let person = name.kind == MentionKind::Name
                && matches!(name.name_kind, NameKind::Person | NameKind::Unknown)
                && !name.possessive;
            // "Lee is the member for Orrville" says as much as "Lee, the member for Orrville".
            let says = !story && name.is_free() && self.document.token(comma).is(Class::Be);
            let apposed = person && (self.document.mark(comma) == ',' || says);
            let id = self.speakers.of[other].filter(|_| apposed)?;
            // "Northline, the company": an organization, unless the name is surely a person's.
            (!organization || !self.speakers.entities[id].is_surely_person()).then_some(id)
        };
        let before =
            n.checked_sub(1).filter(|&b| self.mentions[b].tokens.end + 1 == mention.tokens.start);
        if let Some(id) = before.and_then(|b| beside(b, mention.tokens.start - 1)) {
            return Some(id);
        }
        let comma = self.end_with_complement(n);
        let following = self.mentions.get(n + 1..).unwrap_or_default().iter().take(COMPLEMENTS);
        let other = n + 1 + following.take_while(|other| other.tokens.start < comma).count();
        let after = self.mentions.get(other)?;
        let closed = matches!(self.document.mark(after.tokens.end), ',' | '.' | ';' | ')');
        // "A waiter, Ann Lee and I": with an indefinite article only what can be nobody else.
        let surely = || {
            let given = self.document.token(after.core.start).is(Class::GivenName);
            mention.beside_cue || given || after.core.len() > 1
        };
        // "The candidate, former Secretary Ann Lee,"
        let modifiers = self.document.tokens.get(comma + 1..after.tokens.start);
        let adjacent = modifiers.is_some_and(|m| m.iter().all(|t| t.is(Class::TitleModifier)));
        (adjacent && closed && (mention.determiner != Determiner::Indefinite || surely()))
            .then(|| beside(other, comma))
            .flatten()
    }

    /// The unnamed source that mention `n` describes: "another source, an official close to the talks".
    fn described_source(&self, n: usize) -> Option<usize> {
        let mention = &self.mentions[n];
        let source = &self.mentions[n.checked_sub(1)?];
        let described = source.kind == MentionKind::Person
            && mention.kind == MentionKind::Person
            && mention.determiner == Determiner::Indefinite
            && source.plural == mention.plural
            && self.document.token(source.head).is(Class::Unnamed)
            && source.tokens.end + 1 == mention.tokens.start
            && self.document.mark(source.tokens.end) == ',';
        self.speakers.of[n - 1].filter(|&id| described && !self.speakers.entities[id].is_named())
    }

    /// Where the phrase of the noun at mention `n` ends, its complements included: "the head of the charity", "a
    /// neighbor across the street". If a complement mentions another person, as in "a waiter to the critic", a name after
    /// the phrase may mean either, and the phrase ends with the noun.
    fn end_with_complement(&self, n: usize) -> usize {
        let mention = &self.mentions[n];
        let end = mention.tokens.end;
        let limit = self.document.block_end(mention.head).min(end + COMPLEMENT_TOKENS);
        if mention.kind != MentionKind::Person || !self.document.token(end).is(Class::Preposition) {
            return end;
        }
        let genitive = self.document.token(end).is(Class::Genitive);
        let inner = |token: usize| {
            let word = self.document.token(token);
            let capital = |token| self.document.token(token).is_capital();
            let joins = word.is(Class::Joining) && capital(token - 1) && capital(token + 1);
            joins
                || (word.is_word() || word.is_any_of(Class::Clitic | Class::Number))
                    && !word.is_any_of(Class::Auxiliary | Class::Subordinator | Class::Conjunction)
                    && word.word.pronoun.is_none()
                    && word.word.verb.is_none_or(|verb| verb.form != VerbForm::Past)
        };
        let comma = (end..limit).find(|&token| !inner(token)).unwrap_or(end);
        let within = self.mentions.get(n + 1..).unwrap_or_default().iter().take(COMPLEMENTS);
        let rival = within.take_while(|other| other.tokens.start < comma).any(|other| {
            let role = self.document.token(other.head).is(Class::Role);
            other.kind == MentionKind::Person
                && !other.plural
                && !other.possessive
                && (!genitive || role)
                || other.kind == MentionKind::Name
                    && other.name_kind == NameKind::Person
                    && other.tokens.end == comma
        });
        if rival { end } else { comma }
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

    /// The organization that "the company" refers to: the last one with a name that may be such a body, preferably
    /// one whose name or description shows it. If a report has none, it is the last entity with a name that nothing
    /// shows to be a person.
    fn organization_before(&self, n: usize) -> Option<usize> {
        let mention = &self.mentions[n];
        let head = self.document.token(mention.head);
        let body = head.word.body;
        let refers = mention.kind == MentionKind::Organization
            && mention.determiner == Determiner::Definite
            && !mention.plural
            && self.is_described_in_lowercase(mention)
            && (head.is(Class::OrganizationWord) || body.is_some())
            && body != Some(Body::Document);
        if !refers {
            return None;
        }
        let last = |fits: &dyn Fn(usize, &Entity) -> bool| {
            let named = |id: &usize| {
                let entity = &self.speakers.entities[*id];
                entity.is_named() && !entity.place && fits(*id, entity)
            };
            let linked = self.linked.iter().rev().take(LINKED_BACK);
            // Each entity once, at its last mention.
            let last = linked
                .filter(|linked| self.speakers.entities[linked.entity].last == linked.mention);
            last.map(|linked| linked.entity).take(ENTITIES_BACK).find(named)
        };
        let organization = |entity: &Entity| entity.kind == SpeakerKind::Organization;
        let shown = |id: usize, entity: &Entity| {
            organization(entity) && body.is_some() && self.body_of(id) == body
        };
        let clash =
            |id: usize| body.is_some() && self.body_of(id).is_some_and(|own| Some(own) != body);
        let known = |id: usize, entity: &Entity| organization(entity) && !clash(id);
        // "To Orrville" is a place rather than a company.
        let unproven = |_: usize, entity: &Entity| {
            entity.kind == SpeakerKind::Person
                && !entity.is_surely_person()
                && !self.mentions[entity.last].after_preposition
        };
        // A name of one word of which nothing is known, "Northjet", is as likely as an organization.
        let short = |id: usize, entity: &Entity| {
            known(id, entity)
                || unproven(id, entity) && entity.gender.is_none() && entity.name.len() == 1
        };
        if self.document.is_story(mention.head) {
            last(if head.is(Class::OrganizationWord) { &known } else { &shown })
        } else {
            last(&shown).or_else(|| last(&short)).or_else(|| last(&unproven))
        }
    }

    /// What the entity with a name is, as its name or the nouns that describe it show: "Northjet Airlines", "the
    /// newspaper Orrville Star".
    fn body_of(&self, id: usize) -> Option<Body> {
        let entity = &self.speakers.entities[id];
        let core = &self.document.tokens[self.mentions[entity.best].core.clone()];
        // "The Union of Bank Workers" is a union.
        let head = core.iter().take_while(|token| !token.is_lower(Class::Preposition));
        let named = head.filter_map(|token| token.word.body).last();
        named.or_else(|| {
            let forms = &self.document.forms;
            let nouns = self.nouns_by_entity.get(id).filter(|&noun| noun < forms.len());
            nouns.filter_map(|noun| forms.word(noun as u32).body).last()
        })
    }

    /// Whether at most one word in lowercase describes the noun at `mention`: "the airline", "the hotel chain".
    fn is_described_in_lowercase(&self, mention: &Mention) -> bool {
        let words = mention.core.start..mention.head;
        let plain = |token: usize| {
            let word = self.document.token(token);
            word.shape == Shape::Lower && !word.word.is_function()
        };
        mention.core.end == mention.head + 1 && words.len() <= 1 && words.clone().all(plain)
    }

    /// The person whose age the text gives after the name: "Ann Lee, 34, …", "the 34-year-old".
    fn person_of_age(&self, n: usize) -> Option<usize> {
        let mention = &self.mentions[n];
        let age = self.document.word(mention.head).split('-').next()?;
        let refers = mention.determiner == Determiner::Definite
            && self.document.ends(mention.head, Setting::AgeEndings);
        if !refers {
            return None;
        }
        let linked = self.linked.iter().rev().take(LINKED_BACK);
        let of_age = linked.filter(|linked| {
            let name = &self.mentions[linked.mention];
            let mark = name.tokens.end;
            // "Lee, 34,", "Lee, aged 34,", "Lee (34)"
            name.kind == MentionKind::Name
                && matches!(self.document.mark(mark), ',' | '(')
                && (mark + 1..mark + 3).any(|token| self.document.word(token) == age)
        });
        of_age.map(|linked| linked.entity).next()
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
        let role = !matches!(head.shape, Shape::Capital)
            && (mention.core.len() > 1 || head.is(Class::Title))
            && head.is_any_of(Class::Role | Class::Person);
        if other || !role {
            return None;
        }
        self.antecedent(n)
    }
}

/// The kind of an entity that a noun phrase describes first. In a report a person or persons whom nothing tells apart,
/// "one resident", "neighbors", are a source without a name.
fn kind_of_described(document: &Document, mention: &Mention) -> SpeakerKind {
    let head = document.token(mention.head);
    let report = !document.is_story(mention.head);
    let vague = mention.determiner == Determiner::Indefinite || mention.plural;
    match mention.kind {
        MentionKind::Organization => SpeakerKind::Organization,
        _ if head.is(Class::Unnamed) => SpeakerKind::Unnamed,
        _ if vague && (report || head.is(Class::Role)) => SpeakerKind::Unnamed,
        _ if mention.plural => SpeakerKind::Group,
        _ => SpeakerKind::Person,
    }
}
