//! Which words a cue reports: the clause or the quoted stretch that belongs to it.
//!
//! A cue reports what follows it ("said that …"), what stands before it ("…, she said") or both
//! ("The idea, she said, would be …"). Cues inside reported words belong to the outer ones.

mod adjunct;
mod clause;
mod clauses;
mod extent;
mod quoted;

use std::ops::Range;

use crate::cue::{Cue, CueKind, Relation};
use crate::document::Document;
use crate::lexicon::{Class, VerbClass, VerbForm};
use crate::quotation::Quotes;
use crate::sentence::Sentences;
use crate::token::DASHES;
use clauses::Clauses;

/// The words that one cue reports.
#[derive(Clone, Debug)]
pub(crate) struct Reported {
    /// Number of the cue.
    pub cue: usize,
    /// Tokens of the content, in text order; two ranges where the cue stands inside.
    pub content: Vec<Range<usize>>,
    /// Whether the source is the phrase after the verb: "said Ann Lee".
    pub inverted: bool,
}

/// Finds what the cues of the document report, in text order, at most one for each cue.
#[inline(never)]
pub(crate) fn find(
    document: &Document,
    quotes: &Quotes,
    sentences: &Sentences,
    cues: &[Cue],
) -> Vec<Reported> {
    let clauses = Clauses { document, quotes, sentences, cues };
    let mut found: Vec<Reported> = Vec::with_capacity(cues.len());
    // Up to here the text is reported already, by a cue outside of it.
    let mut taken = 0;
    for (number, cue) in cues.iter().enumerate() {
        if cue.tokens.start < taken || cue.passive {
            continue;
        }
        // What somebody thinks or praises in words of another's: "waited to see how …, he said".
        let weak = cue.is(VerbClass::Think) || cue.is(VerbClass::Judge);
        // "The figures show that …, said Lee": the tag reports it all, unless a whole
        // sentence in marks follows the verb.
        let direct = clauses.is_sentence_behind(cue.tokens.end);
        if (weak || !direct) && clauses.is_reported_later(number) {
            continue;
        }
        let inverted = is_inverted(document, quotes, cue);
        let content = content(&clauses, number, inverted, taken);
        // "Lee heard the boy say, “Go!”": the words in marks are not what Lee heard by herself.
        if weak && content.iter().any(|range| clauses.holds_speech(range.clone())) {
            continue;
        }
        let quoted = content.iter().any(|range| quotes.touch(range.clone()));
        let trails = content.first().is_some_and(|first| first.start < cue.tokens.start);
        let speaks = speaks(cue, inverted)
            || trails && has_found(cue)
            || clauses.says_that(cue, content.first());
        if content.is_empty() || !quoted && !speaks {
            continue;
        }
        taken = taken.max(content.last().map_or(0, |range| range.end));
        found.push(Reported { cue: number, content, inverted });
    }
    found
}

/// Whether a cue reports speech by itself, without quotation marks to show it.
fn speaks(cue: &Cue, inverted: bool) -> bool {
    use VerbClass::{Ask, Commit, Say, Tell};
    let verb = [Say, Tell, Ask, Commit].iter().any(|&class| cue.is(class));
    cue.kind == CueKind::SourcePhrase && cue.following.is_some()
        || verb && !cue.negated && (cue.subject.is_some() || inverted)
}

/// Whether a verb behind its clause tells what was found out: "…, the Herald has learned".
fn has_found(cue: &Cue) -> bool {
    let perfect = cue.tokens.len() > 1 && matches!(cue.form, VerbForm::Past | VerbForm::Participle);
    perfect && cue.is(VerbClass::Think) && cue.subject.is_some() && !cue.negated
}

/// Whether the phrase after the verb is its subject: the verb stands right after a quotation or a
/// comma, and the phrase does not open a clause.
fn is_inverted(document: &Document, quotes: &Quotes, cue: &Cue) -> bool {
    let Some(following) = &cue.following else { return false };
    if cue.kind == CueKind::SourcePhrase {
        return true;
    }
    let Some(before) = cue.group_start.checked_sub(1) else { return false };
    let after_content = quotes.around(before).is_some()
        || matches!(document.mark(before), ',' | '—' | '–' | '?' | '!' | DASHES);
    let may_invert = !cue.is(VerbClass::Tell) && !cue.is(VerbClass::Judge);
    let weak_subject =
        cue.subject.as_ref().is_none_or(|subject| subject.relation != Relation::Adjacent);
    // "Lee, the mayor, said he": where a subject stands before, the phrase opens a clause unless
    // the sentence pauses right behind it.
    let pauses = document.tokens.get(following.end).is_none_or(|next| !next.is_word());
    let named = cue.subject.as_ref().is_some_and(|subject| {
        let first = document.token(subject.tokens.start);
        first.is_capital() && !first.word.is_function() && subject.tokens.len() > 1
    });
    let content_before = quotes.around(before).is_some();
    if cue.subject.is_some() && (!pauses || named && !content_before) {
        return false;
    }
    // "…, said Lee, who" and "…, said Lee." but not "…, said Lee was".
    let closed = document
        .tokens
        .get(following.end)
        .is_none_or(|next| !next.is(Class::Auxiliary) && next.word.verb.is_none());
    // "asked the crowd “If …”": what was said stands behind, so the phrase is the listener.
    let content_behind = quotes.around(before).is_none() && quotes.around(following.end).is_some();
    after_content && may_invert && weak_subject && closed && !content_behind
}

fn content(clauses: &Clauses, number: usize, inverted: bool, taken: usize) -> Vec<Range<usize>> {
    let cue = &clauses.cues[number];
    // The words of source and cue, which part the content before from the content behind.
    let end = match &cue.following {
        Some(following) if inverted => following.end,
        _ => cue.tokens.end,
    };
    let start = match &cue.subject {
        Some(subject)
            if !inverted && matches!(subject.relation, Relation::Adjacent | Relation::Apposed) =>
        {
            subject.tokens.start
        }
        _ => cue.group_start,
    };
    let mut content = Vec::new();
    // "Citing “old debts,” Lee said that …": the clause behind is what was said.
    let that = !inverted && {
        let at = clauses.skip_adjuncts(end, cue);
        clauses.document.token(at).is_lower(Class::Complementizer)
    };
    if that && let Some(after) = clauses.after(number, end, inverted) {
        content.push(after);
    } else if let Some(before) = clauses.before(number, start, end, taken) {
        content.push(before.clone());
        // "The idea, she said, would be": the clause goes on behind a comma.
        content.extend(clauses.resumed(before, end, number));
    } else if let Some(after) = clauses.after(number, end, inverted) {
        content.push(after);
    }
    content
}
