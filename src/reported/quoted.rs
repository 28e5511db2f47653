//! Quoted stretches beside a cue: the stretch alone, or the clause that it stands in.

use std::ops::Range;

use super::clauses::{Clauses, LONGEST};
use crate::cue::Relation;
use crate::lexicon::{Class, VerbForm};
use crate::token::Shape;

impl Clauses<'_> {
    /// The content that ends with `quote`: the stretch alone, or the clause it stands in.
    pub(super) fn before_with_quote(
        &self,
        number: usize,
        quote: usize,
        sentence: usize,
        taken: usize,
    ) -> Option<Range<usize>> {
        let tokens = self.quotes.all[quote].tokens();
        let behind = self.document.tokens.get(tokens.end)?;
        let same_paragraph =
            self.document.block_of(tokens.end - 1) == self.document.block_of(tokens.end);
        // After a full stop a new sentence begins; its cue belongs to what follows.
        let stopped = tokens.clone().rev().take(2).any(|n| self.document.mark(n) == '.');
        let new_sentence = stopped
            && behind.shape != Shape::Lower
            && !self.ends_sentence(number, self.cues[number].tokens.end);
        if tokens.start < taken || !same_paragraph || new_sentence {
            return None;
        }
        let start = self.sentences.around(tokens.start).start.min(sentence).max(taken);
        let lead = self.words(start..tokens.start);
        let parted = tokens.start.checked_sub(1).is_some_and(|n| {
            matches!(self.document.mark(n), ',' | ':' | '—' | '–' | '-' | '•' | '.')
        });
        let first = self.cues.partition_point(|cue| cue.tokens.start < start);
        let cued = self.cues.get(first).is_some_and(|cue| cue.tokens.end <= tokens.start);
        let clause = lead >= 2 && !parted && !cued;
        Some(if clause { self.skip_conjunction(start)..tokens.end } else { tokens })
    }

    /// The quotation that only a noun phrase parts from the comma at token `comma`.
    pub(super) fn quote_before_description(&self, comma: usize) -> Option<usize> {
        for n in (comma.saturating_sub(8)..comma).rev() {
            if let Some(quote) = self.quotes.around(n) {
                return (n + 2 <= comma).then_some(quote);
            }
            let token = self.document.token(n);
            let verb = token.word.verb.is_some() || token.is(Class::Auxiliary);
            if verb || token.shape == Shape::Punctuation || token.is(Class::Preposition) {
                return None;
            }
        }
        None
    }

    /// The content that starts with `quote`: the stretch alone, or with the words that go on.
    pub(super) fn after_with_quote(
        &self,
        quote: usize,
        at: usize,
        number: usize,
        parted: bool,
    ) -> Range<usize> {
        let tokens = self.quotes.all[quote].tokens();
        let ends = tokens
            .end
            .checked_sub(2)
            .is_some_and(|n| matches!(self.document.mark(n), '.' | '!' | '?' | '…' | ','));
        let goes_on = self.document.tokens.get(tokens.end).is_some_and(|next| {
            next.is_word() && next.shape == Shape::Lower && !next.is(Class::Conjunction)
        });
        let several = self.quotes.all[quote].parts.len() > 1;
        if parted || ends || several || !goes_on || at != tokens.start {
            return tokens;
        }
        let end = self.clause_end(tokens.end, number);
        tokens.start..end.max(tokens.end)
    }

    /// The whole sentence in marks that a few words part from the cue: "said, with a smile, “Go.”".
    pub(super) fn quote_ahead(&self, start: usize, number: usize) -> Option<usize> {
        let limit = self.document.block_end(start.saturating_sub(1)).min(start + 16);
        let at = (start..limit).find(|&n| self.quotes.around(n).is_some())?;
        let quote = self.quotes.around(at)?;
        let announced = at > start && matches!(self.document.mark(at - 1), ',' | ':');
        let whole = self.document.tokens.get(at + 1).is_some_and(|token| token.is_capital());
        let next = self.cues.get(number + 1).is_none_or(|next| next.tokens.start > at);
        let stopped = (start..at).any(|n| matches!(self.document.mark(n), '.' | '!' | '?' | ';'));
        (announced && whole && next && !stopped && !self.has_tag(quote)).then_some(quote)
    }

    /// Whether a cue with its source follows `quote` at once, so that no cue before it counts:
    /// "Lee was blunt when she answered: “Never,” she said."
    pub(super) fn has_tag(&self, quote: usize) -> bool {
        let tokens = self.quotes.all[quote].tokens();
        let open = tokens
            .clone()
            .rev()
            .take(3)
            .any(|n| matches!(self.document.mark(n), ',' | '?' | '!' | '—'));
        let next = self.cues.partition_point(|cue| cue.tokens.start < tokens.end);
        let Some(cue) = self.cues.get(next).filter(|_| open) else { return false };
        let start = match &cue.subject {
            Some(subject) if subject.relation == Relation::Adjacent => subject.tokens.start,
            Some(_) => return false,
            None => cue.group_start,
        };
        let same = tokens.end < self.document.tokens.len()
            && self.document.block_of(tokens.end) == self.document.block_of(tokens.start);
        start == tokens.end
            && same
            && cue.form == VerbForm::Past
            && (cue.subject.is_some() || cue.following.is_some())
    }

    /// Whether a sentence in quotation marks, or one that goes on, stands behind a comma or colon
    /// within `clause`.
    pub(super) fn holds_speech(&self, clause: Range<usize>) -> bool {
        let parted = |n: &usize| {
            matches!(self.document.mark(*n), ',' | ':') && self.quotes.around(*n).is_none()
        };
        let sentence = self.sentences.around(clause.start).start;
        let resumes = self.quotes.touch(sentence.saturating_sub(1)..clause.start);
        clause.clone().take(LONGEST).filter(parted).any(|n| {
            let goes_on = resumes && self.quotes.around(n + 1).is_some();
            n + 1 < clause.end && (goes_on || self.is_sentence_behind(n))
        })
    }

    /// Whether a sentence in quotation marks starts at token `at` or behind the mark there.
    pub(super) fn is_sentence_behind(&self, at: usize) -> bool {
        let parted = matches!(self.document.mark(at), ',' | ':');
        let at = if parted { at + 1 } else { at };
        let first = self.document.tokens.get(at + 1);
        self.quotes.around(at).is_some() && first.is_some_and(|token| token.is_capital())
    }

    /// Whether words in quotation marks stand between token `at` and the end of its sentence, and
    /// no other cue before them.
    pub(super) fn has_quote(&self, at: usize) -> bool {
        let end = self.sentences.around(at).end.min(at + 24);
        let Some(quote) = (at..end).find(|&n| self.quotes.around(n).is_some()) else {
            return false;
        };
        let first = self.cues.partition_point(|cue| cue.tokens.start < at);
        self.cues.get(first).is_none_or(|next| next.tokens.start > quote)
    }
}
