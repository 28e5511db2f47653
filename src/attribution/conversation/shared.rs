//! Statements without a source that share the speaker of another statement.

use crate::attribution::findings::Findings;
use crate::attribution::statement::Statement;
use crate::numbered::Numbered;
use crate::report::{BlockKind, QuotationKind, Rule};

/// A statement shares the speaker of one of this many statements before or after it.
const STATEMENTS_NEAR: usize = 6;

/// The statement whose speaker another one shares, and by which rule.
#[derive(Clone, Copy)]
pub(super) struct SharedSpeaker {
    statement: usize,
    rule: Rule,
}

/// For each statement without a source of its own the statement whose speaker it shares: one of the same
/// paragraph, or of the list item before.
pub(super) fn find(
    findings: &Findings,
    statements: &Numbered<Statement>,
) -> Vec<Option<SharedSpeaker>> {
    let block = |n: usize| findings.document.block_of(statements[n].tokens.start);
    let is_item = |block: usize| {
        let block = findings.document.blocks().get(block);
        block.is_some_and(|block| block.kind == BlockKind::Item)
    };
    let is_speech = |n: &usize| {
        statements[*n].kind == QuotationKind::Direct
            || statements[*n].kind == QuotationKind::Mixed && statements[*n].mention.is_some()
    };
    let mut all: Vec<Option<SharedSpeaker>> = Vec::with_capacity(statements.len());
    for n in 0..statements.len() {
        if statements[n].mention.is_some() || statements[n].kind != QuotationKind::Direct {
            all.push(None);
            continue;
        }
        let same_block = |other: &usize| block(*other) == block(n);
        let before = (0..n).rev().take(STATEMENTS_NEAR).take_while(same_block).find(is_speech);
        let after = (n + 1..statements.len()).take(STATEMENTS_NEAR).take_while(same_block);
        let after = after.filter(is_speech).find(|&other| statements[other].mention.is_some());
        let item = n.checked_sub(1).filter(|&previous| {
            block(previous) + 1 == block(n)
                && is_item(block(previous))
                && is_item(block(n))
                && is_speech(&previous)
        });
        let same_paragraph = before.or(after).map(|other| (other, Rule::SameParagraph));
        let found = same_paragraph.or(item.map(|other| (other, Rule::Continued)));
        all.push(found.map(|(other, rule)| {
            // The other statement may share its speaker, too.
            let shared = all.get(other).copied().flatten();
            SharedSpeaker { statement: shared.map_or(other, |shared| shared.statement), rule }
        }));
    }
    all
}

impl SharedSpeaker {
    /// Copies the speaker to statement `n`.
    pub(super) fn copy_to(
        self,
        findings: &Findings,
        statements: &mut Numbered<Statement>,
        n: usize,
    ) {
        let from = &statements[self.statement];
        let (mention, source, entity) = (from.mention, from.source, from.entity);
        let confidence = from.speaker_confidence * findings.model.rule_confidence(self.rule);
        let statement = &mut statements[n];
        (statement.mention, statement.source, statement.entity) = (mention, source, entity);
        statement.speaker_confidence = confidence;
        statement.rule = self.rule;
        statement.evidence = None;
    }
}
