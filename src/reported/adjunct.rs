//! The words between a cue and what it reports, which belong to neither: the listener, a date, the
//! occasion, what the source is.

use super::clauses::Clauses;
use crate::cue::Cue;
use crate::lexicon::{Case, Class, Setting, VerbClass, VerbForm};
use crate::token::Shape;

impl Clauses<'_> {
    /// Past the words between a cue and what it reports: the listener, a date, "in a statement".
    pub(super) fn skip_adjuncts(&self, from: usize, cue: &Cue) -> usize {
        let mut at = from;
        let takes_listener =
            [VerbClass::Tell, VerbClass::Ask, VerbClass::Commit].iter().any(|&class| cue.is(class));
        if takes_listener && from == cue.tokens.end {
            at = self.skip_listener(at);
        }
        let limit = from + 24;
        while at < limit {
            let Some(token) = self.document.tokens.get(at) else { break };
            if self.quotes.around(at).is_some() {
                break;
            }
            let manner = || {
                token.shape == Shape::Lower
                    && self.document.ends(at, Setting::AdverbEndings)
                    && !token.word.is_person_noun()
            };
            let other = Class::Determiner | Class::Preposition | Class::Subordinator;
            let adverb = token.is(Class::Adverb) && !token.is_any_of(other) || manner();
            if token.is(Class::Calendar)
                || adverb
                || at > from
                    && self.document.token(at - 1).is(Class::Calendar)
                    && (token.shape == Shape::Number
                        || self.document.token(at + 1).is_lower(Class::Complementizer))
            {
                at += 1;
            } else if self.is_infinitive(at) {
                break;
            } else if token.is(Class::Preposition) {
                match self.adjunct_end(at) {
                    Some(end) => at = end,
                    None => break,
                }
            } else {
                break;
            }
        }
        at
    }

    /// Whether an infinitive stands at token `at`: "to leave", not "to the press".
    pub(super) fn is_infinitive(&self, at: usize) -> bool {
        self.document.token(at).is_lower(Class::Infinitive)
            && self.document.tokens.get(at + 1).is_some_and(|next| {
                let base = next.word.verb.is_none_or(|verb| verb.form == VerbForm::Base);
                let noun =
                    next.word.is_person_noun() || next.is_any_of(Class::Group | Class::Plural);
                let adverb = next.is(Class::Adverb) && !next.is(Class::Determiner);
                let auxiliary = next.is_lower(Class::BaseAuxiliary);
                let verb = !next.word.is_function()
                    && base
                    && !noun
                    && !self.document.ends(at + 1, Setting::PluralEndings);
                next.shape == Shape::Lower && (verb || auxiliary || adverb)
            })
    }

    /// Past the object of "told": a pronoun or a noun phrase.
    pub(super) fn skip_listener(&self, from: usize) -> usize {
        let Some(token) = self.document.tokens.get(from) else { return from };
        if token.word.pronoun.is_some() {
            return from + 1;
        }
        if token.is_lower(Class::Complementizer) || self.quotes.around(from).is_some() {
            return from;
        }
        let limit = self.document.tokens.len().min(from + 10);
        let mut at = from;
        while at < limit {
            let token = self.document.token(at);
            let inside = at == from && token.is_any_of(Class::Determiner | Class::Possessive)
                || token.is_word() && !token.word.is_function() && !token.is(Class::Calendar)
                || token.shape == Shape::Clitic && !token.is(Class::Auxiliary)
                || (self.document.mark(at) == '&' || token.is_lower(Class::Genitive))
                || token.is(Class::Determiner)
                    && self.document.token(at - 1).is_lower(Class::Genitive);
            // "told reporters the plan": a lower noun ends before the next determiner.
            if !inside || self.quotes.around(at).is_some() {
                break;
            }
            at += 1;
        }
        at
    }

    /// Where the phrase that the preposition at token `at` opens ends, if it stands between cue
    /// and content: it names a time or the occasion, or what follows it shows where content starts.
    fn adjunct_end(&self, at: usize) -> Option<usize> {
        let object = self.document.tokens.get(at + 1)?;
        if object.word.pronoun.is_some_and(|pronoun| pronoun.case != Case::Subject) {
            return Some(at + 2);
        }
        let limit = self.document.tokens.len().min(at + 14);
        let end = (at + 1..limit).find(|&n| {
            let token = self.document.token(n);
            let opens = self.quotes.around(n).is_some()
                || token.shape == Shape::Punctuation
                    && !matches!(self.document.mark(n), '.' | '&' | '-' | '$' | '\'' | '’')
                || token.is(Class::Subordinator) && !token.is(Class::Preposition)
                || self.document.mark(n) == '.'
                || token.word.pronoun.is_some()
                || token.is(Class::Auxiliary);
            opens || token.is(Class::Preposition) && !token.is_lower(Class::AdjunctInner)
        })?;
        let shows_content = self.quotes.around(end).is_some()
            || (matches!(self.document.mark(end), ':' | ',')
                || self.document.token(end).is_lower(Class::Complementizer));
        let ends_here = matches!(self.document.mark(end), '.' | ',' | ';');
        // "in a statement the plan …", "on Tuesday the plan …": short, and known as an occasion.
        let short = (at + 1..end.min(at + 5))
            .find(|&n| self.document.token(n).is_any_of(Class::Calendar | Class::SpeechNoun));
        match short {
            _ if shows_content || ends_here => Some(end),
            Some(n) => Some(n + 1),
            None => None,
        }
    }

    /// Past ", the mayor of Bern," after an inverted source.
    pub(super) fn skip_apposition(&self, from: usize) -> usize {
        if self.document.mark(from) != ',' || self.quotes.around(from + 1).is_some() {
            return from;
        }
        let opens = self.document.tokens.get(from + 1).is_some_and(|token| {
            token.is_any_of(
                Class::Determiner
                    | Class::Possessive
                    | Class::Relative
                    | Class::Role
                    | Class::Preposition
                    | Class::TitleModifier
                    | Class::Adverb,
            ) || token.shape == Shape::Number
                || token.word.verb.is_some_and(|verb| verb.form == VerbForm::Ing)
        });
        let limit = self.sentences.around(from).end.min(from + 24);
        let close = (from + 1..limit)
            .find(|&n| self.document.mark(n) == ',' || self.quotes.around(n).is_some());
        match close {
            Some(n) if opens && self.quotes.around(n).is_none() => n,
            Some(n) if opens && n > from + 1 && matches!(self.document.mark(n - 1), ',' | ':') => {
                n - 1
            }
            _ => from,
        }
    }

    /// Whether the words `from..end` are a phrase in front of a sentence.
    pub(super) fn is_adjunct(&self, from: usize, end: usize) -> bool {
        let Some(token) = self.document.tokens.get(from) else { return false };
        let finite = (from..end).any(|n| self.document.token(n).is(Class::Auxiliary));
        token.is_any_of(Class::Preposition | Class::Subordinator | Class::Adverb)
            && !token.is(Class::Determiner)
            || token
                .word
                .verb
                .is_some_and(|verb| matches!(verb.form, VerbForm::Ing | VerbForm::Past))
            || !finite && self.words(from..end) < 4
    }
}
