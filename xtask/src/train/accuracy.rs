//! How often the rules are right that find a source beside a quotation.

use std::collections::BTreeMap;

use quote_extractor::training::{Model, Situation, observe};

use super::gold::Document;
use super::parallel::flat_map;

/// How often a rule is right, by the name of the rule. Names with the kind of source, such as
/// `story-name.colon`, are about the speaker; those of a rule alone are about the source.
pub type Accuracies = BTreeMap<String, Accuracy>;

/// How often a rule is right.
#[derive(Clone, Copy, Default)]
pub struct Accuracy {
    right: usize,
    all: usize,
}

impl Accuracy {
    /// The share that is right. Ten more cases, nine of them right, stand for what is expected of a rule
    /// that is rarely used.
    pub fn share(self) -> f64 {
        (self.right as f64 + 9.0) / (self.all as f64 + 10.0)
    }
}

/// How often each rule is right in `documents`.
pub fn measure(documents: &[Document], model: &Model) -> Accuracies {
    let mut accuracies = Accuracies::new();
    for (rule, right) in flat_map(documents, |document| judge(document, model)) {
        let accuracy = accuracies.entry(rule).or_default();
        accuracy.right += usize::from(right);
        accuracy.all += 1;
    }
    accuracies
}

/// For each quotation with a source beside it: the rule that found the source, and whether the source is
/// right. If the source has only one candidate, also the rule with the kind of source, and whether that
/// speaker is right.
fn judge(document: &Document, model: &Model) -> Vec<(String, bool)> {
    let (report, choices) = observe(&document.text, &document.lang, model);
    let sources = report.quotations.iter().filter_map(|quotation| {
        let quote = document.quote_at(*quotation.content.first()?)?;
        let right = quote.is_source(quotation.source?)?;
        Some((quotation.rule.as_str().to_owned(), right))
    });
    let named = choices.chains.iter().flatten().filter(|c| c.situation == Situation::Named);
    let speakers = named.filter_map(|choice| {
        let (rule, kind) = choice.source?;
        let quote = document.quote_at(*choice.content.first()?)?;
        let speaker = choice.candidates.first()?;
        let right = quote.is_speaker(&speaker.name, &speaker.mentions);
        let name = format!("{}.{}", kind.as_str(), rule.as_str());
        quote.is_attributed().then_some((name, right))
    });
    sources.chain(speakers).collect()
}
