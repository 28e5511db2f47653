//! Where reported clauses start and end: a clause ends with its sentence, or where a later cue breaks it off.

use std::ops::Range;

use super::clauses::{CLAUSE_TOKENS, Clauses};
use super::reporting::ReportingClause;
use crate::cue::{Cue, CueKind, Relation};
use crate::lexicon::{Case, Class, Setting, VerbClass, VerbForm};
use crate::token::{DASHES, DOTS, Shape};

/// This many cues after the start of a clause may break it off.
const CUES_AHEAD: usize = 6;
/// The final tag of a sentence is one of this many cues after a cue.
const TAGS_AHEAD: usize = 4;
/// The word that opens a clause in front is one of this many tokens of its sentence: "A week *after* Lee said".
const FRONT_TOKENS: usize = 8;

impl Clauses<'_> {
    /// Where the clause that goes on at token `start`, after a reporting clause, ends: with its sentence, or
    /// where a later cue breaks it off.
    pub(super) fn clause_end(&self, start: usize, reporting: &ReportingClause) -> usize {
        let sentence = self.sentences.around(start);
        let mut end = sentence.end;
        let later = self.cues[reporting.number + 1..].iter().take(CUES_AHEAD);
        for cue in later.take_while(|cue| cue.tokens.start < sentence.end) {
            if cue.group_start <= start {
                continue;
            }
            let opening = match &cue.subject {
                Some(subject)
                    if matches!(subject.relation, Relation::Adjacent | Relation::Apposed)
                        && subject.tokens.start > start =>
                {
                    subject.tokens.start
                }
                _ => cue.group_start,
            };
            // "She asked for patience: “Wait,” she said.": the quotation belongs to its tag.
            let tagged = opening
                .checked_sub(1)
                .and_then(|n| self.quotes.around(n))
                .filter(|&quote| self.has_tag(quote));
            if let Some(quote) = tagged {
                let before = self.quotes.all[quote].tokens().start.saturating_sub(1);
                if before > start && matches!(self.document.mark(before), ':' | ',' | '—' | '–')
                {
                    end = before;
                    break;
                }
            }
            if let Some(break_off) = self.break_before(opening, cue, start, reporting) {
                end = break_off;
                break;
            }
        }
        end = self.main_clause(start, reporting).filter(|&main| main < end).unwrap_or(end);
        // "a man who promised to help, said": a relative clause ends at its comma.
        let relative = reporting.cue.subject.as_ref();
        if relative.is_some_and(|subject| subject.relation == Relation::Relative) {
            let comma =
                |n: &usize| self.document.mark(*n) == ',' && self.quotes.around(*n).is_none();
            end = (start..end).take(CLAUSE_TOKENS).find(comma).unwrap_or(end);
        }
        end = self.remark(start..end).unwrap_or(end);
        if reporting.cue.is(VerbClass::Judge) {
            end = self.label_end(start..end).unwrap_or(end);
        }
        while end > start && self.is_closing_punctuation(end - 1) {
            end -= 1;
        }
        end
    }

    /// The end of the words in quotation marks with which a verb of judgement labels somebody, if the writer goes on
    /// after a pause: "called Lee “a fraud”[, citing the vote]".
    fn label_end(&self, clause: Range<usize>) -> Option<usize> {
        let quote = clause.clone().take(CLAUSE_TOKENS).find_map(|n| self.quotes.around(n))?;
        let end = self.quotes.all[quote].tokens().end;
        let inside = self.document.mark(end.checked_sub(2)?) == ',';
        let pause = if inside { end - 2 } else { end };
        let next = if inside { end } else { end + 1 };
        let token = self.document.token(next);
        let goes_on = token.is_any_of(Class::Determiner | Class::Possessive)
            || self.document.ends(next, Setting::ParticipleEndings)
            || token.is(Class::Conjunction) && self.is_clause(next + 1);
        let aside = matches!(self.document.mark(pause), ',' | '—' | '–') && goes_on;
        let stops = aside || self.document.mark(end) == '(';
        (stops && end < clause.end && !self.quotes.touch(end..clause.end)).then_some(end)
    }

    /// The one dash of `clause` with a remark of the writer after it: "said it had failed[ — a blow to the mayor]".
    fn remark(&self, clause: Range<usize>) -> Option<usize> {
        let token = |n: usize| self.document.token(n);
        let is_dash = |n: &usize| {
            let mark = self.document.mark(*n);
            // A hyphen between spaces, no sign of a number or part of a word.
            let hyphen = mark == '-'
                && token(*n - 1).span.end < token(*n).span.start
                && token(*n).span.end < token(*n + 1).span.start;
            (hyphen || matches!(mark, '—' | '–' | '―' | DASHES)) && self.quotes.around(*n).is_none()
        };
        // "…, but the mayor has a plan": the writer objects.
        let objection = (clause.start + 1..clause.end).take(CLAUSE_TOKENS).find(|&n| {
            token(n).mark == ','
                && self.quotes.around(n).is_none()
                && token(n + 1).is(Class::Contrast)
                && !token(n + 2).is(Class::Complementizer)
                && self.is_clause(n + 2)
                && !self.quotes.touch(n..clause.end)
        });
        if objection.is_some() {
            return objection;
        }
        let mut dashes = (clause.start + 1..clause.end).take(CLAUSE_TOKENS).filter(is_dash);
        let dash = dashes.next()?;
        let next = token(dash + 1);
        let goes_on = next.is_any_of(Class::Preposition | Class::Subordinator | Class::Adverb)
            || self.document.ends(dash + 1, Setting::AdverbEndings)
            || next.is(Class::Conjunction) && !self.is_clause(dash + 2)
            || self.quotes.touch(dash..clause.end);
        (dashes.next().is_none() && !goes_on).then_some(dash)
    }

    /// Where the clause that goes on at token `start` ends if `later`, whose words begin at token `opening`,
    /// breaks it off: ", but Lee said", ", adding that", ", Lee said".
    fn break_before(
        &self,
        opening: usize,
        later: &Cue,
        start: usize,
        reporting: &ReportingClause,
    ) -> Option<usize> {
        let before = opening.checked_sub(1).filter(|&n| n > start)?;
        let token = self.document.token(before);
        let comma = |n: usize| matches!(self.document.mark(n), ',' | ';' | '—' | '–');
        // "… “too late,” adding that": the comma stands inside the marks.
        let inside = self.quotes.around(before).is_some() && comma(before - 1);
        let finite = matches!(later.form, VerbForm::Past | VerbForm::Third);
        if comma(before) || inside {
            let breaks = later.form == VerbForm::Ing
                || later.kind == CueKind::SourcePhrase
                || finite && (later.subject.is_some() || later.following.is_some());
            return breaks.then_some(if inside { opening } else { before });
        }
        if later.kind == CueKind::SourcePhrase {
            return Some(opening);
        }
        let joins = token.is(Class::Conjunction) || token.is_lower(Class::Contrast);
        let thinks = later.is(VerbClass::Think);
        let reports = !thinks
            && (!later.is(VerbClass::Judge)
                || self.is_before_quote(later.tokens.end)
                || self.complement(later).is_some());
        // "…, but Lee said", "“…” and Lee said".
        let separated = before
            .checked_sub(1)
            .is_some_and(|n| n > start && (comma(n) || self.quotes.around(n).is_some() && !thinks));
        // "said that … and added": the second verb has the subject of the first.
        let shared = reports
            && later.subject.as_ref().is_some_and(|subject| subject.relation == Relation::Shared)
            && (finite || later.form == VerbForm::Ing && reporting.cue.form == VerbForm::Ing);
        (joins && (separated || shared)).then(|| {
            if separated && self.quotes.around(before - 1).is_none() { before - 1 } else { before }
        })
    }

    /// The comma before the main clause, if the cue stands in a subordinate clause in front of it: "While Lee
    /// said that it holds[, she] …".
    fn main_clause(&self, start: usize, reporting: &ReportingClause) -> Option<usize> {
        let sentence = self.sentences.around(start);
        let subject = reporting.cue.subject.as_ref()?;
        // "Insisting it holds, she …"
        if subject.relation == Relation::Shared && subject.tokens.start > start {
            return Some(subject.tokens.start - 1);
        }
        // "A week after Lee said that it holds, she …"
        let opens = |n: usize| {
            let token = self.document.token(n);
            if n == sentence.start {
                token.is(Class::Subordinator)
            } else {
                token.is_lower(Class::Circumstance)
            }
        };
        let fronted = self.document.mark(start.wrapping_sub(1)) != ','
            && subject.relation == Relation::Adjacent
            && subject.tokens.start <= sentence.start + 2
            && (sentence.start..subject.tokens.end).take(FRONT_TOKENS).any(opens);
        (start..sentence.end).take(CLAUSE_TOKENS).filter(|_| fronted).find(|&n| {
            self.document.mark(n) == ','
                && self.quotes.around(n).is_none()
                && self.document.tokens.get(n + 1).is_some_and(|next| {
                    next.word.pronoun.is_some_and(|pronoun| pronoun.case == Case::Subject)
                        || next.is(Class::Determiner)
                        || next.is_capital()
                })
        })
    }

    fn is_closing_punctuation(&self, n: usize) -> bool {
        self.quotes.around(n).is_none()
            && matches!(
                self.document.mark(n),
                '.' | ',' | ';' | '!' | '?' | '…' | '—' | '–' | ':' | ')' | DOTS
            )
    }

    /// Past marks and "But" or "And" at the start of a sentence.
    pub(super) fn skip_conjunction(&self, at: usize) -> usize {
        let mut at = at;
        while self.document.tokens.get(at).is_some_and(|token| {
            token.shape == Shape::Punctuation && self.quotes.around(at).is_none()
        }) {
            at += 1;
        }
        at + usize::from(
            self.document.tokens.get(at).is_some_and(|token| token.is(Class::Conjunction)),
        )
    }

    /// Whether a tag after cue `number` ends the sentence, and so reports all of it: "…, he said."
    pub(super) fn has_final_tag(&self, number: usize) -> bool {
        let sentence = self.sentences.around(self.cues[number].tokens.start);
        // "Lee said it held, according to the Herald": Lee said it.
        let weak = ![VerbClass::Say, VerbClass::Tell, VerbClass::Ask]
            .iter()
            .any(|&class| self.cues[number].is(class));
        let later = self.cues.iter().skip(number + 1).take(TAGS_AHEAD);
        later.take_while(|cue| cue.tokens.start < sentence.end).any(|cue| {
            let start =
                cue.subject.as_ref().map_or(cue.group_start, |subject| subject.tokens.start);
            let after_comma = start > 0 && self.document.mark(start - 1) == ',';
            let says = cue.is(VerbClass::Say) && cue.form != VerbForm::Ing;
            let phrase = cue.kind == CueKind::SourcePhrase && weak;
            after_comma && (says || phrase) && self.ends_sentence(cue, cue.tokens.end)
        })
    }

    /// Whether nothing but a date or a place stands between token `at`, which follows `cue` and its source,
    /// and the end of the sentence.
    pub(super) fn ends_sentence(&self, cue: &Cue, at: usize) -> bool {
        let sentence = self.sentences.around(cue.tokens.start);
        let source = cue.following.as_ref().filter(|_| cue.subject.is_none());
        let stops = |n: usize| {
            let mark =
                matches!(self.document.mark(n), '.' | '!' | '?' | ';' | ',' | '—' | '–' | ')');
            let before_quote = n + 1 < sentence.end && self.quotes.around(n + 1).is_some();
            n >= sentence.end || mark && !before_quote
        };
        stops(self.skip_adjuncts(at, cue))
            || stops(at)
            || source.is_some_and(|source| stops(source.end))
    }
}
