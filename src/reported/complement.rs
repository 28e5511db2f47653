//! What verbs report that name a person and what this person did or should do: "called on *Lee to resign*",
//! "accused *Lee of lying*". Also what somebody was told or asked.

use std::ops::Range;

use super::clauses::{CLAUSE_TOKENS, Clauses};
use super::reporting::ReportingClause;
use crate::cue::Cue;
use crate::lexicon::{Case, Class, Setting, VerbClass};
use crate::token::Shape;

/// The person stands within this many tokens after the verb.
const PERSON_TOKENS: usize = 10;

impl Clauses<'_> {
    /// Where the complement of a verb of judgement starts, the person with it, if it says what somebody did or
    /// should do.
    pub(super) fn complement(&self, cue: &Cue) -> Option<usize> {
        if !cue.is(VerbClass::Judge) || cue.negated || cue.subject.is_none() {
            return None;
        }
        let from = cue.tokens.end;
        let first = self.document.token(from);
        // "called on Lee to resign"
        let urges = first.is(Class::Preposition)
            && !first.is_any_of(Class::Infinitive | Class::Genitive | Class::Manner);
        let start = if urges { from + 1 } else { from };
        let end = self.phrase_end(start)?;
        let is_person = self.is_person(start..end);
        let next = self.document.token(end);
        if urges {
            return (is_person && self.is_infinitive(end)).then_some(start);
        }
        let does = self.document.ends(end + 1, Setting::ParticipleEndings);
        // "called her *a liar*"
        let label = next.is_lower(Class::Article)
            && !next.is(Class::Definite)
            && self.document.token(end + 1).is_word();
        let specific = is_person || self.document.token(start).is(Class::Determiner);
        (next.is_lower(Class::Genitive) && does && specific || label && is_person).then_some(start)
    }

    /// The end of the noun phrase that starts at token `start`.
    fn phrase_end(&self, start: usize) -> Option<usize> {
        let first =
            self.document.tokens.get(start).filter(|_| self.quotes.around(start).is_none())?;
        if first.word.pronoun.is_some_and(|pronoun| pronoun.case != Case::Subject) {
            return Some(start + 1);
        }
        let inside = |n: usize| {
            let token = self.document.token(n);
            let owner = token.shape == Shape::Clitic;
            self.quotes.around(n).is_none()
                && (owner
                    || n == start && token.is_any_of(Class::Determiner | Class::Possessive)
                    // "each other"
                    || n == start + 1 && token.is(Class::Attributive)
                    || self.joins_name(n)
                    || token.is_word()
                        && !token.word.is_function()
                        && !self.document.ends(n, Setting::ParticipleEndings)
                    || matches!(self.document.mark(n), '.' | '-')
                    || token.is_lower(Class::Joining))
        };
        let end = (start..start + PERSON_TOKENS).find(|&n| !inside(n))?;
        (end > start).then_some(end)
    }

    /// Whether token `n` is an "of" inside a name: "the Court of Bern".
    fn joins_name(&self, n: usize) -> bool {
        let token = self.document.token(n);
        token.is_lower(Class::Genitive)
            && self.document.token(n - 1).is_capital()
            && self.document.token(n + 1).is_capital()
    }

    /// Whether the noun phrase `tokens` is a person or body.
    fn is_person(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|n| {
            let token = self.document.token(n);
            token.is_capital() && !token.word.is_function()
                || token.word.is_person_noun()
                || token.is_any_of(Class::Group | Class::Plural)
                || token.word.pronoun.is_some()
        })
    }

    /// Whether `content` is the complement of a verb of judgement.
    pub(super) fn has_complement(&self, cue: &Cue, content: Option<&Range<usize>>) -> bool {
        content.is_some_and(|range| Some(range.start) == self.complement(cue))
    }

    /// What somebody was told or asked, by the passive cue `number`.
    pub(super) fn passive_content(&self, number: usize) -> Option<Range<usize>> {
        let cue = &self.cues[number];
        let addresses = cue.is(VerbClass::Tell) || cue.is(VerbClass::Ask);
        // "Asked whether it held, Lee laughed": the question is the reporter's.
        let unsaid = cue.following.is_none() && cue.tokens.len() == 1;
        if !addresses || cue.negated || unsaid {
            return None;
        }
        let end = cue.following.as_ref().map_or(cue.tokens.end, |agent| agent.end);
        let at = self.skip_adjuncts(end, cue);
        let token = self.document.token(at);
        let that = token.is_lower(Class::Complementizer);
        let reporting =
            ReportingClause { number, cue, tokens: cue.group_start..end, inverted: true };
        if that && self.is_relative(at, &reporting) {
            return None;
        }
        let start = if that { at + 1 } else { at };
        let opens = token.is(Class::Subordinator) && !token.is_lower(Class::Circumstance)
            || self.is_infinitive(at) && cue.is(VerbClass::Ask);
        if !opens {
            return None;
        }
        let end = self.passive_end(start, self.clause_end(start, &reporting), cue);
        (self.words_of_first(8, start..end) >= 2).then_some(start..end)
    }

    /// The comma that ends a clause in front, before token `end`: “Asked whether it held, Lee laughed”.
    fn passive_end(&self, start: usize, end: usize, cue: &Cue) -> usize {
        let sentence = self.sentences.around(start);
        let fronted = cue.group_start <= sentence.start + 2;
        let comma = |n: &usize| self.document.mark(*n) == ',' && self.quotes.around(*n).is_none();
        let found = (start..end).take(CLAUSE_TOKENS).find(comma).filter(|_| fronted);
        found.unwrap_or(end)
    }
}
