//! What stands in lines and is no text: time codes and numbers of captions, line numbers, prefixes of mail.

use std::ops::Range;

use super::line::Line;
use super::time;
use crate::numbered::Numbered;
use crate::token::{DASHES, Shape, Text};

/// Takes what is no text out of the content of each line. A line may have none left.
pub(super) fn mark(text: &Text, lines: &mut Numbered<Line>) {
    mark_quoted(text, lines);
    mark_line_numbers(text, lines);
    mark_times(text, lines);
}

/// Takes the prefix of mail that is quoted, "> ", out of lines.
fn mark_quoted(text: &Text, lines: &mut Numbered<Line>) {
    let mut is_mail = false;
    let mut is_quoted = false;
    for line in lines.iter() {
        let marks = marks(text, &line.content);
        is_mail |= !matches!(marks, 0 | 2);
        is_quoted |= marks > 0;
    }
    if !is_quoted {
        return;
    }
    for line in lines.iter_mut() {
        line.depth = prefix(text, &line.content, is_mail);
        line.content.start += line.depth;
    }
    // A text that is quoted as a whole is read like any other.
    let least = lines.iter().map(|line| line.depth).min().unwrap_or(0);
    lines.iter_mut().for_each(|line| line.depth -= least);
}

/// How many ">" `tokens` start with.
fn marks(text: &Text, tokens: &Range<usize>) -> usize {
    tokens.clone().take_while(|&n| text.mark(n) == '>').count()
}

/// How many marks of quoted mail `tokens` start with: "> >", and ">>" in mail, but not in captions.
fn prefix(text: &Text, tokens: &Range<usize>, is_mail: bool) -> usize {
    let depth = marks(text, tokens);
    let spaced = |n: usize| text.token(n).span.end < text.token(n + 1).span.start;
    let captions = !is_mail && depth == 2 && !spaced(tokens.start) && depth < tokens.len();
    let after = tokens.start + depth;
    let closed = depth > 0 && (after == tokens.end || spaced(after - 1));
    if captions || !closed { 0 } else { depth }
}

/// At least this many lines in a row are numbered, or their numbers belong to the text.
const NUMBERED: usize = 4;

/// Takes numbers that count the lines of a page out of lines, as in depositions.
fn mark_line_numbers(text: &Text, lines: &mut Numbered<Line>) {
    let follows = |before: &Line, line: &Line| {
        number(text, line).is_some_and(|own| number(text, before).is_some_and(|n| own == n + 1))
    };
    for run in lines.chunk_by_mut(follows) {
        // Nothing but numbers counts nothing.
        let text_too = run.iter().filter(|line| line.content.len() > 2).count();
        if run.len() >= NUMBERED && text_too * 2 > run.len() {
            run.iter_mut().for_each(|line| line.content.start += 1);
        }
    }
}

/// The number that a line starts with, with a space after it.
fn number(text: &Text, line: &Line) -> Option<u64> {
    let first = text.token(line.content.start);
    if first.shape != Shape::Number {
        return None;
    }
    let next = text.raw.as_bytes().get(first.span.end);
    let value = text.slice(first.span).parse::<u32>().ok()?;
    next.is_none_or(|next| matches!(next, b' ' | b'\t')).then_some(value.into())
}

/// Empties lines that are nothing but times, and the numbers of captions before them.
fn mark_times(text: &Text, lines: &mut Numbered<Line>) {
    let is_time = |line: &Line| time::is_all(text, line.content.clone());
    // One time alone may be a heading.
    if lines.iter().filter(|line| is_time(line)).nth(1).is_none() {
        return;
    }
    for n in 0..lines.len() {
        if !is_time(&lines[n]) {
            continue;
        }
        let content = &mut lines[n].content;
        let is_caption = content.clone().any(|token| text.mark(token) == DASHES);
        content.start = content.end;
        let before = n.checked_sub(1).map(|n| lines[n].content.clone());
        if let Some(before) = before.filter(|before| is_caption && before.len() == 1)
            && text.token(before.start).shape == Shape::Number
        {
            lines[n - 1].content.start = before.end;
        }
    }
}
