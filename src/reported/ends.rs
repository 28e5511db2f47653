//! Which of the places where a reported clause may end is the right one: its commas, dashes and conjunctions, and
//! the end of its sentence.

use super::clauses::{CLAUSE_TOKENS, Clauses};
use super::features::{EndFeature as F, FeatureSet};
use super::reporting::ReportingClause;
use crate::lexicon::{Case, Class, Setting, VerbForm};
use crate::token::{DASHES, Shape};

/// At most this many places are weighed, from the start of the clause on.
const PLACES: usize = 12;
/// Words after a place are looked at up to this many tokens on.
const PART_TOKENS: usize = 16;

/// What is the same for all places of one clause.
struct Clause<'a> {
    start: usize,
    /// Where the rules end it.
    rule: usize,
    sentence_end: usize,
    reporting: &'a ReportingClause<'a>,
    /// The features that depend on the clause alone.
    common: FeatureSet,
}

impl Clauses<'_> {
    /// The best end of the clause that goes on at token `start`, if the rules end it before token `rule`.
    pub(super) fn best_end(
        &self,
        start: usize,
        rule: usize,
        reporting: &ReportingClause,
    ) -> usize {
        let places = self.places(start, rule, reporting);
        let best = places
            .iter()
            .map(|&(end, features)| (end, features.score(&F::WEIGHTS)))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        let best = best.map_or(rule, |(end, _)| end);
        self.record_end(start, places);
        best
    }

    /// The places where the clause may end: the number of the token after it, with the features of the place.
    fn places(
        &self,
        start: usize,
        rule: usize,
        reporting: &ReportingClause,
    ) -> Vec<(usize, FeatureSet)> {
        let sentence_end = self.sentences.around(start).end;
        let clause = Clause {
            start,
            rule,
            sentence_end,
            reporting,
            common: self.common_features(start, reporting),
        };
        let mut places: Vec<(usize, FeatureSet)> = Vec::with_capacity(PLACES);
        let limit = sentence_end.min(start + CLAUSE_TOKENS);
        let mut seen = FeatureSet::default();
        for n in start + 2..limit {
            if n != rule && (places.len() >= PLACES || !self.may_end(n)) {
                continue;
            }
            let end = self.trimmed(start, n);
            if places.last().is_some_and(|&(last, _)| last >= end) {
                continue;
            }
            let features = self.place_features(n, end, &clause, &mut seen);
            places.push((end, features));
        }
        let end = self.trimmed(start, sentence_end);
        if places.last().is_none_or(|&(last, _)| last < end) {
            let features = self.place_features(sentence_end, end, &clause, &mut seen);
            places.push((end, features));
        }
        places
    }

    /// Whether a clause may end before token `n`.
    fn may_end(&self, n: usize) -> bool {
        if self.quotes.around(n).is_some() {
            return false;
        }
        let token = self.document.token(n);
        let lower = token.shape == Shape::Lower;
        matches!(token.mark, ',' | ';' | '—' | '–' | '(' | DASHES)
            || token.mark == '-' && self.is_spaced(n)
            || lower && token.is_any_of(Class::Conjunction | Class::Circumstance | Class::Contrast)
            || self.quotes.around(n - 1).is_some()
    }

    /// Whether white space stands around token `n`.
    fn is_spaced(&self, n: usize) -> bool {
        let span = |n: usize| self.document.token(n).span;
        span(n - 1).end < span(n).start && span(n).end < span(n + 1).start
    }

    /// The end of the clause from token `start` to token `end` without the marks that close it.
    pub(super) fn trimmed(&self, start: usize, end: usize) -> usize {
        let marks = (start..end).rev().take_while(|&n| {
            self.is_closing_punctuation(n) || self.document.mark(n) == '-' && self.is_spaced(n)
        });
        end - marks.count()
    }

    fn common_features(&self, start: usize, reporting: &ReportingClause) -> FeatureSet {
        let mut features = FeatureSet::default();
        let token = self.document.token(start);
        let cue = reporting.cue;
        features.add_if(cue.form == VerbForm::Third, F::CueThird);
        let that = start > 0 && self.document.token(start - 1).is_lower(Class::Complementizer);
        features.add_if(that, F::CueThat);
        features.add_if(self.is_infinitive(start), F::Infinitive);
        let fronted = token.is_any_of(Class::Subordinator | Class::Preposition)
            && !token.is(Class::Determiner);
        features.add_if(fronted, F::Fronted);
        let before = reporting.tokens.start.checked_sub(1);
        let subordinate =
            before.is_some_and(|n| self.document.token(n).is(Class::Subordinator));
        features.add_if(subordinate, F::Subordinate);
        features.add_if(self.document.is_story(start), F::Story);
        features
    }

    /// The features of the place at token `n`; the clause would end before token `end`.
    fn place_features(
        &self,
        n: usize,
        end: usize,
        clause: &Clause,
        seen: &mut FeatureSet,
    ) -> FeatureSet {
        let mut features = clause.common;
        let rule = self.trimmed(clause.start, clause.rule);
        features.add_if(end == rule, F::Rule);
        features.add_if(end < rule, F::BeforeRule);
        features.add_if(end > rule, F::AfterRule);
        let words = self.words_of_first(60, clause.start..end);
        features.add_if(words < 4, F::Few);
        features.add_if((4..=8).contains(&words), F::Some);
        features.add_if(words > 20, F::Long);
        let finite = |range: std::ops::Range<usize>| {
            range.take(PART_TOKENS).any(|n| {
                let token = self.document.token(n);
                token.is(Class::Auxiliary)
                    || token.word.verb.is_some_and(|verb| verb.form == VerbForm::Past)
            })
        };
        features.add_if(finite(clause.start..end), F::Finite);
        if n >= clause.sentence_end {
            features.add_if(true, F::Sentence);
            return features;
        }
        features.add_if(self.quotes.around(end - 1).is_some(), F::Closing);
        features.add_if(self.quotes.touch(clause.start..end), F::AfterQuote);
        features.add_if(self.quotes.touch(n..clause.sentence_end), F::QuoteFollows);
        features.add_if(self.document.token(end - 1).is_capital(), F::AfterName);
        let rest = self.words_of_first(40, n..clause.sentence_end);
        features.add_if(rest < 4, F::RestShort);
        features.add_if(rest > 12, F::RestLong);
        let mark = self.document.mark(n);
        let is_mark = self.document.token(n).shape == Shape::Punctuation;
        let next = if is_mark { n + 1 } else { n };
        let kind = match mark {
            ',' => F::Comma,
            '(' => F::Bracket,
            _ if is_mark => F::Dash,
            _ => F::NoMark,
        };
        let mut sort = FeatureSet::default();
        sort.add_if(true, kind);
        let part = next..clause.sentence_end.min(next + PART_TOKENS);
        let comma = part.clone().find(|&n| {
            self.quotes.around(n).is_none()
                && matches!(self.document.mark(n), ',' | '—' | '–' | ')' | DASHES)
        });
        let part = next..comma.unwrap_or(part.end);
        features.add_if(finite(part.clone()), F::FiniteAfter);
        let past = part.clone().any(|n| {
            self.quotes.around(n).is_none()
                && self.document.token(n).shape == Shape::Lower
                && self.document.ends(n, Setting::PastEndings)
        });
        features.add_if(past, F::PastAfter);
        let first = self.cues.partition_point(|cue| cue.tokens.start < next);
        let cued = self.cues.get(first).is_some_and(|cue| cue.tokens.start < part.end);
        features.add_if(cued && clause.reporting.number < first, F::CommaCue);
        let follows = self.what_follows(next, kind == F::NoMark);
        if let Some(follows) = follows {
            features.add_if(true, follows);
            sort.add_if(true, follows);
        }
        if kind == F::Comma {
            features.add_if(comma.is_some(), F::CommaCloses);
            features.add_if(comma.is_none(), F::CommaLast);
        }
        features.add_if(true, kind);
        features.add_if(!seen.has_any(sort), F::First);
        seen.add_all(sort);
        features
    }

    /// What opens the part of the sentence that starts at token `next`, after a mark or without one.
    fn what_follows(&self, next: usize, bare: bool) -> Option<F> {
        let token = self.document.token(next);
        let after = self.document.token(next + 1);
        let is_subject = |n: usize| {
            let token = self.document.token(n);
            token.word.pronoun.is_some_and(|pronoun| pronoun.case == Case::Subject)
                || token.is_capital() && !token.word.is_function()
        };
        let past = |n: usize| {
            let token = self.document.token(n);
            token.shape == Shape::Lower
                && (token.word.verb.is_some_and(|verb| verb.form == VerbForm::Past)
                    || self.document.ends(n, Setting::PastEndings))
        };
        if self.quotes.around(next).is_some() {
            return None;
        }
        if bare {
            return if token.is(Class::Conjunction) {
                Some(if is_subject(next + 1) || after.is(Class::Determiner) {
                    F::AndSubject
                } else if past(next + 1) {
                    F::AndVerb
                } else {
                    F::And
                })
            } else if token.is_any_of(Class::Circumstance | Class::Contrast) {
                Some(F::Circumstance)
            } else {
                token.is(Class::Preposition).then_some(F::Preposition)
            };
        }
        Some(if token.is_lower(Class::PersonRelative) {
            F::CommaWho
        } else if token.is(Class::Relative) {
            F::CommaWhich
        } else if token.is(Class::Conjunction) {
            if is_subject(next + 1) || after.is(Class::Determiner) {
                F::CommaAndSubject
            } else if past(next + 1) {
                F::CommaAndVerb
            } else {
                F::CommaAnd
            }
        } else if token.is(Class::Contrast) {
            F::CommaContrast
        } else if token.is(Class::Subordinator) {
            F::CommaCircumstance
        } else if token.is_any_of(Class::Determiner | Class::Possessive) {
            F::CommaDeterminer
        } else if token.is(Class::Preposition) {
            F::CommaPreposition
        } else if token.word.pronoun.is_some() {
            F::CommaPronoun
        } else if self.document.ends(next, Setting::ParticipleEndings) || past(next) {
            F::CommaParticiple
        } else if token.is_capital() {
            F::CommaName
        } else if token.shape == Shape::Number {
            F::CommaNumber
        } else {
            F::CommaNoun
        })
    }
}
