//! `cargo xtask train`: estimates the weights of the attribution model from annotated documents.
//!
//! [`gold`] describes the format of the documents, one JSON object per line, and reads them. Decisions
//! depend on earlier decisions in the text, so the weights are estimated in rounds: each round collects
//! the choices that the extractor meets with the weights of the round before ([`collect`]), and
//! finds the weights under which the annotated answers are most likely ([`fit`]). Everything is
//! deterministic: the same files give the same weights.

mod fit;
mod gold;
pub mod held_out;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use quote_extractor::training::{Choice, Feature, Features, Model, Situation, observe};

use crate::{project, sh};
use fit::{Chain, Speech};
use gold::Document;

/// How many times the weights are estimated, each time with better decisions.
const ROUNDS: usize = 2;
/// The number of parts for cross-validation.
const FOLDS: usize = 5;
/// Added to the offset of the calibration for pronouns in reports, which otherwise is that for stories.
/// Pronouns in reports are easier: of 44, drawn by chance from polnear.jsonl and read one by one, 36
/// were right, and the calibration for stories said 0.70 on average.
const REPORT_OFFSET: f64 = 0.6;

/// Runs `cargo xtask train`.
pub fn command(files: &[String]) -> Result<()> {
    let documents = read(files)?;
    println!("{} documents", documents.len());
    let weights = project::root().join("src/attribution/weights.txt");
    let mut text = std::fs::read_to_string(&weights)?;
    let mut examples = Examples::default();
    for round in 1..=ROUNDS {
        examples = collect(&documents, &Model::parse(&text));
        let fitted = fit::weights(&every(&examples.speech), &every(&examples.chains));
        text = render(&heading(files, &documents)?, &fitted);
        println!("round {round}: right {}", share(&examples.outcomes(&fitted, |_| true)));
    }
    println!("the right speaker is among the candidates: {}", share(&examples.possible()));
    let mut outcomes = Vec::new();
    for fold in 0..FOLDS {
        outcomes.extend(examples.outcomes(&examples.without(fold), |group| fold_of(group) == fold));
    }
    println!("cross-validated over {FOLDS} parts: right {}", share(&outcomes));
    text = calibrated(text, &outcomes, &documents);
    std::fs::write(&weights, text)?;
    println!("written to {}", weights.display());
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

/// The part that a group of documents belongs to in cross-validation.
fn fold_of(group: &str) -> usize {
    group.bytes().fold(7usize, |hash, byte| hash * 31 % 9973 + byte as usize) % FOLDS
}

/// The choices whose right answer is annotated.
#[derive(Default)]
struct Examples {
    speech: Vec<Speech>,
    chains: Vec<Chain>,
}

impl Examples {
    /// The situation of each decision, its probability under `weights`, and whether it is right, in the
    /// groups that `is_counted` selects.
    fn outcomes(
        &self,
        weights: &fit::Weights,
        is_counted: impl Fn(&str) -> bool,
    ) -> Vec<(Situation, f64, bool)> {
        let speech = self.speech.iter().filter(|speech| is_counted(&speech.group)).map(|speech| {
            let p = speech.probability(weights);
            (speech.situation, p.max(1.0 - p), (p > 0.5) == speech.right)
        });
        let chains = self.chains.iter().filter(|chain| is_counted(&chain.group));
        speech.chain(chains.flat_map(|chain| chain.outcomes(weights))).collect()
    }

    /// The weights estimated from all examples but those of part `fold`.
    fn without(&self, fold: usize) -> fit::Weights {
        let speech = self.speech.iter().filter(|example| fold_of(&example.group) != fold);
        let chains = self.chains.iter().filter(|chain| fold_of(&chain.group) != fold);
        fit::weights(&speech.collect::<Vec<_>>(), &chains.collect::<Vec<_>>())
    }

    /// For each decision on a speaker, whether the right one is among the candidates.
    fn possible(&self) -> Vec<(Situation, f64, bool)> {
        let judged = self.chains.iter().flat_map(|chain| &chain.turns).filter(|turn| turn.judged);
        let known = judged.map(|turn| {
            let mut each = turn.candidates.iter().zip(&turn.known);
            (turn.situation, 1.0, each.any(|((_, right), known)| *right && *known))
        });
        known.collect()
    }
}

fn every<T>(all: &[T]) -> Vec<&T> {
    all.iter().collect()
}

/// All choices that the extractor meets with `model` and whose right answer is annotated.
fn collect(documents: &[Document], model: &Model) -> Examples {
    let found = in_parallel(documents, |document| {
        let (_, choices) = observe(&document.text, &document.lang, model);
        let speech: Vec<Speech> =
            choices.speech.iter().filter_map(|choice| speech(document, choice)).collect();
        let chains = choices.chains.iter().map(|chain| Chain {
            group: document.group.clone(),
            turns: chain.iter().map(|choice| turn(document, choice)).collect(),
        });
        vec![(speech, chains.filter(teaches).collect::<Vec<Chain>>())]
    });
    let mut examples = Examples::default();
    for (mut speech, mut chains) in found {
        examples.speech.append(&mut speech);
        examples.chains.append(&mut chains);
    }
    examples
}

/// Whether the right answer is known for a turn of the chain.
fn teaches(chain: &Chain) -> bool {
    chain.turns.iter().any(|turn| turn.judged)
}

fn turn(document: &Document, choice: &Choice) -> fit::Choice {
    let quote = choice.content.first().and_then(|&span| document.quote_at(span));
    let quote = quote.filter(|quote| quote.is_attributed());
    // A novel that was read as a report teaches nothing about reports, nor a report that was read as
    // a novel. Whom a pronoun means is only known if the speaker is annotated by name.
    let fits = match choice.situation {
        Situation::Report => !document.is_fiction,
        Situation::Named => false,
        _ => quote.is_some_and(|quote| quote.is_named()),
    };
    let judged = quote.filter(|_| fits);
    let rightness: Vec<bool> = choice
        .candidates
        .iter()
        .map(|candidate| {
            candidate.speaker.is_some()
                && judged
                    .is_some_and(|quote| quote.is_speaker(&candidate.name, &candidate.mentions))
        })
        .collect();
    let nobody = !rightness.contains(&true);
    let candidates = choice.candidates.iter().zip(&rightness).map(|(candidate, right)| {
        (values(&candidate.features), *right || candidate.speaker.is_none() && nobody)
    });
    let situation = match choice.situation {
        Situation::ReportPronoun => Situation::Pronoun,
        situation => situation,
    };
    fit::Choice {
        situation,
        identities: choice.candidates.iter().map(|candidate| candidate.identity).collect(),
        known: choice.candidates.iter().map(|candidate| candidate.speaker.is_some()).collect(),
        candidates: candidates.collect(),
        links: choice.links.each_ref().map(values),
        judged: judged.is_some(),
    }
}

fn values(features: &Features) -> fit::Values {
    features.iter().map(|(feature, value)| (feature as usize, value)).collect()
}

/// The example of whether quoted words are speech; `None` if the annotation does not say.
fn speech(document: &Document, choice: &Choice) -> Option<Speech> {
    let span = *choice.content.first()?;
    if !document.judges_marks || document.is_ignored(span) {
        return None;
    }
    Some(Speech {
        situation: choice.situation,
        group: document.group.clone(),
        features: values(&choice.candidates.first()?.features),
        right: document.quote_at(span).is_some(),
    })
}

/// The share of the outcomes that are right, by situation.
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

/// The weight for the file. No corpus says whom a pronoun in a report means, so reports get the weights
/// of stories, with more trust in the person to whom the reference was resolved. Of 30 places where
/// that makes a difference, drawn by chance from polnear.jsonl and read one by one, it was better in
/// 20 and worse in 7.
fn weight(weights: &fit::Weights, situation: Situation, feature: Feature) -> f64 {
    const TRUST: f64 = 1.5;
    match (situation, feature) {
        (Situation::ReportPronoun, Feature::Itself) => {
            weights[Situation::Pronoun as usize][feature as usize] + TRUST
        }
        (Situation::ReportPronoun, _) => weights[Situation::Pronoun as usize][feature as usize],
        _ => weights[situation as usize][feature as usize],
    }
}

/// The comment at the head of the file of weights.
fn heading(files: &[String], documents: &[Document]) -> Result<String> {
    let names: Vec<_> = files
        .iter()
        .filter_map(|file| Path::new(file).file_name().map(|name| name.to_string_lossy()))
        .collect();
    Ok(format!(
        "# Weights of the attribution model, estimated on {} documents on {} by\n\
         #   cargo xtask train {}\n\
         # A weight is named situation:feature; src/attribution/features.rs says what they mean.\n\
         # SITUATION.slope and .offset turn the log-odds of a choice into a confidence;\n\
         # rule.NAME is how often the words that a rule finds are the source,\n\
         # rule.WORDS.NAME how often those words, where they leave no choice, give the speaker.\n",
        documents.len(),
        sh::output(sh::command("git log -1 --format=%cs"))?.trim(),
        names.join(" "),
    ))
}

/// The file of weights, before calibration.
fn render(heading: &str, weights: &fit::Weights) -> String {
    let mut text = heading.to_owned();
    for situation in Situation::ALL {
        for feature in Feature::ALL {
            let weight = weight(weights, situation, feature);
            if weight.abs() >= 0.005 {
                text += &format!("{}:{} {weight:.2}\n", situation.name(), feature.name());
            }
        }
    }
    text
}

/// Adds the calibration, and how often the rules are right.
fn calibrated(
    mut text: String,
    outcomes: &[(Situation, f64, bool)],
    documents: &[Document],
) -> String {
    for situation in Situation::ALL {
        let learned = match situation {
            Situation::ReportPronoun => Situation::Pronoun,
            situation => situation,
        };
        let own: Vec<(f64, bool)> = outcomes
            .iter()
            .filter(|outcome| outcome.0 == learned)
            .map(|&(_, p, right)| (p, right))
            .collect();
        let (slope, mut offset) = fit::calibration(&own);
        if situation == Situation::ReportPronoun {
            offset += REPORT_OFFSET;
        }
        text += &format!("{0}.slope {slope:.3}\n{0}.offset {offset:.3}\n", situation.name());
    }
    let model = Model::parse(&text);
    let outcomes: Vec<(String, bool)> = in_parallel(documents, |document| rules(document, &model));
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (rule, right) in outcomes {
        let count = counts.entry(rule).or_default();
        count.0 += usize::from(right);
        count.1 += 1;
    }
    for (rule, (right, all)) in counts {
        // Ten more cases, nine of them right, stand for what is expected of a rule that is rarely used.
        text += &format!("rule.{rule} {:.3}\n", (right as f64 + 9.0) / (all as f64 + 10.0));
    }
    text
}

/// For each quotation with a source beside it: the rule that found the source, and whether the source is
/// right. If the source has only one candidate, also the rule with the kind of source, and whether that
/// speaker is right.
fn rules(document: &Document, model: &Model) -> Vec<(String, bool)> {
    let (report, choices) = observe(&document.text, &document.lang, model);
    let words = report.quotations.iter().filter_map(|quotation| {
        let source = quotation.source?;
        let quote = document.quote_at(*quotation.content.first()?)?;
        Some((quotation.rule.to_owned(), quote.is_source(source)?))
    });
    let named = choices.chains.iter().flatten().filter(|c| c.situation == Situation::Named);
    let speakers = named.filter_map(|choice| {
        let (rule, kind) = choice.source?;
        let quote = document.quote_at(*choice.content.first()?)?;
        let speaker = choice.candidates.first()?;
        let right =
            quote.is_attributed().then(|| quote.is_speaker(&speaker.name, &speaker.mentions))?;
        Some((format!("{}.{rule}", kind.name()), right))
    });
    words.chain(speakers).collect()
}

/// Maps every document, on all cores, and keeps their order.
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
