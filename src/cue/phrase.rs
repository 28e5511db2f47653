//! The phrases around a cue that may name its source.

use std::ops::Range;

use crate::document::Document;
use crate::lexicon::{Case, Class, Setting, VerbForm};
use crate::quotation::Quotes;
use crate::token::{Shape, Token};

/// Where the words between a subject and the verb at token `i` begin: "Lee [on Monday also] said".
pub(super) fn group_start(document: &Document, quotes: &Quotes, i: usize, from: usize) -> usize {
    let mut start = i;
    let floor = from.max(i.saturating_sub(8));
    while start > floor {
        let n = start - 1;
        let date = start < i
            && document.token(n).is(Class::Preposition)
            && document.token(start).is(Class::Calendar);
        if quotes.around(n).is_some() || !date && !is_between(document, n) {
            break;
        }
        start = n;
    }
    start
}

/// Whether token `n` may stand between a subject and its verb.
fn is_between(document: &Document, n: usize) -> bool {
    let token = document.token(n);
    let manner = || {
        token.shape == Shape::Lower
            && token.span.len() > 4
            && document.ends(n, Setting::AdverbEndings)
    };
    token.is_any_of(Class::Auxiliary | Class::Negation | Class::Calendar)
        || token.is(Class::Adverb) && !token.is_any_of(Class::Determiner | Class::Conjunction)
        || !token.word.is_person_noun() && manner()
}

/// The noun phrase, with what hangs on it, that ends before token `end`.
pub(super) fn phrase_before(
    document: &Document,
    quotes: &Quotes,
    from: usize,
    end: usize,
) -> Option<Range<usize>> {
    let mut start = end;
    while start > from {
        let n = start - 1;
        let token = document.token(n);
        let stop = quotes.around(n).is_some()
            || is_boundary(document, n)
            || token.is(Class::Conjunction) && !joins_nouns(document, n, from);
        if stop {
            break;
        }
        start = n;
        if is_subject_pronoun(token) {
            break;
        }
    }
    (start < end).then_some(start..end)
}

/// Whether no noun phrase reaches over token `n`.
pub(super) fn is_boundary(document: &Document, n: usize) -> bool {
    let token = document.token(n);
    if token.shape == Shape::Punctuation {
        let adjacent = n > 0 && document.token(n - 1).span.end == token.span.start;
        let abbreviation = document.mark(n) == '.' && adjacent && {
            let before = document.token(n - 1);
            let known = Class::AbbreviationInside | Class::AbbreviationEnd | Class::Title;
            before.is_capital() && (before.span.len() == 1 || before.is_any_of(known))
        };
        // "the workers’ lawyer": who owns something is part of the phrase.
        let owner = adjacent
            && matches!(document.mark(n), '’' | '\'')
            && document.ends(n - 1, Setting::OwnerEndings);
        return !abbreviation
            && !owner
            && !matches!(document.mark(n), '$' | '%' | '#' | '@' | '/' | '-' | '&');
    }
    let finite = token.word.verb.is_some_and(|verb| verb.form == VerbForm::Past);
    finite
        || token.is_any_of(Class::Auxiliary | Class::Relative)
        || token.is(Class::Subordinator) && !token.is(Class::Preposition)
}

/// Whether "and" at token `n` joins two nouns of one subject: "Smith and Jones said".
fn joins_nouns(document: &Document, n: usize, from: usize) -> bool {
    let is_noun = |token: &Token| {
        token.is_capital() && !token.word.is_function() || token.word.is_person_noun()
    };
    let before = n.checked_sub(1).filter(|&b| b >= from).map(|b| document.token(b));
    let after = document.tokens.get(n + 1);
    document.token(n).is(Class::Joining)
        && before.is_some_and(is_noun)
        && after.is_some_and(|token| is_noun(token) || token.is(Class::Determiner))
}

pub(super) fn is_subject_pronoun(token: &Token) -> bool {
    token.word.pronoun.is_some_and(|p| p.case == Case::Subject)
}

/// The noun phrase that starts at token `start`, up to a comma, a verb or a preposition that does
/// not belong to a name or a function ("a spokesman *for* the agency").
pub(super) fn after(document: &Document, quotes: &Quotes, start: usize) -> Option<Range<usize>> {
    let is_adverb = |token: &Token| {
        token.is(Class::Adverb) && !token.is_any_of(Class::Determiner | Class::Preposition)
    };
    let first =
        (start..start + 2).find(|&n| document.tokens.get(n).is_some_and(|t| !is_adverb(t)))?;
    let token = document.token(first);
    if quotes.around(first).is_some() {
        return None;
    }
    if let Some(pronoun) = token.word.pronoun {
        return (pronoun.case == Case::Subject).then_some(first..first + 1);
    }
    let bare_plural = token.shape == Shape::Lower
        && document.ends(first, Setting::PluralEndings)
        && !token.word.is_function();
    let next = |n: usize| document.tokens.get(n).filter(|_| quotes.around(n).is_none());
    let is_name = |token: &Token| token.is_capital() && !token.word.is_function();
    // "said bridge engineer Peter Novak", "said former Sen. Novak"
    let described = token.shape == Shape::Lower
        && !token.word.is_function()
        && (first + 1..first + 3)
            .map_while(next)
            .take_while(|token| token.is_word() && !token.word.is_function())
            .any(|token| token.word.is_person_noun() || is_name(token));
    // "said Will Novak"
    let named = token.is_capital() && next(first + 1).is_some_and(is_name);
    if !starts_noun_phrase(token) && !bare_plural && !described && !named {
        return None;
    }
    Some(first..phrase_end(document, quotes, first))
}

/// The phrase at token `start` whatever its words are, for a preposition before it shows that it is
/// one: "according to exit polls", "according to him".
pub(super) fn after_preposition(
    document: &Document,
    quotes: &Quotes,
    start: usize,
) -> Option<Range<usize>> {
    let token = document.tokens.get(start).filter(|token| token.is_word())?;
    let finite = token.word.verb.is_some_and(|verb| verb.form == VerbForm::Past);
    if finite
        || quotes.around(start).is_some()
        || token.is_any_of(Class::Preposition | Class::Subordinator)
    {
        return None;
    }
    let pronoun = token.word.pronoun.is_some();
    Some(start..if pronoun { start + 1 } else { phrase_end(document, quotes, start) })
}

fn phrase_end(document: &Document, quotes: &Quotes, first: usize) -> usize {
    let limit = document.block_end(first).min(first + 16);
    (first + 1..limit)
        .find(|&n| quotes.around(n).is_some() || ends_phrase(document, n, first))
        .unwrap_or(limit)
}

/// Whether a noun phrase may start with `token`.
pub(super) fn starts_noun_phrase(token: &Token) -> bool {
    token.is_any_of(Class::Determiner | Class::Possessive | Class::Group | Class::SpeechNoun)
        || token.is_capital() && !token.word.is_function()
        || is_subject_pronoun(token)
        || token.word.is_person_noun()
}

pub(super) fn ends_phrase(document: &Document, n: usize, first: usize) -> bool {
    let token = document.token(n);
    let lower = token.shape == Shape::Lower;
    is_boundary(document, n)
        || token.is(Class::Calendar)
        || token.is(Class::Conjunction) && !joins_nouns(document, n, first)
        || token.word.pronoun.is_some() && lower
        || token.is(Class::Preposition) && !token.is_lower(Class::PhraseInner)
        || token.is(Class::Adverb)
            && lower
            && !token.is_any_of(Class::Determiner | Class::Preposition)
}
