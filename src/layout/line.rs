//! Lines, and whether their ends are soft: put there by wrapping at a fixed width.

use crate::span::Span;
use crate::token::Text;

/// The lines of a text.
pub(super) struct Lines {
    /// The offset after the last character of each line, which is its line end.
    pub ends: Vec<usize>,
    /// Whether single line ends are soft: the text is wrapped at a fixed width.
    pub wrapped: bool,
}

impl Lines {
    /// Finds the lines of `text`.
    pub(super) fn of(text: &Text) -> Self {
        Self { ends: ends(text), wrapped: is_wrapped(text.raw) }
    }
}

/// The offset after each line end. A line end is in no token, so only the gaps between tokens are searched;
/// most of them are a space or empty.
fn ends(text: &Text) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut gap_start = 0;
    let text_end = Span::new(text.raw.len(), text.raw.len());
    for next in text.tokens.iter().map(|token| token.span).chain([text_end]) {
        if !matches!(text.raw.as_bytes().get(gap_start..next.start), Some(b"" | b" ")) {
            let gap = text.raw.get(gap_start..next.start).unwrap_or_default();
            let breaks = gap.match_indices(['\n', '\r', '\u{2029}']);
            ends.extend(breaks.map(|(start, end)| gap_start + start + end.len()));
        }
        gap_start = next.end;
    }
    ends.push(text.raw.len());
    ends
}

/// Whether single line ends are soft: there are blank lines between paragraphs, and most lines that have
/// another line right after them are as long as wrapped lines are.
fn is_wrapped(text: &str) -> bool {
    let lines: Vec<usize> = text.lines().map(|line| line.trim().len()).collect();
    let followed = || lines.windows(2).filter(|pair| pair[0] > 0 && pair[1] > 0);
    let blank = lines.iter().filter(|&&length| length == 0).count();
    let count = followed().count();
    let full = followed().filter(|pair| (45..=100).contains(&pair[0])).count();
    blank > 0 && count >= 3 && full * 10 >= count * 7
}
