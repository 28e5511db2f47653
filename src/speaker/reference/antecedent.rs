//! Finds the antecedent of a pronoun or noun among the mentions before it.

use crate::lexicon::{Gender, Pronoun};
use crate::mention::{Mention, MentionKind};
use crate::report::SpeakerKind;
use crate::speaker::entity::Entity;
use crate::speaker::resolver::Resolver;
use crate::speaker::salience::WEIGHTS;

/// The search for an antecedent goes back over at most this many mentions and paragraphs. This keeps the
/// whole linear.
const MENTIONS_BACK: usize = 60;
const PARAGRAPHS_BACK: usize = 6;

impl Resolver<'_> {
    /// The antecedent of the pronoun or noun at mention `n`; none if two entities are nearly as likely.
    pub(super) fn antecedent(&mut self, n: usize) -> Option<usize> {
        let mut ranking = std::mem::take(&mut self.ranking);
        ranking.start(self.speakers.entities.len());
        let mention = &self.mentions[n];
        let sentence = self.sentences.number(mention.head);
        let block = self.document.block_of(mention.head);
        // Who goes on in a report is who spoke there before: "…, the board said. It added …".
        let goes_on = mention.beside_cue && !self.document.is_story(mention.head);
        for linked in self.linked.iter().rev() {
            let paragraphs = block.saturating_sub(linked.block);
            if linked.mention + MENTIONS_BACK < n || paragraphs > PARAGRAPHS_BACK {
                break;
            }
            let id = linked.entity;
            let first = ranking.meet(n, id);
            if first && self.may_refer_to(mention, &self.speakers.entities[id]) {
                ranking.admit(id);
            }
            let Some(best) = ranking.score(id) else { continue };
            let sentences = sentence.saturating_sub(linked.sentence);
            let mut salience = linked.salience(sentences, paragraphs);
            if goes_on && self.mentions[linked.mention].beside_cue {
                salience += WEIGHTS.source;
            }
            let score = salience + self.gender_evidence(id, mention.gender);
            // An entity that is mentioned again and again scores a little more than its best mention.
            *best = if first { score } else { best.max(score) + WEIGHTS.again };
        }
        let found = ranking.best();
        self.ranking = ranking;
        found
    }

    /// Whether the pronoun or noun at `mention` may refer to `entity`, wherever that is mentioned.
    fn may_refer_to(&self, mention: &Mention, entity: &Entity) -> bool {
        if let MentionKind::Pronoun(pronoun) = mention.kind {
            return agrees(entity, mention.gender, pronoun);
        }
        let clash = matches!((entity.gender, mention.gender), (Some(a), Some(b)) if a != b);
        let person = entity.kind == SpeakerKind::Person && entity.is_surely_person();
        person && entity.is_named() && !clash && !entity.plural && !self.contrasts(mention, entity)
    }

    /// The score of an entity for having the gender that the pronoun or noun has.
    fn gender_evidence(&self, id: usize, gender: Option<Gender>) -> f64 {
        let entity = &self.speakers.entities[id];
        if gender.is_some() && entity.gender == gender { WEIGHTS.gender } else { 0.0 }
    }
}

/// Whether a pronoun with this gender agrees with `entity` in number, gender and kind: "she" with "Ann Lee".
fn agrees(entity: &Entity, gender: Option<Gender>, pronoun: Pronoun) -> bool {
    let many = entity.plural || entity.kind == SpeakerKind::Group;
    if pronoun.plural {
        return many || entity.kind == SpeakerKind::Organization && !entity.place;
    }
    if gender == Some(Gender::Neuter) {
        return entity.kind == SpeakerKind::Organization && !many;
    }
    let person = matches!(entity.kind, SpeakerKind::Person | SpeakerKind::Unnamed) && !entity.place;
    let clash = matches!((entity.gender, gender), (Some(a), Some(b)) if a != b);
    person && !many && !entity.narrator && !clash
}
