//! The start of a clause that a reporting clause between commas interrupts.

use std::ops::Range;

use super::clauses::{CLAUSE_TOKENS, Clauses};
use super::reporting::ReportingClause;
use crate::cue::{CueKind, Relation};
use crate::lexicon::{Class, Setting, VerbClass, VerbForm};

impl Clauses<'_> {
    /// The start of the clause `after` that a reporting clause between commas interrupts: "*Now*, she said, it holds",
    /// "*Over time*, according to Lee, it fell".
    pub(super) fn front(
        &self,
        reporting: &ReportingClause,
        after: &Range<usize>,
        reported_end: usize,
    ) -> Option<Range<usize>> {
        let &ReportingClause { cue, ref tokens, .. } = reporting;
        let sentence = self.sentences.around(tokens.start);
        let end = tokens.start.checked_sub(1).filter(|&n| n > sentence.start)?;
        let phrase = cue.kind == CueKind::SourcePhrase;
        let comma = after.start.checked_sub(1)?;
        let says = phrase
            || cue.is(VerbClass::Say)
                && matches!(cue.form, VerbForm::Past | VerbForm::Third | VerbForm::Base)
                && cue.subject.as_ref().is_some_and(|s| s.relation == Relation::Adjacent)
                && comma == tokens.end;
        let between = self.document.mark(end) == ',' && self.document.mark(comma) == ',';
        let quoted =
            self.quotes.touch(sentence.start..end + 1) || self.opens_quoted_sentence(comma);
        let first = self.document.token(sentence.start);
        // "Asked why it fell, she said, …": a circumstance of the words, not a part of them.
        let participle = first.word.verb.is_some_and(|verb| verb.form != VerbForm::Base)
            || self.document.ends(sentence.start, Setting::ParticipleEndings);
        // "It fell because, according to Lee, it was old"
        let last = self.document.token(end - 1);
        let narrated = end > sentence.start + 1
            && last.is_any_of(
                Class::Subordinator | Class::Conjunction | Class::Relative | Class::Adverb,
            );
        // "In a letter, she said, …"
        let occasion = first.is(Class::Preposition)
            && (sentence.start..end).any(|n| self.document.token(n).is(Class::SpeechNoun));
        (says
            && between
            && !quoted
            && !participle
            && !narrated
            && !occasion
            && reported_end <= sentence.start
            && end - sentence.start <= CLAUSE_TOKENS
            && first.is_word())
        .then_some(sentence.start..end)
    }
}
