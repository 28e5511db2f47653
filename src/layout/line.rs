//! Lines, as the text has them.

use std::ops::Range;

use crate::span::Span;
use crate::token::Text;

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
}

impl Line {
    /// The column that the line ends in.
    pub(super) fn end_column(&self) -> usize {
        self.indent + self.width
    }
}

/// The lines of `text` that hold tokens, in text order.
pub(super) fn find(text: &Text) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut open: Option<Line> = None;
    let mut at = 0;
    for (number, token) in text.tokens.iter().enumerate() {
        let between = text.raw.get(at..token.span.start).unwrap_or_default();
        // Most tokens are separated by a space or nothing.
        if matches!(between, "" | " ") && open.is_some() {
            if let Some(line) = &mut open {
                line.tokens.end = number + 1;
                line.span.end = token.span.end;
            }
            at = token.span.end;
            continue;
        }
        let breaks = count_breaks(between);
        if breaks > 0 || open.is_none() {
            lines.extend(open.take());
            let indent = between.rsplit(['\n', '\r', '\u{2029}']).next().unwrap_or_default();
            let columns = |c: char| if c == '\t' { TAB } else { 1 };
            open = Some(Line {
                tokens: number..number + 1,
                content: number..number + 1,
                span: token.span,
                indent: indent.chars().map(columns).sum(),
                width: 0,
                blank_before: breaks.saturating_sub(1),
                depth: 0,
            });
        } else if let Some(line) = &mut open {
            line.tokens.end = number + 1;
            line.span.end = token.span.end;
        }
        at = token.span.end;
    }
    lines.extend(open);
    for line in &mut lines {
        line.content = line.tokens.clone();
        line.width = text.slice(line.span).chars().count();
    }
    lines
}

/// A tab counts as so many columns.
const TAB: usize = 4;

/// How many lines end in `between`; "\r\n" ends one line.
fn count_breaks(between: &str) -> usize {
    let ends = between.matches(['\n', '\r', '\u{2029}']).count();
    ends - between.matches("\r\n").count()
}
