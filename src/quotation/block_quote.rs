//! Block quotes without quotation marks: mail that somebody "wrote:", and what a line of attribution follows.

use std::ops::Range;

use crate::document::Document;
use crate::layout::{Block, is_attribution_line};
use crate::numbered::Numbered;
use crate::report::BlockKind;

/// In a text that is quoted as a whole, a line of attribution belongs to at most this many blocks before it.
const BLOCKS_BEFORE: usize = 4;

/// A tag after the closing mark has at most this many tokens.
const SOURCE_TOKENS: usize = 8;
/// The prefix of quoted mail has at most this many characters.
const PREFIX: usize = 32;

/// The runs of blocks, by number, that are each one quotation.
pub(super) fn find(document: &Document) -> Vec<Range<usize>> {
    let blocks = document.blocks();
    if !blocks.iter().any(|block| block.kind == BlockKind::Quote) {
        return Vec::new();
    }
    let depths: Numbered<usize> = blocks.iter().map(|block| depth(document, block)).collect();
    let least = depths.iter().copied().min().unwrap_or(0);
    let mut found = Vec::new();
    let mut start = 0;
    for n in 1..=blocks.len() {
        let is_line = |n: usize| is_attribution_line(document, blocks[n].tokens.clone());
        let ends = n == blocks.len() || depths[n] != depths[start] || is_line(n - 1);
        if !ends {
            continue;
        }
        let mut run = std::mem::replace(&mut start, n)..n;
        if depths[run.start] == 0 {
            continue;
        }
        let attributed =
            is_line(n - 1) || n < blocks.len() && depths[n] < depths[n - 1] && is_line(n);
        run.end -= usize::from(is_line(n - 1));
        // "On Monday, Ann wrote:" announces mail that is quoted deeper.
        let deeper = n < blocks.len() && depths[n] > depths[n - 1];
        run.end -= usize::from(deeper && ends_with_colon(document, &blocks[n - 1]) && run.end == n);
        let announced = run.start > 0
            && depths[run.start - 1] < depths[run.start]
            && ends_with_colon(document, &blocks[run.start - 1]);
        let whole = depths[run.start] == least;
        let few = !whole || run.len() <= BLOCKS_BEFORE;
        if !run.is_empty() && (announced || attributed && few) && !is_marked(document, &run) {
            found.push(run);
        }
    }
    found
}

/// How deep a block is quoted: the number of ">" before it, or 1 for a block quote without them.
fn depth(document: &Document, block: &Block) -> usize {
    let start = document.token(block.tokens.start).span.start;
    let prefix = document.before(start).chars().rev().take(PREFIX);
    let left_out =
        prefix.take_while(|c| matches!(c, '>' | ' ' | '\t')).filter(|c| *c == '>').count();
    let left = block.tokens.clone().take(PREFIX).take_while(|&n| document.mark(n) == '>').count();
    (left_out + left).max(usize::from(block.kind == BlockKind::Quote))
}

fn ends_with_colon(document: &Document, block: &Block) -> bool {
    document.mark(block.tokens.end - 1) == ':'
}

/// Whether quotation marks stand at both ends of a run of blocks, which show by themselves what is quoted.
fn is_marked(document: &Document, run: &Range<usize>) -> bool {
    let is_mark =
        |n: usize| matches!(document.mark(n), '“' | '”' | '"' | '‘' | '’' | '\'' | '«' | '»' | '„');
    let blocks = &document.blocks()[run.clone()];
    let first = blocks.first().map_or(0, |block| block.tokens.start);
    let end = blocks.last().map_or(0, |block| block.tokens.end);
    is_mark(first) && (first..end).rev().take(SOURCE_TOKENS).any(is_mark)
}
