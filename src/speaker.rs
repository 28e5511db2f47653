//! Mentions of one speaker brought together: full name, role, aliases, pronouns.
//!
//! Names are joined first, over the whole text, so that a full name counts wherever it stands;
//! then nouns and pronouns are referred back in reading order.

mod gender;
mod index;
mod kind;
mod name_match;
mod narrator;
mod reference;
mod vocabulary;

use crate::document::{Document, Sentences};
use crate::lexicon::{Class, Gender, Lexicon};
use crate::mention::{Mention, MentionKind, Mentions, NameKind};
use crate::report::SpeakerKind;
use index::Index;
use name_match::{Name, Names};
use reference::Weighed;
use vocabulary::Vocabulary;

/// Somebody or something that mentions refer to.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    pub kind: SpeakerKind,
    /// The fullest name; empty for those that are only described.
    name: Name,
    /// The mention that shows the speaker best: the fullest name, or the first description.
    pub best: usize,
    /// A mention whose title or noun says what the speaker does.
    pub role: Option<usize>,
    pub gender: Option<Gender>,
    /// Whether a title shows the gender; a given name alone may be a surname too.
    titled_gender: bool,
    pub plural: bool,
    pub place: bool,
    narrator: bool,
    /// Is called Mr. or Mrs.
    household: bool,
    /// A title or given name shows that it is a person.
    surely_person: bool,
    /// Number of the first mention.
    pub first: usize,
    /// Number of the last mention so far, and of the last by a part of the name only.
    last: usize,
    last_short: Option<usize>,
}

impl Entity {
    /// Whether the text gives a name.
    pub(crate) fn is_named(&self) -> bool {
        self.name.len() > 0
    }

    /// Whether a title or given name shows that the entity is a person.
    pub(crate) fn is_surely_person(&self) -> bool {
        self.surely_person || self.gender.is_some()
    }

    /// Whether the entity is called Mr. or Mrs., as the heads of a household are.
    pub(crate) fn heads_household(&self) -> bool {
        self.household
    }

    /// Whether the entity is the "I" that tells the text.
    pub(crate) fn is_narrator(&self) -> bool {
        self.narrator
    }
}

/// Which entity each mention refers to.
#[derive(Debug, Default)]
pub(crate) struct Speakers {
    pub entities: Vec<Entity>,
    /// For each mention its entity; none where two fit or nobody does.
    pub of: Vec<Option<usize>>,
    /// The persons that the text names most often, at most four.
    pub frequent: Vec<usize>,
}

/// Joins the mentions of a document to speakers.
#[inline(never)]
pub(crate) fn resolve(
    document: &Document,
    sentences: &Sentences,
    mentions: &Mentions,
    lexicon: &Lexicon,
) -> Speakers {
    let count = mentions.all.len();
    let mut resolver = Resolver {
        document,
        sentences,
        mentions: &mentions.all,
        vocabulary: Vocabulary::new(&document.forms, lexicon),
        names: Names::with_room(count),
        by_word: Index::with_room(document.forms.len()),
        by_noun: Index::with_room(document.forms.len()),
        nouns: Index::with_room(count),
        narrator: None,
        story: document.story,
        linked: Vec::with_capacity(count),
        weighed: Weighed::default(),
        speakers: Speakers {
            entities: Vec::with_capacity(count / 2),
            of: vec![None; count],
            frequent: Vec::new(),
        },
    };
    for n in 0..count {
        if mentions.all[n].kind == MentionKind::Name {
            resolver.join_name(n);
        }
    }
    for entity in &mut resolver.speakers.entities {
        entity.last = 0;
    }
    kind::infer(document, &mentions.all, resolver.story, &mut resolver.speakers);
    resolver.speakers.frequent = most_frequent(&resolver.speakers);
    gender::infer(document, sentences, &mentions.all, &mut resolver.speakers);
    if resolver.story {
        resolver.narrator = narrator::find(document, &mentions.all, &resolver.speakers);
    }
    for n in 0..count {
        resolver.refer(n);
    }
    resolver.speakers
}

/// The state of the resolution while it walks over the mentions.
struct Resolver<'a> {
    document: &'a Document<'a>,
    sentences: &'a Sentences,
    mentions: &'a [Mention],
    vocabulary: Vocabulary<'a>,
    names: Names,
    /// Entities by each word of their names.
    by_word: Index,
    /// Entities by each noun that describes them: "secretary", "official".
    by_noun: Index,
    /// The same nouns by their entities.
    nouns: Index,
    narrator: Option<usize>,
    /// Whether the text tells a story.
    story: bool,
    /// The mentions so far that refer to somebody.
    linked: Vec<Linked>,
    /// Whom the mention that is referred may mean; kept only for its room.
    weighed: Weighed,
    speakers: Speakers,
}

/// So many entities that share a word are compared with a mention, the latest first.
const COMPARED: usize = 8;

/// So many nouns are kept for each entity.
const NOUNS: usize = 12;

/// A mention that refers to an entity, and what makes it the one that a later pronoun means.
struct Linked {
    mention: usize,
    entity: usize,
    sentence: usize,
    paragraph: usize,
    /// Neither owner nor governed.
    free: bool,
    /// The first mention of its sentence.
    first: bool,
    quoted: bool,
}

impl Resolver<'_> {
    /// Gives the name at mention `n` to the entity that it fits, or makes a new one.
    fn join_name(&mut self, n: usize) {
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
        let fuller = name.is_fuller_than(&entity.name);
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

    fn add(&mut self, n: usize, kind: SpeakerKind, place: bool) -> usize {
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
    fn link(&mut self, n: usize, id: usize) {
        self.speakers.of[n] = Some(id);
        self.speakers.entities[id].last = n;
        let mention = &self.mentions[n];
        let sentence = self.sentences.number(mention.head);
        let before = n.checked_sub(1).map(|before| self.mentions[before].tokens.start);
        self.linked.push(Linked {
            mention: n,
            entity: id,
            sentence,
            paragraph: self.document.paragraph_of(mention.head),
            free: !mention.governed && !mention.possessive,
            first: before.is_none_or(|before| self.sentences.number(before) < sentence),
            quoted: mention.quoted,
        });
    }

    /// Remembers that `noun` describes entity `id`.
    fn describe(&mut self, id: usize, noun: u32) {
        let noun = noun as usize;
        let known = || self.nouns.get(id).take(NOUNS);
        if known().count() < NOUNS && known().all(|known| known != noun) {
            self.nouns.add(id, noun);
            self.by_noun.add(noun, id);
        }
    }
}

fn kind_of_name(kind: NameKind) -> SpeakerKind {
    match kind {
        NameKind::Person | NameKind::Unknown => SpeakerKind::Person,
        NameKind::Organization | NameKind::Place => SpeakerKind::Organization,
        NameKind::People => SpeakerKind::Group,
    }
}

/// The persons with the most mentions by name.
fn most_frequent(speakers: &Speakers) -> Vec<usize> {
    let mut counts = vec![0_usize; speakers.entities.len()];
    for &entity in speakers.of.iter().flatten() {
        counts[entity] += 1;
    }
    let is_frequent =
        |id: &usize| counts[*id] >= 3 && speakers.entities[*id].kind == SpeakerKind::Person;
    let persons: Vec<usize> = (0..counts.len()).filter(is_frequent).collect();
    let mut frequent: Vec<usize> = Vec::new();
    for _ in 0..4 {
        let rest = persons.iter().copied().filter(|id| !frequent.contains(id));
        // Of those with as many the first.
        frequent.extend(rest.rev().max_by_key(|&id| counts[id]));
    }
    frequent
}
