//! `cargo xtask train-reported`: estimates the weights of the decision whether words beside a cue are reported speech.
//!
//! It learns from all words beside cues that are no quoted stretch, in documents that annotate reported speech. What
//! the annotation does not judge is left out. A decision hardly depends on those before it in the text, so one round
//! is enough.

use anyhow::{Context, Result};
use quote_extractor::Span;
use quote_extractor::training::{
    CLAUSE, ClauseDecision, ClauseFeature, FeatureSet, clause_decisions,
};

use super::folds::{FOLDS, fold_of};
use super::gold::Document;
use super::parallel::flat_map;
use super::{file, fit, names, read};
use crate::sh;

/// How the line starts with which the section of these weights begins.
const SECTION: &str = "# Estimated on reported clauses:";

/// Words beside a cue, and whether they are reported speech.
struct ClauseExample {
    group: String,
    features: FeatureSet,
    is_speech: bool,
}

/// Runs the command.
pub fn command(files: &[String]) -> Result<()> {
    let documents = read(files)?;
    let clauses = flat_map(&documents, examples);
    println!("{} documents, {} clauses", documents.len(), clauses.len());
    cross_validate(&clauses);
    let weights = clause_weights(&clauses.iter().collect::<Vec<_>>());
    let date = sh::output(sh::command("git log -1 --format=%cs"))?;
    let mut section = format!(
        "{SECTION} on {} documents on {} by\n#   cargo xtask train-reported {}\n",
        documents.len(),
        date.trim(),
        names(files).join(" ")
    );
    section += &lines(&weights);
    let path = file::path();
    let old = std::fs::read_to_string(&path)?;
    std::fs::write(&path, replaced(&old, &section)?)?;
    println!("written to {}", path.display());
    Ok(())
}

/// The examples of one document.
fn examples(document: &Document) -> Vec<ClauseExample> {
    let decisions = clause_decisions(&document.text, &document.lang).into_iter();
    let example = |decision: ClauseDecision| {
        let is_speech = decision.content.iter().any(|span| is_annotated(document, *span));
        let judged = is_speech || !decision.content.iter().any(|span| document.is_ignored(*span));
        let group = document.group.clone();
        judged.then_some(ClauseExample { group, features: decision.features, is_speech })
    };
    decisions.filter_map(example).collect()
}

/// Whether most of the words at `span` are annotated, or most of an annotated quotation is in them: where the words
/// end is another decision.
fn is_annotated(document: &Document, span: Span) -> bool {
    document.spans().any(|gold| {
        let shared = gold.end.min(span.end).saturating_sub(gold.start.max(span.start));
        2 * shared > gold.len().min(span.len())
    })
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

fn score(features: FeatureSet, weights: &[f64]) -> f64 {
    features.numbers().map(|n| weights[n]).sum()
}

fn probability(features: FeatureSet, weights: &[f64]) -> f64 {
    1.0 / (1.0 + (-score(features, weights)).exp())
}

/// Prints how many decisions are right that the weights were not estimated on, and the mean squared error of the
/// probabilities, beside those of the mean share of speech.
fn cross_validate(clauses: &[ClauseExample]) {
    let (mut right, mut error) = (0, 0.0);
    for fold in 0..FOLDS {
        let (own, others): (Vec<_>, Vec<_>) =
            clauses.iter().partition(|example| fold_of(&example.group) == fold);
        let weights = clause_weights(&others);
        for example in own {
            let p = probability(example.features, &weights);
            right += usize::from((p > 0.5) == example.is_speech);
            error += (p - f64::from(u8::from(example.is_speech))).powi(2);
        }
    }
    let all = clauses.len().max(1) as f64;
    let mean = clauses.iter().filter(|example| example.is_speech).count() as f64 / all;
    println!(
        "cross-validated over {FOLDS} parts: right {:.3}, squared error {:.4}; by the mean alone {mean:.3}, {:.4}",
        right as f64 / all,
        error / all,
        mean * (1.0 - mean),
    );
}

/// The lines of the weights.
fn lines(weights: &[f64]) -> String {
    let each = ClauseFeature::NAMES.iter().zip(weights).filter(|(_, weight)| weight.abs() >= 0.005);
    each.map(|(name, weight)| format!("{CLAUSE}:{name} {weight:.2}\n")).collect()
}

/// The file `old` with another section of these weights. It stands before the section that `train` replaces.
fn replaced(old: &str, section: &str) -> Result<String> {
    let (before, after) = old
        .split_once(file::ESTIMATED)
        .with_context(|| format!("the file of weights has no line \"{}\"", file::ESTIMATED))?;
    let kept = before.split_once(SECTION).map_or(before, |(kept, _)| kept);
    Ok(format!("{kept}{section}{}{after}", file::ESTIMATED))
}
