//! The words between a cue and its content that belong to neither: the listener, a date, the occasion,
//! a description of the source.

use super::clauses::Clauses;
use crate::cue::Cue;
use crate::lexicon::{Case, Class, Setting, VerbClass, VerbForm};
use crate::token::Shape;

/// Adjuncts between a cue and its content end within this many tokens; what is longer is content.
const ADJUNCT_TOKENS: usize = 24;
/// The same for the phrase of one preposition, from the preposition on.
const PHRASE_TOKENS: usize = 14;
/// An occasion is named within this many tokens from the preposition on: "in a statement".
const OCCASION_TOKENS: usize = 5;
/// The object of "told" ends within this many tokens.
const LISTENER_TOKENS: usize = 10;
/// A description of the source ends within this many tokens.
const APPOSITION_TOKENS: usize = 24;

impl Clauses<'_> {
    /// Past the words between a cue and its content that start at token `from`: the listener, a date,
    /// "in a statement".
    pub(super) fn skip_adjuncts(&self, from: usize, cue: &Cue) -> usize {
        let mut at = from;
        let takes_listener =
            [VerbClass::Tell, VerbClass::Ask, VerbClass::Commit].iter().any(|&class| cue.is(class));
        if takes_listener && from == cue.tokens.end {
            at = self.skip_listener(at);
            at = self.skip_description(at);
        }
        let limit = from + ADJUNCT_TOKENS;
        while at < limit {
            if let Some(end) = self.skip_title(at) {
                at = end;
            }
            if self.quotes.around(at).is_some() {
                break;
            }
            let Some(token) = self.document.tokens.get(at) else { break };
            let end = if self.is_pointed_time(at) {
                Some(at + 2)
            } else if self.is_date_or_manner(at) || at > from && self.completes_date(at) {
                Some(at + 1)
            } else if token.is(Class::Preposition) && !self.is_infinitive(at) {
                self.adjunct_end(at, cue)
            } else {
                None
            };
            match end {
                Some(end) => at = end,
                None => break,
            }
        }
        at
    }

    /// Whether the word at token `at` names a day or says how somebody speaks: "Monday", "quietly".
    fn is_date_or_manner(&self, at: usize) -> bool {
        let token = self.document.token(at);
        // "said *there* was": the subject of what is reported.
        let next = self.document.token(at + 1);
        let before_verb = next.is_any_of(Class::Auxiliary | Class::Clitic)
            || next.word.verb.is_some_and(|verb| verb.form == VerbForm::Past);
        // "called November’s vote": the day or month owns something.
        if before_verb && (next.is(Class::Clitic) || !token.is(Class::Calendar)) {
            return false;
        }
        let has_other_use =
            || token.is_any_of(Class::Determiner | Class::Preposition | Class::Subordinator);
        let ends_like_adverb = || {
            token.shape == Shape::Lower
                && self.document.ends(at, Setting::AdverbEndings)
                && !token.word.is_person_noun()
        };
        token.is(Class::Calendar)
            || token.is(Class::Adverb) && !has_other_use()
            || ends_like_adverb()
    }

    /// Whether a time that is pointed at stands at token `at`: "said *this week* that it held", "said *that day*,
    /// “Go.”".
    fn is_pointed_time(&self, at: usize) -> bool {
        let noun = self.document.token(at + 1);
        if !self.document.token(at).is_lower(Class::Demonstrative) || noun.shape != Shape::Lower {
            return false;
        }
        let quoted = matches!(self.document.mark(at + 2), ',' | ':')
            && self.opens_quoted_sentence(at + 2)
            && !noun.word.is_function();
        // "said *this week* was hard": the subject of what is reported.
        let subject = self.document.token(at + 2).is(Class::Auxiliary);
        quoted || noun.is(Class::Calendar) && !subject && self.is_date_or_manner(at + 1)
    }

    /// Whether token `at` goes on after a month or a day: "May *5*", "Monday *night* that".
    fn completes_date(&self, at: usize) -> bool {
        self.document.token(at - 1).is(Class::Calendar)
            && (self.document.token(at).shape == Shape::Number
                || self.document.token(at + 1).is_lower(Class::Complementizer))
    }

    /// Whether an infinitive starts at token `at`: "to leave", not "to the press".
    pub(super) fn is_infinitive(&self, at: usize) -> bool {
        // "not to leave"
        let at = at + usize::from(self.document.token(at).is(Class::Negation));
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
                    && (!self.document.ends(at + 1, Setting::PluralEndings)
                        || self.document.ends(at + 1, Setting::SingularEndings));
                // "to “send a message”"
                let quoted = self.quotes.around(at + 1).is_some()
                    && self.document.token(at + 2).shape == Shape::Lower;
                quoted || next.shape == Shape::Lower && (verb || auxiliary || adverb)
            })
    }

    /// Whether token `at` opens a reported clause or question: "that", "how".
    fn opens_clause(&self, at: usize) -> bool {
        let token = self.document.token(at);
        token.is_lower(Class::Subordinator)
            && !token.is_any_of(Class::Preposition | Class::Circumstance)
    }

    /// Past the object of "told": a pronoun or a noun phrase.
    fn skip_listener(&self, from: usize) -> usize {
        let Some(token) = self.document.tokens.get(from) else { return from };
        if let Some(pronoun) = token.word.pronoun {
            // "warned *they* could sell": the clause starts without a listener.
            let subject =
                pronoun.case == Case::Subject && self.document.token(from + 1).is(Class::Auxiliary);
            return if subject { from } else { from + 1 };
        }
        if token.is_lower(Class::Complementizer) || self.quotes.around(from).is_some() {
            return from;
        }
        let limit = self.document.tokens.len().min(from + LISTENER_TOKENS);
        let mut at = from;
        // Where the phrase ends if no clause opens after its "and": "told Lee and left".
        let mut alone = None;
        while at < limit {
            let token = self.document.token(at);
            let inside = at == from && token.is_any_of(Class::Determiner | Class::Possessive)
                || token.is_word() && !token.word.is_function() && !token.is(Class::Calendar)
                || token.shape == Shape::Clitic && !token.is(Class::Auxiliary)
                || (self.document.mark(at) == '&' || token.is_lower(Class::Genitive))
                || token.is(Class::Determiner)
                    && self.document.token(at - 1).is_lower(Class::Genitive);
            if at > from && alone.is_none() && token.is_lower(Class::Joining) {
                alone = Some(at);
                at += 1;
                continue;
            }
            // "told reporters the plan": the noun phrase ends before the next determiner.
            if !inside || self.quotes.around(at).is_some() {
                break;
            }
            at += 1;
        }
        let joined = self.opens_clause(at) || self.is_infinitive(at);
        alone.filter(|_| !joined).unwrap_or(at)
    }

    /// Past the words that describe a listener, from token `from` on: "urged voters *in Bern* to stay".
    fn skip_description(&self, from: usize) -> usize {
        let token = self.document.token(from);
        let describes = token.is_any_of(Class::Preposition | Class::Genitive)
            && !self.is_infinitive(from)
            && self.quotes.around(from).is_none();
        let end = (from + 1..from + LISTENER_TOKENS).find(|&n| {
            let token = self.document.token(n);
            self.quotes.around(n).is_some()
                || token.shape == Shape::Punctuation
                || token.is_any_of(Class::Auxiliary | Class::Subordinator)
                || token.word.pronoun.is_some()
                || self.is_infinitive(n)
        });
        let opens = |n: usize| self.is_infinitive(n) || self.opens_clause(n);
        end.filter(|&n| describes && opens(n)).unwrap_or(from)
    }

    /// Past a work between owner and content, from token `from` on, where words in quotation marks start: "said on
    /// Lee’s *“Low Tide”* that".
    fn skip_title(&self, from: usize) -> Option<usize> {
        let quote = self.quotes.around(from)?;
        let tokens = self.quotes.all[quote].tokens();
        let before = self.document.token(from.checked_sub(1)?);
        let next = self.document.token(tokens.end);
        let goes_on = next.is_any_of(Class::Preposition | Class::Calendar | Class::Complementizer);
        (tokens.start == from
            && before.is_any_of(Class::Clitic | Class::Preposition | Class::Work)
            && self.document.token(from + 1).is_capital()
            && goes_on)
            .then_some(tokens.end)
    }

    /// Where the phrase of the preposition at token `at` ends, if the phrase stands between cue and
    /// content: it names a time or the occasion, or the token after it shows that content starts.
    fn adjunct_end(&self, at: usize, cue: &Cue) -> Option<usize> {
        let object = self.document.tokens.get(at + 1)?;
        if object.word.pronoun.is_some_and(|pronoun| pronoun.case != Case::Subject) {
            return Some(at + 2);
        }
        let limit = self.document.tokens.len().min(at + PHRASE_TOKENS);
        let end = (at + 1..limit).find(|&n| {
            let token = self.document.token(n);
            self.quotes.around(n).is_some()
                || token.shape == Shape::Punctuation
                    && !matches!(self.document.mark(n), '&' | '-' | '$' | '\'' | '’')
                || token.is(Class::Subordinator) && !token.is(Class::Preposition)
                || token.word.pronoun.is_some()
                || token.is(Class::Auxiliary)
                || token.is(Class::Preposition) && !token.is_lower(Class::AdjunctInner)
                || self.is_infinitive(n)
        })?;
        if let Some(title) = self.skip_title(end) {
            return Some(title);
        }
        let content_starts = self.quotes.around(end).is_some()
            || matches!(self.document.mark(end), ':' | ',')
            || end > at + 1 && self.opens_clause(end)
            || self.document.token(end).is_lower(Class::Complementizer);
        // "promised at a rally to leave"
        let does = cue.is(VerbClass::Commit) && self.is_infinitive(end);
        let stops = matches!(self.document.mark(end), '.' | ',' | ';');
        if content_starts || does || stops {
            return Some(end);
        }
        // "in a statement the plan …", "on Tuesday the plan …": the content starts without a sign.
        let mut near = at + 1..end.min(at + OCCASION_TOKENS);
        let occasion =
            near.find(|&n| self.document.token(n).is_any_of(Class::Calendar | Class::SpeechNoun));
        occasion.map(|n| n + 1)
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
                    && !self.document.token(from + 2).is_lower(Class::Complementizer)
        });
        let limit = self.sentences.around(from).end.min(from + APPOSITION_TOKENS);
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

    /// Whether the words `from..end` are a phrase in front of a sentence: "After the vote".
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

    /// Whether the words `from..end` are a phrase in front that has no verb, which nobody says: "In a talk on
    /// Monday", "After calling her a liar".
    pub(super) fn is_verbless_phrase(&self, from: usize, end: usize) -> bool {
        let token = self.document.token(from);
        let clause = token.is(Class::Subordinator)
            && !self.document.ends(from + 1, Setting::ParticipleEndings);
        token.is_any_of(Class::Preposition | Class::Calendar | Class::Adverb)
            && !token.is(Class::Determiner)
            && !clause
            && !self.has_finite_verb(from..end)
    }
}
