//! Time codes: `[00:12:07]`, "(0:03)", "10:02 AM", "00:00:03,120 --> 00:00:04,040".

use std::ops::Range;

use crate::lexicon::Setting;
use crate::token::{DASHES, Shape, Text};

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

/// Past a date, a time and the time that an arrow leads to.
fn codes(text: &Text, i: usize, end: usize) -> Option<usize> {
    let mut at = date(text, i, end).unwrap_or(i);
    if at > i && text.mark(at) == ',' {
        at += 1;
    }
    at = time(text, at, end)?;
    Some(if is_arrow(text, at) { time(text, at + 2, end).unwrap_or(at + 2) } else { at })
}

/// Past a time of two or three numbers: 0:03, 00:12:07, 10:02 AM, 10:02 AM EST.
fn time(text: &Text, i: usize, end: usize) -> Option<usize> {
    let mut at = numbers(text, i, end, ':')?;
    while at < end && text.lexicon.has(text.word(at), Setting::TimeSuffixes) {
        at += 1;
        at += usize::from(at < end && text.mark(at) == '.');
    }
    Some(at)
}

/// Past a date in numbers: 12/04/2021, 2021-12-04, 4.12.2021.
fn date(text: &Text, i: usize, end: usize) -> Option<usize> {
    let joined = |separator| numbers(text, i, end, separator);
    let is_one_token = || {
        let token = text.token(i);
        let dots = text.slice(token.span).bytes().filter(|byte| *byte == b'.').count();
        (i < end && token.shape == Shape::Number && dots == 2).then_some(i + 1)
    };
    joined('/').or_else(|| joined('-')).or_else(is_one_token)
}

/// Past two or three numbers that `separator` joins without a space.
fn numbers(text: &Text, i: usize, end: usize, separator: char) -> Option<usize> {
    let is_number = |n: usize| n < end && text.token(n).shape == Shape::Number;
    let joined = |n: usize| {
        let [before, mark, after] = [n - 1, n, n + 1].map(|n| text.token(n).span);
        n + 1 < end
            && text.mark(n) == separator
            && is_number(n + 1)
            && before.end == mark.start
            && mark.end == after.start
    };
    if !is_number(i) || !joined(i + 1) {
        return None;
    }
    Some(if joined(i + 3) { i + 5 } else { i + 3 })
}
