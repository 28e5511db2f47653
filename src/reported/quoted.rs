//! Quoted stretches beside a cue: the stretch alone, or the clause that it stands in.

use std::ops::Range;

use super::clauses::{CLAUSE_TOKENS, Clauses};
use super::reporting::ReportingClause;
use crate::cue::{Cue, Relation};
use crate::lexicon::{Case, Class, VerbClass, VerbForm};
use crate::token::Shape;

/// A description between a quotation and its tag has fewer tokens than this.
const DESCRIPTION_TOKENS: usize = 8;
/// A cue announces a sentence in quotation marks that starts within this many tokens.
const ANNOUNCEMENT_TOKENS: usize = 16;
/// Words in quotation marks belong to a verb if they start within this many tokens.
const QUOTE_TOKENS: usize = 24;

impl Clauses<'_> {
    /// The content that ends with `quote`: the stretch alone, or the clause it stands in, none of it before
    /// token `reported_end`.
    pub(super) fn before_with_quote(
        &self,
        reporting: &ReportingClause,
        quote: usize,
        reported_end: usize,
    ) -> Option<Range<usize>> {
        let tokens = self.quotes.all[quote].tokens();
        let next = self.document.tokens.get(tokens.end)?;
        let same_paragraph =
            self.document.block_of(tokens.end - 1) == self.document.block_of(tokens.end);
        // After a full stop a new sentence begins; its cue belongs to what follows.
        let stopped = tokens.clone().rev().take(2).any(|n| self.document.mark(n) == '.');
        // "“Not one.” The landlord did not respond": nor does a verb that is negated speak what stands before it.
        let new_sentence = stopped
            && next.shape != Shape::Lower
            && (reporting.cue.negated
                || self.follows_tagged(quote)
                || !self.ends_sentence(reporting.cue, reporting.cue.tokens.end));
        let verb = self.document.token(reporting.cue.tokens.end - 1);
        let gesture = verb.is(Class::Gesture) && next.is_capital() && self.has_own_actor(&tokens);
        if tokens.start < reported_end || !same_paragraph || new_sentence || gesture {
            return None;
        }
        // "“Fresh” meant Tuesday": the words in marks are the subject.
        let verb_of_subject = (reporting.cue.is(VerbClass::Think)
            || reporting.cue.is(VerbClass::Judge))
            && reporting.inverted
            && tokens.end == reporting.tokens.start
            && !tokens
                .clone()
                .rev()
                .take(2)
                .any(|n| matches!(self.document.mark(n), ',' | '.' | '?' | '!' | '…' | '—'));
        if verb_of_subject {
            return None;
        }
        let cue_sentence = self.sentences.around(reporting.tokens.start).start;
        let sentence = self.sentences.around(tokens.start).start.min(cue_sentence);
        let start = sentence.max(reported_end);
        let words_before = self.words(start..tokens.start);
        let separated = tokens.start.checked_sub(1).is_some_and(|n| {
            matches!(self.document.mark(n), ',' | ':' | '—' | '–' | '-' | '•' | '.')
        });
        let first = self.cues.partition_point(|cue| cue.tokens.start < start);
        let cued = self.cues.get(first).is_some_and(|cue| cue.tokens.end <= tokens.start);
        // "Lee “has had enough,” said Bray": the subject stands outside of the marks.
        let goes_on = self.document.token(tokens.start + 1).shape == Shape::Lower;
        let clause = (words_before >= 2 || words_before == 1 && goes_on) && !separated && !cued;
        let from = self.skip_conjunction(start);
        // "On “Low Tide,” Lee said that it held": the phrase says where.
        if clause && !goes_on && self.is_verbless_phrase(from, tokens.start) {
            return None;
        }
        Some(if clause { from..tokens.end } else { tokens })
    }

    /// Whether a quotation with a comma before its tag stands before `quote` in its paragraph: a text that has such commas
    /// has no tag after a full stop, as in "“It held,” said Lee. “Well.” The mayor agreed."
    fn follows_tagged(&self, quote: usize) -> bool {
        let start = self.quotes.all[quote].tokens().start;
        let Some(before) = quote.checked_sub(1).map(|n| self.quotes.all[n].tokens()) else {
            return false;
        };
        self.document.block_of(before.start) == self.document.block_of(start)
            && before.rev().take(2).any(|n| self.document.mark(n) == ',')
    }

    /// Whether somebody acts in the sentence right before a quoted sentence, so that a gesture in the next sentence is
    /// the answer of another one: "Lee turned to Ray. “Well?” Ray nodded."
    fn has_own_actor(&self, tokens: &Range<usize>) -> bool {
        let block = &self.document.blocks()[self.document.block_of(tokens.start)];
        let starts_sentence = self.sentences.around(tokens.start).start == tokens.start;
        let stops = (tokens.clone().rev().take(2))
            .any(|n| matches!(self.document.mark(n), '.' | '?' | '!' | '…'));
        if tokens.start <= block.content || !starts_sentence || !stops {
            return false;
        }
        let before = self.sentences.around(tokens.start - 1).start;
        let first = self.document.token(before);
        let name = first.is_capital() && !first.word.is_function();
        let pronoun = first.word.pronoun.is_some_and(|pronoun| pronoun.case == Case::Subject);
        self.quotes.around(tokens.start - 1).is_none() && (name || pronoun)
    }

    /// The stretch before the comma at token `comma`: "‘It held’, said Lee", or with a description between
    /// them: "“…,” another friend, Ann Lee, said".
    pub(super) fn quote_before_comma(&self, comma: usize) -> Option<usize> {
        // "… “No.” This plan, she said, is new": the words in marks stand in another sentence.
        let from = self.sentences.around(comma).start.max(comma.saturating_sub(DESCRIPTION_TOKENS));
        for n in (from..comma).rev() {
            if let Some(quote) = self.quotes.around(n) {
                return Some(quote);
            }
            let token = self.document.token(n);
            let verb = token.word.verb.is_some() || token.is(Class::Auxiliary);
            if verb || token.shape == Shape::Punctuation || token.is(Class::Preposition) {
                return None;
            }
        }
        None
    }

    /// The content that starts with `quote`: the stretch alone, or the clause that goes on after it.
    pub(super) fn with_rest_of_clause(
        &self,
        quote: usize,
        reporting: &ReportingClause,
    ) -> Range<usize> {
        let tokens = self.quotes.all[quote].tokens();
        let stops = tokens
            .end
            .checked_sub(2)
            .is_some_and(|n| matches!(self.document.mark(n), '.' | '!' | '?' | '…' | ','));
        if let Some(other) = self.joined_quote(tokens.end) {
            return tokens.start..self.quotes.all[other].tokens().end;
        }
        let goes_on = self.document.tokens.get(tokens.end).is_some_and(|next| {
            next.is_word() && next.shape == Shape::Lower && !next.is(Class::Conjunction)
        });
        let several_paragraphs = self.quotes.all[quote].parts.len() > 1;
        if stops || several_paragraphs || !goes_on {
            return tokens;
        }
        let end = self.clause_end(tokens.end, reporting);
        tokens.start..end.max(tokens.end)
    }

    /// The stretch that a conjunction at token `at` joins to the one before: "said “it rained” and that “it snowed”".
    fn joined_quote(&self, at: usize) -> Option<usize> {
        let that = self.document.token(at + 1).is_lower(Class::Complementizer);
        let next = at + 1 + usize::from(that);
        self.quotes.around(next).filter(|_| self.document.token(at).is_lower(Class::Conjunction))
    }

    /// The whole sentence in quotation marks that follows cue `number` after a few words, which end before
    /// it with a comma or colon: "said, with a smile, “Go.”".
    pub(super) fn quote_ahead(&self, start: usize, number: usize) -> Option<usize> {
        let limit =
            self.document.block_end(start.saturating_sub(1)).min(start + ANNOUNCEMENT_TOKENS);
        let at = (start..limit).find(|&n| self.quotes.around(n).is_some())?;
        let quote = self.quotes.around(at)?;
        let announced = at > start && matches!(self.document.mark(at - 1), ',' | ':');
        let whole = self.document.tokens.get(at + 1).is_some_and(|token| token.is_capital());
        let nearest = self.cues.get(number + 1).is_none_or(|next| next.tokens.start > at);
        let stopped = (start..at).any(|n| matches!(self.document.mark(n), '.' | '!' | '?' | ';'));
        (announced && whole && nearest && !stopped && !self.has_tag(quote)).then_some(quote)
    }

    /// Whether `quote` has a tag, a reporting clause right after it, so that no cue before it counts:
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
        let same_paragraph = tokens.end < self.document.tokens.len()
            && self.document.block_of(tokens.end) == self.document.block_of(tokens.start);
        start == tokens.end
            && same_paragraph
            && cue.form == VerbForm::Past
            && (cue.subject.is_some() || cue.following.is_some())
    }

    /// Whether a sentence in quotation marks, or one that goes on, follows a comma or colon within `clause`.
    pub(super) fn has_quoted_sentence(&self, clause: Range<usize>) -> bool {
        let separates = |n: &usize| {
            matches!(self.document.mark(*n), ',' | ':') && self.quotes.around(*n).is_none()
        };
        let sentence = self.sentences.around(clause.start).start;
        let resumes = self.quotes.touch(sentence.saturating_sub(1)..clause.start);
        clause.clone().take(CLAUSE_TOKENS).filter(separates).any(|n| {
            let goes_on = resumes && self.quotes.around(n + 1).is_some();
            n + 1 < clause.end && (goes_on || self.opens_quoted_sentence(n))
        })
    }

    /// Whether a sentence in quotation marks starts at token `at`, or after the comma or colon there.
    pub(super) fn opens_quoted_sentence(&self, at: usize) -> bool {
        let separated = matches!(self.document.mark(at), ',' | ':');
        let at = if separated { at + 1 } else { at };
        let first = self.document.tokens.get(at + 1);
        self.quotes.around(at).is_some() && first.is_some_and(|token| token.is_capital())
    }

    /// Whether a double mark that belongs to no stretch stands in `clause`.
    pub(super) fn has_stray_mark(&self, clause: Range<usize>) -> bool {
        clause.take(CLAUSE_TOKENS).any(|n| {
            let before = self.document.token(n.wrapping_sub(1));
            matches!(self.document.mark(n), '“' | '„' | '"') && before.shape != Shape::Number
        })
    }

    /// Whether words in quotation marks start at token `at` or later in its sentence, before any other cue.
    pub(super) fn is_before_quote(&self, at: usize) -> bool {
        let end = self.sentences.around(at).end.min(at + QUOTE_TOKENS);
        let Some(quote) = (at..end).find(|&n| self.quotes.around(n).is_some()) else {
            return false;
        };
        let first = self.cues.partition_point(|cue| cue.tokens.start < at);
        self.cues.get(first).is_none_or(|next| next.tokens.start > quote)
    }

    /// Whether words in quotation marks follow token `at`, the object of a verb of thinking, and no clause opens
    /// before them: "imagined a place called “Nowhere”".
    pub(super) fn has_title(&self, at: usize) -> bool {
        let opens_clause = |n: usize| {
            let token = self.document.token(n);
            let subject = token.word.pronoun.is_some_and(|pronoun| pronoun.case == Case::Subject);
            subject || token.is(Class::Subordinator) && !token.is(Class::Preposition)
        };
        let end = self.sentences.around(at).end.min(at + QUOTE_TOKENS);
        let Some(quote) = (at..end).find(|&n| self.quotes.around(n).is_some()) else {
            return false;
        };
        if opens_clause(at) {
            return false;
        }
        let relative = (at..quote).find(|&n| {
            let token = self.document.token(n);
            token.is_any_of(Class::Relative | Class::Complementizer)
        });
        // The verb of the clause, before any clause about a noun; "called" before the marks gives a name.
        let verb = (at..relative.unwrap_or(quote)).any(|n| {
            let token = self.document.token(n);
            token.is(Class::Auxiliary)
                || n + 1 < quote && token.word.verb.is_some_and(|verb| verb.form == VerbForm::Past)
        });
        !verb
    }

    /// Whether the words in quotation marks after token `at` are where somebody is praised: "praised her in “Low
    /// Water”".
    pub(super) fn is_in_title(&self, at: usize) -> bool {
        let end = self.sentences.around(at).end.min(at + QUOTE_TOKENS);
        let quote = (at + 1..end).find(|&n| self.quotes.around(n).is_some());
        quote.is_some_and(|quote| {
            self.document.token(quote - 1).is(Class::Locative)
                && self.document.token(quote + 1).is_capital()
        })
    }

    /// Whether `content`, which `cue` denies, is a word or a few in quotation marks: "would not say “climate”".
    pub(super) fn is_unsaid(&self, cue: &Cue, content: &Range<usize>) -> bool {
        content.start == cue.tokens.end && self.quotes.around(content.start).is_some()
    }
}
