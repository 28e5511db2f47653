//! Stage directions: what a transcript tells about how somebody speaks or what happens meanwhile.
//!
//! They stand in brackets, between the turns as headings, or further left than the words of the turns. They are
//! outside of what was said.

use std::ops::Range;

use super::line::Line;
use super::time;
use crate::numbered::Numbered;
use crate::token::{DASHES, DOTS, Shape, Text};

/// A direction in brackets has at most this many tokens.
const DIRECTION_TOKENS: usize = 24;

/// Takes directions out of the content of turns.
pub(super) fn mark(text: &Text, lines: &mut Numbered<Line>) {
    let Some(first) = lines.iter().position(|line| line.label.is_some()) else { return };
    let stamped = is_stamped(text, lines);
    // How far the label and the words of the turn are indented.
    let mut indent = 0;
    let mut bare = false;
    for n in first..lines.len() {
        let before_label = lines.get(n + 1).is_none_or(|line| line.label.is_some());
        let line = &mut lines[n];
        let own_indent = line.indent(text);
        if let Some(label) = &mut line.label {
            label.content = spoken(text, label.content.clone());
            bare = label.content.is_empty();
            indent = own_indent;
            continue;
        }
        if line.content.is_empty() {
            continue;
        }
        let apart = line.blank_before > 0;
        let left = apart && own_indent + 1 < indent;
        let heading = before_label && apart && is_heading(text, line.content.clone());
        // "10:05 - Amos left"
        let event = stamped && is_time(text, line);
        if event || !bare && (left || heading) {
            line.content.start = line.content.end;
            continue;
        }
        line.content = spoken(text, line.content.clone());
        if bare && !line.content.is_empty() {
            indent = indent.min(own_indent);
            bare = false;
        }
    }
}

/// Whether most turns start with a time code.
fn is_stamped(text: &Text, lines: &Numbered<Line>) -> bool {
    let starts = || lines.iter().filter(|line| line.label.is_some());
    starts().filter(|line| is_time(text, line)).count() * 4 >= starts().count() * 3
}

/// Whether a line starts with a time code.
fn is_time(text: &Text, line: &Line) -> bool {
    time::end(text, line.content.start, line.content.end).is_some()
}

/// Whether a line is a heading: it has no lowercase letter.
fn is_heading(text: &Text, tokens: Range<usize>) -> bool {
    let words = text.slice(text.span(tokens.start, tokens.end));
    let capitals = words.chars().filter(|c| c.is_uppercase()).count();
    text.mark(tokens.start) == '#' || capitals > 3 && !words.chars().any(char::is_lowercase)
}

/// `tokens` without directions at both ends.
fn spoken(text: &Text, tokens: Range<usize>) -> Range<usize> {
    let mut rest = tokens;
    if let Some(end) = opening(text, rest.clone()) {
        rest.start = end;
    }
    if let Some(start) = closing(text, rest.clone()) {
        rest.end = start;
    }
    rest
}

/// Where a direction that `tokens` start with ends: "(rising) Who is it?", but not "(Nora) is late."
fn opening(text: &Text, tokens: Range<usize>) -> Option<usize> {
    let near = tokens.start..tokens.end.min(tokens.start + DIRECTION_TOKENS);
    let open =
        near.clone().find(|&n| text.token(n).shape != Shape::Punctuation || is_open(text, n))?;
    let close = closing_of(text.mark(open))?;
    let end = (open..near.end).find(|&n| text.mark(n) == close)? + 1;
    let end =
        end + (end..tokens.end).take_while(|&n| matches!(text.mark(n), '_' | '*' | '.')).count();
    let goes_on = end < tokens.end && close == ')' && text.token(end).shape == Shape::Lower;
    (!goes_on && !addresses(text, open..end)).then_some(end)
}

/// Where a direction that `tokens` end with starts: "You are late. (Sits.)"
fn closing(text: &Text, tokens: Range<usize>) -> Option<usize> {
    let close = text.mark(tokens.end.checked_sub(1)?);
    let near = tokens.clone().rev().take(DIRECTION_TOKENS);
    let open = near.into_iter().find(|&n| closing_of(text.mark(n)) == Some(close))?;
    let before = text.mark(open.checked_sub(1)?);
    let ended = matches!(before, '.' | '?' | '!' | '…' | '—' | DASHES | DOTS);
    (open > tokens.start && (ended || close == ']') && !addresses(text, open..tokens.end))
        .then_some(open)
}

fn is_open(text: &Text, n: usize) -> bool {
    closing_of(text.mark(n)).is_some()
}

fn closing_of(open: char) -> Option<char> {
    match open {
        '(' => Some(')'),
        '[' => Some(']'),
        _ => None,
    }
}

/// Whether `tokens` say "I" or "you": an aside of the speaker is no direction.
fn addresses(text: &Text, mut tokens: Range<usize>) -> bool {
    tokens.any(|n| text.token(n).word.pronoun.is_some_and(|pronoun| pronoun.person < 3))
}
