//! The words that describe a speaker without a name, so that two of them can be told apart: "source familiar with the
//! discussions".

use crate::attribution::Findings;
use crate::cue::Relation;
use crate::lexicon::Class;
use crate::mention::Mention;
use crate::token::Shape;

/// A description goes on for at most this many tokens after its noun.
const DESCRIPTION_TOKENS: usize = 12;

/// Past the last token of the description that `mention` begins: up to its cue, "a woman who lives nearby said", or to the
/// end of the source after it, "said a nurse at the hospital". When that was is no part of it.
pub(super) fn end(findings: &Findings, mention: &Mention) -> usize {
    let document = &findings.document;
    let from = mention.tokens.end;
    let next = findings.cues.partition_point(|cue| cue.group_start < from);
    let before = next.checked_sub(1).and_then(|cue| findings.cues[cue].following.as_ref());
    let following = before.filter(|source| source.contains(&mention.head));
    let subject = findings.cues.get(next).filter(|cue| {
        let subject = cue.subject.as_ref();
        subject.is_some_and(|subject| {
            subject.relation == Relation::Adjacent && subject.tokens.contains(&mention.head)
        })
    });
    // "a source close to the board": the word before the preposition belongs to it.
    let quality = |n: usize| {
        let token = document.token(n);
        token.shape == Shape::Lower && !token.word.is_function()
    };
    let is_preposition = |n: usize| document.token(n).is(Class::Preposition);
    let end = match (subject, following) {
        (Some(cue), _) => cue.group_start,
        (None, Some(source)) if is_preposition(from) => source.end,
        (None, Some(_)) if quality(from) && is_preposition(from + 1) => {
            let goes_on = |n: &usize| {
                quality(*n)
                    || document
                        .token(*n)
                        .is_any_of(Class::Preposition | Class::Determiner | Class::Possessive)
                    || document.token(*n).is_capital()
            };
            (from..from + DESCRIPTION_TOKENS).find(|n| !goes_on(n)).unwrap_or(from)
        }
        _ => from,
    };
    if end > from + DESCRIPTION_TOKENS {
        return from;
    }
    let is_inside = |n: &usize| {
        let ends = document.token(*n).shape == Shape::Punctuation && document.mark(*n) != '-'
            || findings.quotes.around(*n).is_some();
        let next = document.token(n + 1);
        let dates = document.token(*n).is(Class::Calendar)
            || is_preposition(*n) && (next.is(Class::Calendar) || next.shape == Shape::Number);
        !ends && !dates
    };
    (from..end).find(|n| !is_inside(n)).unwrap_or(end.max(from))
}
