//! How likely a statement is right: a quotation with the right extent, and its speaker.

use super::features::{Features, FindFeature as Feature, FindSituation};
use super::findings::Findings;
use super::model::{UNMEASURED, log_odds};
use super::recorder::Recorder;
use super::source::DOUBTFUL;
use super::statement::Statement;
use crate::cue::{Cue, CueKind, Relation};
use crate::lexicon::{Class, VerbClass, VerbForm};
use crate::mention::MentionKind;
use crate::quotation::is_single;
use crate::report::{BlockKind, QuotationKind, Rule};
use crate::token::{DASHES, Shape};

/// At most this many tokens of a statement are looked at, which keeps the stage linear.
const TOKENS: usize = 200;

/// Log-odds above which an answer is nearly sure. Beyond it they have a second weight, as a straight line fits the few
/// doubtful finds and bends away from the many others.
const SURE: f64 = 2.0;

/// Judges all statements; `recorder` sees by what.
pub(super) fn judge(
    findings: &Findings,
    statements: &mut [Statement],
    recorder: &mut impl Recorder,
) {
    let mut spoken = vec![0; findings.speakers.entities.len()];
    for entity in statements.iter().filter_map(|statement| statement.entity) {
        spoken[entity] += 1;
    }
    for (number, statement) in statements.iter_mut().enumerate() {
        judge_one(findings, number, statement, &spoken, recorder);
    }
}

/// Judges statement `number`; `spoken` has the number of statements of each entity.
fn judge_one(
    findings: &Findings,
    number: usize,
    statement: &mut Statement,
    spoken: &[usize],
    recorder: &mut impl Recorder,
) {
    let mut quotes = statement.quotes.iter().map(|&quote| &findings.quotes.all[quote]);
    if statement.cue.is_none()
        && let Some(unmarked) = quotes.find(|quoted| quoted.unmarked)
    {
        // No annotated document has turns, dashes or block quotes.
        statement.find_confidence = UNMEASURED;
        statement.confidence = UNMEASURED * statement.speaker_confidence;
        if let Some(label) = &unmarked.label {
            // What is doubtful about a turn is its label, which decides on quotation and speaker alike.
            let doubtful = findings.document.layout.is_doubtful(label);
            statement.find_confidence *= if doubtful { DOUBTFUL } else { 1.0 };
            statement.confidence = statement.speaker_confidence;
        }
        return;
    }
    // Novels annotate direct speech alone.
    let is_story = findings.document.is_story(statement.tokens.start);
    let (find, whole) = match is_story && statement.kind == QuotationKind::Direct {
        true => (FindSituation::Story, FindSituation::WholeStory),
        false => (FindSituation::Report, FindSituation::WholeReport),
    };
    let own = features(findings, statement);
    statement.find_confidence = findings.model.find_confidence(find, &own);
    let all = whole_features(findings, statement, &own, spoken);
    statement.confidence = findings.model.find_confidence(whole, &all);
    recorder.find(number, find, own);
    recorder.find(number, whole, all);
}

/// The features by which a statement is judged with its speaker; `own` are those of the statement alone, `spoken`
/// has the number of statements of each entity.
fn whole_features(
    findings: &Findings,
    statement: &Statement,
    own: &Features<Feature>,
    spoken: &[usize],
) -> Features<Feature> {
    let mut features = own.clone();
    let (find, speaker) = (statement.find_confidence, statement.speaker_confidence);
    features.add_value(Feature::FindOdds, log_odds(find));
    features.add_value(Feature::FindSure, (log_odds(find) - SURE).max(0.0));
    features.add_value(Feature::SpeakerOdds, log_odds(speaker));
    features.add_value(Feature::SpeakerSure, (log_odds(speaker) - SURE).max(0.0));
    features.add_if(statement.rule == Rule::Label, Feature::Labelled);
    let source = statement.mention.map(|mention| &findings.mentions.all[mention]);
    features.add_if(source.is_some_and(|source| source.plural), Feature::Plural);
    let Some(entity) = statement.entity else { return features };
    features.add_count(Feature::Spoken, spoken[entity]);
    features.add_if(findings.speakers.entities[entity].place, Feature::Place);
    let best = &findings.mentions.all[findings.speakers.entities[entity].best];
    let named = best.kind == MentionKind::Name;
    features.add_if(named && own.has(Feature::Noun), Feature::Linked);
    features.add_if(named && best.core.len() == 1, Feature::OneName);
    features
}

/// The features of a statement.
fn features(findings: &Findings, statement: &Statement) -> Features<Feature> {
    let mut features = Features::default();
    features.add(Feature::Found);
    features.add_if(statement.kind == QuotationKind::Direct, Feature::Direct);
    features.add_if(statement.kind == QuotationKind::Mixed, Feature::Mixed);
    match statement.cue {
        Some(cue) => add_cue(findings, statement, &findings.cues[cue], &mut features),
        None => features.add(Feature::Uncued),
    }
    if let Some(probability) = statement.clause_probability {
        features.add_value(Feature::ClauseOdds, log_odds(probability));
    }
    add_source(findings, statement, &mut features);
    add_place(findings, statement, &mut features);
    add_words(findings, statement, &mut features);
    features
}

/// The features of the cue, and of what stands between it and the content.
fn add_cue(
    findings: &Findings,
    statement: &Statement,
    cue: &Cue,
    features: &mut Features<Feature>,
) {
    let document = &findings.document;
    let start = statement.tokens.start;
    let before = cue.tokens.end <= start;
    features.add_if(before, Feature::CueBefore);
    features.add_if(!before && cue.tokens.start < statement.tokens.end, Feature::CueInside);
    features.add_if(cue.form != VerbForm::Past, Feature::NotPast);
    features.add_if(cue.group_start < cue.tokens.start, Feature::Group);
    match cue.kind {
        CueKind::SourcePhrase => features.add(Feature::SourcePhrase),
        CueKind::Verb(VerbClass::Say) => features.add(Feature::Say),
        CueKind::Verb(VerbClass::Tell) => features.add(Feature::Tell),
        CueKind::Verb(VerbClass::Ask) => features.add(Feature::Ask),
        CueKind::Verb(VerbClass::Think) => features.add(Feature::Think),
        CueKind::Verb(VerbClass::Judge) => features.add(Feature::Judge),
        CueKind::Verb(VerbClass::Commit) => features.add(Feature::Commit),
        CueKind::Verb(VerbClass::Manner) => {}
    }
    let complementizer =
        start.checked_sub(1).is_some_and(|n| document.token(n).is(Class::Complementizer));
    features.add_if(complementizer, Feature::Complementizer);
    // "According to *a baker*, it rained": the source is no gap.
    let source = statement.mention.map_or(0, |mention| findings.mentions.all[mention].tokens.end);
    let cue_end = if source <= start { source.max(cue.tokens.end) } else { cue.tokens.end };
    let gap = (cue_end..start).filter(|&n| document.token(n).is_word()).take(2).count();
    features.add_if(before && gap > usize::from(complementizer), Feature::Gap);
}

/// The features of the words that name the source.
fn add_source(findings: &Findings, statement: &Statement, features: &mut Features<Feature>) {
    let Some(mention) = statement.mention.map(|mention| &findings.mentions.all[mention]) else {
        features.add(Feature::NoSource);
        return;
    };
    match mention.kind {
        MentionKind::Name => {}
        MentionKind::Pronoun(_) => features.add(Feature::Pronoun),
        _ => features.add(Feature::Noun),
    }
    let Some(cue) = statement.cue.map(|cue| &findings.cues[cue]) else { return };
    if mention.tokens.start >= cue.tokens.end {
        features.add(Feature::Inverted);
        return;
    }
    match cue.subject.as_ref().map(|subject| subject.relation) {
        Some(Relation::Apposed) => features.add(Feature::Apposed),
        Some(Relation::Relative) => features.add(Feature::Relative),
        Some(Relation::Shared) => features.add(Feature::Shared),
        Some(Relation::Adjacent) | None => {}
    }
}

/// The features of the edges of the content.
fn add_place(findings: &Findings, statement: &Statement, features: &mut Features<Feature>) {
    let document = &findings.document;
    let tokens = &statement.tokens;
    let sentence = findings.sentences.around(tokens.start);
    features.add_if(sentence.start == tokens.start, Feature::StartsSentence);
    let before = (sentence.start..tokens.start).rev().take(TOKENS);
    features
        .add_count(Feature::WordsBefore, before.filter(|&n| document.token(n).is_word()).count());
    let last = tokens.end.saturating_sub(1);
    features.add_if(findings.quotes.around(tokens.start).is_some(), Feature::StartsInMarks);
    features.add_if(findings.quotes.around(last).is_some(), Feature::EndsInMarks);
    let end = findings.sentences.around(last).end;
    let rest = (tokens.end..end).take(2);
    features.add_if(
        tokens.end >= end || rest.clone().all(|n| !document.token(n).is_word()),
        Feature::EndsSentence,
    );
    let next = tokens.end + usize::from(document.mark(tokens.end) == ',');
    features.add_if(next > tokens.end, Feature::BeforeComma);
    features.add_if(tokens.end < end && document.token(tokens.end).is_word(), Feature::BeforeWord);
    let after = statement.cue.is_some_and(|cue| {
        let cue = &findings.cues[cue];
        let subject = cue.subject.as_ref().map_or(cue.group_start, |s| s.tokens.start);
        next == cue.group_start || next == subject
    });
    features.add_if(after, Feature::BeforeCue);
    let block = &document.blocks()[document.block_of(tokens.start)];
    features.add_if(block.kind == BlockKind::Heading, Feature::Heading);
    features.add_if(statement.content.len() > 1, Feature::SeveralParts);
    features.add_if(statement.quotes.len() > 1, Feature::SeveralStretches);
    features.add_if(is_single(document.mark(tokens.start)), Feature::SingleMarks);
}

/// The features of the words of the content.
fn add_words(findings: &Findings, statement: &Statement, features: &mut Features<Feature>) {
    let document = &findings.document;
    let (mut words, mut commas) = (0, 0);
    let mut first = None;
    for n in statement.tokens.clone().take(TOKENS) {
        let token = document.token(n);
        if token.is_word() || token.shape == Shape::Number {
            words += 1;
            first = first.or(Some(token));
        }
        if token.word.pronoun.is_some_and(|pronoun| pronoun.person < 3) {
            features.add_once(Feature::SpeaksOfSelf);
        }
        if token.is(Class::Auxiliary) {
            features.add_once(Feature::HasVerb);
        }
        if findings.quotes.around(n).is_some() {
            continue;
        }
        match token.mark {
            ',' => commas += 1,
            '—' | '–' | DASHES => features.add_once(Feature::Dash),
            _ => {}
        }
        if n > 0 && document.mark(n - 1) == ',' {
            if token.is(Class::Conjunction) {
                features.add_once(Feature::Joined);
            }
            if token.is(Class::Relative) {
                features.add_once(Feature::Relatives);
            }
        }
    }
    features.add_if(commas == 1, Feature::Comma);
    features.add_if(commas > 1, Feature::Commas);
    features.add_if(words == 1, Feature::OneWord);
    features.add_if((2..5).contains(&words), Feature::FewWords);
    features.add_count(Feature::Length, words);
    let lowercase = first.is_some_and(|first| first.shape == Shape::Lower);
    features.add_if(lowercase && statement.kind == QuotationKind::Direct, Feature::StartsLowercase);
    let from = findings.cues.partition_point(|cue| cue.tokens.start < statement.tokens.start);
    let inner = findings.cues[from..]
        .iter()
        .take_while(|cue| cue.tokens.start < statement.tokens.end)
        .enumerate()
        .take(2)
        .any(|(n, _)| statement.cue != Some(from + n));
    features.add_if(inner, Feature::InnerCue);
    if let Some(score) = statement.speech_score {
        features.add_if(score < 1.0, Feature::SpeechDoubtful);
        features.add_if((1.0..3.0).contains(&score), Feature::SpeechLikely);
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, extract};

    #[test]
    fn a_turn_without_a_name_is_no_more_certain_than_one_with_a_name() {
        let text =
            ">> Where were you?\n\n>> I was at home.\n\n>> Did you see it?\n\n>> I did not.\n";
        let quotations = extract(text, &Options::new()).quotations;
        assert_eq!(quotations.len(), 4);
        assert!(
            quotations.iter().all(|q| q.speaker.is_none() && q.confidence == super::UNMEASURED)
        );
    }
}
