//! What a phrase such as "according to" reports from its place in front of a clause.

use std::ops::Range;

use super::clauses::{CLAUSE_TOKENS, Clauses};
use super::content::Opening;
use super::reporting::ReportingClause;
use crate::lexicon::{Class, VerbForm};

/// A source in front of its clause ends within this many tokens after its first phrase.
const SOURCE_TOKENS: usize = 24;

impl Clauses<'_> {
    /// The clause after a source phrase in front: "According to Lee, the plan failed."
    pub(super) fn after_source_phrase(
        &self,
        reporting: &ReportingClause,
        opening: &Opening,
    ) -> Option<Range<usize>> {
        let &Opening { mut mark, content: mut start, .. } = opening;
        let phrase = &reporting.cue.tokens;
        let sentence = self.sentences.around(phrase.start);
        let first = sentence.start + 1 >= phrase.start || {
            let last = phrase.start - 1;
            self.document.mark(last) == ',' && self.is_led_in(sentence.start, last, reporting)
        };
        // "According to a study by Lee of old mills, they": the clause starts after the comma.
        if first && mark != ',' {
            let limit = sentence.end.min(start + SOURCE_TOKENS);
            let comma =
                |n: &usize| self.document.mark(*n) == ',' && self.quotes.around(*n).is_none();
            start = (start..limit).find(comma)? + 1;
            mark = ',';
        }
        let in_front = mark == ',' && start < sentence.end && first;
        let clause = start..self.clause_end(start, reporting);
        (in_front && self.words_of_first(8, clause.clone()) >= 2).then_some(clause)
    }

    /// Whether the words `from..end` before a source phrase only lead to the clause after it: "In autumn, according to
    /// Lee, it failed", "it closed because, according to Lee, it failed".
    pub(super) fn is_led_in(&self, from: usize, end: usize, reporting: &ReportingClause) -> bool {
        if end <= from || end - from > CLAUSE_TOKENS {
            return false;
        }
        let goes_on = self.document.mark(reporting.tokens.end) == ','
            && self.document.token(reporting.tokens.end + 1).is_word()
            && reporting.tokens.end + 1 < self.sentences.around(from).end;
        let last = self.document.token(end.saturating_sub(1));
        let opens = last.is_any_of(Class::Subordinator | Class::Conjunction | Class::Relative);
        let first = self.document.token(from);
        let phrase = first.is_any_of(Class::Preposition | Class::Adverb | Class::Calendar)
            && !(from..end).any(|n| {
                let token = self.document.token(n);
                let past = token.word.verb.is_some_and(|verb| verb.form == VerbForm::Past);
                token.is(Class::Auxiliary) || past || token.mark == ','
            });
        goes_on && (opens || phrase)
    }
}
