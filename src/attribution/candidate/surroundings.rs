//! What stands around a quotation: the sentence that introduces it, the gesture beside it, and whom the turns
//! nearby name and address.

use std::ops::Range;

use super::entry::Entry;
use super::search::{Collector, MENTIONS_BACK};
use crate::attribution::features::SpeakerFeature as Feature;
use crate::attribution::findings::Findings;
use crate::lexicon::{Class, Gender};
use crate::mention::MentionKind;
use crate::token::DASHES;

/// Whether the grammar of a quoted mention shows that it does not address somebody: "to Ann", "Ann's", "Ann has".
fn is_spoken_of(findings: &Findings, mention: usize) -> bool {
    let mention = &findings.mentions.all[mention];
    let next = findings.document.token(mention.tokens.end);
    !mention.is_free() || next.word.verb.is_some() || next.is(Class::Auxiliary)
}

impl Collector<'_> {
    /// The tokens of the last sentence of the paragraph before the quotation, if a colon or a comma shows that the
    /// sentence introduces the quotation; an empty range if not.
    pub(super) fn introduction(&self) -> Range<usize> {
        let Self { findings, query, block, .. } = *self;
        let document = &findings.document;
        let block = &document.blocks()[block];
        let end = block.tokens.start;
        let opens = query.tokens.start <= block.content + 1;
        match end.checked_sub(1) {
            Some(last) if opens && matches!(document.mark(last), ':' | ',' | '—' | DASHES) => {
                findings.sentences.around(last).start..end
            }
            _ => end..end,
        }
    }

    /// The gender of the pronoun that acts right before or after the quotation in its paragraph.
    pub(super) fn beat(&self) -> Option<Gender> {
        let Self { findings, query, block, mentions, .. } = *self;
        let tokens = findings.document.blocks()[block].tokens.clone();
        let acts =
            |m: &usize| mentions[*m].acts && !mentions[*m].quoted && Some(*m) != query.source;
        let gender = |m: usize| {
            let mention = &findings.mentions.all[m];
            let third =
                matches!(mention.kind, MentionKind::Pronoun(p) if p.person == 3 && !p.plural);
            mention.gender.filter(|gender| third && *gender != Gender::Neuter)
        };
        let before =
            findings.mentions.starting_in(tokens.start.min(query.tokens.start)..query.tokens.start);
        let after = findings.mentions.starting_in(query.tokens.end..tokens.end);
        let after = after.take(MENTIONS_BACK).find(acts);
        before.rev().take(MENTIONS_BACK).find(acts).or(after).and_then(gender)
    }

    /// Collects those whom the turns right before and after address, whether the narration mentions them or not.
    pub(super) fn add_addressed(&mut self) {
        let Self { query, mentions, .. } = *self;
        for turn in query.previous.iter().chain(&query.next) {
            let near = mentions[turn.mentions.clone()].iter().take(MENTIONS_BACK);
            for entity in near.filter(|facts| facts.addressed).filter_map(|facts| facts.entity) {
                self.entry(entity);
            }
        }
    }

    /// Adds whom the turns nearby name and address.
    pub(super) fn add_spoken_of(&mut self) {
        let Self { findings, query, query_number, mentions, .. } = *self;
        let beside = query.previous.iter().chain(&query.next).chain(&query.near);
        for turn in beside {
            for m in turn.mentions.clone().take(MENTIONS_BACK) {
                let Some(entity) = mentions[m].entity.filter(|_| mentions[m].quoted) else {
                    continue;
                };
                let facts = &self.entities[entity];
                let index = Some(facts.entry).filter(|_| facts.query == query_number);
                let Some(entry) = index.and_then(|n| self.entries.get_mut(n)) else { continue };
                if !mentions[m].addressed {
                    entry.spoken_of += 1;
                    entry.spoken_of_surely += usize::from(is_spoken_of(findings, m));
                } else if turn.distance == 2 {
                    entry.features.add_once(Feature::AddressedEven);
                } else if turn.distance == 3 {
                    entry.features.add_once(Feature::AddressedOdd);
                }
            }
        }
    }

    /// Adds which candidates share their surname with another one, if the source names a member of a family.
    pub(super) fn add_surnames(&mut self) {
        let findings = self.findings;
        let document = &findings.document;
        let kin = self.query.source.is_some_and(|source| {
            document.token(findings.mentions.all[source].head).is(Class::Kin)
        });
        if !kin {
            return;
        }
        let surname = |entry: &Entry| {
            let entity = &findings.speakers.entities[entry.entity];
            let best = &findings.mentions.all[entity.best];
            let last = document.forms.lowercase(document.token(best.core.end - 1).form);
            (entity.is_named() && (best.core.len() > 1 || best.title.is_some())).then_some(last)
        };
        let surnames: Vec<_> = self.entries.iter().map(surname).collect();
        for (n, entry) in self.entries.iter_mut().enumerate() {
            let shared = |other: usize| other != n && surnames[other] == surnames[n];
            let shares = surnames[n].is_some() && (0..surnames.len()).any(shared);
            entry.features.add_if(shares, Feature::SharesSurname);
        }
    }
}
