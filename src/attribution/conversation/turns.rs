//! The turns of a document, each with its candidates.

use std::ops::Range;

use super::situation::situation;
use crate::attribution::candidate::{Candidate, Neighbour, Query, Search, addressed_gender};
use crate::attribution::decision::Decision;
use crate::attribution::features::{Features, Situation, SpeakerFeature as Feature};
use crate::attribution::findings::Findings;
use crate::attribution::recorder::Recorder;
use crate::attribution::statement::Statement;
use crate::lexicon::Class;
use crate::numbered::Numbered;

/// The speakers of this many turns before and after a quotation take part in its conversation.
const TURNS_NEAR: usize = 8;
/// Whom this many turns before and after a quotation name and address is read.
const TURNS_BESIDE: usize = 3;

/// The statements that are turns.
pub(super) struct Turns<'a> {
    findings: &'a Findings<'a>,
    statements: &'a Numbered<Statement>,
    /// Numbers of the statements that are turns.
    turns: &'a [usize],
    /// The situation of each turn.
    situations: Numbered<Situation>,
    /// What the search needs to know of each turn, as far as it is known.
    neighbours: Numbered<Option<Neighbour>>,
    /// Created for the first open turn.
    search: Option<Search<'a>>,
}

impl<'a> Turns<'a> {
    /// The turns of a document: the statements with the numbers `turns`.
    pub(super) fn new(
        findings: &'a Findings<'a>,
        statements: &'a Numbered<Statement>,
        turns: &'a [usize],
    ) -> Self {
        let situations = turns.iter().map(|&n| situation(findings, &statements[n])).collect();
        let neighbours = vec![None; turns.len()].into();
        Self { findings, statements, turns, situations, neighbours, search: None }
    }

    /// The decisions on all open turns and on the turns that affect them; on every turn if the recorder asks
    /// for it.
    pub(super) fn chain<R: Recorder>(&mut self, _: &R) -> Vec<Decision> {
        let mut chain = Vec::with_capacity(self.turns.len());
        for (at, &n) in self.turns.iter().enumerate() {
            if R::EVERY_TURN || self.affects_open_turn(at) {
                let decision = self.decision(n, self.situations[at], at..at + 1);
                chain.push(Decision { links: self.links(n, at), ..decision });
            }
        }
        chain
    }

    /// Whether turn `at` or one of the two before and after it is open.
    fn affects_open_turn(&self, at: usize) -> bool {
        is_any_open(&self.situations[at.saturating_sub(2)..self.situations.len().min(at + 3)])
    }

    /// The decision on statement `n`, which is no turn.
    pub(super) fn standalone(&mut self, n: usize) -> Decision {
        let at = self.turns.partition_point(|&turn| turn < n);
        self.decision(n, situation(self.findings, &self.statements[n]), at..at)
    }

    /// The decision on statement `n`, without its links. `at` is the range of its turn; if it is no turn, the
    /// empty range before the next turn.
    fn decision(&mut self, n: usize, situation: Situation, at: Range<usize>) -> Decision {
        let candidates = if situation == Situation::Named {
            let entity = self.statements[n].entity;
            vec![Candidate { entity, features: Features::default(), score: 0.0 }].into()
        } else {
            let query = self.query(n, situation, &at);
            let search = || Search::new(self.findings, self.statements);
            self.search.get_or_insert_with(search).candidates(&query)
        };
        Decision { statement: n, situation, candidates, links: Features::default() }
    }

    /// The query for the candidates of statement `n`, which stands at `at` among the turns.
    fn query(&mut self, n: usize, situation: Situation, at: &Range<usize>) -> Query {
        let before =
            (1..=TURNS_BESIDE).filter_map(|back| Some((at.start.checked_sub(back)?, back)));
        let after = (1..=TURNS_BESIDE).map(|ahead| (at.end + ahead - 1, ahead));
        let mut beside = [None, None];
        let mut near = Vec::with_capacity(2 * TURNS_BESIDE);
        for (turn, distance) in before.chain(after) {
            let Some(neighbour) = self.neighbour(turn, distance) else { continue };
            match distance {
                1 => beside[usize::from(turn >= at.end)] = Some(neighbour),
                _ => near.push(neighbour),
            }
        }
        let [previous, next] = beside;
        let around = at.start.saturating_sub(TURNS_NEAR)..at.end + TURNS_NEAR;
        let named = around.filter(|&turn| self.situations.get(turn) == Some(&Situation::Named));
        let named = named.filter_map(|turn| self.statements[self.turns[turn]].entity);
        Query {
            situation,
            tokens: self.statements[n].tokens.clone(),
            source: self.statements[n].mention,
            previous,
            next,
            near,
            speakers_near: named.collect(),
        }
    }

    /// Turn `turn`, which is `distance` turns away from a quotation.
    fn neighbour(&mut self, turn: usize, distance: usize) -> Option<Neighbour> {
        let &statement = self.turns.get(turn)?;
        let known = self.neighbours[turn].take().unwrap_or_else(|| {
            let tokens = self.statements[statement].tokens.clone();
            Neighbour {
                block: self.block(statement),
                mentions: self.findings.mentions.starting_in(tokens.clone()),
                addressee: addressed_gender(self.findings, tokens.clone()),
                tokens,
                distance,
            }
        });
        self.neighbours[turn] = Some(known.clone());
        Some(Neighbour { distance, ..known })
    }

    /// The features that link turn `at`, which is statement `n`, to the speakers of the two turns before it;
    /// empty if none of the three turns is open.
    fn links(&self, n: usize, at: usize) -> Features<Feature> {
        let mut links = Features::default();
        if !is_any_open(&self.situations[at.saturating_sub(2)..=at]) {
            return links;
        }
        let gap = |back: usize| {
            let turn = self.turns.get(at.checked_sub(back)?)?;
            Some(self.block(n) - self.block(*turn).min(self.block(n)))
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

    /// Whether turn `at` ends with a question.
    fn asks(&self, at: usize) -> bool {
        let Some(&turn) = self.turns.get(at) else { return false };
        let tokens = self.statements[turn].tokens.clone();
        tokens.rev().take(3).any(|n| self.findings.document.mark(n) == '?')
    }

    /// The number of the block in which statement `n` starts.
    fn block(&self, n: usize) -> usize {
        self.findings.document.block_of(self.statements[n].tokens.start)
    }
}

/// Whether the speaker of a turn in one of these situations is open.
fn is_any_open(situations: &[Situation]) -> bool {
    situations.iter().any(|situation| *situation != Situation::Named)
}
