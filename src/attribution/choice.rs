//! The decisions that need the whole document: who "he" is, and who speaks where no cue says so.
//!
//! The turns of a document are weighed together, so that each is decided by the speakers before it
//! and behind it.

use std::ops::Range;

use super::candidate::{self, Candidate, Neighbour, Place, Search};
use super::chain::{self, Turn};
use super::features::{Feature, Features, Situation};
use super::model::SourceKind;
use super::{Decision, Findings, Reason, Rule, Statement, reason};
use crate::document::ParagraphKind;
use crate::lexicon::{Class, Pronoun};
use crate::mention::{Article, MentionKind};
use crate::report::QuotationKind;

/// So many turns on either side tell who takes part in a conversation.
const TURNS_NEAR: usize = 8;
/// So many statements of its paragraph are looked at for one that shares its source.
const SHARING: usize = 6;

/// Decides who speaks in the statements where that is open, and returns the decisions: a chain for
/// all turns and one for each statement outside of it.
pub(super) fn decide(findings: &Findings, statements: &mut [Statement]) -> Vec<Vec<Decision>> {
    for statement in statements.iter_mut() {
        colon(findings, statement);
    }
    let leaders = leaders(findings, statements);
    let mut turns = Vec::with_capacity(statements.len());
    let mut told = Vec::new();
    for (n, statement) in statements.iter().enumerate().filter(|(n, _)| leaders[*n].is_none()) {
        // What a story tells in its own words is no turn of the conversation.
        let is_told = findings.story && statement.kind == QuotationKind::Indirect;
        if is_told { told.push(n) } else { turns.push(n) }
    }
    let situations = turns.iter().map(|&n| situation(findings, &statements[n])).collect();
    let mut conversation =
        Conversation { findings, statements, search: None, turns: &turns, situations };
    let mut chains = vec![conversation.all()];
    for n in told {
        let decision = conversation.outside(n);
        if decision.situation != Situation::Named {
            chains.push(vec![decision]);
        }
    }
    for chain in &chains {
        choose(findings, statements, chain);
    }
    for (n, leader) in leaders.into_iter().enumerate() {
        if let Some(leader) = leader {
            follow(findings, statements, n, leader);
        }
    }
    chains
}

/// A statement whose source is also that of another one.
#[derive(Clone, Copy)]
struct Leader {
    statement: usize,
    rule: Rule,
}

/// For each statement without a source of its own the one of the paragraph, or of the list item
/// before, that it shares the speaker with.
fn leaders(findings: &Findings, statements: &[Statement]) -> Vec<Option<Leader>> {
    let paragraph = |n: usize| findings.document.paragraph_of(statements[n].tokens.start);
    let is_item = |paragraph: usize| {
        let paragraph = findings.document.paragraphs.get(paragraph);
        paragraph.is_some_and(|paragraph| paragraph.kind == ParagraphKind::ListItem)
    };
    let speaks = |n: &usize| {
        statements[*n].kind == QuotationKind::Direct
            || statements[*n].kind == QuotationKind::Mixed && statements[*n].mention.is_some()
    };
    let mut leaders: Vec<Option<Leader>> = Vec::with_capacity(statements.len());
    for n in 0..statements.len() {
        if statements[n].mention.is_some() || statements[n].kind != QuotationKind::Direct {
            leaders.push(None);
            continue;
        }
        let here = |other: &usize| paragraph(*other) == paragraph(n);
        let before = (0..n).rev().take(SHARING).take_while(here).find(speaks);
        let after = (n + 1..statements.len()).take(SHARING).take_while(here);
        let after = after.filter(speaks).find(|&other| statements[other].mention.is_some());
        let item = n.checked_sub(1).filter(|&last| {
            paragraph(last) + 1 == paragraph(n)
                && is_item(paragraph(last))
                && is_item(paragraph(n))
                && speaks(&last)
        });
        let shared = before.or(after).map(|other| (other, Rule::SameParagraph));
        let found = shared.or(item.map(|other| (other, Rule::Continued)));
        leaders.push(found.map(|(other, rule)| {
            let statement = leaders.get(other).copied().flatten().map_or(other, |l| l.statement);
            Leader { statement, rule }
        }));
    }
    leaders
}

/// Takes over the speaker of `leader`.
fn follow(findings: &Findings, statements: &mut [Statement], n: usize, leader: Leader) {
    let found = &statements[leader.statement];
    let (mention, source, entity) = (found.mention, found.source, found.entity);
    let confidence = found.confidence * findings.model.rule_confidence(leader.rule);
    let statement = &mut statements[n];
    (statement.mention, statement.source, statement.entity) = (mention, source, entity);
    statement.confidence = confidence;
    statement.rule = leader.rule;
    statement.reason = Reason::Rule;
}

/// Names the source that a colon before the quotation shows: "Lee: “…”", or the subject of a
/// sentence that ends with the colon.
fn colon(findings: &Findings, statement: &mut Statement) {
    // A block quote shows it as well: "Lee wrote:", and then "> “…”".
    let mut back = (0..statement.tokens.start).rev().take(2);
    let Some(before) = back.find(|&n| findings.document.mark(n) != '>') else { return };
    if statement.mention.is_some() || findings.document.mark(before) != ':' {
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

/// What is open about a statement; nothing where its source is named.
fn situation(findings: &Findings, statement: &Statement) -> Situation {
    let story = findings.story;
    let Some(mention) = statement.mention.map(|mention| &findings.mentions.all[mention]) else {
        return match statement.kind {
            QuotationKind::Direct if story => Situation::Dialogue,
            QuotationKind::Direct => Situation::Report,
            _ => Situation::Named,
        };
    };
    match mention.kind {
        MentionKind::Pronoun(Pronoun { person: 3, .. }) if story => Situation::Pronoun,
        MentionKind::Pronoun(Pronoun { person: 3, .. }) => Situation::ReportPronoun,
        MentionKind::Person
            if story && !mention.plural && mention.article != Article::Indefinite =>
        {
            Situation::Noun
        }
        _ => Situation::Named,
    }
}

/// The statements that are turns, each with what there is to choose from.
struct Conversation<'a> {
    findings: &'a Findings<'a>,
    statements: &'a [Statement],
    /// None until something is open.
    search: Option<Search<'a>>,
    /// Numbers of the statements that are turns.
    turns: &'a [usize],
    /// What is open about each turn.
    situations: Vec<Situation>,
}

impl Conversation<'_> {
    /// The decisions on all turns that are open, and on those that tell of them.
    fn all(&mut self) -> Vec<Decision> {
        let mut all = Vec::with_capacity(self.turns.len());
        for (at, &n) in self.turns.iter().enumerate() {
            if self.tells(at) {
                let decision = self.decision(n, self.situations[at], at..at + 1);
                all.push(Decision { links: self.links(n, at), ..decision });
            }
        }
        all
    }

    /// Whether turn `at` or one of the two before and behind it is open. The training asks for the
    /// others too, to count how often the words beside them are right.
    fn tells(&self, at: usize) -> bool {
        let around = at.saturating_sub(2)..self.situations.len().min(at + 3);
        cfg!(feature = "train") || is_open(&self.situations[around])
    }

    /// The decision on statement `n`, which is no turn.
    fn outside(&mut self, n: usize) -> Decision {
        let at = self.turns.partition_point(|&turn| turn < n);
        self.decision(n, situation(self.findings, &self.statements[n]), at..at)
    }

    /// The decision on statement `n`, which stands at turn `at`, or before it where that is empty;
    /// without what holds for the speakers before.
    fn decision(&mut self, n: usize, situation: Situation, at: Range<usize>) -> Decision {
        let statement = &self.statements[n];
        let candidates = if situation == Situation::Named {
            vec![Candidate { entity: statement.entity, features: Features::default(), score: 0.0 }]
        } else {
            let place = self.place(n, situation, &at);
            let search = || Search::new(self.findings, self.statements);
            self.search.get_or_insert_with(search).at(&place)
        };
        let source = statement.mention.map(|mention| {
            let kind = self.findings.mentions.all[mention].kind;
            (statement.rule, SourceKind::of(self.findings.story, kind))
        });
        Decision { statement: n, situation, candidates, source, links: Features::default() }
    }

    fn place(&self, n: usize, situation: Situation, at: &Range<usize>) -> Place {
        let neighbour = |turn: Option<&usize>| {
            turn.map(|&turn| Neighbour {
                paragraph: self.paragraph(turn),
                tokens: self.statements[turn].tokens.clone(),
            })
        };
        let near = at.start.saturating_sub(TURNS_NEAR)..at.end + TURNS_NEAR;
        let named = near.filter(|&turn| self.situations.get(turn) == Some(&Situation::Named));
        let named = named.map(|turn| &self.statements[self.turns[turn]]);
        Place {
            situation,
            tokens: self.statements[n].tokens.clone(),
            source: self.statements[n].mention,
            last: neighbour(at.start.checked_sub(1).and_then(|last| self.turns.get(last))),
            next: neighbour(self.turns.get(at.end)),
            speakers_near: named.filter_map(|statement| statement.entity).collect(),
        }
    }

    /// What holds for the speakers of the two turns before turn `at`, which is statement `n`; nothing
    /// where none of the three is open.
    fn links(&self, n: usize, at: usize) -> Features {
        let mut links = Features::default();
        if !is_open(&self.situations[at.saturating_sub(2)..=at]) {
            return links;
        }
        let gap = |back: usize| {
            let turn = self.turns.get(at.checked_sub(back)?)?;
            Some(self.paragraph(n) - self.paragraph(*turn).min(self.paragraph(n)))
        };
        let cue = self.statements[n].cue.map(|cue| self.findings.cues[cue].tokens.end - 1);
        let cued = |class| cue.is_some_and(|cue| self.findings.document.token(cue).is(class));
        if let Some(gap) = gap(1) {
            links.add(Feature::SpokeLast);
            links.add_if(gap <= 1, Feature::SpokeLastNear);
            links.add_if(gap == 0, Feature::SpokeLastHere);
            links.add_if(gap > 3, Feature::SpokeLastFar);
            links.add_if(gap <= 1 && self.asks(at - 1), Feature::SpokeLastAsked);
            links.add_if(cued(Class::GoesOn), Feature::SpokeLastGoesOn);
            links.add_if(cued(Class::Answers), Feature::SpokeLastAnswers);
        }
        if let Some(gap) = gap(2) {
            links.add(Feature::SpokeBeforeLast);
            links.add_if(gap <= 2, Feature::SpokeBeforeLastNear);
            links.add_if(gap > 4, Feature::SpokeBeforeLastFar);
            links.add_if(cued(Class::Answers), Feature::SpokeBeforeLastAnswers);
            links.add(Feature::SpokeBoth);
        }
        links
    }

    /// Whether the words of turn `at` end with a question.
    fn asks(&self, at: usize) -> bool {
        let Some(&turn) = self.turns.get(at) else { return false };
        let tokens = self.statements[turn].tokens.clone();
        tokens.rev().take(3).any(|n| self.findings.document.mark(n) == '?')
    }

    fn paragraph(&self, n: usize) -> usize {
        self.findings.document.paragraph_of(self.statements[n].tokens.start)
    }
}

/// Whether one of the turns may be somebody's whom nothing names.
fn is_open(situations: &[Situation]) -> bool {
    situations.iter().any(|situation| *situation != Situation::Named)
}

/// Gives the statements of `chain` their likeliest speakers.
fn choose(findings: &Findings, statements: &mut [Statement], chain: &[Decision]) {
    // The likeliest of the known candidates of each turn, and how likely it is.
    let mut chosen: Vec<Option<(usize, f64)>> = chain
        .iter()
        .map(|decision| (!decision.is_open()).then(|| best(decision, &[1.0])).flatten())
        .collect();
    for stretch in stretches(chain) {
        let decisions = &chain[stretch.clone()];
        let turns: Vec<Turn> = decisions.iter().map(|turn| findings.model.turn(turn)).collect();
        for (n, belief) in stretch.zip(chain::weigh(&turns)) {
            if chain[n].is_open() {
                chosen[n] = best(&chain[n], &belief.candidates);
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
        let (rule, reason) = reason::of_choice(findings.model, decision, best, before);
        if statement.mention.is_some() {
            // The words beside the cue are sure; whom they mean is what the model decides.
            statement.confidence = findings.model.rule_confidence(statement.rule) * confidence;
        } else {
            statement.confidence = confidence;
            statement.rule = rule;
        }
        statement.reason = reason;
    }
}

/// The likeliest of the candidates who are known, and how likely it is; `probabilities` are those of
/// all candidates.
fn best(decision: &Decision, probabilities: &[f64]) -> Option<(usize, f64)> {
    let all = probabilities.iter().copied().enumerate();
    let known = all.filter(|&(n, _)| decision.candidates[n].entity.is_some());
    known.max_by(|a, b| a.1.total_cmp(&b.1))
}

/// The stretches of a chain in which something is open, each with the two turns before and behind
/// that it hangs together with: across two turns that are settled nothing tells of anything.
fn stretches(chain: &[Decision]) -> Vec<Range<usize>> {
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
