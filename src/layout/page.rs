//! Page numbers and running heads, which stand between two halves of a sentence in the text of a PDF file.

use std::ops::Range;

use super::line::Line;
use super::time;
use super::wrap::{breaks_sentence, first_word};
use crate::interner::Interner;
use crate::token::{DASHES, DOTS, Shape, Text};

/// A running head or the line of a page number has at most this many tokens.
const HEAD_TOKENS: usize = 12;
/// At most this many lines stand between two pages.
const HEAD_LINES: usize = 4;
/// A word fits a line if so many columns are left beside it.
const SPACE: usize = 4;
/// A page number has at most this many digits.
const DIGITS: usize = 4;

/// Empties the lines that only belong to the page, and marks the lines that go on after them.
pub(super) fn mark(text: &Text, lines: &mut [Line]) {
    let heads: Vec<bool> = lines.iter().map(|line| may_be_head(text, line)).collect();
    let numbers: Vec<Option<Number>> = lines
        .iter()
        .zip(&heads)
        .map(|(line, &head)| if head { Number::of(text, line) } else { None })
        .collect();
    let mut counting = counting(text, lines, &numbers);
    let mut n = 0;
    while n < lines.len() {
        let start = n;
        while n < lines.len() && heads[n] && n < start + HEAD_LINES {
            n += 1;
        }
        if start > 0 && n < lines.len() && stands_apart(text, lines, start..n, &numbers, &counting)
        {
            let broken = breaks_sentence(text, &lines[start - 1], &lines[n]);
            let counted = (start..n).any(|n| counting[n]) && is_open(text, &lines[start - 1]);
            let words = lines[start - 1].content.len() > 3;
            if words && (broken || counted) {
                counting[start..n].fill(true);
                lines[n].after_page = true;
            }
        }
        n = n.max(start + 1);
    }
    for (line, counting) in lines.iter_mut().zip(counting) {
        if counting {
            line.content.start = line.content.end;
        }
    }
}

/// Whether the lines `run` have a page number and are no lines of the paragraph around them: the number is alone or
/// counts, blank lines stand there, or the word after the run would have fitted its last line.
fn stands_apart(
    text: &Text,
    lines: &[Line],
    run: Range<usize>,
    numbers: &[Option<Number>],
    counting: &[bool],
) -> bool {
    let sure = |n: usize| counting[n] || numbers[n].as_ref().is_some_and(|number| number.alone);
    let separate = lines[run.start].blank_before > 0 && lines[run.end].blank_before > 0;
    let after = lines[run.end - 1].end_column() + first_word(text, &lines[run.end]);
    let fits = after + SPACE < lines[run.start - 1].end_column();
    run.clone().any(sure) || (separate || fits) && run.clone().any(|n| numbers[n].is_some())
}

/// Whether a line may be one of the page: short, and no sentence.
fn may_be_head(text: &Text, line: &Line) -> bool {
    let content = &line.content;
    !content.is_empty()
        && content.len() <= HEAD_TOKENS
        && text.token(content.start).shape != Shape::Lower
        && is_open(text, line)
}

/// Whether no sentence ends with the line.
fn is_open(text: &Text, line: &Line) -> bool {
    let last = line.content.end.saturating_sub(1);
    !line.content.is_empty()
        && !matches!(
            text.mark(last),
            '.' | '?' | '!' | '…' | ':' | '”' | '"' | '’' | '\'' | ')' | ']' | DOTS
        )
}

/// The number in a line that may be a page number.
struct Number {
    value: u32,
    /// Its token.
    token: usize,
    /// Whether only dashes stand beside it.
    alone: bool,
}

impl Number {
    fn of(text: &Text, line: &Line) -> Option<Self> {
        let content = line.content.clone();
        let token = content.clone().find(|&n| text.token(n).shape == Shape::Number)?;
        // "12 The Lock", "Page 12", "Page 12 of 30"
        let of = token + 3 == content.end && text.mark(token + 1) != ',';
        let dash = |n: usize| matches!(text.mark(n), '-' | '–' | '—' | '|' | DASHES);
        let alone = content.clone().all(|n| n == token || dash(n));
        let inside = token > content.start && token + 1 < content.end;
        let is_time = time::end(text, token, content.end).is_some();
        if inside && !of && !alone || is_time {
            return None;
        }
        let digits = text.word(token);
        let value = digits.parse().ok().filter(|_| digits.len() <= DIGITS)?;
        Some(Self { value, token, alone })
    }
}

/// For each line whether its number counts pages: the same line comes again with the next number.
fn counting(text: &Text, lines: &[Line], numbers: &[Option<Number>]) -> Vec<bool> {
    let mut counting = vec![false; lines.len()];
    let mut known = Interner::default();
    // For each form the last line of it, and whether all of them so far count.
    let mut forms: Vec<(usize, bool)> = Vec::new();
    let mut form_of = vec![None; lines.len()];
    for (n, number) in numbers.iter().enumerate() {
        let Some(number) = number else { continue };
        let before = text.slice(text.span(lines[n].content.start, number.token));
        let after = text.slice(text.span(number.token + 1, lines[n].content.end));
        let form = known.intern(&[before, after].join("\n"));
        form_of[n] = Some(form);
        let Some((last, counts)) = forms.get_mut(form) else {
            forms.push((n, true));
            continue;
        };
        let next = numbers[*last]
            .as_ref()
            .is_some_and(|last| (last.value + 1..=last.value + 2).contains(&number.value));
        *counts &= next && n > *last + HEAD_LINES;
        *last = n;
        let numbered_lines = lines.get(n + 1).is_some_and(|line| line.content != line.tokens);
        counting[n] =
            *counts && (number.alone || numbered_lines || is_open_between(text, lines, n));
    }
    for (n, form) in form_of.into_iter().enumerate() {
        let again = form
            .and_then(|form| forms.get(form))
            .is_some_and(|(last, counts)| *counts && *last != n);
        counting[n] = (counting[n] || again) && form.is_some_and(|form| forms[form].1);
    }
    counting
}

/// Whether the line before line `n` ends no sentence.
fn is_open_between(text: &Text, lines: &[Line], n: usize) -> bool {
    n > 0 && is_open(text, &lines[n - 1]) && lines[n - 1].content.len() > 3
}
