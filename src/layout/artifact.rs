//! What stands in lines and is no text: time codes and numbers of captions, line numbers, prefixes of mail.

use std::ops::Range;

use super::line::Line;
use super::time;
use crate::token::{DASHES, Shape, Text};

/// Takes what is no text out of the content of each line. A line may have none left.
pub(super) fn mark(text: &Text, lines: &mut [Line]) {
    mark_quoted(text, lines);
    mark_line_numbers(text, lines);
    mark_times(text, lines);
}

/// Takes the prefix of mail that is quoted, "> ", out of lines.
fn mark_quoted(text: &Text, lines: &mut [Line]) {
    let marks = |line: &Line| line.content.clone().take_while(|&n| text.mark(n) == '>').count();
    let is_mail = lines.iter().any(|line| !matches!(marks(line), 0 | 2));
    for line in lines.iter_mut() {
        let depth = prefix(text, line.content.clone(), is_mail);
        line.depth = depth;
        line.content.start += depth;
    }
    // A text that is quoted as a whole is read like any other.
    let least = lines.iter().map(|line| line.depth).min().unwrap_or(0);
    lines.iter_mut().for_each(|line| line.depth -= least);
}

/// How many marks of quoted mail `tokens` start with: "> >", and ">>" in mail, but not in captions.
fn prefix(text: &Text, tokens: Range<usize>, is_mail: bool) -> usize {
    let depth = tokens.clone().take_while(|&n| text.mark(n) == '>').count();
    let spaced = |n: usize| text.token(n).span.end < text.token(n + 1).span.start;
    let captions = !is_mail && depth == 2 && !spaced(tokens.start) && depth < tokens.len();
    let after = tokens.start + depth;
    let closed = depth > 0 && (after == tokens.end || spaced(after - 1));
    if captions || !closed { 0 } else { depth }
}

/// At least this many lines in a row are numbered, or their numbers belong to the text.
const NUMBERED: usize = 4;

/// Takes numbers that count the lines of a page out of lines, as in depositions.
fn mark_line_numbers(text: &Text, lines: &mut [Line]) {
    let number = |line: &Line| {
        let first = text.token(line.content.start);
        let spaced =
            text.raw.as_bytes().get(first.span.end).is_none_or(|b| *b == b' ' || *b == b'\t');
        let digits = Some(first).filter(|first| first.shape == Shape::Number && spaced);
        digits.and_then(|first| text.slice(first.span).parse::<u32>().ok())
    };
    let numbers: Vec<Option<u32>> = lines.iter().map(number).collect();
    let follows = |n: usize| match (numbers[n - 1], numbers[n]) {
        (Some(before), Some(own)) => own == before + 1,
        _ => false,
    };
    let mut start = 0;
    for n in 1..=lines.len() {
        if n < lines.len() && follows(n) {
            continue;
        }
        // Nothing but numbers counts nothing.
        let run = &mut lines[start..n];
        let text_too = run.iter().filter(|line| line.content.len() > 2).count();
        if run.len() >= NUMBERED && text_too * 2 > run.len() {
            run.iter_mut().for_each(|line| line.content.start += 1);
        }
        start = n;
    }
}

/// Empties lines that are nothing but times, and the numbers of captions before them.
fn mark_times(text: &Text, lines: &mut [Line]) {
    let is_time: Vec<bool> =
        lines.iter().map(|line| time::is_all(text, line.content.clone())).collect();
    // One time alone may be a heading.
    if is_time.iter().filter(|is_time| **is_time).count() < 2 {
        return;
    }
    for n in 0..lines.len() {
        let is_caption =
            is_time[n] && lines[n].content.clone().any(|token| text.mark(token) == DASHES);
        if is_time[n] {
            lines[n].content.start = lines[n].content.end;
        }
        let before = n.checked_sub(1).map(|n| lines[n].content.clone());
        if let Some(before) = before.filter(|before| is_caption && before.len() == 1)
            && text.token(before.start).shape == Shape::Number
        {
            lines[n - 1].content.start = before.end;
        }
    }
}
