//! Blocks and what each of them is: paragraph, list item, block quote, heading, line of dialogue.

use std::ops::Range;

use super::line::Lines;
use crate::report::BlockKind;
use crate::span::Span;
use crate::token::{Shape, Text, Token};

/// A paragraph, or another part of the text that is set off like one.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub tokens: Range<usize>,
    pub kind: BlockKind,
}

/// Cuts the text into blocks: at blank lines and, unless line ends are soft, at every line end.
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
            let kind = kind(text.slice(span), &tokens[range.clone()]);
            blocks.push(Block { tokens: range, kind });
        }
    };
    let mut line_start = 0;
    let mut previous = "";
    for line_end in ends {
        let line = text.raw.get(line_start..line_end).unwrap_or_default();
        let trimmed = line.trim();
        let start = line_start + (line.len() - line.trim_start().len());
        let span = Span::new(start, start + trimmed.len());
        line_start = line_end;
        // "\r\n" ends one line, so the lone "\n" after the "\r" is no blank line.
        if trimmed.is_empty() {
            if line != "\n" || !previous.ends_with('\r') {
                close(open.take());
            }
            previous = line;
            continue;
        }
        previous = line;
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

/// Whether a line starts a new block even if line ends are soft.
fn starts_block(line: &str) -> bool {
    line.starts_with(['>', '•', '*', '—']) || line.starts_with("- ")
}

/// The kind of a block from its text: a heading is short and does not end a sentence.
fn kind(block: &str, tokens: &[Token]) -> BlockKind {
    let mut chars = block.chars();
    let (first, second) = (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '));
    match first {
        '>' => return BlockKind::Quote,
        '•' | '◦' | '▪' | '·' | '*' | '-' | '–' if second.is_whitespace() => {
            return BlockKind::Item;
        }
        '—' | '–' | '―' => return BlockKind::Dialogue,
        '-' if block.starts_with("--") => return BlockKind::Dialogue,
        '#' => return BlockKind::Heading,
        _ => {}
    }
    let numbered = matches!(tokens, [number, mark, ..] if number.shape == Shape::Number
        && matches!(mark.mark, '.' | ')'));
    if numbered {
        return BlockKind::Item;
    }
    let ends_sentence = block
        .ends_with(['.', '!', '?', '…', '"', '”', '’', '\'', '»', ':', ';', ',', '—', '-', ')']);
    if !ends_sentence && tokens.len() <= 25 { BlockKind::Heading } else { BlockKind::Paragraph }
}
