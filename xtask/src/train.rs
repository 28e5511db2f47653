//! `cargo xtask train`: estimates the weights of the attribution model from annotated documents.
//!
//! [`gold`] describes the format of the documents, one JSON object per line, and reads them. Decisions
//! depend on earlier decisions in the text, so the weights are estimated in rounds: each round collects the
//! decisions that the extractor makes with the weights of the round before ([`examples`]), and finds the
//! weights under which the annotated answers are most likely ([`fit`]). [`mod@file`] writes them. Everything is
//! deterministic: the same files give the same weights.

mod accuracy;
mod chain;
mod examples;
mod file;
mod fit;
mod folds;
mod gold;
pub mod held_out;
mod parallel;
pub mod reported;
mod weights;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use quote_extractor::training::Model;

use crate::sh;
use examples::{Examples, Outcome};
use folds::{FOLDS, Folds};
use gold::Document;

/// How many times the weights are estimated, each time with better decisions.
const ROUNDS: usize = 2;

/// Runs `cargo xtask train`.
pub fn command(files: &[String]) -> Result<()> {
    let documents = read(files)?;
    println!("{} documents", documents.len());
    let path = file::path();
    let old = std::fs::read_to_string(&path)?;
    let date = sh::output(sh::command("git log -1 --format=%cs"))?;
    // First of all, so that a file without the section to keep is refused before the work is done.
    let preface = file::preface(&old, &names(files), documents.len(), date.trim())?;
    let mut estimated = old;
    let mut examples = Examples::default();
    for round in 1..=ROUNDS {
        examples = Examples::collect(&documents, &Model::parse(&estimated));
        let weights = examples.fit(|_| true);
        estimated = file::weights(&weights);
        println!("round {round}: right {}", share(&examples.outcomes(&weights, |_| true)));
    }
    println!("the right speaker is among the candidates: {}", share(&examples.possible()));
    let folds = Folds::of(&documents, &examples);
    let outcomes = folds.outcomes();
    println!("cross-validated over {FOLDS} parts: right {}", share(outcomes.iter().copied()));
    estimated += &file::weights(&folds.finds.fit(|_| true));
    estimated += &file::calibration(&outcomes);
    estimated += &file::accuracies(&accuracy::measure(&documents, &Model::parse(&estimated)));
    estimated += &file::weights(&folds.wholes.fit(|_| true));
    std::fs::write(&path, preface + &estimated)?;
    println!("written to {}", path.display());
    Ok(())
}

/// Reads all documents of `files`.
fn read(files: &[String]) -> Result<Vec<Document>> {
    if files.is_empty() {
        bail!("name at least one annotated file: FILE.jsonl…");
    }
    let mut documents = Vec::new();
    for file in files {
        documents.extend(gold::read(Path::new(file)).with_context(|| format!("reading {file}"))?);
    }
    Ok(documents)
}

/// The names of `files` without their folders.
fn names(files: &[String]) -> Vec<String> {
    let names = files.iter().filter_map(|file| Path::new(file).file_name());
    names.map(|name| name.to_string_lossy().into_owned()).collect()
}

/// The share of the outcomes that are right, by question.
fn share<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>) -> String {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for outcome in outcomes {
        let (right, all) = counts.entry(outcome.question.as_str()).or_default();
        *right += usize::from(outcome.right);
        *all += 1;
    }
    let parts = counts
        .iter()
        .map(|(name, (right, all))| format!("{name} {:.3} of {all}", *right as f64 / *all as f64));
    parts.collect::<Vec<_>>().join(", ")
}
