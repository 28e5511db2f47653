//! Soft line ends, which only come from the width of the page.
//!
//! A line end is soft if the first word of the next line would not have fitted the width of the text, or if
//! the break stands inside a sentence.

use super::line::{Join, Line};
use crate::numbered::Numbered;
use crate::token::{DASHES, DOTS, Shape, Text};

/// The text is wrapped if at least one of this many line ends breaks a sentence.
const BREAKS: usize = 8;

/// How much a line may be longer than the width of the text and still be one of its lines.
const SLACK: usize = 2;

/// Marks the lines that go on with the line before.
pub(super) fn mark(text: &Text, lines: &mut Numbered<Line>) {
    let (mut possible, mut in_sentence) = (0, 0);
    for n in 1..lines.len() {
        if let [before, line] = &mut lines[n - 1..=n] {
            line.join = join(text, before, line);
            possible += usize::from(line.join != Join::Never);
            in_sentence += usize::from(line.join == Join::InSentence);
        }
    }
    if in_sentence > 0 {
        let whole = width(text, lines);
        let wrapped = in_sentence * BREAKS >= possible;
        for run in lines.chunk_by_mut(|_, line| line.join != Join::Never) {
            let own = width(text, run);
            if run.len() > 1 && (wrapped || own > 0) {
                mark_run(text, run, if own > 0 { own } else { whole });
            }
        }
    }
    // A line goes on across the end of a page, and so does what stands there.
    for n in 0..lines.len() {
        if lines[n].after_page && lines[n].label.is_none() {
            let heads = lines[..n].iter().rev().take_while(|line| line.content.is_empty()).count();
            lines[n - heads..=n].iter_mut().for_each(|line| line.goes_on = true);
        }
    }
}

/// How `line` may go on with the line `before`.
fn join(text: &Text, before: &Line, line: &Line) -> Join {
    let hard = line.blank_before > 0
        || line.depth != before.depth
        || line.label.is_some()
        || line.content.is_empty()
        || before.content.is_empty()
        || starts_block(text, line);
    match hard {
        true => Join::Never,
        false if breaks_sentence(text, before, line) => Join::InSentence,
        false => Join::Possible,
    }
}

/// Marks the soft line ends in a run of lines of this width.
fn mark_run(text: &Text, run: &mut [Line], width: usize) {
    let indents: Vec<usize> = run.iter().map(|line| line.indent(text)).collect();
    let indented = is_indented(&indents);
    for n in 1..run.len() {
        let before = run[n - 1].end_column(text);
        let fits = before + 1 + first_word(text, &run[n]) <= width;
        let is_of_width = before <= width + SLACK;
        let opens = indented && indents[n] > indents[n - 1] + 1;
        run[n].goes_on = run[n].join == Join::InSentence || !fits && is_of_width && !opens;
    }
}

/// The width of `lines`: that of the longest one whose end breaks a sentence; 0 if there is none.
fn width(text: &Text, lines: &[Line]) -> usize {
    let broken = lines.windows(2).filter(|pair| pair[1].join == Join::InSentence);
    broken.map(|pair| pair[0].end_column(text)).max().unwrap_or(0)
}

/// Whether paragraphs of a run start with an indent: some of its lines are indented, and most are not.
fn is_indented(indents: &[usize]) -> bool {
    let least = indents.iter().copied().min().unwrap_or(0);
    let indented = |indents: &[usize]| indents.iter().filter(|&&indent| indent > least + 1).count();
    indented(&indents[1..]) > 0 && indented(indents) * 2 < indents.len() || indents.len() < 3
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
    words.chars().take_while(|c| !c.is_whitespace()).count()
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
