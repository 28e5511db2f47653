//! The decisions of the stage `reported`.

use std::cell::RefCell;

use crate::analysis::Analysis;
use crate::options::Options;
use crate::reported;
use crate::span::Span;

pub use crate::reported::{ClauseFeature, FeatureSet, SITUATION as CLAUSE};

/// The decision whether words beside a cue, which are not one quoted stretch, are reported speech.
#[derive(Clone, Debug)]
pub struct ClauseDecision {
    /// The words, in bytes.
    pub content: Vec<Span>,
    /// What the decision depends on.
    pub features: FeatureSet,
}

/// The decisions on the words beside the cues of `text`.
pub fn clause_decisions(text: &str, lang: &str) -> Vec<ClauseDecision> {
    let analysis = Analysis::of(text, &Options::new().lang(lang));
    let Analysis { document, quotes, sentences, cues, .. } = &analysis;
    let record = RefCell::default();
    reported::find(document, quotes, sentences, cues, Some(&record));
    let decisions = record.into_inner().into_iter().map(|decision| {
        let spans = decision.content.iter().map(|range| document.span(range.start, range.end));
        ClauseDecision { content: spans.collect(), features: decision.features }
    });
    decisions.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_beside_a_cue_are_observed_whatever_is_decided() {
        let text =
            "Ann Lee said the mill was old. “Go,” said Bob. The jury will announce the winners.";
        let decisions = clause_decisions(text, "en");
        let words = |decision: &ClauseDecision| &text[decision.content[0].range()];
        let words: Vec<_> = decisions.iter().map(words).collect();
        assert_eq!(words, ["the mill was old", "the winners"]);
        assert_ne!(decisions[0].features, decisions[1].features);
    }
}
