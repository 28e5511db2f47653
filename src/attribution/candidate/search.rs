//! The search for candidates, for one quotation of a document after the other.

use super::address::is_addressed;
use super::eligibility::Eligibility;
use super::entry::Entry;
use super::possible::Candidate;
use super::query::Query;
use crate::attribution::features::{Features, SpeakerFeature as Feature};
use crate::attribution::findings::Findings;
use crate::attribution::statement::Statement;
use crate::lexicon::Class;
use crate::mention::{Mention, MentionKind};
use crate::numbered::Numbered;

/// The search reads at most this many mentions before a quotation, as many of its paragraph, and as many of
/// a turn beside it. With the next four bounds this keeps the search linear.
pub(super) const MENTIONS_BACK: usize = 80;
/// Mentions further back than this are seldom of the speaker.
const PARAGRAPHS_BACK: usize = 14;
/// After the quotation the search reads at most this many mentions.
const MENTIONS_AHEAD: usize = 24;
/// Mentions further ahead than this are seldom of the speaker.
const PARAGRAPHS_AHEAD: usize = 4;
/// A quotation has at most this many known candidates, those that were found first.
const CANDIDATES: usize = 14;

/// What the search knows of a mention.
pub(super) struct MentionFacts {
    /// The entity it refers to.
    pub(super) entity: Option<usize>,
    pub(super) block: usize,
    pub(super) quoted: bool,
    /// Whether it may be the subject of its clause.
    pub(super) acts: bool,
    /// Whether a quotation addresses somebody by it.
    pub(super) addressed: bool,
    /// Whether it names the source of a quotation.
    pub(super) is_source: bool,
}

/// What the search knows of an entity.
#[derive(Clone, Copy, Default)]
pub(super) struct EntityFacts {
    /// How often it is mentioned in narration.
    pub(super) mentions: usize,
    /// How many quotations name it as their source.
    pub(super) quotations: usize,
    /// Number of the last query that found it.
    pub(super) query: usize,
    /// Index of its entry in that query; past all entries if it was not eligible.
    pub(super) entry: usize,
}

/// The search for candidates, for one quotation of a document after the other.
pub(crate) struct Search<'a> {
    findings: &'a Findings<'a>,
    /// By mention.
    mentions: Numbered<MentionFacts>,
    /// By entity.
    entities: Numbered<EntityFacts>,
    /// The number of queries so far.
    queries: usize,
    /// The entries of the current query; kept only to reuse the memory.
    entries: Vec<Entry>,
}

impl<'a> Search<'a> {
    pub(crate) fn new(findings: &'a Findings, statements: &Numbered<Statement>) -> Self {
        let count = findings.speakers.entities.len();
        let mut entities = Numbered::from(vec![EntityFacts::default(); count]);
        let facts = |(mention, &entity): (&Mention, &Option<usize>)| {
            if let (false, Some(entity)) = (mention.quoted, entity) {
                entities[entity].mentions += 1;
            }
            MentionFacts {
                entity,
                block: findings.document.block_of(mention.head),
                quoted: mention.quoted,
                acts: mention.may_be_subject(),
                addressed: is_addressed(findings, mention),
                is_source: false,
            }
        };
        let all = findings.mentions.all.iter().zip(&findings.speakers.of);
        let mut mentions = Numbered::from(all.map(facts).collect::<Vec<_>>());
        for mention in statements.iter().filter_map(|statement| statement.mention) {
            mentions[mention].is_source = true;
            let is_name = findings.mentions.all[mention].kind == MentionKind::Name;
            if let (true, Some(entity)) = (is_name, mentions[mention].entity) {
                entities[entity].quotations += 1;
            }
        }
        let entries = Vec::with_capacity(2 * CANDIDATES);
        Self { findings, mentions, entities, queries: 0, entries }
    }

    /// The candidates for the quotation that `query` is about. The last one stands for somebody unknown.
    pub(crate) fn candidates(&mut self, query: &Query) -> Numbered<Candidate> {
        self.queries += 1;
        let findings = self.findings;
        let mut collector = Collector {
            findings,
            query,
            block: findings.document.block_of(query.tokens.start),
            eligibility: Eligibility::of(findings, query),
            mentions: &self.mentions,
            entities: &mut self.entities,
            query_number: self.queries,
            entries: &mut self.entries,
        };
        collector.look_back();
        collector.look_around();
        collector.look_ahead();
        let resolved = query.source.and_then(|source| findings.speakers.of[source]);
        for &entity in &query.speakers_near {
            if let Some(entry) = collector.entry(entity) {
                entry.turns_near += 1;
            }
        }
        for &entity in &findings.speakers.frequent {
            if let Some(entry) = collector.entry(entity) {
                entry.features.add_once(Feature::Frequent);
            }
        }
        if let Some(entity) = resolved {
            collector.entry(entity);
        }
        collector.add_addressed();
        collector.entries.truncate(CANDIDATES);
        collector.add_addressees();
        collector.add_spoken_of();
        let beat = collector.beat();
        collector.add_surnames();
        let Collector { entries, entities, .. } = collector;
        let known = entries.drain(..).map(|mut entry| {
            entry.describe(findings, query, beat);
            let facts = entities[entry.entity];
            entry.features.add_count(Feature::Prominent, facts.mentions);
            entry.features.add_count(Feature::Speaks, facts.quotations);
            (Some(entry.entity), entry.features)
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

/// Collects the eligible entities, in the order in which the search finds them.
pub(super) struct Collector<'a> {
    pub(super) findings: &'a Findings<'a>,
    pub(super) query: &'a Query,
    /// Number of the block of the quotation.
    pub(super) block: usize,
    pub(super) eligibility: Eligibility,
    pub(super) mentions: &'a Numbered<MentionFacts>,
    pub(super) entities: &'a mut Numbered<EntityFacts>,
    pub(super) query_number: usize,
    pub(super) entries: &'a mut Vec<Entry>,
}

impl Collector<'_> {
    /// The entry of `entity`; `None` if it is not eligible.
    pub(super) fn entry(&mut self, entity: usize) -> Option<&mut Entry> {
        let facts = &mut self.entities[entity];
        if facts.query != self.query_number {
            facts.query = self.query_number;
            facts.entry = usize::MAX;
            if self.eligibility.admits(&self.findings.speakers.entities[entity], entity) {
                facts.entry = self.entries.len();
                self.entries.push(Entry {
                    entity,
                    rank: None,
                    paragraphs: PARAGRAPHS_BACK,
                    mentions: 0,
                    acts: 0,
                    spoken_of: 0,
                    turns_near: 0,
                    features: Features::default(),
                });
            }
        }
        self.entries.get_mut(facts.entry)
    }

    /// Collects the entities mentioned in the narration before the quotation, the latest first.
    fn look_back(&mut self) {
        let Self { findings, query, block, mentions, .. } = *self;
        let end = findings.mentions.starting_in(0..query.tokens.start).end;
        let mut rank = 0;
        let mut acts_rank = 0;
        let previous = query.previous.as_ref();
        let has_turn = previous.is_some_and(|previous| previous.block + 1 == block);
        let introduction = self.introduction();
        for (m, facts) in (end.saturating_sub(MENTIONS_BACK)..end).map(|m| (m, &mentions[m])).rev()
        {
            let distance = block.saturating_sub(facts.block);
            if distance > PARAGRAPHS_BACK {
                break;
            }
            let entity = facts.entity.filter(|_| !facts.quoted);
            let Some(entry) = entity.and_then(|entity| self.entry(entity)) else { continue };
            entry.mentions += 1;
            if facts.acts && !facts.is_source {
                if entry.acts == 0 {
                    match acts_rank {
                        0 => entry.features.add(Feature::ActsLatest),
                        1 => entry.features.add(Feature::ActsSecond),
                        _ => {}
                    }
                    acts_rank += 1;
                }
                entry.acts += 1;
            }
            // The links between turns show who spoke before.
            if entry.rank.is_none() && !facts.is_source {
                entry.rank = Some(rank);
                entry.paragraphs = distance;
                rank += 1;
            }
            if facts.acts && introduction.contains(&findings.mentions.all[m].tokens.start) {
                entry.features.add_once(Feature::Introduced);
            }
            if distance == 1 {
                entry.features.add_once(match (facts.acts, has_turn) {
                    (true, true) => Feature::PreviousTurnSubject,
                    (true, false) => Feature::PreviousSubject,
                    (false, _) => Feature::PreviousOther,
                });
            }
        }
    }

    /// Collects the entities mentioned in the paragraph of the quotation, in the narration or inside it.
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
            let Some(Entry { features, .. }) = self.entry(entity) else { continue };
            if inside {
                features.add_once(Feature::InQuotation);
                if mentions[m].addressed {
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
            let before = findings.document.token(at.saturating_sub(1));
            if in_sentence && mention.after_preposition && before.is_lower(Class::Listener) {
                features.add_once(Feature::ListenerHere);
            }
            if after && mention.kind == MentionKind::Name {
                features.add_once(Feature::NamedAfter);
            }
            if first {
                features.add_once(Feature::FirstAfter);
            }
        }
    }

    /// Collects the entities mentioned in the narration soon after the quotation.
    fn look_ahead(&mut self) {
        let Self { findings, query, block, mentions, .. } = *self;
        let end = findings.document.blocks()[block].tokens.end.max(query.tokens.end);
        let first = findings.mentions.starting_in(end..end).start;
        for facts in mentions[first..].iter().take(MENTIONS_AHEAD) {
            let distance = facts.block - block;
            if distance > PARAGRAPHS_AHEAD {
                break;
            }
            let entity = facts.entity.filter(|_| !facts.quoted);
            let Some(entry) = entity.and_then(|entity| self.entry(entity)) else { continue };
            entry.features.add_once(Feature::Ahead);
            if distance <= 1 && facts.acts {
                entry.features.add_once(Feature::NextSubject);
            }
        }
    }

    /// Adds whom the previous and the next turn name or address, and to whom the previous turn was said.
    fn add_addressees(&mut self) {
        let Self { findings, query, query_number, mentions, .. } = *self;
        let previous = query.previous.as_ref();
        let next = query.next.as_ref();
        let before = previous.map(|turn| (turn, Feature::NamedLast, Feature::AddressedLast));
        let after = next.map(|turn| (turn, Feature::NamedNext, Feature::AddressedNext));
        for (turn, named, addressed) in before.into_iter().chain(after) {
            let block = findings.document.blocks()[turn.block].tokens.clone();
            let tokens = block.start.min(turn.tokens.start)..block.end.max(turn.tokens.end);
            for m in findings.mentions.starting_in(tokens).take(MENTIONS_BACK) {
                let Some(entity) = mentions[m].entity else { continue };
                let facts = &self.entities[entity];
                let index = Some(facts.entry).filter(|_| facts.query == query_number);
                let Some(entry) = index.and_then(|n| self.entries.get_mut(n)) else { continue };
                let mention = &findings.mentions.all[m];
                if mention.quoted {
                    entry.features.add_once(named);
                    if mentions[m].addressed {
                        entry.features.add_once(addressed);
                    }
                } else if named == Feature::NamedLast
                    && mention.after_preposition
                    && findings
                        .document
                        .token(mention.tokens.start.saturating_sub(1))
                        .is_lower(Class::Listener)
                {
                    entry.features.add_once(Feature::ListenerLast);
                }
            }
        }
    }
}
