//! The state of the resolution while it walks over the mentions.

use super::entity::{Entity, Speakers};
use super::index::Index;
use super::name_match::{Name, Names};
use super::salience::{LinkedMention, Ranking};
use super::vocabulary::Vocabulary;
use crate::document::Document;
use crate::mention::{Mention, Mentions};
use crate::report::SpeakerKind;
use crate::sentence::Sentences;

/// The state of the resolution while it walks over the mentions.
pub(super) struct Resolver<'a> {
    pub document: &'a Document<'a>,
    pub sentences: &'a Sentences,
    pub mentions: &'a [Mention],
    pub vocabulary: Vocabulary<'a>,
    pub names: Names,
    /// Entities by each word of their names.
    pub by_word: Index,
    /// Entities by each noun that describes them: "secretary", "official".
    pub by_noun: Index,
    /// The same nouns by their entities.
    pub nouns: Index,
    pub narrator: Option<usize>,
    /// The mentions so far that refer to somebody.
    pub linked: Vec<LinkedMention>,
    /// The entities that the current mention may mean; kept only to reuse its memory.
    pub ranking: Ranking,
    pub speakers: Speakers,
}

/// At most this many entities that share a word are compared with a mention, the latest first.
pub(super) const COMPARED: usize = 8;

/// At most this many nouns are kept for each entity.
const NOUNS: usize = 12;

impl<'a> Resolver<'a> {
    /// Nothing is resolved yet.
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
            by_word: Index::with_room(document.forms.len()),
            by_noun: Index::with_room(document.forms.len()),
            nouns: Index::with_room(count),
            narrator: None,
            linked: Vec::with_capacity(count),
            ranking: Ranking::default(),
            speakers: Speakers {
                entities: Vec::with_capacity(count / 2),
                of: vec![None; count],
                frequent: Vec::new(),
            },
        }
    }

    /// Adds an entity that mention `n` is the first to name or describe, and returns its number.
    pub(super) fn add(&mut self, n: usize, kind: SpeakerKind, place: bool) -> usize {
        let mention = &self.mentions[n];
        self.speakers.entities.push(Entity {
            kind,
            name: Name::default(),
            best: n,
            role: None,
            gender: mention.gender,
            titled_gender: false,
            plural: mention.plural,
            place,
            narrator: false,
            household: false,
            surely_person: false,
            first: n,
            last: n,
            last_short: None,
        });
        self.speakers.entities.len() - 1
    }

    /// Notes that mention `n` refers to entity `id`.
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
            free: !mention.after_preposition && !mention.possessive,
            first: before.is_none_or(|before| self.sentences.number(before) < sentence),
            quoted: mention.quoted,
        });
    }

    /// Remembers that `noun` describes entity `id`.
    pub(super) fn describe(&mut self, id: usize, noun: u32) {
        let noun = noun as usize;
        let known = || self.nouns.get(id).take(NOUNS);
        if known().count() < NOUNS && known().all(|known| known != noun) {
            self.nouns.add(id, noun);
            self.by_noun.add(noun, id);
        }
    }
}
