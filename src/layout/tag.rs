//! The tags of dialogue, by few words and before cues are known: "said Ann Lee", "he asked", "the old man said".

use std::ops::Range;

use crate::lexicon::{Case, Class, VerbClass, VerbForm};
use crate::token::{DASHES, Shape, Text};

/// A subject in a tag has at most this many tokens: "the old man from the mill".
const SUBJECT_TOKENS: usize = 4;

/// A tag follows what it reports within this many tokens.
const TAG_TOKENS: usize = 40;

/// Where a tag that starts at token `i` ends, before token `end`; `None` if no tag starts there.
pub(crate) fn end(text: &Text, i: usize, end: usize) -> Option<usize> {
    if is_verb(text, i) && i < end {
        return subject_end(text, i + 1, end);
    }
    let verb = subject_end(text, i, end)?;
    let adverb = usize::from(text.token(verb).is_lower(Class::Adverb));
    let verb = verb + adverb;
    (verb < end && is_verb(text, verb)).then_some(verb + 1)
}

/// Where speech without a closing mark of its family ends in `tokens`: before a tag after a comma, a question mark
/// or an exclamation mark, with nothing after the tag in its clause but words that say how: ", said Ann Lee.",
/// ", she said softly.". A mark of another family may stand before the tag.
pub(crate) fn find(text: &Text, tokens: Range<usize>) -> Option<usize> {
    let tag = tokens.clone().skip(1).take(TAG_TOKENS).find(|&i| {
        let last = if is_quotation_mark(text, i - 1) { i - 2 } else { i - 1 };
        let separates = matches!(text.mark(last), ',' | '?' | '!' | '—' | DASHES);
        let after =
            if separates && last >= tokens.start { self::end(text, i, tokens.end) } else { None };
        after.is_some_and(|after| {
            let token = text.token(after);
            after >= tokens.end
                || matches!(token.mark, '.' | ',' | ';' | ':' | '—' | '–' | DASHES)
                || token.is_any_of(Class::Preposition | Class::Adverb | Class::Conjunction)
        })
    })?;
    Some(if is_quotation_mark(text, tag - 1) { tag - 1 } else { tag })
}

/// Whether a dash at token `n` opens narration by its spaces alone: "—Come in —said Ann—. Sit down."
pub(crate) fn opens_narration(text: &Text, n: usize) -> bool {
    let [before, dash, after] = [n - 1, n, n + 1].map(|n| text.token(n).span);
    matches!(text.mark(n), '—' | '–' | '―')
        && before.end < dash.start
        && dash.end == after.start
        && text.token(n + 1).shape == Shape::Lower
}

/// Whether token `i` is a mark that may close speech.
pub(crate) fn is_quotation_mark(text: &Text, i: usize) -> bool {
    matches!(text.mark(i), '”' | '"' | '’' | '\'' | '“')
}

/// Whether token `i` is a verb of a tag: one of speech, in the past or the present.
fn is_verb(text: &Text, i: usize) -> bool {
    let token = text.token(i);
    token.word.verb.is_some_and(|verb| {
        let finite = matches!(verb.form, VerbForm::Past | VerbForm::Third);
        finite && !matches!(verb.class, VerbClass::Think | VerbClass::Judge)
    }) && !token.is_capital()
}

/// Where a subject that starts at token `i` ends: a name, a pronoun of the third person, "the old man".
fn subject_end(text: &Text, i: usize, end: usize) -> Option<usize> {
    let token = text.token(i);
    if let Some(pronoun) = token.word.pronoun {
        return (pronoun.case == Case::Subject && pronoun.person == 3 && i < end).then_some(i + 1);
    }
    let limit = end.min(i + SUBJECT_TOKENS);
    let is_name = |n: usize| {
        let token = text.token(n);
        let period = text.mark(n) == '.' && text.token(n - 1).is(Class::Title);
        token.is_capital() && (!token.word.is_function() || token.span.len() == 1)
            || token.is(Class::Particle) && n > i
            || n > i && period
    };
    if is_name(i) {
        return (i..limit + 1).find(|&n| n >= limit || !is_name(n));
    }
    let determined = token.is_any_of(Class::Article | Class::Possessive);
    let is_noun = |n: usize| {
        let token = text.token(n);
        token.is_word() && !token.word.is_function() && !is_verb(text, n)
    };
    let past = (i + 1..limit).find(|&n| !is_noun(n)).unwrap_or(limit);
    (determined && past > i + 1).then_some(past)
}
