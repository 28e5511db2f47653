//! Speech after a dash of dialogue: where narration interrupts it, and where it goes on.

use std::ops::Range;

use crate::document::Document;
use crate::layout::tag;
use crate::lexicon::{Case, Class, Setting};
use crate::token::{DASHES, DOTS, Shape};

/// The dash or the sentence that ends narration is looked for among this many tokens.
const NARRATION_TOKENS: usize = 60;
/// An action between two dashes has at most this many tokens.
const ACTION_TOKENS: usize = 24;

/// The ranges of tokens that are speech in a line of dialogue; the first one starts with the dash.
///
/// Narration starts with a tag after a comma, another dash or a sentence: "— Yes, said Ann Lee." After a dash it
/// goes on up to the next one: "— Yes — said Ann. — And you?" Else speech goes on with the first sentence that
/// sounds like it: "—Come in, said Ann, and shut the door. Mind the cat."
pub(super) fn speech(document: &Document, block: Range<usize>) -> Vec<Range<usize>> {
    let mut all = Vec::with_capacity(1);
    let mut start = block.start;
    loop {
        let from = (start + 2..block.end).find(|&i| starts_narration(document, i, block.end));
        let Some(narration) = from else {
            all.push(start..block.end);
            return all;
        };
        let before = narration - 1;
        let stops = ends_sentence(document, before);
        all.push(start..if stops { narration } else { before });
        let by_dash = is_dash(document, before);
        match resumption(document, narration, block.end, by_dash) {
            Some(next) => start = next,
            None => return all,
        }
    }
}

/// Whether narration that interrupts speech starts at token `i`.
fn starts_narration(document: &Document, i: usize, end: usize) -> bool {
    let separates =
        document.mark(i - 1) == ',' || is_dash(document, i - 1) || ends_sentence(document, i - 1);
    separates
        && (tag::opens_narration(document, i - 1)
            || tag::end(document, i, end).is_some()
            || is_inverted(document, i, end)
            || is_dash(document, i - 1) && is_action(document, i, end))
}

/// Whether token `i` acts, up to another dash before token `end`: "— I saw it — Ann closed the door — and you?"
fn is_action(document: &Document, i: usize, end: usize) -> bool {
    let verb = (i + 1..i + 4).find(|&n| !document.token(n).is_capital()).unwrap_or(i + 1);
    is_third(document, i)
        && document.token(verb).shape == Shape::Lower
        && document.ends(verb, Setting::PastEndings)
        && (verb + 1..end).take(ACTION_TOKENS).any(|n| is_dash(document, n))
}

/// Whether token `i` is a name or a pronoun of the third person that may be a subject.
fn is_third(document: &Document, i: usize) -> bool {
    let token = document.token(i);
    let pronoun = token.word.pronoun.is_some_and(|p| p.case == Case::Subject && p.person == 3);
    pronoun || token.is_capital() && !token.word.is_function()
}

/// Whether a verb in the past and its subject start at token `i`: "nodded Ann", though not in the list of cues.
fn is_inverted(document: &Document, i: usize, end: usize) -> bool {
    i + 1 < end
        && document.token(i).shape == Shape::Lower
        && document.ends(i, Setting::PastEndings)
        && is_third(document, i + 1)
}

/// Where speech goes on after the narration that starts at token `narration`; `by_dash` says that a dash stands
/// before that.
fn resumption(document: &Document, narration: usize, end: usize, by_dash: bool) -> Option<usize> {
    if let Some(dash) = (narration..end).take(NARRATION_TOKENS).find(|&n| is_dash(document, n)) {
        let sentence_ended = ends_sentence(document, dash - 1);
        if by_dash || sentence_ended {
            return (dash + 1 < end).then_some(dash);
        }
    }
    // "—It is, said Ann, what you think."
    let tag = tag::end(document, narration, end);
    if let Some(comma) = tag.filter(|&n| document.mark(n) == ',' && n + 1 < end) {
        let next = document.token(comma + 1);
        let joined = next.is_any_of(Class::Conjunction | Class::Preposition | Class::Relative);
        let near = end.min(comma + NARRATION_TOKENS);
        let rest = comma + 1..sentence_end(document, comma + 1, near);
        if next.shape == Shape::Lower && !joined && addresses(document, rest) {
            return Some(comma);
        }
    }
    let mut start = sentence_end(document, narration, end);
    while start < end {
        let next = sentence_end(document, start, end);
        if sounds_spoken(document, start..next) {
            return Some(start);
        }
        start = next;
    }
    None
}

/// Whether a sentence between narration sounds like speech: it asks, exclaims, says "I" or "you", or is a demand
/// and tells nothing of the past.
fn sounds_spoken(document: &Document, sentence: Range<usize>) -> bool {
    if addresses(document, sentence.clone()) {
        return true;
    }
    let (first, second) = (document.token(sentence.start), document.token(sentence.start + 1));
    let names = first.is_capital() && !first.word.is_function() && {
        second.is_capital()
            || second.shape == Shape::Lower && !second.word.is_function()
            || second.is(Class::Auxiliary)
    };
    let tells = sentence.clone().any(|n| {
        let token = document.token(n);
        let third = token.word.pronoun.is_some_and(|p| p.case == Case::Subject && p.person == 3);
        let past = token.shape == Shape::Lower && document.ends(n, Setting::PastEndings);
        let auxiliary = document.lexicon.has(document.word(n), Setting::PastAuxiliaries);
        third
            || past
            || auxiliary
            || token.word.verb.is_some() && tag::end(document, n, sentence.end).is_some()
    });
    !names && !tells
}

/// Whether `tokens` ask, exclaim, or say "I" or "you".
fn addresses(document: &Document, tokens: Range<usize>) -> bool {
    tokens.clone().any(|n| {
        let token = document.token(n);
        token.word.pronoun.is_some_and(|pronoun| pronoun.person < 3)
            || matches!(token.mark, '?' | '!')
    })
}

/// The token after the sentence that goes on at token `from`.
fn sentence_end(document: &Document, from: usize, end: usize) -> usize {
    (from..end).find(|&n| ends_sentence(document, n)).map_or(end, |n| n + 1)
}

/// Whether token `i` ends a sentence; the period of "Mr." does not.
fn ends_sentence(document: &Document, i: usize) -> bool {
    let before = document.token(i.wrapping_sub(1));
    match document.mark(i) {
        '.' => {
            let initial = before.is_capital() && before.span.len() == 1;
            !initial && !before.is_any_of(Class::Title | Class::AbbreviationInside)
        }
        '?' | '!' | '…' | DOTS => true,
        _ => false,
    }
}

/// Whether token `i` is a dash, and a hyphen with a space before it.
pub(super) fn is_dash(document: &Document, i: usize) -> bool {
    match document.mark(i) {
        '—' | '–' | '―' | DASHES => true,
        '-' => i == 0 || document.token(i - 1).span.end < document.token(i).span.start,
        _ => false,
    }
}
