//! Lines, and which line ends only come from the width of the page.

use crate::span::Span;
use crate::token::Text;

/// The lines of a text.
pub(super) struct Lines {
    /// Where each line ends, after the character that ends it.
    pub ends: Vec<usize>,
    /// Whether single line ends only come from the width of the page.
    pub wrapped: bool,
}

impl Lines {
    /// Finds the lines of `text`.
    pub(super) fn of(text: &Text) -> Self {
        Self { ends: ends(text), wrapped: is_wrapped(text.raw) }
    }
}

/// Where each line ends, after the character that ends it. A line end is in no token, and most tokens are
/// separated by a space or nothing.
fn ends(text: &Text) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = 0;
    let end = Span::new(text.raw.len(), text.raw.len());
    for next in text.tokens.iter().map(|token| token.span).chain([end]) {
        if !matches!(text.raw.as_bytes().get(at..next.start), Some(b"" | b" ")) {
            let between = text.raw.get(at..next.start).unwrap_or_default();
            let breaks = between.match_indices(['\n', '\r', '\u{2029}']);
            ends.extend(breaks.map(|(start, end)| at + start + end.len()));
        }
        at = next.end;
    }
    ends.push(text.raw.len());
    ends
}

/// Whether single line ends only come from the width of the page: blank lines separate the paragraphs, and
/// most lines that are followed by another one are about as long as the longest.
fn is_wrapped(text: &str) -> bool {
    let lines: Vec<usize> = text.lines().map(|line| line.trim().len()).collect();
    let followed = || lines.windows(2).filter(|pair| pair[0] > 0 && pair[1] > 0);
    let blank = lines.iter().filter(|&&length| length == 0).count();
    let count = followed().count();
    let full = followed().filter(|pair| (45..=100).contains(&pair[0])).count();
    blank > 0 && count >= 3 && full * 10 >= count * 7
}
