//! The decisions that need the whole document: who "he" is, and who speaks where no cue says so.
//!
//! Quotations are decided in text order. What is named beside a quotation is settled before, so
//! that each decision sees the speakers before it and the named ones behind it.

use super::candidate::{self, Candidate, Place, Turn};
use super::features::Situation;
use super::model::softmax;
use super::{Decision, Findings, Reason, Rule, Statement, reason};
use crate::document::ParagraphKind;
use crate::mention::{Article, MentionKind};
use crate::report::QuotationKind;

/// Decides who speaks in the statements where that is open, and returns the decisions.
pub(super) fn decide(findings: &Findings, statements: &mut [Statement]) -> Vec<Decision> {
    let story = findings.story;
    let mut decisions = Vec::new();
    let mut turns: Vec<Turn> = Vec::new();
    for n in 0..statements.len() {
        let paragraph = findings.document.paragraph_of(statements[n].tokens.start);
        colon(findings, &mut statements[n]);
        share_source(findings, statements, n, paragraph);
        if let Some(situation) = situation(findings, &statements[n], story) {
            let place = place(findings, statements, n, situation, &turns);
            let candidates = candidate::find(findings, &place);
            choose(findings, &mut statements[n], situation, &candidates);
            let content = statements[n].content.clone();
            decisions.push(Decision { situation, content, candidates });
        }
        remember(findings, statements, n, story, &mut turns);
    }
    decisions
}

/// Takes over the source of another quotation of the paragraph, or of the list item before, where
/// this one has none.
fn share_source(findings: &Findings, statements: &mut [Statement], n: usize, paragraph: usize) {
    if statements[n].mention.is_some() || statements[n].kind != QuotationKind::Direct {
        return;
    }
    let paragraph_of =
        |statement: &Statement| findings.document.paragraph_of(statement.tokens.start);
    let here = |statement: &&Statement| paragraph_of(statement) == paragraph;
    let known = |statement: &&Statement| {
        (statement.mention.is_some() || statement.entity.is_some())
            && statement.kind != QuotationKind::Indirect
    };
    let is_item = |paragraph: usize| {
        let paragraph = findings.document.paragraphs.get(paragraph);
        paragraph.is_some_and(|paragraph| paragraph.kind == ParagraphKind::ListItem)
    };
    let before = statements[..n].iter().rev().take(6).take_while(here).find(known);
    let after = || statements[n + 1..].iter().take(6).take_while(here).find(known);
    let item_before = || {
        let last = statements[..n].last().filter(|last| paragraph_of(last) + 1 == paragraph)?;
        (is_item(paragraph) && is_item(paragraph - 1) && known(&last)).then_some(last)
    };
    let found = before.or_else(after).map(|found| (found, Rule::SameParagraph));
    let found = found.or_else(|| item_before().map(|found| (found, Rule::Continued)));
    let Some((found, rule)) = found.map(|(found, rule)| (found.clone(), rule)) else { return };
    let statement = &mut statements[n];
    statement.mention = found.mention;
    statement.source = found.source;
    statement.entity = found.entity;
    statement.confidence = found.confidence * findings.model.rule_confidence(rule);
    statement.rule = rule;
    statement.reason = Reason::Rule;
    statement.decided = found.decided;
}

/// Names the source that a colon before the quotation shows: "Lee: “…”", or the subject of a
/// sentence that ends with the colon.
fn colon(findings: &Findings, statement: &mut Statement) {
    let Some(before) = statement.tokens.start.checked_sub(1) else { return };
    if statement.mention.is_some() || findings.document.word(before) != ":" {
        return;
    }
    let sentence = findings.sentences.around(before);
    let first = findings.cues.partition_point(|cue| cue.tokens.start < sentence.start);
    let mut cues =
        findings.cues[first..].iter().take(16).take_while(|cue| cue.tokens.start < before);
    if cues.any(|cue| cue.passive) {
        return;
    }
    let all = findings.mentions.starting_in(sentence.start..before);
    let adjacent =
        all.clone().rev().take(4).find(|&n| findings.mentions.all[n].tokens.end == before);
    let subject = || all.clone().take(40).find(|&n| candidate::acts(&findings.mentions.all[n]));
    if let Some(mention) = adjacent.or_else(subject) {
        statement.set_source(findings, mention, None, Rule::Colon);
    }
}

/// What is open about a statement; none where its source is named.
fn situation(findings: &Findings, statement: &Statement, story: bool) -> Option<Situation> {
    if statement.decided {
        return None;
    }
    let Some(mention) = statement.mention.map(|mention| &findings.mentions.all[mention]) else {
        let open = statement.entity.is_none() && statement.kind == QuotationKind::Direct;
        return open.then_some(if story { Situation::Dialogue } else { Situation::Report });
    };
    match mention.kind {
        MentionKind::Pronoun(pronoun) if pronoun.person == 3 => Some(Situation::Pronoun),
        MentionKind::Person
            if story && !mention.plural && mention.article != Article::Indefinite =>
        {
            Some(Situation::Noun)
        }
        _ => None,
    }
}

fn place<'a>(
    findings: &Findings,
    statements: &[Statement],
    n: usize,
    situation: Situation,
    turns: &'a [Turn],
) -> Place<'a> {
    let statement = &statements[n];
    let paragraph_of =
        |statement: &Statement| findings.document.paragraph_of(statement.tokens.start);
    let mut after = [None; 2];
    let mut last = paragraph_of(statement);
    let mut turn = 0;
    for next in
        statements[n + 1..].iter().take(12).filter(|next| next.kind != QuotationKind::Indirect)
    {
        let paragraph = paragraph_of(next);
        if paragraph != last {
            turn += 1;
            last = paragraph;
        }
        if turn > 2 || paragraph > paragraph_of(statement) + 4 {
            break;
        }
        let named = next
            .mention
            .is_some_and(|mention| findings.mentions.all[mention].kind == MentionKind::Name);
        if turn > 0 && named {
            after[turn - 1] = next.entity;
        }
    }
    let own = paragraph_of(statement);
    let before = match turns.last() {
        Some(turn) if turn.paragraph == own => &turns[..turns.len() - 1],
        _ => turns,
    };
    let spoken_before =
        before.last().map_or(0..0, |turn| statements[turn.statement].tokens.clone());
    Place {
        situation,
        tokens: statement.tokens.clone(),
        source: statement.mention,
        before,
        spoken_before,
        after,
    }
}

/// Gives the statement the best candidate.
fn choose(
    findings: &Findings,
    statement: &mut Statement,
    situation: Situation,
    candidates: &[Candidate],
) {
    let scores: Vec<f64> = candidates
        .iter()
        .map(|candidate| findings.model.score(situation, &candidate.features))
        .collect();
    let probabilities = softmax(&scores);
    let best = (0..candidates.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b]));
    let Some(best) = best else { return };
    let confidence = findings.model.confidence(situation, probabilities[best]);
    statement.entity = candidates[best].entity;
    if statement.mention.is_some() {
        // The words beside the cue are sure; whom they mean is what the model decides.
        statement.confidence = findings.model.rule_confidence(statement.rule) * confidence;
    } else {
        statement.confidence = confidence;
    }
    let (rule, reason) = reason::of_choice(findings.model, situation, candidates, best);
    if statement.mention.is_none() {
        statement.rule = rule;
    }
    statement.reason = reason;
    statement.decided = true;
}

/// Notes who spoke, for the decisions that follow.
fn remember(
    findings: &Findings,
    statements: &[Statement],
    n: usize,
    story: bool,
    turns: &mut Vec<Turn>,
) {
    let statement = &statements[n];
    if statement.kind == QuotationKind::Indirect && story {
        return;
    }
    let paragraph = findings.document.paragraph_of(statement.tokens.end.saturating_sub(1));
    match turns.last_mut() {
        Some(turn) if turn.paragraph == paragraph => {
            turn.entity = statement.entity.or(turn.entity);
        }
        _ => turns.push(Turn { paragraph, entity: statement.entity, statement: n }),
    }
}
