//! The decisions of the stage `reported`.

use std::cell::RefCell;

use crate::analysis::Analysis;
use crate::options::Options;
use crate::reported::{self, Decision};
use crate::span::Span;

pub use crate::reported::{ClauseFeature, EndFeature, FeatureSet};

/// A decision of the stage `reported`.
#[derive(Clone, Debug)]
pub enum ReportedDecision {
    /// Whether words beside a cue, which are not one quoted stretch, are reported speech.
    Clause {
        /// The words, in bytes.
        content: Vec<Span>,
        /// What the decision depends on.
        features: FeatureSet,
    },
    /// Where a reported clause ends.
    End {
        /// Where it starts, in bytes.
        start: usize,
        /// The places where it may end, in bytes, with what the decision depends on.
        places: Vec<(usize, FeatureSet)>,
    },
}

/// The decisions on reported clauses in `text`.
pub fn reported_decisions(text: &str, lang: &str) -> Vec<ReportedDecision> {
    let analysis = Analysis::of(text, &Options::new().lang(lang));
    let Analysis { document, quotes, sentences, cues, .. } = &analysis;
    let record = RefCell::default();
    reported::find(document, quotes, sentences, cues, Some(&record));
    let decisions = record.into_inner().into_iter();
    decisions
        .map(|decision| match decision {
            Decision::Clause(content, features) => {
                let spans = content.iter().map(|range| document.span(range.start, range.end));
                ReportedDecision::Clause { content: spans.collect(), features }
            }
            Decision::End(start, places) => ReportedDecision::End {
                start: document.token(start).span.start,
                places: places
                    .into_iter()
                    .map(|(end, features)| (document.span(start, end).end, features))
                    .collect(),
            },
        })
        .collect()
}
