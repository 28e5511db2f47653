//! The most likely speaker of each turn of a chain.

use std::ops::Range;

use super::evidence;
use crate::attribution::crf::{self, Turn};
use crate::attribution::decision::Decision;
use crate::attribution::features::Situation;
use crate::attribution::findings::Findings;
use crate::attribution::statement::Statement;

/// Gives the statements of `chain` their most likely speakers.
pub(super) fn choose(findings: &Findings, statements: &mut [Statement], chain: &[Decision]) {
    // The index of the best known candidate of each turn, with its probability.
    let mut chosen: Vec<Option<(usize, f64)>> = chain
        .iter()
        .map(|decision| (!decision.is_open()).then(|| best(decision, &[1.0])).flatten())
        .collect();
    for stretch in open_stretches(chain) {
        let decisions = &chain[stretch.clone()];
        let turns: Vec<Turn> =
            decisions.iter().map(|decision| as_numbers(findings, decision)).collect();
        for (n, probabilities) in stretch.zip(crf::marginals(&turns)) {
            if chain[n].is_open() {
                chosen[n] = best(&chain[n], &probabilities);
            }
        }
    }
    let speaker = |n: Option<usize>| {
        let n = n?;
        chain[n].candidates[chosen[n]?.0].entity
    };
    for (n, decision) in chain.iter().enumerate() {
        let (Some((best, p)), true) = (chosen[n], decision.situation != Situation::Named) else {
            continue;
        };
        let statement = &mut statements[decision.statement];
        let confidence = findings.model.confidence(decision.situation, p);
        statement.entity = decision.candidates[best].entity;
        let before = [speaker(n.checked_sub(1)), speaker(n.checked_sub(2))];
        let (rule, evidence) = evidence::strongest(findings.model, decision, best, before);
        if statement.mention.is_some() {
            // The source beside the cue is certain; the model decides which speaker it refers to.
            statement.confidence = findings.model.rule_confidence(statement.rule) * confidence;
        } else {
            statement.confidence = confidence;
            statement.rule = rule;
        }
        statement.evidence = Some(evidence);
    }
}

/// A decision as the numbers that the conditional random field works with.
fn as_numbers(findings: &Findings, decision: &Decision) -> Turn {
    Turn {
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

/// The stretches of a chain that hold open turns, each with the two turns before and after that affect it:
/// nothing has an effect across two turns that are settled.
fn open_stretches(chain: &[Decision]) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for n in (0..chain.len()).filter(|&n| chain[n].is_open()) {
        let end = chain.len().min(n + 3);
        match stretches.last_mut() {
            Some(last) if n < last.end => last.end = end,
            _ => stretches.push(n.saturating_sub(2)..end),
        }
    }
    stretches
}
