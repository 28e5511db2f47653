//! Statements without a source that share the speaker of another statement.

use crate::attribution::candidate::is_addressed;
use crate::attribution::findings::Findings;
use crate::attribution::statement::Statement;
use crate::mention::MentionKind;
use crate::numbered::Numbered;
use crate::report::{BlockKind, QuotationKind, Rule};

/// A statement shares the speaker of one of this many statements before or after it.
const STATEMENTS_NEAR: usize = 6;

/// At most this many tokens are looked at between two statements of a paragraph.
const BETWEEN: usize = 80;

/// The statement whose speaker another one shares, and by which rule.
#[derive(Clone, Copy)]
pub(super) struct SharedSpeaker {
    statement: usize,
    rule: Rule,
    /// Whether somebody else acts in between.
    doubtful: bool,
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
        let first = |n: usize| all.get(n).copied().flatten().map_or(n, |shared| shared.statement);
        let answers = |before| is_answer(findings, statements, [first(before), before, n]);
        if before.is_some_and(answers) {
            all.push(None);
            continue;
        }
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
            SharedSpeaker {
                statement: shared.map_or(other, |shared| shared.statement),
                rule,
                doubtful: before.is_some_and(|before| {
                    somebody_else_acts(findings, statements, [first(before), before, n])
                }),
            }
        }));
    }
    all
}

/// Whether statement `n` of a story hardly has the speaker of statement `before` in its paragraph, who is the
/// speaker of `first`: it follows at once or addresses that speaker.
fn is_answer(
    findings: &Findings,
    statements: &Numbered<Statement>,
    [first, before, n]: [usize; 3],
) -> bool {
    let document = &findings.document;
    let [last, own] = [before, n].map(|n| statements[n].tokens.clone());
    let (Some(end), true) = (last.end.checked_sub(1), document.is_story(own.start)) else {
        return false;
    };
    let between = last.end..own.start.max(last.end);
    if between.len() > BETWEEN {
        return false;
    }
    if !between.clone().any(|n| document.token(n).is_word()) {
        // A mixed quotation is no turn that somebody answers.
        return statements[before].kind == QuotationKind::Direct
            && (end.saturating_sub(1)..between.end)
                .any(|n| matches!(document.mark(n), '.' | '!' | '?'));
    }
    let Some(speaker) = statements[first].entity else { return false };
    let addressed = |m: &usize| {
        findings.speakers.of[*m] == Some(speaker)
            && is_addressed(findings, &findings.mentions.all[*m])
    };
    findings.mentions.starting_in(own).take(BETWEEN).any(|m| addressed(&m))
}

/// Whether statement `n` of a story follows a sentence in which somebody else than the speaker of `first` acts,
/// after statement `before` of the same paragraph.
fn somebody_else_acts(
    findings: &Findings,
    statements: &Numbered<Statement>,
    [first, before, n]: [usize; 3],
) -> bool {
    let (end, start) = (statements[before].tokens.end, statements[n].tokens.start);
    let Some(speaker) = statements[first].entity else { return false };
    let mention = |m: usize| &findings.mentions.all[m];
    let mut acting = findings.mentions.starting_in(end..start).take(BETWEEN);
    let acting =
        acting.find(|&m| mention(m).may_be_subject() && statements[before].mention != Some(m));
    findings.document.is_story(start)
        && acting.is_some_and(|m| {
            mention(m).kind == MentionKind::Name
                && findings.sentences.around(mention(m).tokens.start).start >= end
                && findings.speakers.of[m].is_some_and(|entity| entity != speaker)
        })
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
        let doubt = if self.doubtful { Rule::LastNamed } else { self.rule };
        let confidence = from.speaker_confidence * findings.model.rule_confidence(doubt);
        let statement = &mut statements[n];
        (statement.mention, statement.source, statement.entity) = (mention, source, entity);
        statement.speaker_confidence = confidence;
        statement.rule = self.rule;
        statement.evidence = None;
    }
}
