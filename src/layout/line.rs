//! Lines, as the text has them.

use std::ops::Range;

use super::label::Label;
use crate::numbered::Numbered;
use crate::token::{NO_MARK, Text};

/// A line that holds at least one token.
#[derive(Debug)]
pub(super) struct Line {
    /// All tokens of the line.
    pub tokens: Range<usize>,
    /// The tokens that are text, without line numbers, time codes and prefixes of mail.
    pub content: Range<usize>,
    /// How many blank lines stand before it.
    pub blank_before: usize,
    /// How deep it is quoted, as in mail: the number of ">" before it.
    pub depth: usize,
    /// It goes on with a line of the page before: only a page number and running heads stand between.
    pub after_page: bool,
    /// The label that it starts with. Once turns are found, only the label of a turn is left.
    pub label: Option<Label>,
    /// How it may go on with the line before.
    pub join: Join,
    /// Whether it does.
    pub goes_on: bool,
}

/// How a line may go on with the line before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// It starts something of its own.
    Never,
    /// Nothing speaks against it.
    Possible,
    /// The line end between them breaks a sentence.
    InSentence,
}

impl Line {
    /// How many columns of white space stand before the first token.
    pub(super) fn indent(&self, text: &Text) -> usize {
        let before = text.before(text.token(self.tokens.start).span.start);
        let indent = before.chars().rev().take_while(|c| !matches!(c, '\n' | '\r' | '\u{2029}'));
        indent.map(|c| if c == '\t' { TAB } else { 1 }).sum()
    }

    /// The column that the line ends in.
    #[inline(never)]
    pub(super) fn end_column(&self, text: &Text) -> usize {
        let words = text.slice(text.span(self.tokens.start, self.tokens.end));
        self.indent(text) + words.chars().count()
    }
}

/// A tab counts as so many columns.
const TAB: usize = 4;

/// The lines of `text` that hold tokens, in text order.
pub(super) fn find(text: &Text) -> Numbered<Line> {
    let bytes = text.raw.as_bytes();
    let mut lines: Numbered<Line> = Numbered::default();
    let mut at = 0;
    for (number, token) in text.tokens.iter().enumerate() {
        let start = token.span.start;
        // Most tokens are separated by a space or nothing.
        let same_line =
            start == at || start == at + 1 && bytes.get(at).is_some_and(|byte| *byte == b' ');
        if number == 0 || !same_line {
            let breaks = count_breaks(text.raw.get(at..start).unwrap_or_default());
            if number == 0 || breaks > 0 {
                close(&mut lines, number);
                lines.push(Line {
                    tokens: number..number,
                    content: number..number,
                    blank_before: breaks.saturating_sub(1),
                    depth: 0,
                    after_page: false,
                    label: None,
                    join: Join::Never,
                    goes_on: false,
                });
            }
        }
        at = token.span.end;
    }
    close(&mut lines, text.tokens.len());
    lines
}

/// Ends the last line before token `end`.
fn close(lines: &mut Numbered<Line>, end: usize) {
    if let Some(line) = lines.last_mut() {
        line.tokens.end = end;
        line.content.end = end;
    }
}

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
