//! Blocks and their shapes: paragraph, list item, block quote, heading, line of dialogue.

use std::ops::Range;

use super::line::Lines;
use crate::span::Span;
use crate::token::{Shape, Text, Token};

/// What a block looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockShape {
    Paragraph,
    /// Starts with a bullet or a number.
    Item,
    /// Starts with ">".
    Quote,
    /// A short line without a closing period.
    Heading,
    /// Starts with a dash of dialogue.
    Dialogue,
}

/// A paragraph, or what stands like one.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub tokens: Range<usize>,
    pub shape: BlockShape,
}

/// Cuts the text into blocks: at blank lines and, unless it is wrapped at a fixed width, at every
/// line end.
pub(super) fn find(text: &Text) -> Vec<Block> {
    let Lines { ends, wrapped } = Lines::of(text);
    let tokens = text.tokens.as_slice();
    let mut blocks = Vec::new();
    let mut open: Option<Span> = None;
    let mut first_token = 0;
    let mut close = |span: Option<Span>| {
        let Some(span) = span else { return };
        let count = tokens[first_token..].partition_point(|token| token.span.start < span.end);
        let range = first_token..first_token + count;
        first_token = range.end;
        if !range.is_empty() {
            let shape = shape(text.slice(span), &tokens[range.clone()]);
            blocks.push(Block { tokens: range, shape });
        }
    };
    let mut at = 0;
    let mut before = "";
    for end in ends {
        let line = text.source.get(at..end).unwrap_or_default();
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
            Some(block) if wrapped && !starts_block(trimmed) => block.end = span.end,
            _ => {
                close(open.take());
                open = Some(span);
            }
        }
    }
    close(open);
    blocks
}

/// Whether a line starts a block of its own even in wrapped text.
fn starts_block(line: &str) -> bool {
    line.starts_with(['>', '•', '*', '—']) || line.starts_with("- ")
}

fn shape(line: &str, tokens: &[Token]) -> BlockShape {
    let mut chars = line.chars();
    let (first, second) = (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '));
    match first {
        '>' => return BlockShape::Quote,
        '•' | '◦' | '▪' | '·' | '*' | '-' | '–' if second.is_whitespace() => {
            return BlockShape::Item;
        }
        '—' | '–' | '―' => return BlockShape::Dialogue,
        '-' if line.starts_with("--") => return BlockShape::Dialogue,
        '#' => return BlockShape::Heading,
        _ => {}
    }
    let numbered = matches!(tokens, [number, mark, ..] if number.shape == Shape::Number
        && matches!(mark.mark, '.' | ')'));
    if numbered {
        return BlockShape::Item;
    }
    let ends_sentence = line
        .ends_with(['.', '!', '?', '…', '"', '”', '’', '\'', '»', ':', ';', ',', '—', '-', ')']);
    if !ends_sentence && tokens.len() <= 25 { BlockShape::Heading } else { BlockShape::Paragraph }
}
