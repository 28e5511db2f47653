//! Time codes: `[00:12:07]`, "(0:03)", "10:02 AM", "00:00:03,120 --> 00:00:04,040".

use std::ops::Range;

use crate::lexicon::{Class, Setting};
use crate::token::{DASHES, Shape, Text};

/// A date in words has at most this many tokens: "Tuesday, 4 June 2024 at".
const DATE_TOKENS: usize = 7;
/// The numbers of two times, with what joins them, are at most this many tokens: "0:00:01.000,0:00:02.000".
const NUMBERS: usize = 9;

/// Where the time code that starts at token `i` ends, if there is one before token `end`.
pub(super) fn end(text: &Text, i: usize, end: usize) -> Option<usize> {
    let open = text.mark(i);
    if !matches!(open, '[' | '(') {
        return codes(text, i, end);
    }
    let after = codes(text, i + 1, end)?;
    matches!((open, text.mark(after)), ('[', ']') | ('(', ')')).then_some(after + 1)
}

/// Whether `tokens` are nothing but time codes, and settings of captions after them: "align:start".
pub(super) fn is_all(text: &Text, tokens: Range<usize>) -> bool {
    let is_setting = |n: usize| {
        let [name, colon, value] = [n, n + 1, n + 2].map(|n| text.token(n).span);
        text.mark(n + 1) == ':' && name.end == colon.start && colon.end == value.start
    };
    end(text, tokens.start, tokens.end).is_some_and(|past| {
        let captions = (tokens.start..past).any(|n| is_arrow(text, n));
        past == tokens.end && !tokens.is_empty() || captions && is_setting(past)
    })
}

/// Whether token `n` is the arrow between two times.
fn is_arrow(text: &Text, n: usize) -> bool {
    text.mark(n) == DASHES && text.mark(n + 1) == '>'
}

/// Past a date, a time and the time that a dash or an arrow leads to.
fn codes(text: &Text, i: usize, end: usize) -> Option<usize> {
    let first = text.token(i);
    if first.shape != Shape::Number && !first.is(Class::Calendar) {
        return None;
    }
    let at = date(text, i, end).unwrap_or(i);
    let at = time(text, at, end)?;
    let arrow = is_arrow(text, at);
    let past = match text.mark(at) {
        _ if arrow => at + 2,
        '-' | '–' | '—' | '→' => at + 1,
        _ => return Some(at),
    };
    Some(time(text, past, end).unwrap_or(if arrow { past } else { at }))
}

/// Past a time of the clock or of a recording: 0:03, 00:12:07, 10:02 AM, 10:02 AM EST.
fn time(text: &Text, i: usize, end: usize) -> Option<usize> {
    let mut at = numbers(text, i, end, ':')?;
    while at < end && text.lexicon.has(text.word(at), Setting::TimeSuffixes) {
        at += 1;
        at += usize::from(at < end && text.mark(at) == '.');
    }
    Some(at)
}

/// Past a date before a time: 12/04/2021, 4.12.2021, "Today at".
fn date(text: &Text, i: usize, end: usize) -> Option<usize> {
    if is_time(text, i) {
        return None;
    }
    let joined = numbers(text, i, end, '/').or_else(|| numbers(text, i, end, '-'));
    let at = joined.unwrap_or(i + 1);
    let words = |n: usize| {
        let token = text.token(n);
        token.is_any_of(Class::Calendar | Class::Preposition) || text.mark(n) == ','
    };
    let is_part = |n: usize| words(n) || text.token(n).shape == Shape::Number && !is_time(text, n);
    (at..end.min(i + DATE_TOKENS)).find(|&n| !is_part(n))
}

/// Whether the number at token `n` starts a time.
fn is_time(text: &Text, n: usize) -> bool {
    text.mark(n + 1) == ':' && text.token(n).span.end == text.token(n + 1).span.start
}

/// Past numbers that `separator` joins without a space, two at least.
fn numbers(text: &Text, i: usize, end: usize, separator: char) -> Option<usize> {
    let is_number = |n: usize| n < end && text.token(n).shape == Shape::Number;
    let joined = |n: usize| {
        let [before, mark, after] = [n - 1, n, n + 1].map(|n| text.token(n).span);
        text.mark(n) == separator
            && is_number(n + 1)
            && before.end == mark.start
            && mark.end == after.start
    };
    if !is_number(i) || !joined(i + 1) {
        return None;
    }
    (i + 1..i + NUMBERS).step_by(2).find(|&n| !joined(n)).or(Some(i + NUMBERS))
}
