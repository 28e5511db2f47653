//! Soft line ends, which only come from the width of the page.
//!
//! A line end is soft if the first word of the next line would not have fitted the width of the text, or if
//! the break stands inside a sentence.

use std::ops::Range;

use super::line::Line;
use super::turn::Turns;
use crate::token::{DASHES, DOTS, Shape, Text};

/// The text is wrapped if at least one of this many line ends breaks a sentence.
const BREAKS: usize = 8;

/// How much a line may be longer than the width of the text and still be one of its lines.
const SLACK: usize = 2;

/// For each line whether it goes on with the line before.
pub(super) fn soft_ends(text: &Text, lines: &[Line], turns: &Turns) -> Vec<bool> {
    let mut soft = vec![false; lines.len()];
    let may_go_on = |n: usize| {
        n > 0
            && lines[n].blank_before == 0
            && lines[n].depth == lines[n - 1].depth
            && turns.starts[n].is_none()
            && !lines[n].content.is_empty()
            && !lines[n - 1].content.is_empty()
            && !starts_block(text, &lines[n])
    };
    let joins: Vec<bool> = (0..lines.len()).map(may_go_on).collect();
    let breaks: Vec<bool> = (0..lines.len())
        .map(|n| joins[n] && breaks_sentence(text, &lines[n - 1], &lines[n]))
        .collect();
    let count = |flags: &[bool]| flags.iter().filter(|flag| **flag).count();
    let wrapped = count(&breaks) * BREAKS >= count(&joins);
    let across = across_pages(lines, turns);
    if count(&breaks) == 0 {
        return across;
    }
    let whole = width(lines, &breaks, 0..lines.len());
    let mut start = 0;
    for n in 1..=lines.len() {
        if n < lines.len() && joins[n] {
            continue;
        }
        let run = start..n;
        let own = width(lines, &breaks, run.clone());
        if wrapped || own > 0 {
            let width = if own > 0 { own } else { whole };
            let indented = is_indented(lines, &joins, run.clone());
            for n in run.start + 1..run.end {
                let fits = lines[n - 1].end_column() + 1 + first_word(text, &lines[n]) <= width;
                let is_of_width = lines[n - 1].end_column() <= width + SLACK;
                let opens = indented && lines[n].indent > lines[n - 1].indent + 1;
                soft[n] = breaks[n] || !fits && is_of_width && !opens;
            }
        }
        start = n;
    }
    for (soft, across) in soft.iter_mut().zip(across) {
        *soft |= across;
    }
    soft
}

/// For each line whether it goes on across the end of a page, or stands there.
fn across_pages(lines: &[Line], turns: &Turns) -> Vec<bool> {
    let mut across = vec![false; lines.len()];
    for n in (0..lines.len()).filter(|&n| lines[n].after_page && turns.starts[n].is_none()) {
        let heads = lines[..n].iter().rev().take_while(|line| line.content.is_empty()).count();
        across[n - heads..=n].fill(true);
    }
    across
}

/// The width of the lines in `run`: that of the longest one whose end breaks a sentence; 0 if there is none.
fn width(lines: &[Line], breaks: &[bool], run: Range<usize>) -> usize {
    let broken = run.filter(|&n| n > 0 && breaks[n]);
    broken.map(|n| lines[n - 1].end_column()).max().unwrap_or(0)
}

/// Whether paragraphs of a run start with an indent: some of its lines are indented, and most are not.
fn is_indented(lines: &[Line], joins: &[bool], run: Range<usize>) -> bool {
    let least = lines[run.clone()].iter().map(|line| line.indent).min().unwrap_or(0);
    let indented = run.clone().filter(|&n| lines[n].indent > least + 1).count();
    let after_first = run.clone().filter(|&n| joins[n] && lines[n].indent > least + 1).count();
    after_first > 0 && indented * 2 < run.len() || run.len() < 3
}

/// Whether the end of line `before` stands inside a sentence that line `next` goes on with.
pub(super) fn breaks_sentence(text: &Text, before: &Line, next: &Line) -> bool {
    let last = before.content.end - 1;
    let first = next.content.start;
    let lower = text.token(first).shape == Shape::Lower;
    let ends =
        matches!(text.mark(last), '.' | '!' | '?' | '…' | ':' | ';' | ')' | ']' | '|' | '>' | DOTS);
    let quoted = matches!(text.mark(last), '”' | '"' | '’' | '\'' | '»');
    let words = before.content.len() > 1;
    lower && words && (!ends || quoted)
}

/// How many characters the first word of a line has, up to white space.
pub(super) fn first_word(text: &Text, line: &Line) -> usize {
    let words = text.slice(text.span(line.content.start, line.content.end));
    words.split_whitespace().next().unwrap_or_default().chars().count()
}

/// Whether a line starts a block of its own even in wrapped text: an item of a list, a dash of dialogue.
fn starts_block(text: &Text, line: &Line) -> bool {
    let first = line.content.start;
    let token = text.token(first);
    let spaced = text.token(first + 1).span.start > token.span.end;
    match token.mark {
        '•' | '◦' | '▪' | '·' | '—' | '―' => true,
        '*' | '-' | '–' => spaced,
        '#' => true,
        DASHES => true,
        _ => {
            let numbered = token.shape == Shape::Number && line.content.len() > 2;
            numbered && matches!(text.mark(first + 1), '.' | ')') && token.span.len() < 3
        }
    }
}
