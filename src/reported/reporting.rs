//! Reporting clauses: a cue with its source, "Lee said" or "said Lee".

use std::ops::Range;

use crate::cue::{Cue, CueKind, Relation};
use crate::document::Document;
use crate::lexicon::{Class, VerbClass};
use crate::quotation::Quotes;
use crate::token::DASHES;

/// A cue with its source. Content stands before it or after it, never inside.
pub(super) struct ReportingClause<'a> {
    /// Number of the cue.
    pub number: usize,
    pub cue: &'a Cue,
    /// The words of cue and source.
    pub tokens: Range<usize>,
    /// Whether the source follows the verb: "said Ann Lee".
    pub inverted: bool,
}

impl<'a> ReportingClause<'a> {
    /// The clause of `cue`, which has this number.
    pub(super) fn of(document: &Document, quotes: &Quotes, number: usize, cue: &'a Cue) -> Self {
        let inverted = is_inverted(document, quotes, cue);
        let end = match &cue.following {
            Some(following) if inverted => following.end,
            _ => cue.tokens.end,
        };
        let start = match &cue.subject {
            Some(subject)
                if !inverted
                    && matches!(subject.relation, Relation::Adjacent | Relation::Apposed) =>
            {
                subject.tokens.start
            }
            _ => cue.group_start,
        };
        Self { number, cue, tokens: start..end, inverted }
    }
}

/// Whether the phrase after the verb is its subject: the verb stands right after a quotation or a
/// comma, and the phrase does not open a clause.
fn is_inverted(document: &Document, quotes: &Quotes, cue: &Cue) -> bool {
    let Some(following) = &cue.following else { return false };
    if cue.kind == CueKind::SourcePhrase {
        return true;
    }
    let Some(before) = cue.group_start.checked_sub(1) else { return false };
    let after_quote = quotes.around(before).is_some();
    let after_content =
        after_quote || matches!(document.mark(before), ',' | '—' | '–' | '?' | '!' | DASHES);
    let may_invert = !cue.is(VerbClass::Tell) && !cue.is(VerbClass::Judge);
    let may_lack_subject =
        cue.subject.as_ref().is_none_or(|subject| subject.relation != Relation::Adjacent);
    // "Lee, the mayor, said he": if a subject stands before the verb, the phrase opens a clause unless
    // the sentence pauses right after it.
    let pauses = document.tokens.get(following.end).is_none_or(|next| !next.is_word());
    let subject_is_name = cue.subject.as_ref().is_some_and(|subject| {
        let first = document.token(subject.tokens.start);
        first.is_capital() && !first.word.is_function() && subject.tokens.len() > 1
    });
    if cue.subject.is_some() && (!pauses || subject_is_name && !after_quote) {
        return false;
    }
    // "…, said Lee, who" and "…, said Lee." but not "…, said Lee was".
    let is_complete = document
        .tokens
        .get(following.end)
        .is_none_or(|next| !next.is(Class::Auxiliary) && next.word.verb.is_none());
    // "asked the crowd “If …”": the content follows, so the phrase is the listener.
    let before_quote = !after_quote && quotes.around(following.end).is_some();
    after_content && may_invert && may_lack_subject && is_complete && !before_quote
}
