//! Paragraphs and what they are: plain, list item, block quote, heading.

use std::ops::Range;

use super::{Shape, Token};
use crate::span::Span;

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ParagraphKind {
    Plain,
    /// Starts with a bullet or a number.
    ListItem,
    /// Starts with ">".
    BlockQuote,
    /// A short line without a closing period.
    Heading,
    /// Starts with a dash of dialogue.
    Dialogue,
}

/// One paragraph.
#[derive(Clone, Debug)]
pub(crate) struct Paragraph {
    pub tokens: Range<usize>,
    pub kind: ParagraphKind,
}

/// Cuts the text into paragraphs at blank lines and, unless it is wrapped at a fixed width, at
/// every line end.
pub(super) fn split(text: &str, tokens: &[Token]) -> Vec<Paragraph> {
    let wrapped = is_wrapped(text);
    let mut paragraphs = Vec::new();
    let mut open: Option<Span> = None;
    let mut first_token = 0;
    let mut close = |span: Option<Span>| {
        let Some(span) = span else { return };
        let count = tokens[first_token..].partition_point(|token| token.span.start < span.end);
        let range = first_token..first_token + count;
        first_token = range.end;
        if !range.is_empty() {
            let kind = kind(text, span, &tokens[range.clone()]);
            paragraphs.push(Paragraph { tokens: range, kind });
        }
    };
    let mut at = 0;
    let mut before = "";
    for end in line_ends(text, tokens) {
        let line = text.get(at..end).unwrap_or_default();
        let trimmed = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        let span = Span::new(start, start + trimmed.len());
        at = end;
        // "\r\n" ends one line: the lone "\n" after the "\r" is no blank line.
        if trimmed.is_empty() {
            if line != "\n" || !before.ends_with('\r') {
                close(open.take());
            }
            before = line;
            continue;
        }
        before = line;
        match &mut open {
            Some(paragraph) if wrapped && !starts_block(trimmed) => paragraph.end = span.end,
            _ => {
                close(open.take());
                open = Some(span);
            }
        }
    }
    close(open);
    paragraphs
}

/// Where each line ends, with the character that ends it. That stands in no token, and most of what
/// parts two tokens is a space or nothing.
fn line_ends(text: &str, tokens: &[Token]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = 0;
    for next in tokens.iter().map(|token| token.span).chain([Span::new(text.len(), text.len())]) {
        if !matches!(text.as_bytes().get(at..next.start), Some(b"" | b" ")) {
            let between = text.get(at..next.start).unwrap_or_default();
            let breaks = between.match_indices(['\n', '\r', '\u{2029}']);
            ends.extend(breaks.map(|(start, end)| at + start + end.len()));
        }
        at = next.end;
    }
    ends.push(text.len());
    ends
}

/// Whether single line ends are only the width of the page: blank lines part the paragraphs, and
/// most lines that another line follows are about as long as the longest.
fn is_wrapped(text: &str) -> bool {
    let lines: Vec<usize> = text.lines().map(|line| line.trim().len()).collect();
    let followed = || lines.windows(2).filter(|pair| pair[0] > 0 && pair[1] > 0);
    let blank = lines.iter().filter(|&&length| length == 0).count();
    let count = followed().count();
    let full = followed().filter(|pair| (45..=100).contains(&pair[0])).count();
    blank > 0 && count >= 3 && full * 10 >= count * 7
}

/// Whether a line starts a paragraph of its own even in wrapped text.
fn starts_block(line: &str) -> bool {
    line.starts_with(['>', '•', '*', '—']) || line.starts_with("- ")
}

fn kind(text: &str, span: Span, tokens: &[Token]) -> ParagraphKind {
    let line = text.get(span.range()).unwrap_or_default();
    let mut chars = line.chars();
    let (first, second) = (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '));
    match first {
        '>' => return ParagraphKind::BlockQuote,
        '•' | '◦' | '▪' | '·' | '*' | '-' | '–' if second.is_whitespace() => {
            return ParagraphKind::ListItem;
        }
        '—' | '–' | '―' => return ParagraphKind::Dialogue,
        '-' if line.starts_with("--") => return ParagraphKind::Dialogue,
        '#' => return ParagraphKind::Heading,
        _ => {}
    }
    let numbered = matches!(tokens, [number, mark, ..] if number.shape == Shape::Number
        && matches!(mark.mark, '.' | ')'));
    if numbered {
        return ParagraphKind::ListItem;
    }
    let ends_sentence = line
        .ends_with(['.', '!', '?', '…', '"', '”', '’', '\'', '»', ':', ';', ',', '—', '-', ')']);
    if !ends_sentence && tokens.len() <= 25 { ParagraphKind::Heading } else { ParagraphKind::Plain }
}
