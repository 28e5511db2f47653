//! `cargo xtask train-reported`: estimates the weights of the two decisions on reported clauses.
//!
//! Whether words beside a cue are reported speech is learned from all of them that are no quoted stretch; where a
//! clause ends, from those whose annotated end is one of the places where it may end. What the annotation does not
//! judge is left out. Both decisions depend on what was decided before them in the text, but hardly, so one round is
//! enough.

use anyhow::{Context, Result};
use quote_extractor::Span;
use quote_extractor::training::{
    ClauseFeature, EndFeature, FeatureSet, ReportedDecision, reported_decisions,
};

use super::gold::Document;
use super::parallel::flat_map;
use super::{FOLDS, file, fit, fold_of, names, read};
use crate::sh;

/// How the line starts with which the section of these weights begins.
const SECTION: &str = "# Estimated on reported clauses:";

/// Words beside a cue, and whether they are reported speech.
struct ClauseExample {
    group: String,
    features: FeatureSet,
    is_speech: bool,
}

/// The places where a clause may end, and the number of the right one.
struct EndExample {
    group: String,
    places: Vec<FeatureSet>,
    right: usize,
}

/// Runs the command.
pub fn command(files: &[String]) -> Result<()> {
    let documents = read(files)?;
    let found = flat_map(&documents, |document| vec![examples(document)]);
    let (mut clauses, mut ends) = (Vec::new(), Vec::new());
    for (own_clauses, own_ends) in found {
        clauses.extend(own_clauses);
        ends.extend(own_ends);
    }
    println!("{} documents, {} clauses, {} ends", documents.len(), clauses.len(), ends.len());
    cross_validate(&clauses, &ends);
    let speech = clause_weights(&clauses.iter().collect::<Vec<_>>());
    let extent = end_weights(&ends.iter().collect::<Vec<_>>());
    let date = sh::output(sh::command("git log -1 --format=%cs"))?;
    let mut section = format!(
        "{SECTION} on {} documents on {} by\n#   cargo xtask train-reported {}\n",
        documents.len(),
        date.trim(),
        names(files).join(" ")
    );
    section += &lines(ClauseFeature::SITUATION, &ClauseFeature::NAMES, &speech);
    section += &lines(EndFeature::SITUATION, &EndFeature::NAMES, &extent);
    let path = file::path();
    let old = std::fs::read_to_string(&path)?;
    std::fs::write(&path, replaced(&old, &section)?)?;
    println!("written to {}", path.display());
    Ok(())
}

/// The examples of one document.
fn examples(document: &Document) -> (Vec<ClauseExample>, Vec<EndExample>) {
    let (mut clauses, mut ends) = (Vec::new(), Vec::new());
    let group = || document.group.clone();
    for decision in reported_decisions(&document.text, &document.lang) {
        match decision {
            ReportedDecision::Clause { content, features } => {
                let is_speech = content.iter().any(|span| is_annotated(document, *span));
                let judged = is_speech || !content.iter().any(|span| document.is_ignored(*span));
                if judged {
                    clauses.push(ClauseExample { group: group(), features, is_speech });
                }
            }
            ReportedDecision::End { start, places } => {
                let gold = document.spans().find(|gold| gold.start <= start + 3 && start < gold.end);
                let right = gold.and_then(|gold| {
                    places.iter().position(|&(end, _)| same_end(&document.text, end, gold.end))
                });
                if let Some(right) = right {
                    let places = places.into_iter().map(|(_, features)| features).collect();
                    ends.push(EndExample { group: group(), places, right });
                }
            }
        }
    }
    (clauses, ends)
}

/// Whether most of the words at `span` are annotated, or most of an annotated quotation is in them: where the words
/// end is another decision.
fn is_annotated(document: &Document, span: Span) -> bool {
    document.spans().any(|gold| {
        let shared = gold.end.min(span.end).saturating_sub(gold.start.max(span.start));
        2 * shared > gold.len().min(span.len())
    })
}

/// Whether nothing but marks and white space stands between two ends.
fn same_end(text: &str, one: usize, other: usize) -> bool {
    let between = text.get(one.min(other)..one.max(other)).unwrap_or("a");
    !between.contains(char::is_alphanumeric)
}

/// The weights under which the annotated clauses are most likely.
fn clause_weights(examples: &[&ClauseExample]) -> Vec<f64> {
    fit::climb(ClauseFeature::NAMES.len(), |weights, slopes| {
        for example in examples {
            let p = probability(example.features, weights);
            let error = f64::from(u8::from(example.is_speech)) - p;
            example.features.numbers().for_each(|n| slopes[n] += error);
        }
    })
}

/// The weights under which the annotated ends are most likely.
fn end_weights(examples: &[&EndExample]) -> Vec<f64> {
    fit::climb(EndFeature::NAMES.len(), |weights, slopes| {
        for example in examples {
            let scores: Vec<f64> =
                example.places.iter().map(|place| score(*place, weights).exp()).collect();
            let sum: f64 = scores.iter().sum();
            for (n, (place, score)) in example.places.iter().zip(&scores).enumerate() {
                let error = f64::from(u8::from(n == example.right)) - score / sum;
                place.numbers().for_each(|n| slopes[n] += error);
            }
        }
    })
}

fn score(features: FeatureSet, weights: &[f64]) -> f64 {
    features.numbers().map(|n| weights[n]).sum()
}

fn probability(features: FeatureSet, weights: &[f64]) -> f64 {
    1.0 / (1.0 + (-score(features, weights)).exp())
}

/// The number of the best place.
fn best(places: &[FeatureSet], weights: &[f64]) -> Option<usize> {
    let scores: Vec<f64> = places.iter().map(|place| score(*place, weights)).collect();
    (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b]))
}

/// Prints how many decisions are right that the weights were not estimated on, beside what always taking the
/// clause, or the end of the rules, gives.
fn cross_validate(clauses: &[ClauseExample], ends: &[EndExample]) {
    let (mut right_clauses, mut error, mut right_ends) = (0, 0.0, 0);
    for fold in 0..FOLDS {
        let others = |group: &str| fold_of(group) != fold;
        let train: Vec<_> = clauses.iter().filter(|example| others(&example.group)).collect();
        let weights = clause_weights(&train);
        for example in clauses.iter().filter(|example| !others(&example.group)) {
            let p = probability(example.features, &weights);
            right_clauses += usize::from((p > 0.5) == example.is_speech);
            error += (p - f64::from(u8::from(example.is_speech))).powi(2);
        }
        let train: Vec<_> = ends.iter().filter(|example| others(&example.group)).collect();
        let weights = end_weights(&train);
        for example in ends.iter().filter(|example| !others(&example.group)) {
            right_ends += usize::from(best(&example.places, &weights) == Some(example.right));
        }
    }
    let speech = clauses.iter().filter(|example| example.is_speech).count();
    let rule = EndFeature::Rule as usize;
    let by_rule = |example: &&EndExample| {
        example.places[example.right].numbers().any(|feature| feature == rule)
    };
    let by_rule = ends.iter().filter(by_rule).count();
    let share = |count: usize, all: usize| count as f64 / all.max(1) as f64;
    println!(
        "cross-validated over {FOLDS} parts: clauses {:.3} (all taken {:.3}, squared error {:.3}), ends {:.3} (by rule {:.3})",
        share(right_clauses, clauses.len()),
        share(speech, clauses.len()),
        error / clauses.len().max(1) as f64,
        share(right_ends, ends.len()),
        share(by_rule, ends.len()),
    );
}

/// The lines of the weights.
fn lines(situation: &str, names: &[&str], weights: &[f64]) -> String {
    let each = names.iter().zip(weights).filter(|(_, weight)| weight.abs() >= 0.005);
    each.map(|(name, weight)| format!("{situation}:{name} {weight:.2}\n")).collect()
}

/// The file `old` with another section of these weights. It stands before the section that `train` replaces.
fn replaced(old: &str, section: &str) -> Result<String> {
    let (before, after) = old
        .split_once(file::ESTIMATED)
        .with_context(|| format!("the file of weights has no line \"{}\"", file::ESTIMATED))?;
    let kept = before.split_once(SECTION).map_or(before, |(kept, _)| kept);
    Ok(format!("{kept}{section}{}{after}", file::ESTIMATED))
}
