//! Which quoted stretches are speech, and which are scare quotes, titles of works or nicknames.

mod describe;
mod surroundings;

use super::features::{SpeechFeature as Feature, SpeechSituation};
use super::findings::Findings;
use super::recorder::Recorder;
use super::source;
use super::statement::Statement;
use crate::report::{BlockKind, QuotationKind};
use surroundings::Surroundings;

/// The score of a stretch that a rule takes for speech. Above it the model has next to no doubt.
const SURE: f64 = 3.0;

/// The statement that a quoted stretch without a cue of its own makes, if it is speech.
pub(super) fn uncued(
    findings: &Findings,
    quote: usize,
    cued_speech_near: bool,
    recorder: &mut impl Recorder,
) -> Option<Statement> {
    let context = cued_speech_near.then_some(Feature::SpeechNear);
    let around = Surroundings::of(findings, quote);
    let score = speech_score(findings, quote, &around, context, recorder);
    if score <= 0.0 {
        return None;
    }
    let whole =
        around.starts_sentence || around.resumes || matches!(around.before, ':' | '-' | '•' | '*');
    let unmarked = findings.quotes.all[quote].unmarked;
    let kind = if whole || unmarked || is_sentence(findings, quote) {
        QuotationKind::Direct
    } else {
        QuotationKind::Mixed
    };
    let mut statement = Statement::of_quote(findings, quote, kind);
    statement.speech_score = Some(score);
    let block = findings.document.block_of(statement.tokens.start);
    if unmarked && findings.document.blocks()[block].kind == BlockKind::Quote {
        // A block quote after a colon, "See the rule:", says nothing if nobody is named.
        source::name_colon_source(findings, &mut statement);
        return statement.mention.is_some().then_some(statement);
    }
    if !whole && !unmarked {
        source::name_fragment_source(findings, &mut statement, around.sentence, around.cue);
        // A nickname such as “the kettle”, which nobody in the sentence says.
        if kind == QuotationKind::Mixed && statement.mention.is_none() {
            return None;
        }
    }
    Some(statement)
}

/// Removes titles, scare quotes and other words that are no speech from the verbatim parts of a statement.
/// Without any verbatim part, a mixed statement becomes indirect and a direct one is dropped; returns whether
/// the statement is kept.
pub(super) fn keep_speech(
    findings: &Findings,
    statement: &mut Statement,
    recorder: &mut impl Recorder,
) -> bool {
    let context = match statement.kind {
        QuotationKind::Direct => Feature::Cued,
        QuotationKind::Mixed => Feature::InClause,
        QuotationKind::Indirect => return true,
    };
    if context == Feature::InClause && findings.document.is_story(statement.tokens.start) {
        // The model does not know fragments in stories: the annotated ones are all from reports.
        return true;
    }
    for &quote in &statement.quotes {
        // Right at the start of the content it is what was said, whatever it looks like.
        let is_first = context == Feature::InClause
            && findings.quotes.all[quote].tokens().start == statement.tokens.start;
        let around = Surroundings::of(findings, quote);
        let score = speech_score(findings, quote, &around, Some(context), recorder);
        let lowest = statement.speech_score.map_or(score, |lowest| lowest.min(score));
        statement.speech_score = Some(lowest);
        if score <= 0.0 && !is_first {
            let parts = &findings.quotes.all[quote].parts;
            statement.verbatim.retain(|span| parts.iter().all(|part| part.inner != *span));
        }
    }
    if statement.verbatim.is_empty() {
        statement.kind = QuotationKind::Indirect;
    }
    context == Feature::InClause || !statement.verbatim.is_empty()
}

/// Whether the words in marks are a sentence of their own: “Go!”, not “to go” or “The Times”.
fn is_sentence(findings: &Findings, quote: usize) -> bool {
    let tokens = findings.quotes.all[quote].tokens();
    let mark = |n: usize| findings.document.mark(n);
    let ends = tokens.clone().rev().take(2).any(|n| matches!(mark(n), '.' | '!' | '?' | '…'));
    ends && findings.document.tokens.get(tokens.start + 1).is_some_and(|first| first.is_capital())
}

/// The score of a quoted stretch as speech, which it is above zero; `context` is a feature that earlier decisions add, if there is one.
fn speech_score(
    findings: &Findings,
    quote: usize,
    around: &Surroundings,
    context: Option<Feature>,
    recorder: &mut impl Recorder,
) -> f64 {
    let mut features = describe::features(findings, quote, around);
    if let Some(context) = context {
        features.add(context);
    }
    let situation = match findings.document.is_story(findings.quotes.all[quote].tokens().start) {
        true => SpeechSituation::Story,
        false => SpeechSituation::Report,
    };
    // "She was blunt: “Nobody believes that.”": the colon announces speech.
    let announced = features.has(Feature::AfterColon)
        && features.has(Feature::EndsSentence)
        && !features.has(Feature::StartsLowercase)
        && !features.has(Feature::TitleCase)
        && !features.has(Feature::OneWord);
    // "‘We will not go,’ said Lee": a sentence with a cue is speech in any kind of marks.
    let tagged = features.has(Feature::Cued)
        && (features.has(Feature::EndsComma) || features.has(Feature::EndsSentence))
        && !features.has(Feature::OneWord)
        && !features.has(Feature::FewWords)
        && !features.has(Feature::TitleGoverned);
    // "wrote the book “The Last Cat,” said": the title of a work.
    let title = features.has(Feature::AfterWork) && features.has(Feature::TitleCase);
    let score = findings.model.speech_score(situation, &features);
    recorder.speech(quote, situation, features);
    match (findings.quotes.all[quote].unmarked, title) {
        (true, _) => SURE,
        (false, true) => score.min(0.0),
        (false, false) if announced || tagged => score.max(SURE),
        (false, false) => score,
    }
}
