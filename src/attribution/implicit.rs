//! Speakers of quotations that no cue and no subject names.

use super::{Findings, Rule, Statement};
use crate::document::ParagraphKind;
use crate::lexicon::Case;
use crate::mention::MentionKind;
use crate::report::{QuotationKind, SpeakerKind};

/// Gives the direct quotations that have no source yet the speaker that fits best.
pub(super) fn attribute(findings: &Findings, statements: &mut [Statement]) {
    let dialogue = is_dialogue(findings, statements);
    // The last speakers in the order of their paragraphs: (paragraph, entity, certainty).
    let mut turns: Vec<(usize, usize, f64)> = Vec::new();
    for n in 0..statements.len() {
        let paragraph = findings.document.paragraph_of(statements[n].tokens.start);
        if statements[n].mention.is_none() && statements[n].kind == QuotationKind::Direct {
            if share_source(findings, statements, n, paragraph) {
                continue;
            }
            let decision = None
                .or_else(|| colon(findings, &mut statements[n]))
                .or_else(|| beat(findings, &statements[n], paragraph))
                .or_else(|| from_turns(findings, &turns, paragraph, dialogue))
                .or_else(|| last_named(findings, &statements[n], dialogue));
            if let Some((entity, certainty, rule)) = decision {
                statements[n].set_speaker(entity, certainty, rule);
            }
        }
        let statement = &statements[n];
        if let Some(entity) = statement.entity
            && (statement.kind != QuotationKind::Indirect || !dialogue)
        {
            let last = findings.document.paragraph_of(statement.tokens.end.saturating_sub(1));
            let turn = (last.max(paragraph), entity, statement.confidence.min(0.95));
            match turns.last_mut() {
                Some(previous) if previous.0 == turn.0 => *previous = turn,
                _ => turns.push(turn),
            }
        }
    }
}

type Decision = Option<(usize, f64, Rule)>;

/// Whether people talk with each other here, so that speakers alternate from paragraph to
/// paragraph: many quotations ask or address somebody.
fn is_dialogue(findings: &Findings, statements: &[Statement]) -> bool {
    let direct = || statements.iter().filter(|statement| statement.kind == QuotationKind::Direct);
    let addresses = direct().filter(|statement| {
        statement.tokens.clone().any(|n| {
            let token = &findings.document.tokens[n];
            findings.document.word(n) == "?" || token.word.pronoun.is_some_and(|p| p.person == 2)
        })
    });
    let opens = direct().filter(|statement| {
        let paragraph = findings.document.paragraph_of(statement.tokens.start);
        findings.document.paragraphs[paragraph].tokens.start == statement.tokens.start
    });
    let count = direct().count();
    addresses.count() * 10 >= count * 3 && opens.count() * 2 >= count && count >= 3
}

/// Takes over source and speaker of another quotation of the paragraph.
fn share_source(
    findings: &Findings,
    statements: &mut [Statement],
    n: usize,
    paragraph: usize,
) -> bool {
    let here = |statement: &&Statement| {
        findings.document.paragraph_of(statement.tokens.start) == paragraph
    };
    let direct = |statement: &&Statement| {
        (statement.mention.is_some() || statement.entity.is_some())
            && statement.kind != QuotationKind::Indirect
    };
    let before = statements[..n].iter().rev().take(6).take_while(here).find(direct);
    let after = || statements[n + 1..].iter().take(6).take_while(here).find(direct);
    let Some(found) = before.or_else(after).cloned() else { return false };
    let statement = &mut statements[n];
    statement.mention = found.mention;
    statement.source = found.source;
    statement.entity = found.entity;
    statement.confidence = found.confidence * 0.95;
    statement.rule = Rule::SameParagraph;
    true
}

/// The subject of the sentence whose colon opens the quotation.
fn colon(findings: &Findings, statement: &mut Statement) -> Decision {
    let before = statement.tokens.start.checked_sub(1)?;
    if findings.document.word(before) != ":" {
        return None;
    }
    let sentence = findings.sentences.around(before);
    // "Lee: “…”": the name right before the colon, else the subject of the sentence.
    let all = findings.mentions.starting_in(sentence.start..before);
    let adjacent = all.clone().rev().find(|&n| findings.mentions.all[n].tokens.end == before);
    let mention = adjacent.or_else(|| subject(findings, sentence.start..before))?;
    statement.set_source(findings, mention, None, Rule::Colon);
    let entity = findings.speakers.of[mention]?;
    Some((entity, findings.speakers.certainty[mention], Rule::Colon))
}

/// The one whose action the rest of the paragraph tells.
fn beat(findings: &Findings, statement: &Statement, paragraph: usize) -> Decision {
    let tokens = findings.document.paragraphs[paragraph].tokens.clone();
    let end = statement.tokens.end.min(tokens.end);
    let after = subject(findings, end..tokens.end);
    let before = || subject(findings, tokens.start..statement.tokens.start);
    let mention = after.or_else(before)?;
    let entity = findings.speakers.of[mention]?;
    is_person(findings, entity).then_some((
        entity,
        findings.speakers.certainty[mention],
        Rule::ActionBeat,
    ))
}

/// The first mention in narration that may be a subject.
fn subject(findings: &Findings, tokens: std::ops::Range<usize>) -> Option<usize> {
    findings.mentions.starting_in(tokens).find(|&n| {
        let mention = &findings.mentions.all[n];
        let pronoun_subject = match mention.kind {
            MentionKind::Pronoun(pronoun) => pronoun.case == Case::Subject && pronoun.person != 2,
            _ => true,
        };
        !mention.quoted && !mention.governed && !mention.possessive && pronoun_subject
    })
}

/// The speaker of the paragraph before, or in a dialogue the one before that.
fn from_turns(
    findings: &Findings,
    turns: &[(usize, usize, f64)],
    paragraph: usize,
    dialogue: bool,
) -> Decision {
    let &(last, entity, certainty) = turns.last()?;
    let narration = paragraph - last.min(paragraph);
    let item = findings.document.paragraphs[paragraph].kind == ParagraphKind::ListItem;
    if !dialogue {
        return (narration <= if item { 3 } else { 2 }).then_some((
            entity,
            certainty,
            Rule::Continued,
        ));
    }
    if narration > 3 {
        return None;
    }
    let other = turns
        .iter()
        .rev()
        .take(6)
        .find(|turn| turn.1 != entity && paragraph - turn.0.min(paragraph) <= 12)?;
    Some((other.1, other.2.min(certainty), Rule::TurnTaking))
}

/// The person named last before the quotation, who did not speak just before.
fn last_named(findings: &Findings, statement: &Statement, dialogue: bool) -> Decision {
    if !dialogue {
        return None;
    }
    let end = findings.mentions.starting_in(0..statement.tokens.start).end;
    (end.saturating_sub(30)..end).rev().find_map(|n| {
        let mention = &findings.mentions.all[n];
        let entity = findings.speakers.of[n]?;
        (!mention.quoted && is_person(findings, entity)).then_some((entity, 0.8, Rule::LastNamed))
    })
}

fn is_person(findings: &Findings, entity: usize) -> bool {
    let entity = &findings.speakers.entities[entity];
    matches!(entity.kind, SpeakerKind::Person | SpeakerKind::Unnamed) && !entity.place
}
