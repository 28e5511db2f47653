//! Who may have said a quotation, with the features of each.

use std::ops::Range;

use super::features::{Feature, Features, Situation};
use super::wanted::Wanted;
use super::{Findings, Statement};
use crate::document::DASHES;
use crate::lexicon::{Class, Gender};
use crate::mention::{Mention, MentionKind};

/// Somebody who may be the speaker.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// Who it is; none where only words are weighed.
    pub entity: Option<usize>,
    pub features: Features,
    /// What the model gives for the features.
    pub score: f64,
}

impl Candidate {
    /// Who it is, to compare with others: the one who is not known is one person wherever a turn
    /// is open, since a conversation seldom has two of them.
    pub(crate) fn identity(&self) -> Option<usize> {
        self.entity.or(self.features.has(Feature::Nobody).then_some(usize::MAX))
    }
}

/// A turn beside the one that is decided.
pub(crate) struct Neighbour {
    pub paragraph: usize,
    /// Its quotation.
    pub tokens: Range<usize>,
}

/// The place of a decision.
pub(crate) struct Place {
    pub situation: Situation,
    /// The quotation.
    pub tokens: Range<usize>,
    /// The mention that stands for the source, if one does.
    pub source: Option<usize>,
    pub last: Option<Neighbour>,
    pub next: Option<Neighbour>,
    /// Who is named as the speaker of turns nearby, once for each turn.
    pub speakers_near: Vec<usize>,
}

/// What the search needs to know of a mention.
struct Fact {
    /// Whom it means.
    entity: Option<usize>,
    paragraph: usize,
    quoted: bool,
    /// Whether it may be the subject of its clause.
    acts: bool,
    /// Whether it names the source of a quotation.
    is_source: bool,
}

/// What is counted for one entity, once for a whole document.
#[derive(Clone, Copy, Default)]
struct Count {
    /// How often it is mentioned in narration.
    mentions: usize,
    /// How many quotations name it as their source.
    quotations: usize,
    /// The last place where it was looked at, and where it is among those who were seen there.
    place: usize,
    seen: usize,
}

/// The search for those who may speak at one place of a document after the other.
pub(crate) struct Search<'a> {
    findings: &'a Findings<'a>,
    /// By mention.
    facts: Vec<Fact>,
    /// By entity.
    counts: Vec<Count>,
    /// How many places were searched.
    places: usize,
    /// Room for those who are met at a place.
    room: Vec<Known>,
}

impl<'a> Search<'a> {
    pub(crate) fn new(findings: &'a Findings, statements: &[Statement]) -> Self {
        let mut counts = vec![Count::default(); findings.speakers.entities.len()];
        let fact = |(mention, &entity): (&Mention, &Option<usize>)| {
            if let (false, Some(entity)) = (mention.quoted, entity) {
                counts[entity].mentions += 1;
            }
            Fact {
                entity,
                paragraph: findings.document.paragraph_of(mention.head),
                quoted: mention.quoted,
                acts: acts(mention),
                is_source: false,
            }
        };
        let mentions = findings.mentions.all.iter().zip(&findings.speakers.of);
        let mut facts: Vec<Fact> = mentions.map(fact).collect();
        for mention in statements.iter().filter_map(|statement| statement.mention) {
            facts[mention].is_source = true;
            let named = findings.mentions.all[mention].kind == MentionKind::Name;
            if let (true, Some(entity)) = (named, facts[mention].entity) {
                counts[entity].quotations += 1;
            }
        }
        Self { findings, facts, counts, places: 0, room: Vec::with_capacity(2 * CANDIDATES) }
    }

    /// The candidates for the quotation at `place`, the last of them somebody unknown.
    pub(crate) fn at(&mut self, place: &Place) -> Vec<Candidate> {
        self.places += 1;
        let findings = self.findings;
        let mut seen = Seen {
            findings,
            place,
            paragraph: findings.document.paragraph_of(place.tokens.start),
            wanted: Wanted::at(findings, place),
            facts: &self.facts,
            counts: &mut self.counts,
            number: self.places,
            all: &mut self.room,
        };
        seen.look_back();
        seen.look_around();
        seen.look_ahead();
        let itself = place.source.and_then(|source| findings.speakers.of[source]);
        for &entity in &place.speakers_near {
            if let Some(seen) = seen.entry(entity) {
                seen.turns_near += 1;
            }
        }
        for &entity in &findings.speakers.frequent {
            if let Some(seen) = seen.entry(entity) {
                seen.features.add_once(Feature::Frequent);
            }
        }
        if let Some(entity) = itself {
            seen.entry(entity);
        }
        seen.all.truncate(CANDIDATES);
        seen.add_speech();
        let beside = place.last.iter().chain(&place.next);
        let addressee = beside.filter_map(|turn| addressed_gender(findings, turn)).next();
        let Seen { all, counts, .. } = seen;
        let known = all.drain(..).map(|mut seen| {
            describe(findings, place, addressee, &mut seen);
            seen.features.add_count(Feature::Prominent, counts[seen.entity].mentions);
            seen.features.add_count(Feature::Speaks, counts[seen.entity].quotations);
            (Some(seen.entity), seen.features)
        });
        let mut nobody = Features::default();
        nobody.add(Feature::Nobody);
        let candidates = known.chain([(None, nobody)]).map(|(entity, features)| {
            let score = findings.model.score(place.situation, &features);
            Candidate { entity, features, score }
        });
        candidates.collect()
    }
}

/// Mentions further back than this, and candidates beyond this number, are not looked at.
const MENTIONS_BACK: usize = 80;
const PARAGRAPHS_BACK: usize = 14;
const CANDIDATES: usize = 14;
const MENTIONS_AHEAD: usize = 24;
const PARAGRAPHS_AHEAD: usize = 4;
/// So many tokens of a turn are searched for whom it addresses.
const SPOKEN: usize = 200;

/// One of those who may speak at a place.
struct Known {
    entity: usize,
    /// How many others were mentioned since; none for one who was not.
    rank: Option<usize>,
    /// Paragraphs since the last mention.
    paragraphs: usize,
    /// Mentions before the quotation.
    count: usize,
    /// Turns nearby that name the entity as their speaker.
    turns_near: usize,
    features: Features,
}

/// Those who may speak at a place, as they are met.
struct Seen<'a> {
    findings: &'a Findings<'a>,
    place: &'a Place,
    /// Number of the paragraph of the quotation.
    paragraph: usize,
    wanted: Wanted,
    facts: &'a [Fact],
    counts: &'a mut [Count],
    /// Number of the place.
    number: usize,
    all: &'a mut Vec<Known>,
}

impl Seen<'_> {
    /// What is known of `entity`; nothing if that one cannot speak here.
    fn entry(&mut self, entity: usize) -> Option<&mut Known> {
        let count = &mut self.counts[entity];
        if count.place != self.number {
            count.place = self.number;
            count.seen = usize::MAX;
            if self.wanted.fits(&self.findings.speakers.entities[entity], entity) {
                count.seen = self.all.len();
                self.all.push(Known {
                    entity,
                    rank: None,
                    paragraphs: PARAGRAPHS_BACK,
                    count: 0,
                    turns_near: 0,
                    features: Features::default(),
                });
            }
        }
        self.all.get_mut(count.seen)
    }

    /// Collects who is mentioned in the narration before the quotation, the latest first.
    fn look_back(&mut self) {
        let Self { findings, place, paragraph, facts, .. } = *self;
        let end = findings.mentions.starting_in(0..place.tokens.start).end;
        let mut rank = 0;
        let spoken = place.last.as_ref().is_some_and(|last| last.paragraph + 1 == paragraph);
        for fact in facts[end.saturating_sub(MENTIONS_BACK)..end].iter().rev() {
            let distance = paragraph.saturating_sub(fact.paragraph);
            if distance > PARAGRAPHS_BACK {
                break;
            }
            let entity = fact.entity.filter(|_| !fact.quoted);
            let Some(seen) = entity.and_then(|entity| self.entry(entity)) else { continue };
            seen.count += 1;
            // Who spoke is told by the turns themselves.
            if seen.rank.is_none() && !fact.is_source {
                seen.rank = Some(rank);
                seen.paragraphs = distance;
                rank += 1;
            }
            if distance == 1 {
                seen.features.add_once(match (fact.acts, spoken) {
                    (true, true) => Feature::PreviousTurnSubject,
                    (true, false) => Feature::PreviousSubject,
                    (false, _) => Feature::PreviousOther,
                });
            }
        }
    }

    /// Collects who is mentioned beside and inside the quotation.
    fn look_around(&mut self) {
        let Self { findings, place, paragraph, facts, .. } = *self;
        let tokens = findings.document.paragraphs[paragraph].tokens.clone();
        let sentence_start = findings.sentences.around(place.tokens.start).start;
        let sentence_end = findings.sentences.around(place.tokens.end.saturating_sub(1)).end;
        let mut first_after = true;
        for m in findings.mentions.starting_in(tokens).take(MENTIONS_BACK) {
            let Fact { entity, acts, quoted, .. } = facts[m];
            let Some(entity) = entity.filter(|_| Some(m) != place.source) else { continue };
            let mention = &findings.mentions.all[m];
            let at = mention.tokens.start;
            let inside = place.tokens.contains(&at);
            if quoted && !inside {
                continue;
            }
            let after = at >= place.tokens.end;
            let first = after && first_after && acts;
            first_after = first_after && !first;
            let Some(Known { features, .. }) = self.entry(entity) else { continue };
            if inside {
                features.add_once(Feature::InQuotation);
                if mention.addressed {
                    features.add_once(Feature::Addressed);
                }
                continue;
            }
            let in_sentence = (sentence_start..sentence_end).contains(&at);
            features.add_once(match (acts, in_sentence, after) {
                (true, true, _) => Feature::SentenceSubject,
                (true, false, false) => Feature::ActsBefore,
                (true, false, true) => Feature::ActsAfter,
                (false, true, _) => Feature::SentenceOther,
                (false, false, _) => Feature::ParagraphOther,
            });
            if after && mention.kind == MentionKind::Name {
                features.add_once(Feature::NamedBehind);
            }
            if first {
                features.add_once(Feature::FirstAfter);
            }
        }
    }

    /// Collects who acts in the narration soon after the quotation.
    fn look_ahead(&mut self) {
        let Self { findings, place, paragraph, facts, .. } = *self;
        let end = findings.document.paragraphs[paragraph].tokens.end.max(place.tokens.end);
        let first = findings.mentions.starting_in(end..end).start;
        for fact in facts[first..].iter().take(MENTIONS_AHEAD) {
            let distance = fact.paragraph - paragraph;
            if distance > PARAGRAPHS_AHEAD {
                break;
            }
            let entity = fact.entity.filter(|_| !fact.quoted);
            let Some(seen) = entity.and_then(|entity| self.entry(entity)) else { continue };
            seen.features.add_once(Feature::Ahead);
            if distance <= 1 && fact.acts {
                seen.features.add_once(Feature::NextSubject);
            }
        }
    }

    /// Notes whom the speakers before and behind address, in words or as the listener.
    fn add_speech(&mut self) {
        let Self { findings, place, number, facts, .. } = *self;
        let last = place.last.as_ref();
        let next = place.next.as_ref();
        let before = last.map(|turn| (turn, Feature::NamedLast, Feature::AddressedLast));
        let behind = next.map(|turn| (turn, Feature::NamedNext, Feature::AddressedNext));
        for (turn, named, addressed) in before.into_iter().chain(behind) {
            let paragraph = findings.document.paragraphs[turn.paragraph].tokens.clone();
            let tokens = paragraph.start.min(turn.tokens.start)..paragraph.end.max(turn.tokens.end);
            for m in findings.mentions.starting_in(tokens).take(MENTIONS_BACK) {
                let Some(entity) = facts[m].entity else { continue };
                let count = &self.counts[entity];
                let known = Some(count.seen).filter(|_| count.place == number);
                let Some(seen) = known.and_then(|at| self.all.get_mut(at)) else { continue };
                let mention = &findings.mentions.all[m];
                if mention.quoted {
                    seen.features.add_once(named);
                    if mention.addressed {
                        seen.features.add_once(addressed);
                    }
                } else if named == Feature::NamedLast
                    && mention.governed
                    && findings.document.word(mention.tokens.start.saturating_sub(1)) == "to"
                {
                    seen.features.add_once(Feature::ListenerLast);
                }
            }
        }
    }
}

/// The gender of the words that a turn addresses somebody with: "Yes, sir."
fn addressed_gender(findings: &Findings, turn: &Neighbour) -> Option<Gender> {
    let document = findings.document;
    turn.tokens.clone().take(SPOKEN).find_map(|n| {
        let token = document.token(n);
        let gender = token.word.gender?;
        let addresses = token.is_any_of(Class::Title | Class::Kin) && !token.is(Class::GivenName);
        let closed =
            matches!(document.mark(n + 1), ',' | '.' | '!' | '?' | ';' | '—' | '”' | '"' | DASHES);
        let parted = |n: usize| {
            matches!(document.mark(n), ',' | '“' | '"' | '‘' | '\'')
                || matches!(document.word(n), "my" | "dear")
        };
        (addresses && closed && n.checked_sub(1).is_some_and(parted)).then_some(gender)
    })
}

/// Completes the features that depend on the entity and on the turns before and after.
fn describe(findings: &Findings, place: &Place, addressee: Option<Gender>, seen: &mut Known) {
    let entity = &findings.speakers.entities[seen.entity];
    let source = place.source.map(|source| &findings.mentions.all[source]);
    let features = &mut seen.features;
    features.add_if(
        place.source.is_some_and(|source| findings.speakers.of[source] == Some(seen.entity)),
        Feature::Itself,
    );
    features.add_if(entity.is_named(), Feature::Named);
    let kin = source.is_some_and(|s| findings.document.token(s.head).is(Class::Household));
    features.add_if(kin && entity.heads_household(), Feature::HeadsHousehold);
    features.add_if(entity.is_narrator(), Feature::Narrator);
    features.add_if(entity.is_surely_person(), Feature::SurePerson);
    let gender = source.and_then(|source| source.gender);
    features.add_if(gender.is_some() && entity.gender == gender, Feature::GenderKnown);
    features.add_if(seen.rank == Some(0), Feature::Latest);
    features.add_if(seen.rank == Some(1), Feature::SecondLatest);
    features.add_if(seen.rank == Some(2), Feature::ThirdLatest);
    features.add_count(Feature::Distance, seen.paragraphs);
    features.add_count(Feature::Mentioned, seen.count);
    if let (Some(addressee), Some(gender)) = (addressee, entity.gender) {
        let fits = addressee == gender;
        features.add(if fits { Feature::AddresseeFits } else { Feature::AddresseeClashes });
    }
    features.add_count(Feature::SpeaksNear, seen.turns_near);
}

/// Whether the mention may be the subject of its clause.
pub(super) fn acts(mention: &Mention) -> bool {
    let object = matches!(mention.kind, MentionKind::Pronoun(pronoun) if pronoun.case != crate::lexicon::Case::Subject);
    !mention.governed && !mention.possessive && !object
}
