//! Resolves pronouns: the "I" of the narration, and those of the third person.

use crate::lexicon::{Case, Gender, Pronoun};
use crate::mention::MentionKind;
use crate::report::SpeakerKind;
use crate::speaker::resolver::Resolver;

impl Resolver<'_> {
    /// Links the pronoun at mention `n`, if its entity can be found.
    pub(super) fn resolve_pronoun(&mut self, n: usize, pronoun: Pronoun) {
        match pronoun.person {
            1 if !pronoun.plural => self.resolve_narrator(n),
            3 => self.resolve_third_person(n),
            _ => {}
        }
    }

    /// Links an "I" or "me" of the narration to the narrator.
    fn resolve_narrator(&mut self, n: usize) {
        let id = self.narrator.unwrap_or_else(|| self.add_entity(n, SpeakerKind::Person, false));
        self.narrator = Some(id);
        let entity = &mut self.speakers.entities[id];
        entity.narrator = true;
        // A narrator without a name is "I", also if "me" comes first.
        let best = self.mentions[entity.best].kind;
        if matches!(best, MentionKind::Pronoun(best) if best.case != Case::Subject) {
            entity.best = n;
        }
        self.link(n, id);
    }

    /// Links a "she" or "they" to its antecedent, which has the gender of the pronoun from then on.
    fn resolve_third_person(&mut self, n: usize) {
        let gender = self.mentions[n].gender;
        let Some(id) = self.antecedent(n) else { return };
        let entity = &mut self.speakers.entities[id];
        if entity.gender.is_none() && gender != Some(Gender::Neuter) {
            entity.gender = gender;
        }
        self.link(n, id);
    }
}
