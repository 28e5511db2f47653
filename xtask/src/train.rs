//! `cargo xtask train`: estimates the weights of the attribution model from annotated documents.
//!
//! The files hold one JSON object a line: `{"id", "text", "lang", "quotes": [{"start", "end",
//! "speaker", "speaker_name", …}]}`, offsets in code points. The decisions depend on the decisions
//! before them, so the weights are estimated in rounds, each on what the model of the round before
//! meets. Everything is deterministic: the same files give the same weights.

mod fit;
mod gold;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use quote_extractor::training::{Choice, Feature, Model, Situation, observe};

use crate::project;
use fit::Example;
use gold::Document;

const ROUNDS: usize = 4;
const FOLDS: usize = 5;

/// Runs the command.
pub fn command(arguments: &[String]) -> Result<()> {
    if arguments.is_empty() {
        bail!("name the annotated files: cargo xtask train FILE.jsonl…");
    }
    let mut documents = Vec::new();
    for file in arguments {
        documents.extend(gold::read(Path::new(file)).with_context(|| format!("reading {file}"))?);
    }
    println!("{} documents", documents.len());
    let weights = project::root().join("src/attribution/weights.txt");
    let mut text = std::fs::read_to_string(&weights)?;
    let mut examples = Vec::new();
    for round in 1..=ROUNDS {
        examples = collect(&documents, &Model::parse(&text));
        let fitted = fit::weights(&examples.iter().collect::<Vec<_>>());
        text = render(arguments, &fitted, &documents);
        println!(
            "round {round}: {} decisions, right {}",
            examples.len(),
            accuracy(&examples, &fitted)
        );
    }
    let possible: Vec<_> = examples
        .iter()
        .map(|example| {
            (example.situation, 1.0, example.candidates.iter().any(|candidate| candidate.1))
        })
        .collect();
    println!("right one among the candidates: {}", share(&possible));
    let held_out = cross_validate(&examples);
    println!("cross-validated over {FOLDS} parts: right {}", share(&held_out));
    text = calibrated(text, &held_out, &documents);
    std::fs::write(&weights, text)?;
    println!("written to {}", weights.display());
    Ok(())
}

/// All choices that `model` meets in the documents whose right answer is known.
fn collect(documents: &[Document], model: &Model) -> Vec<Example> {
    in_parallel(documents, |document| {
        let (_, choices) = observe(&document.text, &document.lang, model);
        choices.iter().filter_map(|choice| example(document, choice)).collect()
    })
}

fn example(document: &Document, choice: &Choice) -> Option<Example> {
    if matches!(choice.situation, Situation::Speech | Situation::StorySpeech) {
        return speech(document, choice);
    }
    let quote = document.quote_at(*choice.content.first()?)?;
    // A novel that was taken for a report teaches nothing about reports, nor the reverse.
    let out_of_place = choice.situation == Situation::Report && document.is_fiction
        || choice.situation == Situation::Dialogue && !document.is_fiction;
    if !quote.is_attributed() || out_of_place {
        return None;
    }
    let candidates = choice.candidates.iter().map(|candidate| {
        let features = candidate.features.iter().map(|(feature, value)| (feature as usize, value));
        (features.collect(), quote.is_speaker(&candidate.name, &candidate.mentions))
    });
    Some(Example {
        situation: choice.situation,
        group: document.group.clone(),
        candidates: candidates.collect(),
    })
}

/// Whether quoted words are speech: their features against none.
fn speech(document: &Document, choice: &Choice) -> Option<Example> {
    let span = *choice.content.first()?;
    if !document.judges_marks || document.is_ignored(span) {
        return None;
    }
    let right = document.quote_at(span).is_some();
    let features = choice.candidates.first()?.features.iter();
    let features = features.map(|(feature, value)| (feature as usize, value)).collect();
    let candidates = vec![(features, right), (Vec::new(), !right)];
    Some(Example { situation: choice.situation, group: document.group.clone(), candidates })
}

/// Probability and rightness of the best candidate of every example, by weights that were
/// estimated without the example's group.
fn cross_validate(examples: &[Example]) -> Vec<(Situation, f64, bool)> {
    let fold = |example: &Example| {
        example.group.bytes().fold(7usize, |hash, byte| hash * 31 % 9973 + byte as usize) % FOLDS
    };
    let mut outcomes = Vec::new();
    for held_out in 0..FOLDS {
        let (test, train): (Vec<&Example>, Vec<&Example>) =
            examples.iter().partition(|example| fold(example) == held_out);
        let weights = fit::weights(&train);
        outcomes.extend(test.into_iter().filter_map(|example| {
            let (p, right) = example.best(&weights)?;
            Some((example.situation, p, right))
        }));
    }
    outcomes
}

fn accuracy(examples: &[Example], weights: &fit::Weights) -> String {
    let outcomes: Vec<_> = examples
        .iter()
        .filter_map(|example| example.best(weights).map(|(p, right)| (example.situation, p, right)))
        .collect();
    share(&outcomes)
}

/// How many outcomes are right, by situation.
fn share(outcomes: &[(Situation, f64, bool)]) -> String {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (situation, _, right) in outcomes {
        let count = counts.entry(situation.name()).or_default();
        count.0 += usize::from(*right);
        count.1 += 1;
    }
    let parts = counts
        .iter()
        .map(|(name, (right, all))| format!("{name} {:.3} of {all}", *right as f64 / *all as f64));
    parts.collect::<Vec<_>>().join(", ")
}

/// The file of weights, before calibration.
fn render(files: &[String], weights: &fit::Weights, documents: &[Document]) -> String {
    let names: Vec<_> = files
        .iter()
        .filter_map(|file| Path::new(file).file_name().map(|name| name.to_string_lossy()))
        .collect();
    let mut text = format!(
        "# Weights of the attribution model, estimated on {} documents by\n#   cargo xtask train {}\n\
         # A weight is named situation:feature; src/attribution/features.rs says what they mean.\n\
         # SITUATION.slope and .offset turn the log-odds of a choice into a confidence;\n\
         # rule.NAME is how often a source that the rule finds is right.\n",
        documents.len(),
        names.join(" "),
    );
    for situation in Situation::ALL {
        for feature in Feature::ALL {
            let weight = weights[situation as usize][feature as usize];
            if weight.abs() >= 0.005 {
                text += &format!("{}:{} {weight:.2}\n", situation.name(), feature.name());
            }
        }
    }
    text
}

/// Adds the calibration and the rightness of the rules.
fn calibrated(
    mut text: String,
    outcomes: &[(Situation, f64, bool)],
    documents: &[Document],
) -> String {
    for situation in Situation::ALL {
        let own: Vec<(f64, bool)> = outcomes
            .iter()
            .filter(|outcome| outcome.0 == situation)
            .map(|&(_, p, right)| (p, right))
            .collect();
        let (slope, offset) = fit::calibration(&own);
        text += &format!("{0}.slope {slope:.3}\n{0}.offset {offset:.3}\n", situation.name());
    }
    let model = Model::parse(&text);
    let outcomes: Vec<(&'static str, bool)> =
        in_parallel(documents, |document| rules(document, &model));
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (rule, right) in outcomes {
        let count = counts.entry(rule).or_default();
        count.0 += usize::from(right);
        count.1 += 1;
    }
    for (rule, (right, all)) in counts {
        // Two imagined cases, one right, keep rare rules from the extremes.
        text += &format!("rule.{rule} {:.3}\n", (right as f64 + 1.0) / (all as f64 + 2.0));
    }
    text
}

/// The rule of each quotation whose source stands beside it, and whether those words are right.
fn rules(document: &Document, model: &Model) -> Vec<(&'static str, bool)> {
    let (report, _) = observe(&document.text, &document.lang, model);
    let quotations = report.quotations.iter().filter_map(|quotation| {
        let source = quotation.source?;
        let quote = document.quote_at(*quotation.content.first()?)?;
        Some((quotation.rule, quote.is_source(source)?))
    });
    quotations.collect()
}

/// Maps every document on all processors, keeping their order.
fn in_parallel<T: Send>(
    documents: &[Document],
    map: impl Fn(&Document) -> Vec<T> + Sync,
) -> Vec<T> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let size = documents.len().div_ceil(threads).max(1);
    std::thread::scope(|scope| {
        let handles: Vec<_> = documents
            .chunks(size)
            .map(|chunk| scope.spawn(|| chunk.iter().flat_map(&map).collect::<Vec<T>>()))
            .collect();
        handles.into_iter().flat_map(|handle| handle.join().unwrap_or_default()).collect()
    })
}
