//! What each cue reports: a clause, or a stretch in quotation marks.
//!
//! A cue reports what follows it ("said that …"), what stands before it ("…, she said") or both
//! ("The idea, she said, would be …"). A cue inside reported words reports nothing of its own.
//!
//! [`Clauses`] is the document as this stage reads it, and each file adds the methods for one question.
//! `content` finds the words before and after a [`ReportingClause`], a cue with its source: `adjunct` skips
//! what stands between the two, and `quoted` decides where quotation marks stand beside the cue. `extent`
//! says where a clause ends, and `interrupted` where one starts that goes on after its cue.

mod adjunct;
mod clauses;
mod complement;
mod complementizer;
mod content;
mod extent;
mod features;
mod interrupted;
mod quoted;
mod reporting;
mod source_phrase;
mod speech;

use std::cell::RefCell;
use std::ops::Range;

use crate::cue::{Cue, CueKind};
use crate::document::Document;
use crate::lexicon::{VerbClass, VerbForm};
use crate::numbered::Numbered;
use crate::quotation::Quotes;
use crate::sentence::Sentences;
use clauses::Clauses;
pub(crate) use features::Decision;
#[cfg(feature = "train")]
pub use features::{ClauseFeature, FeatureSet, SITUATION};
use reporting::ReportingClause;

/// The words that one cue reports.
#[derive(Clone, Debug)]
pub(crate) struct Reported {
    /// Number of the cue.
    pub cue: usize,
    /// Tokens of the content, in text order; two ranges if the cue stands inside the content.
    pub content: Vec<Range<usize>>,
    /// Whether the source follows the verb: "said Ann Lee".
    pub inverted: bool,
    /// How likely it is that the words are reported speech, if that was weighed.
    pub probability: Option<f64>,
}

/// Finds what the cues of the document report, in text order, at most one result for each cue. Decisions that are
/// weighed are also written down in `record`.
#[inline(never)]
pub(crate) fn find(
    document: &Document,
    quotes: &Quotes,
    sentences: &Sentences,
    cues: &Numbered<Cue>,
    record: Option<&RefCell<Vec<Decision>>>,
) -> Vec<Reported> {
    let clauses = Clauses { document, quotes, sentences, cues, record };
    let mut found: Vec<Reported> = Vec::with_capacity(cues.len());
    // Past the last token that the cues so far report.
    let mut reported_end = 0;
    for (number, cue) in cues.iter().enumerate() {
        if cue.tokens.start < reported_end {
            continue;
        }
        if cue.passive {
            // "She was asked whether it held": somebody else said it.
            if let Some(content) = clauses.passive_content(number) {
                reported_end = content.end;
                found.push(Reported {
                    cue: number,
                    content: vec![content],
                    inverted: true,
                    probability: None,
                });
            }
            continue;
        }
        // The words beside a thought or a judgement may be another speaker's: "waited to see how …, he said".
        let is_opinion = cue.is(VerbClass::Think) || cue.is(VerbClass::Judge);
        // "The figures show that …, said Lee": the final tag reports all of it, unless a whole sentence in
        // quotation marks follows the first verb.
        let quotes_sentence = clauses.opens_quoted_sentence(cue.tokens.end);
        if (is_opinion || !quotes_sentence) && clauses.has_final_tag(number) {
            continue;
        }
        let reporting = ReportingClause::of(document, quotes, number, cue);
        let content = clauses.content(&reporting, reported_end);
        // "Lee heard the boy say, “Go!”": the words in quotation marks are the boy's.
        if is_opinion && content.iter().any(|range| clauses.has_quoted_sentence(range.clone())) {
            continue;
        }
        // "He would not say “climate” in public": nobody said it.
        let unsaid = cue.negated && cue.is(VerbClass::Say);
        if unsaid && content.iter().any(|range| clauses.is_unsaid(cue, range)) {
            continue;
        }
        let quoted = content.iter().any(|range| quotes.touch(range.clone()));
        let follows = content.first().is_some_and(|first| first.start < cue.tokens.start);
        let reports = reports_speech(&reporting)
            || follows && reports_finding(cue)
            || clauses.says_that(cue, content.first())
            || clauses.has_complement(cue, content.first());
        if content.is_empty() || !quoted && !reports {
            continue;
        }
        // "The soup was “fresh, the menu says.": what stands in marks is not known.
        if follows && !quoted && content.iter().any(|range| clauses.has_stray_mark(range.clone())) {
            continue;
        }
        // A quoted stretch alone is decided later, with all others.
        let is_stretch = content.iter().all(|range| clauses.is_quoted(range.clone()));
        let probability = (!is_stretch).then(|| clauses.probability(&reporting, &content));
        if probability.is_some_and(|probability| probability < 0.5) {
            continue;
        }
        reported_end = reported_end.max(content.last().map_or(0, |range| range.end));
        found.push(Reported { cue: number, content, inverted: reporting.inverted, probability });
    }
    found
}

/// Whether a cue reports speech even if nothing stands in quotation marks.
fn reports_speech(reporting: &ReportingClause) -> bool {
    use VerbClass::{Ask, Commit, Say, Tell};
    let &ReportingClause { cue, inverted, .. } = reporting;
    let verb = [Say, Tell, Ask, Commit].iter().any(|&class| cue.is(class));
    cue.kind == CueKind::SourcePhrase && cue.following.is_some()
        || verb && !cue.negated && (cue.subject.is_some() || inverted)
}

/// Whether a verb that follows its clause reports a finding: "…, the Herald has learned".
fn reports_finding(cue: &Cue) -> bool {
    let perfect = cue.tokens.len() > 1 && matches!(cue.form, VerbForm::Past | VerbForm::Participle);
    perfect && cue.is(VerbClass::Think) && cue.subject.is_some() && !cue.negated
}
