//! Inference: the most likely speaker of each turn of a chain.

use std::ops::Range;

use super::evidence;
use crate::attribution::crf::{self, Variable};
use crate::attribution::decision::Decision;
use crate::attribution::features::Situation;
use crate::attribution::findings::Findings;
use crate::attribution::statement::Statement;
use crate::numbered::Numbered;

/// Gives the statements of `chain` their most likely speakers.
pub(super) fn assign_speakers(
    findings: &Findings,
    statements: &mut Numbered<Statement>,
    chain: &[Decision],
) {
    // For each turn the index of its best known candidate, with the probability.
    let mut best_of: Numbered<Option<(usize, f64)>> = chain
        .iter()
        .map(|decision| (!decision.is_open()).then(|| best(decision, &[1.0])).flatten())
        .collect();
    for range in open_ranges(chain) {
        let decisions = &chain[range.clone()];
        let variables: Vec<Variable> =
            decisions.iter().map(|decision| variable(findings, decision)).collect();
        for (n, probabilities) in range.zip(crf::marginals(&variables)) {
            if chain[n].is_open() {
                best_of[n] = best(&chain[n], &probabilities);
            }
        }
    }
    let speaker_of = |n: Option<usize>| {
        let n = n?;
        chain[n].candidates[best_of[n]?.0].entity
    };
    for (n, decision) in chain.iter().enumerate() {
        let Some((best, probability)) = best_of[n] else { continue };
        if decision.situation == Situation::Named {
            continue;
        }
        let statement = &mut statements[decision.statement];
        let confidence = findings.model.confidence(decision.situation, probability);
        statement.entity = decision.candidates[best].entity;
        let before = [speaker_of(n.checked_sub(1)), speaker_of(n.checked_sub(2))];
        let (rule, evidence) = evidence::strongest(findings.model, decision, best, before);
        if statement.mention.is_some() {
            // The source beside the cue is certain; the model only decides to whom it refers.
            statement.speaker_confidence =
                findings.model.rule_confidence(statement.rule) * confidence;
        } else {
            statement.speaker_confidence = confidence;
            statement.rule = rule;
        }
        statement.evidence = Some(evidence);
    }
}

/// A decision as a variable of the conditional random field.
fn variable(findings: &Findings, decision: &Decision) -> Variable {
    Variable {
        speakers: decision.candidates.iter().map(|candidate| candidate.identity()).collect(),
        scores: decision.candidates.iter().map(|candidate| candidate.score).collect(),
        links: decision.link_scores(findings.model),
    }
}

/// The index of the most likely known candidate, with its probability.
fn best(decision: &Decision, probabilities: &[f64]) -> Option<(usize, f64)> {
    let all = probabilities.iter().copied().enumerate();
    let known = all.filter(|&(n, _)| decision.candidates[n].entity.is_some());
    known.max_by(|a, b| a.1.total_cmp(&b.1))
}

/// The ranges of a chain that contain open turns, each with the two turns before and after it. The chain is
/// of second order, so turns do not affect each other across two turns with a known speaker.
fn open_ranges(chain: &[Decision]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for n in (0..chain.len()).filter(|&n| chain[n].is_open()) {
        let end = chain.len().min(n + 3);
        match ranges.last_mut() {
            Some(last) if n < last.end => last.end = end,
            _ => ranges.push(n.saturating_sub(2)..end),
        }
    }
    ranges
}
