//! Writes the file of weights, `src/weights/weights.txt`.
//!
//! Its first section is set by hand and stays as it is, with its comment; the second one is estimated.

use std::path::PathBuf;

use anyhow::{Context, Result};
use quote_extractor::training::{Situation, SpeakerFeature};

use super::accuracy::Accuracies;
use super::examples::Outcome;
use super::fit;
use super::weights::{Question, Table};
use crate::project;

const FILE: &str = "src/weights/weights.txt";
/// How the line starts with which the section that is set by hand begins.
const SET_BY_HAND: &str = "# Set by hand:";
/// The line with which the section that is estimated begins.
pub const ESTIMATED: &str = "# Estimated:";

/// Added to the offset of the calibration for pronouns in reports, which otherwise is that for stories.
/// Pronouns in reports are easier: of 44, drawn by chance from polnear.jsonl and read one by one, 36
/// were right, and the calibration for stories said 0.70 on average.
const REPORT_OFFSET: f64 = 0.6;

/// Added to the weight of the person to whom a pronoun in a report was resolved. No corpus says whom such
/// a pronoun means, so reports get the weights of stories, with more trust in that person. Of 30 places
/// where that makes a difference, drawn by chance from polnear.jsonl and read one by one, it was better in
/// 20 and worse in 7.
const REPORT_TRUST: f64 = 1.5;

/// Where the file is.
pub fn path() -> PathBuf {
    project::path(FILE)
}

/// What stands before the estimated weights: a heading, and the section of `old` that is set by hand.
pub fn preface(old: &str, files: &[String], documents: usize, date: &str) -> Result<String> {
    let set_by_hand = set_by_hand(old)?;
    let files = files.join(" ");
    Ok(format!(
        "# The weights of the attribution model, in two sections. The first one is set by hand, and\n\
         # `cargo xtask train` keeps it. The second one is estimated, and `cargo xtask train` replaces it.\n\
         # It was estimated on {documents} documents on {date} by\n\
         #   cargo xtask train {files}\n\
         # A weight is named SITUATION:FEATURE; src/attribution/features says what the names mean.\n\
         # SITUATION.slope and SITUATION.offset turn the log-odds of an answer into a confidence.\n\
         # find: and story-find: say whether a find is a quotation with the right extent; whole: and story-whole:\n\
         # whether its speaker is right, too.\n\
         # rule.RULE is the measured accuracy of the source that a rule finds; rule.SOURCE.RULE is that of\n\
         # the speaker when a source of this kind has only one candidate.\n\
         {set_by_hand}{ESTIMATED}\n"
    ))
}

/// The section of the file `text` that is set by hand, with its comment.
fn set_by_hand(text: &str) -> Result<String> {
    let lines: Vec<&str> = text.lines().skip_while(|line| !line.starts_with(SET_BY_HAND)).collect();
    let end = lines.iter().position(|line| *line == ESTIMATED).with_context(|| {
        format!(
            "{FILE} needs a section from \"{SET_BY_HAND}\" to \"{ESTIMATED}\"; get it back from git"
        )
    })?;
    Ok(lines[..end].iter().map(|line| format!("{line}\n")).collect())
}

/// The lines of the weights.
pub fn weights(weights: &Table) -> String {
    let mut text = String::new();
    for question in Question::all() {
        for (feature, name) in question.features().into_iter().enumerate() {
            let weight = weight(weights, question, feature);
            if weight.abs() >= 0.005 {
                text += &format!("{}:{name} {weight:.2}\n", question.as_str());
            }
        }
    }
    text
}

/// The weight for the file.
fn weight(weights: &Table, question: Question, feature: usize) -> f64 {
    let trusted = question == Question::Speaker(Situation::ReportPronoun)
        && feature == SpeakerFeature::Itself as usize;
    weights[learned(question)][feature] + if trusted { REPORT_TRUST } else { 0.0 }
}

/// The question whose examples a question learns from: its own ones, if there are any.
fn learned(question: Question) -> Question {
    match question {
        Question::Speaker(Situation::ReportPronoun) => Question::Speaker(Situation::Pronoun),
        question => question,
    }
}

/// The lines of the calibration, from answers to questions that the weights were not estimated on.
pub fn calibration(outcomes: &[&Outcome]) -> String {
    let mut text = String::new();
    let asked = |question: &Question| !matches!(question, Question::Find(_));
    for question in Question::all().filter(asked) {
        let own = outcomes.iter().filter(|outcome| outcome.question == learned(question));
        let own: Vec<_> = own.map(|outcome| (outcome.probability, outcome.right)).collect();
        let (slope, mut offset) = fit::calibration(&own);
        if question == Question::Speaker(Situation::ReportPronoun) {
            offset += REPORT_OFFSET;
        }
        text += &format!("{0}.slope {slope:.3}\n{0}.offset {offset:.3}\n", question.as_str());
    }
    text
}

/// The lines that say how often rules are right.
pub fn accuracies(accuracies: &Accuracies) -> String {
    let lines = accuracies.iter();
    lines.map(|(rule, accuracy)| format!("rule.{rule} {:.3}\n", accuracy.share())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> String {
        std::fs::read_to_string(path()).unwrap()
    }

    /// The file that replaces `old`, with the same estimated weight everywhere.
    fn rewritten(old: &str) -> Result<String> {
        let preface = preface(old, &["harbour.jsonl".to_owned()], 3, "2026-01-02")?;
        Ok(preface + &weights(&Table::filled(0.25)))
    }

    #[test]
    fn a_rewritten_file_keeps_what_is_set_by_hand() {
        let section = |text: &str| {
            let (_, rest) = text.split_once("\n# Set by hand").unwrap();
            rest.split_once("\n# Estimated:\n").unwrap().0.to_owned()
        };
        let references = |text: &str| -> Vec<String> {
            let lines = text.lines().filter(|line| line.starts_with("reference"));
            lines.map(str::to_owned).collect()
        };
        let old = shipped();
        let new = rewritten(&old).unwrap();
        assert_eq!(section(&new), section(&old));
        assert_eq!(references(&new), references(&old));
        assert!(!references(&section(&new)).is_empty());

        let other = old.replacen("\nreference", "\n# A comment.\nreference:new 0.5\nreference", 1);
        assert_eq!(section(&rewritten(&other).unwrap()), section(&other));
        assert_eq!(rewritten(&new).unwrap(), new);
    }

    #[test]
    fn a_rewritten_file_has_no_weight_of_the_old_one() {
        let new = rewritten(&shipped()).unwrap();
        let estimated = new.lines().skip_while(|line| *line != ESTIMATED).skip(1);
        let mut count = 0;
        for line in estimated {
            // See `REPORT_TRUST`.
            let value = if line.starts_with("report-pronoun:itself ") { " 1.75" } else { " 0.25" };
            assert!(line.ends_with(value), "{line}");
            count += 1;
        }
        assert_eq!(count, Table::filled(0.0).numbers().count());
    }

    #[test]
    fn a_file_without_what_is_set_by_hand_is_refused() {
        let shipped = shipped();
        assert!(rewritten("pronoun:named 1.05\n").is_err());
        assert!(rewritten(&shipped.replace(SET_BY_HAND, "#")).is_err());
        assert!(rewritten(&shipped.replace(ESTIMATED, "#")).is_err());
    }
}
