//! Phrases beside a cue whose noun is in no list: "critics said", "the lawsuit alleges", "some say".

use std::ops::Range;

use super::casing::Casing;
use super::noun_phrase::{determiner, is_adverb};
use super::parts::{Determiner, Mention, MentionKind};
use crate::document::Document;
use crate::lexicon::{Class, Setting};
use crate::token::Shape;

/// The mention that the words of `phrase` make, if they may be a noun phrase. One with a possessive ("her
/// answer") is a mention only if `possessives` are accepted.
pub(super) fn in_phrase(
    document: &Document,
    casing: &Casing,
    phrase: Range<usize>,
    possessives: bool,
) -> Option<Mention> {
    let opens_late =
        |n: &usize| is_adverb(document, *n) || document.token(*n).is(Class::Conjunction);
    let start = phrase.clone().find(|n| !opens_late(n))?;
    // The noun stands before the first preposition: "supporters of the plan".
    let inner = start + 1..phrase.end;
    // Or before a participle: "the order signed on Friday".
    let is_participle = |n: usize| {
        let before = document.token(n - 1);
        document.token(n).shape == Shape::Lower
            && document.ends(n, Setting::PastEndings)
            && !before.word.is_function()
            && !is_adverb(document, n - 1)
            && !before.is(Class::Number)
    };
    let limit =
        inner.clone().find(|&n| document.token(n).is(Class::Preposition) || is_participle(n));
    let limit = limit.unwrap_or(phrase.end);
    let end = (inner.start..=limit).rev().find(|&end| !is_adverb(document, end - 1))?;
    let head = end - 1;
    let first = document.tokens.get(start)?;
    let determiner = determiner(document, start, head);
    // A time or a quality says nothing: "Saturday", "the disparity".
    let mute =
        document.token(head).is(Class::Calendar) || document.ends(head, Setting::QualityEndings);
    if mute
        || !is_noun_phrase(document, casing, start, head)
        || determiner == Determiner::Possessive && !possessives
    {
        return None;
    }
    // A complement of the noun belongs to the phrase; a preposition at its end does not.
    let complement = end == limit && !(limit < phrase.end && is_participle(limit));
    let mut last = if complement { phrase.end } else { end };
    while last > end && document.token(last - 1).is(Class::Preposition) {
        last -= 1;
    }
    let determined = first.is(Class::Determiner) && start < head;
    // "The 34-year-old said": somebody of that age.
    let aged = document.ends(head, Setting::AgeEndings);
    let kind = if aged { MentionKind::Person } else { MentionKind::Other };
    Some(Mention {
        core: start + usize::from(determined)..last,
        determiner,
        plural: document.ends(head, Setting::PluralEndings),
        ..Mention::new(kind, start..last, head)
    })
}

/// Whether the words from token `start` to token `head` may be a noun phrase. The check is strict, because a
/// verb that is in no list looks like a noun.
fn is_noun_phrase(document: &Document, casing: &Casing, start: usize, head: usize) -> bool {
    let first = document.token(start);
    let determined = first.is(Class::Determiner);
    let describes = |n: usize| {
        let token = document.token(n);
        let more = token.is_any_of(Class::Determiner | Class::Number) && !is_article(document, n);
        let order = determined && n == start + 1 && token.is(Class::Adverb);
        let joins = matches!(document.mark(n), '-' | '%')
            || token.is(Class::Clitic)
            || token.shape == Shape::Number;
        token.is_word() && (!token.word.is_function() || more || order) || joins
    };
    if !(start + 1..=head).all(describes) {
        return false;
    }
    let owned = (start..head).any(|n| document.token(n).is(Class::Clitic));
    // "Nothing seemed": a verb, but "the accused" is a noun.
    let verbal =
        document.token(head).shape == Shape::Lower && document.ends(head, Setting::PastEndings);
    if verbal && !(head == start + 1 && is_article(document, start)) {
        return false;
    }
    if determined || first.shape == Shape::Number || first.is(Class::Number) {
        // "Many said", "the other said", but no article alone.
        return head > start || !is_article(document, start);
    }
    if first.is(Class::Possessive) || owned {
        return head > start;
    }
    if (start..=head).all(|n| casing.may_be_name(document, n)) {
        return true;
    }
    is_bare_plural(document, start, head)
}

/// Whether the words are a plural noun without an article: "Critics said", "exit polls showed", but
/// not "who helps", "took steps".
fn is_bare_plural(document: &Document, start: usize, head: usize) -> bool {
    let first = document.token(start);
    let opens = start.checked_sub(1).map(|n| document.token(n)).is_none_or(|before| {
        // "that helps": a verb as well as a noun.
        let clause = before.is_any_of(Class::Conjunction | Class::Subordinator);
        let sourced = document.follows_phrase(start, Setting::SourcePhrases);
        !before.is_word() || sourced || clause && (start < head || !before.is(Class::Relative))
    });
    let verbal = first.word.verb.is_some()
        || document.ends(start, Setting::ParticipleEndings)
        || document.ends(start, Setting::PastEndings);
    let word = document.word(head);
    let plural = word.len() > 3
        && document.lexicon.ends(word, Setting::PluralEndings)
        && !document.lexicon.ends(word, Setting::SingularEndings);
    opens && plural && head <= start + 1 && !first.word.is_function() && (start == head || !verbal)
}

/// Whether token `n` is a determiner that cannot be a phrase by itself: "the", "every", "this".
fn is_article(document: &Document, n: usize) -> bool {
    document.token(n).is_any_of(Class::Article | Class::Demonstrative)
}
