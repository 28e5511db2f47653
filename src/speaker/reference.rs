//! Resolves names, nouns and pronouns to entities, in reading order.

mod antecedent;
mod description;
mod noun;
mod pronoun;

use super::resolver::Resolver;
use crate::lexicon::Class;
use crate::mention::{Determiner, Mention, MentionKind};
use crate::report::SpeakerKind;

impl Resolver<'_> {
    /// Finds the entity that mention `n` refers to and links the two.
    pub(super) fn resolve(&mut self, n: usize) {
        let mention = &self.mentions[n];
        match mention.kind {
            MentionKind::Name => self.resolve_name(n),
            MentionKind::Person | MentionKind::Organization => self.resolve_noun(n),
            MentionKind::Coordination => {
                let id = self.add_entity(n, SpeakerKind::Group, false);
                self.link(n, id);
            }
            MentionKind::Other => {
                // "The keeper of the lighthouse, Ann Lee, said".
                let apposed = self.apposed_name(n);
                let id =
                    apposed.unwrap_or_else(|| self.add_entity(n, kind_of_unlisted(mention), false));
                self.link(n, id);
            }
            MentionKind::Pronoun(pronoun) if !mention.quoted => self.resolve_pronoun(n, pronoun),
            MentionKind::Pronoun(_) => {}
        }
    }

    /// Links a name, which is joined already, and records the nouns of its title.
    fn resolve_name(&mut self, n: usize) {
        let Some(id) = self.speakers.of[n] else { return };
        self.link(n, id);
        let mention = &self.mentions[n];
        for token in mention.title.clone().into_iter().flatten() {
            let word = self.document.token(token);
            self.speakers.entities[id].heads_household |= word.is(Class::Household);
            if word
                .is_any_of(Class::Title | Class::Role | Class::Kin | Class::Person | Class::Group)
            {
                let noun = self.vocabulary.title_noun(self.document.forms.lowercase(word.form));
                self.add_noun(id, noun);
            }
        }
    }
}

/// The kind of an entity whose noun is in no list: "critics" are unnamed, "the lawsuit" is an organization.
fn kind_of_unlisted(mention: &Mention) -> SpeakerKind {
    if mention.plural || mention.determiner == Determiner::Indefinite {
        SpeakerKind::Unnamed
    } else {
        SpeakerKind::Organization
    }
}
