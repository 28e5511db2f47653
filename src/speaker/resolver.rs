//! The state of the resolution while it walks over the mentions.

use super::entity::{Entity, Speakers};
use super::index::Index;
use super::name_match::{Name, Names};
use super::salience::{LinkedMention, Ranking};
use super::vocabulary::Vocabulary;
use crate::document::Document;
use crate::mention::{Mention, Mentions};
use crate::numbered::Numbered;
use crate::report::SpeakerKind;
use crate::sentence::Sentences;

/// The state of the resolution while it walks over the mentions.
pub(super) struct Resolver<'a> {
    pub document: &'a Document<'a>,
    pub sentences: &'a Sentences,
    pub mentions: &'a Numbered<Mention>,
    pub vocabulary: Vocabulary<'a>,
    pub names: Names,
    /// Entities by each word of their names.
    pub entities_by_word: Index,
    /// Entities by each noun that describes them: "secretary", "official".
    pub entities_by_noun: Index,
    /// The same nouns by their entities.
    pub nouns_by_entity: Index,
    pub narrator: Option<usize>,
    /// The mentions so far whose entities are known.
    pub linked: Vec<LinkedMention>,
    /// The possible antecedents of the current mention; kept only to reuse its memory.
    pub ranking: Ranking,
    pub speakers: Speakers,
}

/// At most this many entities that share a word are compared with a mention, the latest first. This keeps the
/// whole linear.
pub(super) const COMPARED: usize = 8;

/// At most this many nouns are kept for each entity. This keeps the whole linear.
const NOUNS: usize = 12;

impl<'a> Resolver<'a> {
    /// The state before the first mention.
    pub(super) fn new(
        document: &'a Document<'a>,
        sentences: &'a Sentences,
        mentions: &'a Mentions,
    ) -> Self {
        let count = mentions.all.len();
        Self {
            document,
            sentences,
            mentions: &mentions.all,
            vocabulary: Vocabulary::new(&document.forms, document.lexicon),
            names: Names::with_room(count),
            entities_by_word: Index::with_room(document.forms.len()),
            entities_by_noun: Index::with_room(document.forms.len()),
            nouns_by_entity: Index::with_room(count),
            narrator: None,
            linked: Vec::with_capacity(count),
            ranking: Ranking::default(),
            speakers: Speakers {
                entities: Vec::with_capacity(count / 2).into(),
                of: vec![None; count].into(),
                frequent: Vec::new(),
            },
        }
    }

    /// Adds an entity whose first mention is `n`, and returns its number.
    pub(super) fn add_entity(&mut self, n: usize, kind: SpeakerKind, place: bool) -> usize {
        let mention = &self.mentions[n];
        self.speakers.entities.push(Entity {
            kind,
            name: Name::default(),
            best: n,
            role: None,
            gender: mention.gender,
            gender_from_title: false,
            gender_from_letters: false,
            plural: mention.plural,
            place,
            narrator: false,
            heads_household: false,
            named_as_person: false,
            first: n,
            last: n,
            last_short: None,
        });
        self.speakers.entities.len() - 1
    }

    /// Records that mention `n` refers to entity `id`.
    pub(super) fn link(&mut self, n: usize, id: usize) {
        self.speakers.of[n] = Some(id);
        self.speakers.entities[id].last = n;
        let mention = &self.mentions[n];
        let sentence = self.sentences.number(mention.head);
        let before = n.checked_sub(1).map(|before| self.mentions[before].tokens.start);
        self.linked.push(LinkedMention {
            mention: n,
            entity: id,
            sentence,
            block: self.document.block_of(mention.head),
            free: mention.is_free(),
            first: before.is_none_or(|before| self.sentences.number(before) < sentence),
            quoted: mention.quoted,
        });
    }

    /// Records that `noun` describes entity `id`.
    pub(super) fn add_noun(&mut self, id: usize, noun: u32) {
        let noun = noun as usize;
        let known = || self.nouns_by_entity.get(id).take(NOUNS);
        if known().count() < NOUNS && known().all(|known| known != noun) {
            self.nouns_by_entity.add(id, noun);
            self.entities_by_noun.add(noun, id);
        }
    }
}
