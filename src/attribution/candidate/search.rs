//! The search for candidates, for one quotation of a document after the other.

use super::address::addressed_gender;
use super::eligibility::Eligibility;
use super::possible::Candidate;
use super::query::Query;
use crate::attribution::features::{Features, SpeakerFeature as Feature};
use crate::attribution::findings::Findings;
use crate::attribution::statement::Statement;
use crate::lexicon::{Class, Gender};
use crate::mention::{Mention, MentionKind};

/// Mentions further back or ahead than this, and candidates beyond this number, are not looked at.
const MENTIONS_BACK: usize = 80;
const PARAGRAPHS_BACK: usize = 14;
const MENTIONS_AHEAD: usize = 24;
const PARAGRAPHS_AHEAD: usize = 4;
const CANDIDATES: usize = 14;

/// What the search needs to know of a mention.
struct MentionFacts {
    /// The entity it refers to.
    entity: Option<usize>,
    block: usize,
    quoted: bool,
    /// Whether it may be the subject of its clause.
    acts: bool,
    /// Whether it names the source of a quotation.
    is_source: bool,
}

/// What the search knows of an entity.
#[derive(Clone, Copy, Default)]
struct EntityFacts {
    /// How often it is mentioned in narration.
    mentions: usize,
    /// How many quotations name it as their source.
    quotations: usize,
    /// The last query that met it, and its index among those met then.
    query: usize,
    met: usize,
}

/// The search for candidates, for one quotation of a document after the other.
pub(crate) struct Search<'a> {
    findings: &'a Findings<'a>,
    /// By mention.
    mentions: Vec<MentionFacts>,
    /// By entity.
    entities: Vec<EntityFacts>,
    /// How many queries were answered.
    queries: usize,
    /// Those met for the current query; kept only to reuse its memory.
    met: Vec<Met>,
}

impl<'a> Search<'a> {
    pub(crate) fn new(findings: &'a Findings, statements: &[Statement]) -> Self {
        let mut entities = vec![EntityFacts::default(); findings.speakers.entities.len()];
        let fact = |(mention, &entity): (&Mention, &Option<usize>)| {
            if let (false, Some(entity)) = (mention.quoted, entity) {
                entities[entity].mentions += 1;
            }
            MentionFacts {
                entity,
                block: findings.document.block_of(mention.head),
                quoted: mention.quoted,
                acts: mention.may_be_subject(),
                is_source: false,
            }
        };
        let all = findings.mentions.all.iter().zip(&findings.speakers.of);
        let mut mentions: Vec<MentionFacts> = all.map(fact).collect();
        for mention in statements.iter().filter_map(|statement| statement.mention) {
            mentions[mention].is_source = true;
            let named = findings.mentions.all[mention].kind == MentionKind::Name;
            if let (true, Some(entity)) = (named, mentions[mention].entity) {
                entities[entity].quotations += 1;
            }
        }
        Self { findings, mentions, entities, queries: 0, met: Vec::with_capacity(2 * CANDIDATES) }
    }

    /// The candidates for the quotation that `query` is about. The last one stands for somebody unknown.
    pub(crate) fn candidates(&mut self, query: &Query) -> Vec<Candidate> {
        self.queries += 1;
        let findings = self.findings;
        let mut collector = Collector {
            findings,
            query,
            block: findings.document.block_of(query.tokens.start),
            eligibility: Eligibility::of(findings, query),
            mentions: &self.mentions,
            entities: &mut self.entities,
            number: self.queries,
            met: &mut self.met,
        };
        collector.look_back();
        collector.look_around();
        collector.look_ahead();
        let resolved = query.source.and_then(|source| findings.speakers.of[source]);
        for &entity in &query.speakers_near {
            if let Some(met) = collector.meet(entity) {
                met.turns_near += 1;
            }
        }
        for &entity in &findings.speakers.frequent {
            if let Some(met) = collector.meet(entity) {
                met.features.add_once(Feature::Frequent);
            }
        }
        if let Some(entity) = resolved {
            collector.meet(entity);
        }
        collector.met.truncate(CANDIDATES);
        collector.add_addressees();
        let beside = query.last.iter().chain(&query.next);
        let addressee = beside.filter_map(|turn| addressed_gender(findings, turn)).next();
        let Collector { met, entities, .. } = collector;
        let known = met.drain(..).map(|mut met| {
            met.describe(findings, query, addressee);
            met.features.add_count(Feature::Prominent, entities[met.entity].mentions);
            met.features.add_count(Feature::Speaks, entities[met.entity].quotations);
            (Some(met.entity), met.features)
        });
        let mut nobody = Features::default();
        nobody.add(Feature::Nobody);
        let candidates = known.chain([(None, nobody)]).map(|(entity, features)| {
            let score = findings.model.score(query.situation, &features);
            Candidate { entity, features, score }
        });
        candidates.collect()
    }
}

/// An entity that may be the speaker, with what the text around the quotation shows of it.
struct Met {
    entity: usize,
    /// How many others were mentioned since its last mention; none if it is not mentioned before.
    rank: Option<usize>,
    /// Paragraphs since the last mention.
    paragraphs: usize,
    /// Mentions before the quotation.
    count: usize,
    /// Turns nearby that name the entity as their speaker.
    turns_near: usize,
    features: Features<Feature>,
}

/// Collects the entities that may be the speaker, in the order in which the search meets them.
struct Collector<'a> {
    findings: &'a Findings<'a>,
    query: &'a Query,
    /// Number of the block of the quotation.
    block: usize,
    eligibility: Eligibility,
    mentions: &'a [MentionFacts],
    entities: &'a mut [EntityFacts],
    /// Number of the query.
    number: usize,
    met: &'a mut Vec<Met>,
}

impl Collector<'_> {
    /// What is collected of `entity`; none if it is not eligible.
    fn meet(&mut self, entity: usize) -> Option<&mut Met> {
        let facts = &mut self.entities[entity];
        if facts.query != self.number {
            facts.query = self.number;
            facts.met = usize::MAX;
            if self.eligibility.admits(&self.findings.speakers.entities[entity], entity) {
                facts.met = self.met.len();
                self.met.push(Met {
                    entity,
                    rank: None,
                    paragraphs: PARAGRAPHS_BACK,
                    count: 0,
                    turns_near: 0,
                    features: Features::default(),
                });
            }
        }
        self.met.get_mut(facts.met)
    }

    /// Collects who is mentioned in the narration before the quotation, the latest first.
    fn look_back(&mut self) {
        let Self { findings, query, block, mentions, .. } = *self;
        let end = findings.mentions.starting_in(0..query.tokens.start).end;
        let mut rank = 0;
        let spoken = query.last.as_ref().is_some_and(|last| last.block + 1 == block);
        for fact in mentions[end.saturating_sub(MENTIONS_BACK)..end].iter().rev() {
            let distance = block.saturating_sub(fact.block);
            if distance > PARAGRAPHS_BACK {
                break;
            }
            let entity = fact.entity.filter(|_| !fact.quoted);
            let Some(met) = entity.and_then(|entity| self.meet(entity)) else { continue };
            met.count += 1;
            // Who spoke is told by the turns themselves.
            if met.rank.is_none() && !fact.is_source {
                met.rank = Some(rank);
                met.paragraphs = distance;
                rank += 1;
            }
            if distance == 1 {
                met.features.add_once(match (fact.acts, spoken) {
                    (true, true) => Feature::PreviousTurnSubject,
                    (true, false) => Feature::PreviousSubject,
                    (false, _) => Feature::PreviousOther,
                });
            }
        }
    }

    /// Collects who is mentioned beside and inside the quotation.
    fn look_around(&mut self) {
        let Self { findings, query, block, mentions, .. } = *self;
        let tokens = findings.document.blocks()[block].tokens.clone();
        let sentence_start = findings.sentences.around(query.tokens.start).start;
        let sentence_end = findings.sentences.around(query.tokens.end.saturating_sub(1)).end;
        let mut first_after = true;
        for m in findings.mentions.starting_in(tokens).take(MENTIONS_BACK) {
            let MentionFacts { entity, acts, quoted, .. } = mentions[m];
            let Some(entity) = entity.filter(|_| Some(m) != query.source) else { continue };
            let mention = &findings.mentions.all[m];
            let at = mention.tokens.start;
            let inside = query.tokens.contains(&at);
            if quoted && !inside {
                continue;
            }
            let after = at >= query.tokens.end;
            let first = after && first_after && acts;
            first_after = first_after && !first;
            let Some(Met { features, .. }) = self.meet(entity) else { continue };
            if inside {
                features.add_once(Feature::InQuotation);
                if mention.vocative {
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
                features.add_once(Feature::NamedAfter);
            }
            if first {
                features.add_once(Feature::FirstAfter);
            }
        }
    }

    /// Collects who acts in the narration soon after the quotation.
    fn look_ahead(&mut self) {
        let Self { findings, query, block, mentions, .. } = *self;
        let end = findings.document.blocks()[block].tokens.end.max(query.tokens.end);
        let first = findings.mentions.starting_in(end..end).start;
        for fact in mentions[first..].iter().take(MENTIONS_AHEAD) {
            let distance = fact.block - block;
            if distance > PARAGRAPHS_AHEAD {
                break;
            }
            let entity = fact.entity.filter(|_| !fact.quoted);
            let Some(met) = entity.and_then(|entity| self.meet(entity)) else { continue };
            met.features.add_once(Feature::Ahead);
            if distance <= 1 && fact.acts {
                met.features.add_once(Feature::NextSubject);
            }
        }
    }

    /// Notes whom the previous and the next speaker address, by name or as the listener.
    fn add_addressees(&mut self) {
        let Self { findings, query, number, mentions, .. } = *self;
        let last = query.last.as_ref();
        let next = query.next.as_ref();
        let before = last.map(|turn| (turn, Feature::NamedLast, Feature::AddressedLast));
        let after = next.map(|turn| (turn, Feature::NamedNext, Feature::AddressedNext));
        for (turn, named, addressed) in before.into_iter().chain(after) {
            let block = findings.document.blocks()[turn.block].tokens.clone();
            let tokens = block.start.min(turn.tokens.start)..block.end.max(turn.tokens.end);
            for m in findings.mentions.starting_in(tokens).take(MENTIONS_BACK) {
                let Some(entity) = mentions[m].entity else { continue };
                let facts = &self.entities[entity];
                let known = Some(facts.met).filter(|_| facts.query == number);
                let Some(met) = known.and_then(|at| self.met.get_mut(at)) else { continue };
                let mention = &findings.mentions.all[m];
                if mention.quoted {
                    met.features.add_once(named);
                    if mention.vocative {
                        met.features.add_once(addressed);
                    }
                } else if named == Feature::NamedLast
                    && mention.after_preposition
                    && findings
                        .document
                        .token(mention.tokens.start.saturating_sub(1))
                        .is_lower(Class::Listener)
                {
                    met.features.add_once(Feature::ListenerLast);
                }
            }
        }
    }
}

impl Met {
    /// Completes the features that depend on the entity and on the turns before and after.
    fn describe(&mut self, findings: &Findings, query: &Query, addressee: Option<Gender>) {
        let entity = &findings.speakers.entities[self.entity];
        let source = query.source.map(|source| &findings.mentions.all[source]);
        let features = &mut self.features;
        features.add_if(
            query.source.is_some_and(|source| findings.speakers.of[source] == Some(self.entity)),
            Feature::Itself,
        );
        features.add_if(entity.is_named(), Feature::Named);
        let kin = source.is_some_and(|s| findings.document.token(s.head).is(Class::Household));
        features.add_if(kin && entity.heads_household(), Feature::HeadsHousehold);
        features.add_if(entity.is_narrator(), Feature::Narrator);
        features.add_if(entity.is_surely_person(), Feature::SurePerson);
        let gender = source.and_then(|source| source.gender);
        features.add_if(gender.is_some() && entity.gender == gender, Feature::GenderKnown);
        features.add_if(self.rank == Some(0), Feature::Latest);
        features.add_if(self.rank == Some(1), Feature::SecondLatest);
        features.add_if(self.rank == Some(2), Feature::ThirdLatest);
        features.add_count(Feature::Distance, self.paragraphs);
        features.add_count(Feature::Mentioned, self.count);
        if let (Some(addressee), Some(gender)) = (addressee, entity.gender) {
            let fits = addressee == gender;
            features.add(if fits { Feature::AddresseeFits } else { Feature::AddresseeClashes });
        }
        features.add_count(Feature::SpeaksNear, self.turns_near);
    }
}
