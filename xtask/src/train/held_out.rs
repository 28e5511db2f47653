//! `cargo xtask held-out`: reports by weights that were estimated without the document.
//!
//! It reads documents from standard input and prints reports, like the command line with
//! `--jsonl --offsets utf-32`, so a program that scores the one can score the other. A document that is
//! in the annotated files is read with weights from the parts of cross-validation that it is not in. With `--join N`
//! the documents that are read are N neighbouring passages of a work put together, with the id of the first and an
//! empty line between them; the weights are estimated from single passages all the same, as those that are shipped.
//! On standard error it prints how confident the reports were and how often they were right.

use std::collections::HashMap;
use std::io::{BufRead, Write};

use anyhow::{Context, Result, ensure};
use quote_extractor::training::{Model, observe};
use quote_extractor::{PositionEncoding, Report};
use serde_json::Value;

use super::examples::Examples;
use super::folds::{FOLDS, Folds, fold_of};
use super::gold::{self, Document};
use super::{file, read};

/// The number of classes of confidence in which the share of right answers is measured.
const CLASSES: usize = 10;

/// Runs the command.
pub fn command(arguments: &[String]) -> Result<()> {
    let (size, files) = match arguments {
        [option, size, files @ ..] if option == "--join" => {
            (size.parse().context("--join needs a number of passages")?, files)
        }
        files => (1, files),
    };
    ensure!(size > 0, "--join needs at least one passage");
    let documents = read(files)?;
    let shipped = std::fs::read_to_string(file::path())?;
    let examples = Examples::collect(&documents, &Model::parse(&shipped));
    let folds = Folds::of(&documents, &examples);
    let models: Vec<Model> = (0..FOLDS).map(|fold| folds.model(fold)).collect();
    let documents = gold::join(documents, size);
    let known: HashMap<&str, &Document> =
        documents.iter().map(|document| (document.id.as_str(), document)).collect();
    let (mut reports, mut stories) = (Reliability::default(), Reliability::default());
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let value: Value = serde_json::from_str(&line?).context("reading a line of JSON")?;
        let text = value["text"].as_str().context("a line has no \"text\"")?;
        let document = value["id"].as_str().and_then(|id| known.get(id)).copied();
        let fold = document.map_or(0, |document| fold_of(&document.group));
        let (report, _) = observe(text, value["lang"].as_str().unwrap_or("en"), &models[fold]);
        if let Some(document) = document {
            let kind = if document.is_fiction { &mut stories } else { &mut reports };
            kind.add(document, &report);
        }
        let mut answer = serde_json::to_value(report.encode(text, PositionEncoding::Utf32))?;
        answer["id"] = value["id"].clone();
        writeln!(out, "{answer}")?;
    }
    reports.print("reports");
    stories.print("stories");
    Ok(())
}

/// How confident the reports of one kind of text were, and how often their finds were wholly right: the extent and the
/// speaker.
#[derive(Default)]
struct Reliability {
    /// For each class of confidence: how many finds, the sum of their confidence, how many are right.
    classes: [(usize, f64, usize); CLASSES],
}

impl Reliability {
    /// Counts the finds of `report` on which the annotation of `document` says everything.
    fn add(&mut self, document: &Document, report: &Report) {
        for quotation in &report.quotations {
            let right = match quotation.speaker {
                Some(_) => document.speaker_is_right(report, quotation),
                // Without a speaker the confidence is that of the quotation alone.
                None => Some(true),
            };
            let Some(right) = right else { continue };
            let class = ((quotation.confidence * CLASSES as f64) as usize).min(CLASSES - 1);
            for exact in document.are_exact(quotation.kind, &quotation.content) {
                self.classes[class].0 += 1;
                self.classes[class].1 += quotation.confidence;
                self.classes[class].2 += usize::from(right && exact);
            }
        }
    }

    fn print(&self, texts: &str) {
        let all: usize = self.classes.iter().map(|class| class.0).sum();
        let mut error = 0.0;
        for &(count, confidence, right) in self.classes.iter().filter(|class| class.0 > 0) {
            let (mean, share) = (confidence / count as f64, right as f64 / count as f64);
            error += (mean - share).abs() * count as f64 / all as f64;
            eprintln!("{texts}: confidence {mean:.2}: right {share:.2} of {count}");
        }
        eprintln!("{texts}: expected calibration error {error:.3} of {all}");
    }
}
