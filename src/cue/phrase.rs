//! Noun phrases beside a cue, which may name its source.

use std::ops::Range;

use super::narration::Narration;
use crate::lexicon::{Case, Class, Setting, VerbForm};
use crate::token::{Shape, Token};

/// The noun phrase, with its complements, that ends before token `end` and starts at token `from` at the
/// earliest.
pub(super) fn before(narration: Narration, from: usize, end: usize) -> Option<Range<usize>> {
    let mut start = end;
    while start > from {
        let n = start - 1;
        let token = narration.token(n);
        let stop = narration.is_quoted(n)
            || is_boundary(narration, n)
            || token.is(Class::Conjunction) && !joins_nouns(narration, n, from);
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

/// Whether token `n` can be in no noun phrase.
pub(super) fn is_boundary(narration: Narration, n: usize) -> bool {
    let token = narration.token(n);
    if token.shape == Shape::Punctuation {
        let adjacent = n > 0 && narration.token(n - 1).span.end == token.span.start;
        let abbreviation = narration.mark(n) == '.' && adjacent && {
            let before = narration.token(n - 1);
            let known = Class::AbbreviationInside | Class::AbbreviationEnd | Class::Title;
            before.is_capital() && (before.span.len() == 1 || before.is_any_of(known))
        };
        // "the workers’ lawyer": the owner is a part of the phrase.
        let owner = adjacent
            && matches!(narration.mark(n), '’' | '\'')
            && narration.ends(n - 1, Setting::OwnerEndings);
        return !abbreviation
            && !owner
            && !matches!(narration.mark(n), '$' | '%' | '#' | '@' | '/' | '-' | '&');
    }
    let is_past = |token: &Token| token.word.verb.is_some_and(|verb| verb.form == VerbForm::Past);
    // “…,” Read said: a name.
    let next = narration.token(n + 1);
    let name = || token.is_capital() && next.shape == Shape::Lower && is_past(next);
    is_past(token) && !name()
        || token.is_any_of(Class::Auxiliary | Class::Relative)
        || token.is(Class::Subordinator) && !token.is(Class::Preposition)
}

/// Whether token `n` is an "and" that joins two nouns of one subject: "Lee and Novak said". The first noun is
/// token `from` or a later one.
fn joins_nouns(narration: Narration, n: usize, from: usize) -> bool {
    let is_noun = |token: &Token| {
        token.is_capital() && !token.word.is_function() || token.word.is_person_noun()
    };
    let before = n.checked_sub(1).filter(|&b| b >= from).map(|b| narration.token(b));
    let after = narration.tokens.get(n + 1);
    narration.token(n).is(Class::Joining)
        && before.is_some_and(is_noun)
        && after.is_some_and(|token| is_noun(token) || token.is(Class::Determiner))
}

/// Whether a token is a pronoun that can be a subject.
pub(super) fn is_subject_pronoun(token: &Token) -> bool {
    token.word.pronoun.is_some_and(|p| p.case == Case::Subject)
}

/// The noun phrase that starts at token `start`. It ends at a comma, a verb, or a preposition that does not
/// belong to a name or a function ("a spokesman *for* the agency").
pub(super) fn after(narration: Narration, start: usize) -> Option<Range<usize>> {
    let is_adverb = |token: &Token| {
        token.is(Class::Adverb) && !token.is_any_of(Class::Determiner | Class::Preposition)
    };
    let first =
        (start..start + 2).find(|&n| narration.tokens.get(n).is_some_and(|t| !is_adverb(t)))?;
    let token = narration.token(first);
    if narration.is_quoted(first) {
        return None;
    }
    if let Some(pronoun) = token.word.pronoun {
        return (pronoun.case == Case::Subject).then_some(first..first + 1);
    }
    let bare_plural = token.shape == Shape::Lower
        && narration.ends(first, Setting::PluralEndings)
        && !token.word.is_function();
    let unquoted = |n: usize| narration.tokens.get(n).filter(|_| !narration.is_quoted(n));
    let is_name = |token: &Token| token.is_capital() && !token.word.is_function();
    // "said bridge engineer Peter Novak", "said former Sen. Novak"
    let described = token.shape == Shape::Lower
        && !token.word.is_function()
        && (first + 1..first + 3)
            .map_while(unquoted)
            .take_while(|token| token.is_word() && !token.word.is_function())
            .any(|token| token.word.is_person_noun() || is_name(token));
    // "said Will Novak"
    let named = token.is_capital() && unquoted(first + 1).is_some_and(is_name);
    if !starts_noun_phrase(token) && !bare_plural && !described && !named {
        return None;
    }
    Some(first..phrase_end(narration, first))
}

/// The phrase that starts at token `start`, after a preposition. The preposition shows that it is a noun
/// phrase, whatever its words are: "according to exit polls", "according to him".
pub(super) fn after_preposition(narration: Narration, start: usize) -> Option<Range<usize>> {
    let token = narration.tokens.get(start).filter(|token| token.is_word())?;
    let finite = token.word.verb.is_some_and(|verb| verb.form == VerbForm::Past);
    if finite
        || narration.is_quoted(start)
        || token.is_any_of(Class::Preposition | Class::Subordinator)
    {
        return None;
    }
    let pronoun = token.word.pronoun.is_some();
    Some(start..if pronoun { start + 1 } else { phrase_end(narration, start) })
}

/// Who made the statement that the phrase `tokens` names: "a statement from *the mill*", "a report by *Lee*". Any
/// other phrase is returned as it is.
pub(super) fn author(narration: Narration, tokens: Range<usize>) -> Range<usize> {
    let names = |n: &usize| {
        let token = narration.token(*n);
        token.is_lower(Class::Agent) && !token.is(Class::Genitive)
    };
    let Some(from) = (tokens.start + 1..=tokens.end).find(names) else { return tokens };
    let speech = narration.token(from - 1).is(Class::SpeechNoun);
    match after_preposition(narration, from + 1) {
        Some(author) if speech && from > tokens.start + 1 => {
            author.start..author.end.max(tokens.end)
        }
        _ => tokens,
    }
}

/// The end of the noun phrase that starts at token `first`.
fn phrase_end(narration: Narration, first: usize) -> usize {
    let limit = narration.block_end(first).min(first + 16);
    (first + 1..limit)
        .find(|&n| narration.is_quoted(n) || ends_phrase(narration, n, first))
        .unwrap_or(limit)
}

/// Whether a noun phrase may start with `token`.
pub(super) fn starts_noun_phrase(token: &Token) -> bool {
    token.is_any_of(Class::Determiner | Class::Possessive | Class::Group | Class::SpeechNoun)
        || token.is_capital() && !token.word.is_function()
        || is_subject_pronoun(token)
        || token.word.is_person_noun()
}

/// Whether the noun phrase that starts at token `first` ends before token `n`.
pub(super) fn ends_phrase(narration: Narration, n: usize, first: usize) -> bool {
    let token = narration.token(n);
    let lower = token.shape == Shape::Lower;
    is_boundary(narration, n)
        || token.is(Class::Calendar)
        || token.is(Class::Conjunction) && !joins_nouns(narration, n, first)
        || token.word.pronoun.is_some() && lower
        || token.is(Class::Preposition) && !token.is_lower(Class::PhraseInner)
        || token.is(Class::Adverb)
            && lower
            && !token.is_any_of(Class::Determiner | Class::Preposition)
}
