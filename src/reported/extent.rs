//! Where a reported clause ends: with its sentence, or where the sentence turns to another cue.

use super::clauses::{Clauses, LONGEST};
use crate::cue::{Cue, CueKind, Relation};
use crate::lexicon::{Case, Class, VerbClass, VerbForm};
use crate::token::{DOTS, Shape};

impl Clauses<'_> {
    /// Where the clause that goes on at token `start` ends: with its sentence, or where the
    /// sentence turns to the next cue.
    pub(super) fn clause_end(&self, start: usize, number: usize) -> usize {
        let sentence = self.sentences.around(start);
        let mut end = sentence.end;
        for cue in
            self.cues[number + 1..].iter().take(6).take_while(|cue| cue.tokens.start < sentence.end)
        {
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
            // "She asked for patience: “Wait,” she said.": the tag has the quotation.
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
            if let Some(turn) = self.turn_before(opening, cue, start, number) {
                end = turn;
                break;
            }
        }
        end = self.main_clause(start, number).filter(|&main| main < end).unwrap_or(end);
        // "a man who promised to help, said": a clause about somebody ends at its comma.
        let relative = self.cues[number]
            .subject
            .as_ref()
            .is_some_and(|subject| subject.relation == Relation::Relative);
        if relative {
            let comma =
                |n: &usize| self.document.mark(*n) == ',' && self.quotes.around(*n).is_none();
            end = (start..end).find(comma).unwrap_or(end);
        }
        while end > start && self.is_closing_punctuation(end - 1) {
            end -= 1;
        }
        end
    }

    /// Where a clause ends that a later cue breaks off: ", but Lee said", ", adding that", ", Lee said".
    fn turn_before(&self, opening: usize, cue: &Cue, start: usize, number: usize) -> Option<usize> {
        let before = opening.checked_sub(1).filter(|&n| n > start)?;
        let token = self.document.token(before);
        let comma = |n: usize| matches!(self.document.mark(n), ',' | ';' | '—' | '–');
        // "… “too late,” adding that": the comma stands inside the marks.
        let inside = self.quotes.around(before).is_some() && comma(before - 1);
        if comma(before) || inside {
            let finite = matches!(cue.form, VerbForm::Past | VerbForm::Third);
            let turns = cue.form == VerbForm::Ing
                || cue.kind == CueKind::SourcePhrase
                || finite && (cue.subject.is_some() || cue.following.is_some());
            return turns.then_some(if inside { opening } else { before });
        }
        if cue.kind == CueKind::SourcePhrase {
            return Some(opening);
        }
        let joins = token.is(Class::Conjunction) || token.is_lower(Class::Contrast);
        let judges = cue.is(VerbClass::Judge);
        let reports = !cue.is(VerbClass::Think) && (!judges || self.has_quote(cue.tokens.end));
        let parted = before.checked_sub(1).is_some_and(|n| {
            let quoted = self.quotes.around(n).is_some() && !cue.is(VerbClass::Think);
            n > start && (comma(n) || quoted)
        });
        let shared = reports
            && cue.subject.as_ref().is_some_and(|subject| subject.relation == Relation::Shared)
            && (matches!(cue.form, VerbForm::Past | VerbForm::Third)
                || cue.form == VerbForm::Ing && self.cues[number].form == VerbForm::Ing);
        (joins && (parted || shared)).then(|| {
            if parted && self.quotes.around(before - 1).is_none() { before - 1 } else { before }
        })
    }

    /// The comma behind which the main clause starts, where a subordinate one holds the cue: "While
    /// Lee said that it holds[, she] …".
    fn main_clause(&self, start: usize, number: usize) -> Option<usize> {
        let sentence = self.sentences.around(start);
        let first = self.document.tokens.get(sentence.start)?;
        let subject = self.cues[number].subject.as_ref()?;
        let fronted = first.is(Class::Subordinator)
            && subject.relation == Relation::Adjacent
            && subject.tokens.start <= sentence.start + 2;
        (start..sentence.end).take(LONGEST).filter(|_| fronted).find(|&n| {
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

    /// Past "But" or "And" at the start of a sentence.
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

    /// Whether a cue after `number` in the same sentence reports all that stands before it:
    /// "…, he said."
    pub(super) fn is_reported_later(&self, number: usize) -> bool {
        let sentence = self.sentences.around(self.cues[number].tokens.start);
        let later = self.cues.iter().enumerate().skip(number + 1).take(4);
        later.take_while(|(_, cue)| cue.tokens.start < sentence.end).any(|(n, cue)| {
            let start =
                cue.subject.as_ref().map_or(cue.group_start, |subject| subject.tokens.start);
            let trails = start > 0 && self.document.mark(start - 1) == ',';
            trails
                && cue.is(VerbClass::Say)
                && cue.form != VerbForm::Ing
                && self.ends_sentence(n, cue.tokens.end)
        })
    }

    /// Whether nothing but a date or a place stands between token `behind`, which follows source and
    /// cue, and the end of the sentence.
    pub(super) fn ends_sentence(&self, number: usize, behind: usize) -> bool {
        let cue = &self.cues[number];
        let sentence = self.sentences.around(cue.tokens.start);
        let followed = cue.following.as_ref().filter(|_| cue.subject.is_none());
        let free = |n: usize| {
            let mark =
                matches!(self.document.mark(n), '.' | '!' | '?' | ';' | ',' | '—' | '–' | ')');
            let closes = n + 1 >= sentence.end || self.quotes.around(n + 1).is_none();
            n >= sentence.end || mark && closes
        };
        free(self.skip_adjuncts(behind, cue))
            || free(behind)
            || followed.is_some_and(|following| free(following.end))
    }
}
