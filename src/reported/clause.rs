//! Where reported clauses begin and end.

use std::ops::Range;

use super::clauses::{Clauses, LONGEST};
use crate::cue::{Cue, CueKind, Relation};
use crate::lexicon::{Case, Class, VerbClass, VerbForm};
use crate::token::{DASHES, DOTS, Shape};

impl Clauses<'_> {
    /// The content before cue `number`, whose source and verb begin at token `start` and end before
    /// token `behind`: the sentence so far, from token `taken` on.
    pub(super) fn before(
        &self,
        number: usize,
        start: usize,
        behind: usize,
        taken: usize,
    ) -> Option<Range<usize>> {
        let cue = &self.cues[number];
        let last = start.checked_sub(1)?;
        let sentence = self.sentences.around(start);
        if let Some(quote) = self.quotes.around(last) {
            return self.before_with_quote(number, quote, sentence.start, taken);
        }
        let parted = matches!(self.document.mark(last), ',' | '—' | '–' | DASHES);
        let according = cue.kind == CueKind::SourcePhrase;
        // "“…,” another friend, Ann Lee, said": a description stands before the name.
        if let Some(quote) = self.quote_before_description(last).filter(|_| parted) {
            return self.before_with_quote(number, quote, sentence.start, taken);
        }
        // "‘It held’, said Lee": the comma stands outside the marks.
        if let Some(quote) =
            last.checked_sub(1).and_then(|n| self.quotes.around(n)).filter(|_| parted)
        {
            return self.before_with_quote(number, quote, sentence.start, taken);
        }
        let may_trail =
            according || parted && !cue.is(VerbClass::Judge) && !cue.is(VerbClass::Manner);
        if !may_trail || cue.form == VerbForm::Ing || sentence.start >= last {
            return None;
        }
        let mut end = if parted { last } else { start };
        if let Some(quote) = self.quotes.around(end.saturating_sub(1)) {
            end = self.quotes.all[quote].tokens().end;
        }
        let from = self.skip_conjunction(sentence.start.max(taken));
        if end.saturating_sub(from) > LONGEST {
            return None;
        }
        let words = self.words(from..end);
        let enough = words >= 3 || words >= 2 && according;
        if according {
            // "“A,” said Lee of the vote, according to the Herald": nothing is left to report.
            return (enough && taken <= sentence.start).then_some(from..end);
        }
        // "The idea, she said, would be": the verb of the clause shows that it goes on.
        let comma = matches!(self.document.mark(behind), ',' | '—' | '–');
        let verb =
            self.document.tokens.get(behind + 1).is_some_and(|token| token.is(Class::Auxiliary));
        if comma && verb {
            return (words > 0).then_some(from..end);
        }
        // "After the vote, Lee said": a phrase in front, not what she said.
        let ends = self.ends_sentence(number, behind);
        let adjunct = self.is_adjunct(from, end) && (!ends || comma);
        (enough && !adjunct && (ends || comma)).then_some(from..end)
    }

    /// The rest of a clause that source and cue interrupt: "The idea, she said, [would be …]", or
    /// the second stretch of interrupted speech: "“A,” said Lee, [“B.”]".
    pub(super) fn resumed(
        &self,
        before: Range<usize>,
        end: usize,
        number: usize,
    ) -> Option<Range<usize>> {
        let cue = &self.cues[number];
        let end = self.skip_apposition(self.skip_adjuncts(end, cue));
        let parted = matches!(self.document.mark(end), ',' | '—' | '–' | DASHES);
        let next = if parted { end + 1 } else { return None };
        let sentence_end = self.sentences.around(end).end;
        let quoted_before = self.quotes.around(before.end - 1).is_some();
        match self.quotes.around(next) {
            Some(quote) if quoted_before => return Some(self.quotes.all[quote].tokens()),
            None if quoted_before => return None,
            _ => {}
        }
        let token = self.document.tokens.get(next)?;
        if self.document.block_of(next) != self.document.block_of(end) {
            return None;
        }
        // "said Lee, another member who": what follows describes the source.
        let describes = cue.subject.is_none()
            && token.is_any_of(Class::Determiner | Class::Role | Class::Possessive);
        if describes {
            return None;
        }
        let next = if token.is_lower(Class::Complementizer) { next + 1 } else { next };
        let goes_on = token.is_any_of(Class::Auxiliary | Class::Preposition)
            || token.is_word()
                && !token.is_any_of(Class::Conjunction | Class::Subordinator | Class::Relative)
                && token.word.verb.is_none_or(|verb| verb.form != VerbForm::Ing);
        (goes_on && next < sentence_end).then(|| next..self.clause_end(next, number))
    }

    /// The content behind cue `number`, looked for from token `from` on.
    pub(super) fn after(&self, number: usize, from: usize, inverted: bool) -> Option<Range<usize>> {
        let cue = &self.cues[number];
        let sentence = self.sentences.around(cue.tokens.start);
        let mut start = self.skip_adjuncts(from, cue);
        if inverted {
            start = self.skip_apposition(start);
        }
        let mark = self.document.mark(start);
        let parted = matches!(mark, ',' | ':' | '—' | '–' | DASHES | DOTS);
        let at = if parted { start + 1 } else { start };
        let at = if self.document.token(at).is(Class::Complementizer) { at + 1 } else { at };
        let said_that = at > start && !parted || at > start + 1;
        if let Some(quote) = self.quotes.around(at) {
            if self.has_tag(quote) {
                return None;
            }
            return Some(self.after_with_quote(quote, at, number, parted && !said_that));
        }
        if cue.kind == CueKind::SourcePhrase {
            // "According to Lee, the plan failed."
            let fronted =
                mark == ',' && at < sentence.end && sentence.start + 1 >= cue.tokens.start;
            let clause = at..self.clause_end(at, number);
            return (fronted && self.words(at..clause.end.min(at + 8)) >= 2).then_some(clause);
        }
        if let Some(quote) = self.quote_ahead(start, number).filter(|_| !said_that) {
            return Some(self.quotes.all[quote].tokens());
        }
        if at >= sentence.end
            || parted
                && mark != ','
                && !said_that
                && !(mark == ':' && self.words(at..sentence.end.min(at + 8)) >= 3)
        {
            return None;
        }
        // "Now, she said, the plan": what stands between the commas is a tag.
        let source = cue.subject.as_ref().filter(|subject| subject.relation == Relation::Adjacent);
        let tag = mark == ','
            && source.is_some_and(|subject| {
                subject.tokens.start > sentence.start
                    && self.document.mark(subject.tokens.start - 1) == ','
            })
            && self.opens_content(at, cue);
        let colon = mark == ':';
        if !(tag || said_that || colon || self.opens_content(at, cue))
            || inverted && !said_that
            || parted && !(tag || said_that || colon)
        {
            return None;
        }
        let end = self.clause_end(at, number);
        // "refused to comment" tells nothing.
        let least = if self.is_infinitive(at) { 3 } else { 2 };
        (self.words(at..end.min(at + 16)) >= least).then_some(at..end)
    }

    /// Whether the word at token `at` opens what the cue reports.
    fn opens_content(&self, at: usize, cue: &Cue) -> bool {
        let Some(token) = self.document.tokens.get(at) else { return false };
        if !token.is_word()
            && token.shape != Shape::Number
            && !matches!(self.document.mark(at), '$' | '(' | '[')
        {
            return false;
        }
        // "declined to comment", "wrote the novel “…”": nothing is reported.
        let speaks = |n: usize| {
            self.document.tokens.get(n).is_some_and(|next| {
                next.word
                    .verb
                    .is_some_and(|verb| matches!(verb.class, VerbClass::Say | VerbClass::Tell))
            })
        };
        let infinitive = self.is_infinitive(at) && !speaks(at + 1);
        let work = (at..at + 6)
            .take_while(|&n| self.quotes.around(n).is_none())
            .any(|n| self.document.tokens.get(n).is_some_and(|token| token.is(Class::Work)));
        if work && self.has_quote(at) {
            return false;
        }
        let clause = token.is(Class::Subordinator) && !token.is_lower(Class::Circumstance);
        let CueKind::Verb(class) = cue.kind else { return false };
        match class {
            _ if token.is(Class::Conjunction) || token.is(Class::Relative) && !clause => false,
            VerbClass::Commit => clause || infinitive || !token.is(Class::Preposition),
            VerbClass::Say | VerbClass::Think => {
                clause || !token.is(Class::Preposition) && !token.is(Class::Subordinator)
            }
            VerbClass::Tell | VerbClass::Ask => clause || infinitive || self.is_clause(at),
            VerbClass::Manner => clause && !token.is_lower(Class::Manner),
            VerbClass::Judge => self.has_quote(at),
        }
    }

    /// Whether "that" shows what a verb reports which may as well take a thing: "states that", not
    /// "states could".
    pub(super) fn says_that(&self, cue: &Cue, content: Option<&Range<usize>>) -> bool {
        let before = content.and_then(|range| range.start.checked_sub(1));
        cue.is(VerbClass::Manner)
            && cue.subject.is_some()
            && !cue.negated
            && before.is_some_and(|n| {
                n >= cue.tokens.end && self.document.token(n).is_lower(Class::Complementizer)
            })
    }

    /// Whether a subject with its verb follows at token `at`.
    fn is_clause(&self, at: usize) -> bool {
        let Some(token) = self.document.tokens.get(at) else { return false };
        let auxiliary_near = || {
            (at + 1..at + 10)
                .any(|n| self.document.tokens.get(n).is_some_and(|t| t.is(Class::Auxiliary)))
        };
        let noun = token.is_any_of(Class::Determiner | Class::Possessive) || token.is_capital();
        token.word.pronoun.is_some_and(|p| p.case == Case::Subject) || noun && auxiliary_near()
    }
}
