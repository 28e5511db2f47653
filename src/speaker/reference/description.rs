//! Compares entities by the words that describe them: "the first ferryman", "the second ferryman".

use std::ops::Range;

use crate::lexicon::Class;
use crate::mention::Mention;
use crate::speaker::entity::Entity;
use crate::speaker::resolver::Resolver;
use crate::token::Token;

/// At most this many tokens of a description are compared. This keeps the whole linear.
const MAX_TOKENS: usize = 12;

impl Resolver<'_> {
    /// Whether the words beside its noun show that `mention` is not `entity`: "the first ferryman", "the
    /// second ferryman". For an entity with a name, only names of places and peoples count.
    pub(super) fn contrasts(&self, mention: &Mention, entity: &Entity) -> bool {
        let best = &self.mentions[entity.best];
        let named = entity.is_named();
        let role = entity.role.map(|role| &self.mentions[role]);
        let described = match role.and_then(|role| role.title.clone()) {
            Some(title) if named => title,
            _ if named => return false,
            _ => best.core.start..best.head,
        };
        let mut own = self.content_words_in(mention.core.start..mention.head, named).peekable();
        let known = || self.content_words_in(described.clone(), named);
        own.peek().is_some()
            && known().next().is_some()
            && own.all(|word| known().all(|other| other != word))
    }

    /// The content words of a mention: "senior" and "official" of "a senior official".
    pub(super) fn content_words(&self, mention: &Mention) -> impl Iterator<Item = u32> {
        self.content_words_in(mention.core.clone(), false)
    }

    /// The content words in `tokens`; with `origin`, only names of places and peoples.
    fn content_words_in(&self, tokens: Range<usize>, origin: bool) -> impl Iterator<Item = u32> {
        let counts = move |token: &&Token| {
            let is_origin = token.is_any_of(Class::Place | Class::GroupAdjective);
            let order = token.is(Class::Adverb) && !token.is(Class::Determiner);
            token.is_word() && (!token.word.is_function() || order) && (!origin || is_origin)
        };
        let tokens = self.document.tokens.get(tokens).unwrap_or_default();
        let compared = tokens.iter().take(MAX_TOKENS).filter(counts);
        compared.map(|token| self.document.forms.lowercase(token.form))
    }
}
