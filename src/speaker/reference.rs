//! Nouns and pronouns referred back to the speakers they mean, in reading order.

use std::ops::Range;

use super::entity::Entity;
use super::resolver::{COMPARED, Resolver};
use super::salience::WEIGHTS;
use crate::lexicon::{Case, Class, Gender, Pronoun};
use crate::mention::{Determiner, Mention, MentionKind, NameKind};
use crate::report::SpeakerKind;
use crate::token::Token;

/// A pronoun is not carried back over more mentions than this, nor over more paragraphs.
const MENTIONS_BACK: usize = 60;
const PARAGRAPHS_BACK: usize = 6;

/// "The company" is one of so many entities, and not carried back over more mentions than this.
const ENTITIES_BACK: usize = 24;
const LINKED_BACK: usize = 500;

impl Resolver<'_> {
    /// Finds out whom mention `n` means and notes it.
    pub(super) fn refer(&mut self, n: usize) {
        let mention = &self.mentions[n];
        match mention.kind {
            MentionKind::Name => self.refer_name(n),
            MentionKind::Person | MentionKind::Organization => self.refer_noun(n),
            MentionKind::Coordination => {
                let id = self.add(n, SpeakerKind::Group, false);
                self.link(n, id);
            }
            MentionKind::Other => {
                let id = self.add(n, unknown_kind(mention), false);
                self.link(n, id);
            }
            MentionKind::Pronoun(pronoun) if !mention.quoted => self.refer_pronoun(n, pronoun),
            MentionKind::Pronoun(_) => {}
        }
    }

    fn refer_name(&mut self, n: usize) {
        let Some(id) = self.speakers.of[n] else { return };
        self.link(n, id);
        let mention = &self.mentions[n];
        for token in mention.title.clone().into_iter().flatten() {
            let entry = self.document.token(token);
            self.speakers.entities[id].household |= entry.is(Class::Household);
            if entry.is_any_of(Class::Title | Class::Role | Class::Kin | Class::Person) {
                let noun = self.vocabulary.title_noun(self.document.forms.lowercase(entry.form));
                self.describe(id, noun);
            }
        }
    }

    fn refer_noun(&mut self, n: usize) {
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
        } else if let Some(id) = self.described(n, noun) {
            id
        } else if let Some(id) = self.organization_before(n) {
            self.speakers.entities[id].kind = SpeakerKind::Organization;
            id
        } else if let Some(id) = self.person_before(n) {
            id
        } else {
            self.add(n, described_kind(self.document, mention), false)
        };
        self.link(n, id);
        self.describe(id, noun);
    }

    /// The name that the noun at mention `n` stands beside: "Ann Lee, the mayor", "The mayor, Ann
    /// Lee,".
    fn apposed_name(&self, n: usize) -> Option<usize> {
        let mention = &self.mentions[n];
        let group = mention.kind == MentionKind::Organization;
        if mention.plural || mention.possessive || !group && mention.kind != MentionKind::Person {
            return None;
        }
        let beside = |other: usize, gap: usize| {
            let name = self.mentions.get(other)?;
            let person = name.kind == MentionKind::Name
                && matches!(name.name_kind, NameKind::Person | NameKind::Unknown)
                && !name.possessive;
            let id =
                (person && self.document.mark(gap) == ',').then(|| self.speakers.of[other])??;
            // "Northline, the company": a body, unless the name is surely a person's.
            (!group || !self.speakers.entities[id].is_surely_person()).then_some(id)
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

    /// The entity that the same noun described before: "the official" after "a senior official".
    fn described(&self, n: usize, noun: u32) -> Option<usize> {
        let mention = &self.mentions[n];
        if mention.determiner == Determiner::Indefinite {
            return None;
        }
        let own = || self.content_words(mention);
        let known = |id: usize| self.content_words(&self.mentions[self.speakers.entities[id].best]);
        self.by_noun
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

    /// Whether the words beside the noun tell the two apart: "the first ferryman", "the second
    /// ferryman". Of somebody with a name only names of places and peoples do.
    fn contrasts(&self, mention: &Mention, entity: &Entity) -> bool {
        let known = &self.mentions[entity.best];
        let named = entity.is_named();
        let role = entity.role.map(|role| &self.mentions[role]);
        let described = match role.and_then(|role| role.title.clone()) {
            Some(title) if named => title,
            _ if named => return false,
            _ => known.core.start..known.head,
        };
        let mut own = self.words_of(mention.core.start..mention.head, named).peekable();
        let known = || self.words_of(described.clone(), named);
        own.peek().is_some()
            && known().next().is_some()
            && own.all(|word| known().all(|other| other != word))
    }

    /// The words that tell one "official" from another.
    fn content_words(&self, mention: &Mention) -> impl Iterator<Item = u32> {
        self.words_of(mention.core.clone(), false)
    }

    /// The words in `tokens` that are no function words; with `capital` only names of places and
    /// peoples.
    fn words_of(&self, tokens: Range<usize>, capital: bool) -> impl Iterator<Item = u32> {
        let tells = move |token: &&Token| {
            let origin = token.is_any_of(Class::Place | Class::GroupAdjective);
            let order = token.is(Class::Adverb) && !token.is(Class::Determiner);
            token.is_word() && (!token.word.is_function() || order) && (!capital || origin)
        };
        let tokens = self.document.tokens.get(tokens).unwrap_or_default();
        tokens.iter().take(12).filter(tells).map(|token| self.document.forms.lowercase(token.form))
    }

    /// The organization that "the company" means: the last one named, else the last name that shows
    /// no sign of a person.
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
            // Each entity where it stands last.
            let last = linked
                .filter(|linked| self.speakers.entities[linked.entity].last == linked.mention);
            last.map(|linked| linked.entity).take(ENTITIES_BACK).find(named)
        };
        let unproven =
            |entity: &Entity| entity.kind == SpeakerKind::Person && !entity.is_surely_person();
        let known = last(|entity| entity.kind == SpeakerKind::Organization);
        known.or_else(|| if self.document.is_story(mention.head) { None } else { last(unproven) })
    }

    /// The named person that a report means by "the Vermont senator": reports bring in anybody else
    /// by an indefinite article.
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
        let apart = self.document.token(mention.tokens.end).is(Class::Preposition)
            || self.document.tokens[mention.core.clone()].iter().any(|t| t.is(Class::Determiner));
        let role = !head.is_capital()
            && (mention.core.len() > 1 || head.is(Class::Title))
            && head.is_any_of(Class::Role | Class::Person);
        if apart || !role {
            return None;
        }
        self.antecedent(n)
    }

    fn refer_pronoun(&mut self, n: usize, pronoun: Pronoun) {
        if pronoun.person == 1 && !pronoun.plural {
            let id = self.narrator.unwrap_or_else(|| self.add(n, SpeakerKind::Person, false));
            self.narrator = Some(id);
            let entity = &mut self.speakers.entities[id];
            entity.narrator = true;
            // Without a name the narrator is "I", also where "me" came first.
            let best = self.mentions[entity.best].kind;
            if matches!(best, MentionKind::Pronoun(best) if best.case != Case::Subject) {
                entity.best = n;
            }
            self.link(n, id);
            return;
        }
        let gender = self.mentions[n].gender;
        if pronoun.person == 3
            && let Some(id) = self.antecedent(n)
        {
            let entity = &mut self.speakers.entities[id];
            if entity.gender.is_none() && gender != Some(Gender::Neuter) {
                entity.gender = gender;
            }
            self.link(n, id);
        }
    }

    /// Whether the pronoun or noun at `mention` may mean `entity`, wherever that stands.
    fn may_mean(&self, mention: &Mention, entity: &Entity) -> bool {
        if let MentionKind::Pronoun(pronoun) = mention.kind {
            return agrees(entity, mention.gender, pronoun);
        }
        let clash = matches!((entity.gender, mention.gender), (Some(a), Some(b)) if a != b);
        let person = entity.kind == SpeakerKind::Person && entity.is_surely_person();
        person && entity.is_named() && !clash && !entity.plural && !self.contrasts(mention, entity)
    }

    /// Whom the pronoun or noun at mention `n` means; none where two do alike.
    fn antecedent(&mut self, n: usize) -> Option<usize> {
        let mut ranking = std::mem::take(&mut self.ranking);
        ranking.start(self.speakers.entities.len());
        let at = &self.mentions[n];
        let sentence = self.sentences.number(at.head);
        let block = self.document.block_of(at.head);
        for linked in self.linked.iter().rev() {
            let blocks = block.saturating_sub(linked.block);
            if linked.mention + MENTIONS_BACK < n || blocks > PARAGRAPHS_BACK {
                break;
            }
            let id = linked.entity;
            let first = ranking.meet(n, id);
            if first && self.may_mean(at, &self.speakers.entities[id]) {
                ranking.admit(id);
            }
            let Some(best) = ranking.score(id) else { continue };
            let sentences = sentence.saturating_sub(linked.sentence);
            let score = linked.salience(sentences, blocks) + self.gender_evidence(id, at.gender);
            // An entity that is mentioned again and again scores a little more than its best mention.
            *best = if first { score } else { best.max(score) + WEIGHTS.again };
        }
        let found = ranking.best();
        self.ranking = ranking;
        found
    }

    fn gender_evidence(&self, id: usize, gender: Option<Gender>) -> f64 {
        let entity = &self.speakers.entities[id];
        if gender.is_some() && entity.gender == gender { WEIGHTS.gender } else { 0.0 }
    }
}

/// Whether a pronoun of that gender may mean `entity` by number, gender and kind.
fn agrees(entity: &Entity, gender: Option<Gender>, pronoun: Pronoun) -> bool {
    let many = entity.plural || entity.kind == SpeakerKind::Group;
    if pronoun.plural {
        return many || entity.kind == SpeakerKind::Organization && !entity.place;
    }
    if gender == Some(Gender::Neuter) {
        return entity.kind == SpeakerKind::Organization && !many;
    }
    let person = matches!(entity.kind, SpeakerKind::Person | SpeakerKind::Unnamed) && !entity.place;
    let clash = matches!((entity.gender, gender), (Some(a), Some(b)) if a != b);
    person && !many && !entity.narrator && !clash
}

fn described_kind(document: &crate::document::Document, mention: &Mention) -> SpeakerKind {
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

fn unknown_kind(mention: &Mention) -> SpeakerKind {
    if mention.plural || mention.determiner == Determiner::Indefinite {
        SpeakerKind::Unnamed
    } else {
        SpeakerKind::Organization
    }
}
