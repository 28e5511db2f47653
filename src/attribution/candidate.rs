//! Who may have said a quotation, with the features of each.

use std::ops::Range;

use super::features::{Feature, Features, Situation};
use super::{Findings, Statement};
use crate::document::DASHES;
use crate::lexicon::{Class, Gender};
use crate::mention::{Mention, MentionKind};
use crate::report::SpeakerKind;
use crate::speaker::Entity;

/// Somebody who may be the speaker.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// Who it is; none where only words are weighed.
    pub entity: Option<usize>,
    pub features: Features,
}

impl Candidate {
    /// Somebody else than all who are known.
    pub(crate) fn nobody() -> Self {
        let mut features = Features::default();
        features.add(Feature::Nobody, 1.0);
        Self { entity: None, features }
    }

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

/// What is counted once for a whole document.
pub(crate) struct Counts {
    /// For each mention whether it names the source of a quotation.
    is_source: Vec<bool>,
    /// For each entity how often it is mentioned in narration.
    mentions: Vec<usize>,
    /// For each entity how many quotations name it as their source.
    quotations: Vec<usize>,
}

impl Counts {
    pub(crate) fn of(findings: &Findings, statements: &[Statement]) -> Self {
        let mut is_source = vec![false; findings.mentions.all.len()];
        let mut quotations = vec![0; findings.speakers.entities.len()];
        for mention in statements.iter().filter_map(|statement| statement.mention) {
            is_source[mention] = true;
            let named = findings.mentions.all[mention].kind == MentionKind::Name;
            if let (true, Some(entity)) = (named, findings.speakers.of[mention]) {
                quotations[entity] += 1;
            }
        }
        let mut mentions = vec![0; findings.speakers.entities.len()];
        for (mention, entity) in findings.mentions.all.iter().zip(&findings.speakers.of) {
            if let (false, Some(entity)) = (mention.quoted, entity) {
                mentions[*entity] += 1;
            }
        }
        Self { is_source, mentions, quotations }
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

/// What the mentions before a quotation tell of one entity.
struct Seen {
    entity: usize,
    rank: Option<usize>,
    paragraphs: usize,
    count: usize,
    features: Features,
}

/// The candidates for the quotation at `place`, the last of them somebody unknown.
pub(crate) fn find(findings: &Findings, counts: &Counts, place: &Place) -> Vec<Candidate> {
    let paragraph = findings.document.paragraph_of(place.tokens.start);
    let wanted = Wanted::at(findings, place);
    let seen = Vec::with_capacity(CANDIDATES);
    let mut search = Search { findings, place, paragraph, wanted, seen };
    search.look_back(counts);
    search.look_around();
    search.look_ahead();
    for &entity in &place.speakers_near {
        search.entry(entity);
    }
    for &entity in &findings.speakers.frequent {
        add_once(&mut search.entry(entity).features, Feature::Frequent);
    }
    let itself = place.source.and_then(|source| findings.speakers.of[source]);
    if let Some(entity) = itself {
        search.entry(entity);
    }
    let Search { wanted, mut seen, .. } = search;
    seen.retain(|seen| wanted.fits(&findings.speakers.entities[seen.entity], seen.entity));
    seen.truncate(CANDIDATES);
    add_speech(findings, place, &mut seen);
    let beside = place.last.iter().chain(&place.next);
    let addressee = beside.filter_map(|turn| addressed_gender(findings, turn)).next();
    let known = seen.into_iter().map(|mut seen| {
        describe(findings, place, addressee, &mut seen);
        seen.features.add_count(Feature::Prominent, counts.mentions[seen.entity]);
        seen.features.add_count(Feature::Speaks, counts.quotations[seen.entity]);
        Candidate { entity: Some(seen.entity), features: seen.features }
    });
    known.chain([Candidate::nobody()]).collect()
}

/// The search for those who may speak at a place.
struct Search<'a> {
    findings: &'a Findings<'a>,
    place: &'a Place,
    /// Number of the paragraph of the quotation.
    paragraph: usize,
    wanted: Wanted,
    seen: Vec<Seen>,
}

impl Search<'_> {
    fn entry(&mut self, entity: usize) -> &mut Seen {
        let at = self.seen.iter().position(|seen| seen.entity == entity).unwrap_or_else(|| {
            let (rank, features) = (None, Features::default());
            self.seen.push(Seen { entity, rank, paragraphs: PARAGRAPHS_BACK, count: 0, features });
            self.seen.len() - 1
        });
        &mut self.seen[at]
    }

    /// Whom mention `m` of the narration means, if that one can speak here.
    fn eligible(&self, m: usize) -> Option<usize> {
        let entity = self.findings.speakers.of[m].filter(|_| !self.findings.mentions.all[m].quoted);
        entity.filter(|&id| self.wanted.fits(&self.findings.speakers.entities[id], id))
    }

    /// Collects who is mentioned in the narration before the quotation, the latest first.
    fn look_back(&mut self, counts: &Counts) {
        let Self { findings, place, paragraph, .. } = *self;
        let end = findings.mentions.starting_in(0..place.tokens.start).end;
        let mut rank = 0;
        let spoken = place.last.as_ref().is_some_and(|last| last.paragraph + 1 == paragraph);
        for m in (end.saturating_sub(MENTIONS_BACK)..end).rev() {
            let mention = &findings.mentions.all[m];
            let distance = paragraph.saturating_sub(findings.document.paragraph_of(mention.head));
            if distance > PARAGRAPHS_BACK {
                break;
            }
            let Some(entity) = self.eligible(m) else { continue };
            let seen = self.entry(entity);
            seen.count += 1;
            // Who spoke is told by the turns themselves.
            if seen.rank.is_none() && !counts.is_source[m] {
                seen.rank = Some(rank);
                seen.paragraphs = distance;
                rank += 1;
            }
            if distance == 1 {
                let feature = match (acts(mention), spoken) {
                    (true, true) => Feature::PreviousTurnSubject,
                    (true, false) => Feature::PreviousSubject,
                    (false, _) => Feature::PreviousOther,
                };
                add_once(&mut seen.features, feature);
            }
        }
    }

    /// Collects who is mentioned beside and inside the quotation.
    fn look_around(&mut self) {
        let Self { findings, place, paragraph, .. } = *self;
        let tokens = findings.document.paragraphs[paragraph].tokens.clone();
        let sentence_start = findings.sentences.around(place.tokens.start).start;
        let sentence_end = findings.sentences.around(place.tokens.end.saturating_sub(1)).end;
        let mut first_after = true;
        for m in findings.mentions.starting_in(tokens).take(MENTIONS_BACK) {
            let mention = &findings.mentions.all[m];
            let Some(entity) = findings.speakers.of[m].filter(|_| Some(m) != place.source) else {
                continue;
            };
            let at = mention.tokens.start;
            if place.tokens.contains(&at) {
                let features = &mut self.entry(entity).features;
                add_once(features, Feature::InQuotation);
                if mention.addressed {
                    add_once(features, Feature::Addressed);
                }
                continue;
            }
            if mention.quoted {
                continue;
            }
            let in_sentence = (sentence_start..sentence_end).contains(&at);
            let after = at >= place.tokens.end;
            let features = &mut self.entry(entity).features;
            let feature = match (acts(mention), in_sentence, after) {
                (true, true, _) => Feature::SentenceSubject,
                (true, false, false) => Feature::ActsBefore,
                (true, false, true) => Feature::ActsAfter,
                (false, true, _) => Feature::SentenceOther,
                (false, false, _) => Feature::ParagraphOther,
            };
            add_once(features, feature);
            if after && mention.kind == MentionKind::Name {
                add_once(features, Feature::NamedBehind);
            }
            if after && first_after && acts(mention) {
                add_once(features, Feature::FirstAfter);
                first_after = false;
            }
        }
    }

    /// Collects who acts in the narration soon after the quotation.
    fn look_ahead(&mut self) {
        let Self { findings, place, paragraph, .. } = *self;
        let end = findings.document.paragraphs[paragraph].tokens.end.max(place.tokens.end);
        let first = findings.mentions.starting_in(end..end).start;
        let all = findings.mentions.all.iter().enumerate();
        for (m, mention) in all.skip(first).take(MENTIONS_AHEAD) {
            let distance = findings.document.paragraph_of(mention.head) - paragraph;
            if distance > PARAGRAPHS_AHEAD {
                break;
            }
            let Some(entity) = self.eligible(m) else { continue };
            let features = &mut self.entry(entity).features;
            add_once(features, Feature::Ahead);
            if distance <= 1 && acts(mention) {
                add_once(features, Feature::NextSubject);
            }
        }
    }
}

/// Notes whom the speakers before and behind address, in words or as the listener.
fn add_speech(findings: &Findings, place: &Place, seen: &mut [Seen]) {
    let before = place.last.as_ref().map(|last| (last, Feature::NamedLast, Feature::AddressedLast));
    let behind = place.next.as_ref().map(|next| (next, Feature::NamedNext, Feature::AddressedNext));
    for (turn, named, addressed) in before.into_iter().chain(behind) {
        let paragraph = findings.document.paragraphs[turn.paragraph].tokens.clone();
        let tokens = paragraph.start.min(turn.tokens.start)..paragraph.end.max(turn.tokens.end);
        for m in findings.mentions.starting_in(tokens).take(MENTIONS_BACK) {
            let mention = &findings.mentions.all[m];
            let Some(entity) = findings.speakers.of[m] else { continue };
            let Some(seen) = seen.iter_mut().find(|seen| seen.entity == entity) else { continue };
            if mention.quoted {
                add_once(&mut seen.features, named);
                if mention.addressed {
                    add_once(&mut seen.features, addressed);
                }
            } else if named == Feature::NamedLast
                && mention.governed
                && findings.document.word(mention.tokens.start.saturating_sub(1)) == "to"
            {
                add_once(&mut seen.features, Feature::ListenerLast);
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
fn describe(findings: &Findings, place: &Place, addressee: Option<Gender>, seen: &mut Seen) {
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
        features.add(if fits { Feature::AddresseeFits } else { Feature::AddresseeClashes }, 1.0);
    }
    let near = place.speakers_near.iter().filter(|&&entity| entity == seen.entity).count();
    features.add_count(Feature::SpeaksNear, near);
}

fn add_once(features: &mut Features, feature: Feature) {
    features.add_if(features.value(feature) == 0.0, feature);
}

/// Whether the mention may be the subject of its clause.
pub(super) fn acts(mention: &Mention) -> bool {
    let object = matches!(mention.kind, MentionKind::Pronoun(pronoun) if pronoun.case != crate::lexicon::Case::Subject);
    !mention.governed && !mention.possessive && !object
}

/// Who can speak at a place, by kind, number and gender.
#[derive(Clone, Copy)]
enum Wanted {
    /// Anybody but a place.
    Anybody,
    /// One person of a conversation.
    Person,
    /// Several people or a body: "they".
    Several,
    /// A body: "it".
    Body,
    /// One person whom words mean: "he", "the old man".
    Meant {
        gender: Option<Gender>,
        /// For a noun, which means what its words say or somebody known by name, not another noun.
        noun: bool,
        /// What the words mean, as far as reference was resolved.
        itself: Option<usize>,
    },
}

impl Wanted {
    fn at(findings: &Findings, place: &Place) -> Self {
        let source = place.source.map(|source| &findings.mentions.all[source]);
        let plural = source.is_some_and(|source| source.plural);
        let gender = source.and_then(|source| source.gender);
        match place.situation {
            Situation::Dialogue => Self::Person,
            Situation::Pronoun | Situation::ReportPronoun if plural => Self::Several,
            Situation::Pronoun | Situation::ReportPronoun if gender == Some(Gender::Neuter) => {
                Self::Body
            }
            Situation::Pronoun | Situation::ReportPronoun | Situation::Noun => Self::Meant {
                gender,
                noun: place.situation == Situation::Noun,
                itself: place.source.and_then(|source| findings.speakers.of[source]),
            },
            _ => Self::Anybody,
        }
    }

    /// Whether `entity`, whose number is `id`, is such a one.
    fn fits(self, entity: &Entity, id: usize) -> bool {
        let many = entity.plural || entity.kind == SpeakerKind::Group;
        let person = matches!(entity.kind, SpeakerKind::Person | SpeakerKind::Unnamed)
            && !entity.place
            && !many;
        match self {
            Self::Anybody => !entity.place,
            Self::Person => person,
            Self::Several => many || entity.kind == SpeakerKind::Organization,
            Self::Body => entity.kind == SpeakerKind::Organization,
            Self::Meant { gender, noun, itself } => {
                let clash = matches!((gender, entity.gender), (Some(a), Some(b)) if a != b);
                let known = !noun || itself == Some(id) || entity.is_named();
                person && !clash && known && !entity.is_narrator()
            }
        }
    }
}
