//! Where the content of a cue stands: before its reporting clause, after it, or on both sides.

use std::ops::Range;

use super::clauses::{CLAUSE_TOKENS, Clauses};
use super::reporting::ReportingClause;
use crate::cue::{Cue, CueKind, Relation};
use crate::lexicon::{Case, Class, Setting, VerbClass, VerbForm};
use crate::token::{DASHES, DOTS, Shape};

/// A word for a work stands among this many tokens in front of its title: "wrote the novel “…”".
const WORK_TOKENS: usize = 6;
/// The auxiliary of a clause stands fewer than this many tokens after its start: "the old mayor will".
const SUBJECT_TOKENS: usize = 10;

/// How the words after a reporting clause open: "said, *on Monday,* *that* it holds".
pub(super) struct Opening {
    /// The token after the reporting clause and its adjuncts.
    start: usize,
    /// The mark there; a comma, colon or dash separates the content from the cue.
    pub(super) mark: char,
    /// Whether it is such a mark.
    separated: bool,
    /// Whether a complementizer opens the content.
    that: bool,
    /// The first token that may be content.
    pub(super) content: usize,
}

impl Clauses<'_> {
    /// The content of a reporting clause, none of it before token `reported_end`.
    pub(super) fn content(
        &self,
        reporting: &ReportingClause,
        reported_end: usize,
    ) -> Vec<Range<usize>> {
        // "Citing “old debts,” Lee said that …": the clause after the complementizer is what she said.
        let that = !reporting.inverted && {
            let at = self.skip_adjuncts(reporting.tokens.end, reporting.cue);
            self.document.token(at).is_lower(Class::Complementizer)
                || self.distant_complementizer(at, reporting).is_some_and(|that| that > at + 1)
        };
        let mut content = Vec::new();
        // "…,” Lee said, adding the town “had no money”": a participle reports what follows it.
        let participle = reporting.cue.form == VerbForm::Ing;
        if (that || participle)
            && let Some(after) = self.after(reporting)
        {
            content.push(after);
        } else if let Some(before) = self.before(reporting, reported_end) {
            let rest = self.resumed(&before, reporting);
            content.push(before);
            content.extend(rest);
        } else if let Some(after) = self.after(reporting) {
            content.extend(self.front(reporting, &after, reported_end));
            content.push(after);
        }
        content
    }

    /// The content before a reporting clause: a quoted stretch, or the sentence so far from token
    /// `reported_end` on.
    fn before(&self, reporting: &ReportingClause, reported_end: usize) -> Option<Range<usize>> {
        let &ReportingClause { cue, ref tokens, .. } = reporting;
        let last = tokens.start.checked_sub(1)?;
        let separated = matches!(self.document.mark(last), ',' | '—' | '–' | DASHES);
        let quote = match self.quotes.around(last) {
            None if separated => self.quote_before_comma(last),
            quote => quote,
        };
        if let Some(quote) = quote {
            return self.before_with_quote(reporting, quote, reported_end);
        }
        let sentence = self.sentences.around(tokens.start);
        let is_source_phrase = cue.kind == CueKind::SourcePhrase;
        let may_follow = is_source_phrase
            || separated && !cue.is(VerbClass::Judge) && !cue.is(VerbClass::Manner);
        if !may_follow || cue.form == VerbForm::Ing || sentence.start >= last {
            return None;
        }
        let end = if separated { last } else { tokens.start };
        let start = self.skip_conjunction(sentence.start.max(reported_end));
        if end.saturating_sub(start) > CLAUSE_TOKENS {
            return None;
        }
        let words = self.words(start..end);
        if is_source_phrase {
            if self.is_led_in(start, end, reporting) {
                return None;
            }
            // "“A,” said Lee of the vote, according to the Herald": nothing is left to report.
            return (words >= 2 && reported_end <= sentence.start).then_some(start..end);
        }
        // "The idea, she said, would be": the verb shows that the clause goes on.
        let comma = matches!(self.document.mark(tokens.end), ',' | '—' | '–');
        let next = self.document.tokens.get(tokens.end + 1);
        if comma && next.is_some_and(|token| token.is(Class::Auxiliary)) {
            return (words > 0).then_some(start..end);
        }
        // "At one point, she said, the lights went out": a reporting clause between commas stands inside of
        // what it reports.
        if separated && comma && self.goes_on(tokens.end, cue) {
            return (words > 1).then_some(start..end);
        }
        // "After the vote, Lee said": a phrase in front, not what she said.
        let ends = self.ends_sentence(cue, tokens.end);
        let adjunct =
            self.is_adjunct(start, end) && (!ends || comma) || self.is_verbless_phrase(start, end);
        (words >= 3 && !adjunct && (ends || comma)).then_some(start..end)
    }

    /// The rest of a clause that the reporting clause interrupts: "The idea, she said, [would be …]", or
    /// the second stretch of interrupted speech: "“A,” said Lee, [“B.”]".
    fn resumed(&self, before: &Range<usize>, reporting: &ReportingClause) -> Option<Range<usize>> {
        let cue = reporting.cue;
        let comma = self.skip_apposition(self.skip_adjuncts(reporting.tokens.end, cue));
        if !matches!(self.document.mark(comma), ',' | '—' | '–' | DASHES) {
            return None;
        }
        let next = comma + 1;
        let quoted_before = self.quotes.around(before.end - 1).is_some();
        match self.quotes.around(next) {
            Some(quote) if quoted_before => return Some(self.quotes.all[quote].tokens()),
            None if quoted_before => return None,
            _ => {}
        }
        let token = self.document.tokens.get(next)?;
        if self.document.block_of(next) != self.document.block_of(comma) {
            return None;
        }
        // "said Lee, another member who": what follows describes the source.
        let describes = (cue.subject.is_none() || reporting.inverted)
            && token.is_any_of(Class::Determiner | Class::Role | Class::Possessive);
        if describes {
            return None;
        }
        let start = if token.is_lower(Class::Complementizer) { next + 1 } else { next };
        // "It is not true, she said, that it fell"
        let that = start > next && self.has_finite_verb(start..self.sentences.around(comma).end);
        let goes_on = that
            || token.is_any_of(Class::Auxiliary | Class::Preposition)
            || token.is_word()
                && !token.is_any_of(Class::Conjunction | Class::Subordinator | Class::Relative)
                && token.word.verb.is_none_or(|verb| verb.form != VerbForm::Ing);
        let end = self.clause_end(start, reporting);
        // "said Lee, Bern's mayor": without a verb, it describes the source as well.
        let names = reporting.inverted && !self.has_finite_verb(start..end);
        (goes_on && !names && start < self.sentences.around(comma).end).then_some(start..end)
    }

    /// Whether a clause goes on after the comma at token `comma`, which follows `cue`.
    fn goes_on(&self, comma: usize, cue: &Cue) -> bool {
        let next = self.document.token(comma + 1);
        let subject = next.word.pronoun.is_some_and(|pronoun| pronoun.case == Case::Subject);
        comma + 1 < self.sentences.around(comma).end
            && self.quotes.around(comma + 1).is_none()
            && cue.is(VerbClass::Say)
            && cue.subject.is_some()
            && next.is_word()
            && (subject
                || next.is(Class::Determiner)
                || next.is_capital()
                || next.is(Class::Possessive))
            && !next.is_any_of(Class::Conjunction | Class::Relative)
    }

    /// The content after a reporting clause.
    fn after(&self, reporting: &ReportingClause) -> Option<Range<usize>> {
        let opening = self.opening(reporting);
        let Opening { start, separated, that, content, .. } = opening;
        if let Some(quote) = self.quotes.around(content) {
            if self.has_tag(quote) {
                return None;
            }
            let tokens = self.quotes.all[quote].tokens();
            // "consider “Low Tide” a classic"
            let names = reporting.cue.is(VerbClass::Think)
                && content == tokens.start
                && !separated
                && !that
                && self
                    .document
                    .token(tokens.end)
                    .is_any_of(Class::Determiner | Class::Preposition);
            if names {
                return None;
            }
            // "said: “…”": the mark announces the whole content.
            let whole = separated && !that || content != tokens.start;
            return Some(if whole { tokens } else { self.with_rest_of_clause(quote, reporting) });
        }
        if let Some(start) = self.complement(reporting.cue) {
            let end = self.clause_end(start, reporting);
            return (self.words_of_first(4, start..end) >= 2).then_some(start..end);
        }
        if reporting.cue.kind == CueKind::SourcePhrase {
            return self.after_source_phrase(reporting, &opening);
        }
        if let Some(quote) = self.quote_ahead(start, reporting.number).filter(|_| !that) {
            return Some(self.quotes.all[quote].tokens());
        }
        self.clause_after(reporting, &opening)
    }

    /// How the words after a reporting clause open.
    fn opening(&self, reporting: &ReportingClause) -> Opening {
        let mut start = self.skip_adjuncts(reporting.tokens.end, reporting.cue);
        if reporting.inverted {
            start = self.skip_apposition(start);
        }
        start = self.distant_complementizer(start, reporting).unwrap_or(start);
        let mark = self.document.mark(start);
        let separated = matches!(mark, ',' | ':' | '—' | '–' | DASHES | DOTS);
        let next = if separated { start + 1 } else { start };
        let that = self.document.token(next).is(Class::Complementizer)
            && !self.is_relative(next, reporting);
        Opening { start, mark, separated, that, content: if that { next + 1 } else { next } }
    }

    /// The clause without quotation marks in front that a verb reports.
    fn clause_after(&self, reporting: &ReportingClause, opening: &Opening) -> Option<Range<usize>> {
        let &Opening { mark, separated, that, content: start, .. } = opening;
        let cue = reporting.cue;
        let sentence = self.sentences.around(cue.tokens.start);
        if start >= sentence.end {
            return None;
        }
        let colon = mark == ':';
        let announced = colon && self.words_of_first(8, start..sentence.end) >= 3;
        if separated && mark != ',' && !that && !announced {
            return None;
        }
        // "Now, she said, the plan": the reporting clause stands between commas.
        let between_commas = mark == ','
            && cue.subject.as_ref().is_some_and(|subject| {
                subject.relation == Relation::Adjacent
                    && subject.tokens.start > sentence.start
                    && self.document.mark(subject.tokens.start - 1) == ','
            });
        // "She said, if elected, she would"
        let conditional = mark == ','
            && cue.is(VerbClass::Say)
            && self.document.token(start).is(Class::Subordinator)
            && !self.document.token(start).is(Class::Relative);
        // "As Lee said, the plan": a verb that says lacks its object there.
        let compared = mark == ','
            && cue.is(VerbClass::Say)
            && start == cue.tokens.end + 1
            && self.is_compared(cue);
        let opens = that || colon || conditional || compared || self.opens_content(start, cue);
        let may_follow = that || colon || between_commas || conditional || compared || !separated;
        if !opens || !may_follow || reporting.inverted && !that {
            return None;
        }
        // "referred to [her as “the boss”]", "called for [“a new plan”]"
        let first = self.document.token(start);
        let particle = cue.is(VerbClass::Judge)
            && start == cue.tokens.end
            && first.is(Class::Preposition)
            && !first.is(Class::Subordinator);
        let start = start + usize::from(particle);
        let end = self.clause_end(start, reporting);
        // "refused to comment" says nothing.
        let least = if self.is_infinitive(start) { 3 } else { 2 };
        (self.words_of_first(16, start..end) >= least).then_some(start..end)
    }

    /// Whether `cue` stands in a clause of comparison in front of its sentence: "But as Lee said, …".
    fn is_compared(&self, cue: &Cue) -> bool {
        let Some(subject) = &cue.subject else { return false };
        let sentence = self.sentences.around(cue.tokens.start);
        let compares = |n: usize| {
            let token = self.document.token(n);
            token.is(Class::Circumstance) && token.is(Class::Manner)
        };
        subject.relation == Relation::Adjacent
            && subject.tokens.start <= sentence.start + 2
            && (sentence.start..=sentence.start + 1).any(compares)
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
        let is_speech_verb = |n: usize| {
            self.document.tokens.get(n).is_some_and(|next| {
                next.word
                    .verb
                    .is_some_and(|verb| matches!(verb.class, VerbClass::Say | VerbClass::Tell))
            })
        };
        let infinitive = self.is_infinitive(at) && !is_speech_verb(at + 1);
        let work = (at..at + WORK_TOKENS)
            .take_while(|&n| self.quotes.around(n).is_none())
            .any(|n| self.document.tokens.get(n).is_some_and(|token| token.is(Class::Work)));
        if work && self.is_before_quote(at) || cue.is(VerbClass::Think) && self.has_title(at) {
            return false;
        }
        // "said in a film that showed": the clause is about the film.
        if token.is_lower(Class::Complementizer) {
            return false;
        }
        let clause = token.is(Class::Subordinator) && !token.is_lower(Class::Circumstance);
        // "claims to have seen"
        let claimed = infinitive
            && cue.form != VerbForm::Third
            && self.document.token(at + 1).is(Class::BaseAuxiliary);
        let CueKind::Verb(class) = cue.kind else { return false };
        match class {
            _ if token.is(Class::Conjunction) || token.is(Class::Relative) && !clause => false,
            VerbClass::Commit => clause || infinitive || !token.is(Class::Preposition),
            VerbClass::Say | VerbClass::Think => {
                // "said about 40 boats had left"
                let number = token.is(Class::Adverb) && {
                    let next = self.document.token(at + 1);
                    next.shape == Shape::Number || next.is(Class::Number)
                };
                clause
                    || number
                    || claimed
                    || !token.is(Class::Preposition) && !token.is(Class::Subordinator)
            }
            VerbClass::Tell | VerbClass::Ask => clause || infinitive || self.is_clause(at),
            VerbClass::Manner => clause && !token.is_lower(Class::Manner),
            VerbClass::Judge => self.is_before_quote(at) && !self.is_in_title(at),
        }
    }

    /// Whether "that" shows that a verb of manner reports a clause and does not take a thing as its
    /// object: "states that", not "states could".
    pub(super) fn says_that(&self, cue: &Cue, content: Option<&Range<usize>>) -> bool {
        let before = content.and_then(|range| range.start.checked_sub(1));
        cue.is(VerbClass::Manner)
            && cue.subject.is_some()
            && !cue.negated
            && before.is_some_and(|n| {
                n >= cue.tokens.end && self.document.token(n).is_lower(Class::Complementizer)
            })
    }

    /// Whether an auxiliary or a past form outside of quotation marks is among `tokens`.
    pub(super) fn has_finite_verb(&self, tokens: Range<usize>) -> bool {
        tokens.take(CLAUSE_TOKENS).any(|n| {
            let token = self.document.token(n);
            let finite = token.is_lower(Class::Auxiliary)
                || token.word.verb.is_some_and(|verb| verb.form == VerbForm::Past)
                || token.shape == Shape::Lower
                    && !token.word.is_function()
                    && self.document.ends(n, Setting::FiniteEndings);
            finite && self.quotes.around(n).is_none()
        })
    }

    /// Whether a subject with its verb starts at token `at`.
    pub(super) fn is_clause(&self, at: usize) -> bool {
        let Some(token) = self.document.tokens.get(at) else { return false };
        let auxiliary_follows = || {
            (at + 1..at + SUBJECT_TOKENS)
                .any(|n| self.document.tokens.get(n).is_some_and(|t| t.is(Class::Auxiliary)))
        };
        let noun = token.is_any_of(Class::Determiner | Class::Possessive) || token.is_capital();
        token.word.pronoun.is_some_and(|p| p.case == Case::Subject) || noun && auxiliary_follows()
    }
}
