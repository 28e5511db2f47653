//! Who may have said a quotation, with the features of each.

use std::ops::Range;

use super::Findings;
use super::features::{Feature, Features, Situation};
use crate::lexicon::Gender;
use crate::mention::{Mention, MentionKind};
use crate::report::SpeakerKind;

/// Somebody who may be the speaker.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// Who it is; none where only words are weighed.
    pub entity: Option<usize>,
    pub features: Features,
}

/// A paragraph in which somebody speaks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Turn {
    pub paragraph: usize,
    pub entity: Option<usize>,
    /// Number of the first statement of the turn.
    pub statement: usize,
}

/// The place of a decision.
pub(crate) struct Place<'a> {
    pub situation: Situation,
    /// The quotation.
    pub tokens: Range<usize>,
    /// The mention that stands for the source, if one does.
    pub source: Option<usize>,
    /// The turns before, the latest last.
    pub before: &'a [Turn],
    /// The tokens of the quotations of the turn before.
    pub spoken_before: Range<usize>,
    /// Speakers known by name of the next two turns.
    pub after: [Option<usize>; 2],
}

/// Mentions further back than this, and candidates beyond this number, are not looked at.
const MENTIONS_BACK: usize = 80;
const PARAGRAPHS_BACK: usize = 14;
const CANDIDATES: usize = 14;
const MENTIONS_AHEAD: usize = 24;
const PARAGRAPHS_AHEAD: usize = 4;

/// What the mentions before a quotation tell of one entity.
struct Seen {
    entity: usize,
    rank: Option<usize>,
    paragraphs: usize,
    count: usize,
    features: Features,
}

/// The candidates for the quotation at `place`.
pub(crate) fn find(findings: &Findings, place: &Place) -> Vec<Candidate> {
    let mut seen: Vec<Seen> = Vec::new();
    let paragraph = findings.document.paragraph_of(place.tokens.start);
    look_back(findings, place, paragraph, &mut seen);
    look_around(findings, place, paragraph, &mut seen);
    look_ahead(findings, place, paragraph, &mut seen);
    for turn in place.before.iter().rev().take(6) {
        if let Some(entity) = turn.entity {
            entry(&mut seen, entity);
        }
    }
    for entity in place.after.into_iter().flatten() {
        entry(&mut seen, entity);
    }
    for &entity in findings.speakers.frequent.iter() {
        let features = &mut entry(&mut seen, entity).features;
        add_once(features, Feature::Frequent);
    }
    if let Some(entity) = place.source.and_then(|source| findings.speakers.of[source]) {
        entry(&mut seen, entity);
    }
    seen.retain(|seen| is_eligible(findings, place, seen.entity));
    seen.truncate(CANDIDATES);
    add_speech(findings, place, &mut seen);
    seen.into_iter()
        .map(|mut seen| {
            describe(findings, place, paragraph, &mut seen);
            Candidate { entity: Some(seen.entity), features: seen.features }
        })
        .collect()
}

fn entry(seen: &mut Vec<Seen>, entity: usize) -> &mut Seen {
    let at = seen.iter().position(|seen| seen.entity == entity).unwrap_or_else(|| {
        let paragraphs = PARAGRAPHS_BACK;
        seen.push(Seen { entity, rank: None, paragraphs, count: 0, features: Features::default() });
        seen.len() - 1
    });
    &mut seen[at]
}

/// Collects who is mentioned in the narration before the quotation, the latest first.
fn look_back(findings: &Findings, place: &Place, paragraph: usize, seen: &mut Vec<Seen>) {
    let end = findings.mentions.starting_in(0..place.tokens.start).end;
    let mut rank = 0;
    for m in (end.saturating_sub(MENTIONS_BACK)..end).rev() {
        let mention = &findings.mentions.all[m];
        let distance = paragraph.saturating_sub(findings.document.paragraph_of(mention.head));
        if distance > PARAGRAPHS_BACK {
            break;
        }
        let Some(entity) = findings.speakers.of[m].filter(|_| !mention.quoted) else { continue };
        if !is_eligible(findings, place, entity) {
            continue;
        }
        let seen = entry(seen, entity);
        seen.count += 1;
        if seen.rank.is_none() {
            seen.rank = Some(rank);
            seen.paragraphs = distance;
            rank += 1;
        }
        if distance == 1 {
            let feature =
                if acts(mention) { Feature::PreviousSubject } else { Feature::PreviousOther };
            add_once(&mut seen.features, feature);
        }
    }
}

/// Collects who is mentioned beside and inside the quotation.
fn look_around(findings: &Findings, place: &Place, paragraph: usize, seen: &mut Vec<Seen>) {
    let tokens = findings.document.paragraphs[paragraph].tokens.clone();
    let sentence_start = findings.sentences.around(place.tokens.start).start;
    let sentence_end = findings.sentences.around(place.tokens.end.saturating_sub(1)).end;
    let mut first_after = true;
    for m in findings.mentions.starting_in(tokens.start..tokens.end).take(MENTIONS_BACK) {
        let mention = &findings.mentions.all[m];
        let Some(entity) = findings.speakers.of[m].filter(|_| Some(m) != place.source) else {
            continue;
        };
        let at = mention.tokens.start;
        if place.tokens.contains(&at) {
            let features = &mut entry(seen, entity).features;
            add_once(features, Feature::InQuotation);
            if is_vocative(findings, mention) {
                add_once(features, Feature::Addressed);
            }
            continue;
        }
        if mention.quoted {
            continue;
        }
        let in_sentence = (sentence_start..sentence_end).contains(&at);
        let after = at >= place.tokens.end;
        let features = &mut entry(seen, entity).features;
        let feature = match (acts(mention), in_sentence, after) {
            (true, true, _) => Feature::SentenceSubject,
            (true, false, false) => Feature::ActsBefore,
            (true, false, true) => Feature::ActsAfter,
            (false, true, _) => Feature::SentenceOther,
            (false, false, _) => Feature::ParagraphOther,
        };
        add_once(features, feature);
        if after && first_after && acts(mention) {
            add_once(features, Feature::FirstAfter);
            first_after = false;
        }
    }
}

/// Collects who acts in the narration soon after the quotation.
fn look_ahead(findings: &Findings, place: &Place, paragraph: usize, seen: &mut Vec<Seen>) {
    let end = findings.document.paragraphs[paragraph].tokens.end.max(place.tokens.end);
    let first = findings.mentions.starting_in(end..end).start;
    for (m, mention) in findings.mentions.all.iter().enumerate().skip(first).take(MENTIONS_AHEAD) {
        let distance = findings.document.paragraph_of(mention.head) - paragraph;
        if distance > PARAGRAPHS_AHEAD {
            break;
        }
        let Some(entity) = findings.speakers.of[m].filter(|_| !mention.quoted) else { continue };
        if is_eligible(findings, place, entity) {
            let features = &mut entry(seen, entity).features;
            add_once(features, Feature::Ahead);
            if distance <= 1 && acts(mention) {
                add_once(features, Feature::NextSubject);
            }
        }
    }
}

/// Notes whom the speaker before addressed, in words or as the listener.
fn add_speech(findings: &Findings, place: &Place, seen: &mut [Seen]) {
    let Some(last) = place.before.last() else { return };
    let paragraph = findings.document.paragraphs[last.paragraph].tokens.clone();
    let tokens =
        paragraph.start.min(place.spoken_before.start)..paragraph.end.max(place.spoken_before.end);
    for m in findings.mentions.starting_in(tokens).take(MENTIONS_BACK) {
        let mention = &findings.mentions.all[m];
        let Some(entity) = findings.speakers.of[m] else { continue };
        let Some(seen) = seen.iter_mut().find(|seen| seen.entity == entity) else { continue };
        if mention.quoted {
            add_once(&mut seen.features, Feature::NamedLast);
            if is_vocative(findings, mention) {
                add_once(&mut seen.features, Feature::AddressedLast);
            }
        } else if mention.governed
            && findings.document.word(mention.tokens.start.saturating_sub(1)) == "to"
        {
            add_once(&mut seen.features, Feature::ListenerLast);
        }
    }
}

/// Completes the features that depend on the entity and on the turns before and after.
fn describe(findings: &Findings, place: &Place, paragraph: usize, seen: &mut Seen) {
    let entity = &findings.speakers.entities[seen.entity];
    let source = place.source.map(|source| &findings.mentions.all[source]);
    let features = &mut seen.features;
    features.add_if(
        place.source.is_some_and(|source| findings.speakers.of[source] == Some(seen.entity)),
        Feature::Itself,
    );
    features.add_if(entity.is_named(), Feature::Named);
    features.add_if(entity.is_narrator(), Feature::Narrator);
    let gender = source.and_then(|source| source.gender);
    features.add_if(gender.is_some() && entity.gender == gender, Feature::GenderKnown);
    features.add_if(seen.rank == Some(0), Feature::Latest);
    features.add_if(seen.rank == Some(1), Feature::SecondLatest);
    features.add_if(seen.rank == Some(2), Feature::ThirdLatest);
    features.add(Feature::Distance, (1.0 + seen.paragraphs as f64).ln());
    features.add(Feature::Mentioned, (1.0 + seen.count as f64).ln());
    let spoke = |back: usize| {
        place.before.iter().rev().nth(back).filter(|turn| turn.entity == Some(seen.entity))
    };
    let adjacent = |turn: &Turn| turn.paragraph + 1 >= paragraph;
    features.add_if(spoke(0).is_some_and(adjacent), Feature::SpokeLast);
    features.add_if(spoke(0).is_some_and(|turn| !adjacent(turn)), Feature::SpokeLastApart);
    features.add_if(spoke(1).is_some(), Feature::SpokeBeforeLast);
    features.add_if(spoke(2).is_some(), Feature::SpokeThird);
    features.add_if(spoke(3).is_some(), Feature::SpokeFourth);
    features.add_if((0..6).all(|back| spoke(back).is_none()), Feature::SpokeNever);
    features.add_if(place.after[0] == Some(seen.entity), Feature::SpeaksNext);
    features.add_if(place.after[1] == Some(seen.entity), Feature::SpeaksAfterNext);
}

fn add_once(features: &mut Features, feature: Feature) {
    features.add_if(features.value(feature) == 0.0, feature);
}

/// Whether the mention may be the subject of its clause.
pub(super) fn acts(mention: &Mention) -> bool {
    let object = matches!(mention.kind, MentionKind::Pronoun(pronoun) if pronoun.case != crate::lexicon::Case::Subject);
    !mention.governed && !mention.possessive && !object
}

/// Whether a mention inside a quotation addresses somebody: "Well, Tom, …", "Go, Tom!".
fn is_vocative(findings: &Findings, mention: &Mention) -> bool {
    let document = findings.document;
    let before = mention.tokens.start.checked_sub(1).map_or("", |n| document.word(n));
    let after = document.word(mention.tokens.end);
    let opens = matches!(before, "," | "“" | "\"" | "‘" | "'" | "—" | "." | "!" | "?");
    let closes = matches!(after, "," | "." | "!" | "?" | ";" | "—" | "--" | "”" | "\"" | "’" | "'");
    mention.kind == MentionKind::Name && opens && closes && (before == "," || after != ".")
}

/// Whether the entity can speak here, by kind, number and gender.
fn is_eligible(findings: &Findings, place: &Place, entity: usize) -> bool {
    let entity = &findings.speakers.entities[entity];
    let source = place.source.map(|source| &findings.mentions.all[source]);
    let plural = source.is_some_and(|source| source.plural);
    let gender = source.and_then(|source| source.gender);
    let many = entity.plural || entity.kind == SpeakerKind::Group;
    let person = matches!(entity.kind, SpeakerKind::Person | SpeakerKind::Unnamed) && !entity.place;
    match place.situation {
        Situation::Report | Situation::Speech | Situation::StorySpeech => !entity.place,
        Situation::Dialogue => person && !many,
        Situation::Pronoun if plural => many || entity.kind == SpeakerKind::Organization,
        Situation::Pronoun if gender == Some(Gender::Neuter) => {
            entity.kind == SpeakerKind::Organization
        }
        Situation::Pronoun | Situation::Noun => {
            let clash = matches!((gender, entity.gender), (Some(a), Some(b)) if a != b);
            person && !many && !clash && !entity.is_narrator()
        }
    }
}
