//! Lines, as the text has them.

use std::ops::Range;

use crate::span::Span;
use crate::token::{NO_MARK, Text};

/// A line that holds at least one token.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// All tokens of the line.
    pub tokens: Range<usize>,
    /// The tokens that are text, without line numbers, time codes and prefixes of mail.
    pub content: Range<usize>,
    /// From the first token to past the last one, in bytes.
    pub span: Span,
    /// How many columns of white space stand before the first token.
    pub indent: usize,
    /// How many characters the line has from its first token to its last one.
    pub width: usize,
    /// How many blank lines stand before it.
    pub blank_before: usize,
    /// How deep it is quoted, as in mail: the number of ">" before it.
    pub depth: usize,
    /// It goes on with a line of the page before: only a page number and running heads stand between.
    pub after_page: bool,
}

impl Line {
    /// The column that the line ends in.
    pub(super) fn end_column(&self) -> usize {
        self.indent + self.width
    }
}

/// The lines of `text` that hold tokens, in text order.
pub(super) fn find(text: &Text) -> Vec<Line> {
    let bytes = text.raw.as_bytes();
    let mut lines: Vec<Line> = Vec::new();
    let mut at = 0;
    for (number, token) in text.tokens.iter().enumerate() {
        let start = token.span.start;
        // Most tokens are separated by a space or nothing.
        let same_line =
            start == at || start == at + 1 && bytes.get(at).is_some_and(|byte| *byte == b' ');
        if number == 0 || !same_line {
            let between = text.raw.get(at..start).unwrap_or_default();
            let breaks = count_breaks(between);
            if number == 0 || breaks > 0 {
                close(text, lines.last_mut(), number, at);
                lines.push(open(number, token.span, between, breaks));
            }
        }
        at = token.span.end;
    }
    close(text, lines.last_mut(), text.tokens.len(), at);
    lines
}

/// A line that starts with token `number`, after the white space `between` with its line ends.
fn open(number: usize, span: Span, between: &str, breaks: usize) -> Line {
    let indent = between.rsplit(['\n', '\r', '\u{2029}']).next().unwrap_or_default();
    let columns = |c: char| if c == '\t' { TAB } else { 1 };
    Line {
        tokens: number..number,
        content: number..number,
        span,
        indent: indent.chars().map(columns).sum(),
        width: 0,
        blank_before: breaks.saturating_sub(1),
        depth: 0,
        after_page: false,
    }
}

/// Ends `line` before token `end`; `at` is the end of its last token in bytes.
fn close(text: &Text, line: Option<&mut Line>, end: usize, at: usize) {
    let Some(line) = line else { return };
    line.tokens.end = end;
    line.content = line.tokens.clone();
    line.span.end = at;
    let words = text.slice(line.span);
    line.width = if words.is_ascii() { words.len() } else { words.chars().count() };
}

/// A tab counts as so many columns.
const TAB: usize = 4;

/// How many lines end in `between`; "\r\n" ends one line.
fn count_breaks(between: &str) -> usize {
    let mut before = NO_MARK;
    let mut ends = 0;
    for c in between.chars() {
        ends += usize::from(matches!(c, '\r' | '\u{2029}') || c == '\n' && before != '\r');
        before = c;
    }
    ends
}
