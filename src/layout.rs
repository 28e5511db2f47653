//! The form of the text: its lines, blocks, turns and regions.
//!
//! Reads lines, shapes and marks, and hardly any word. Each token belongs to exactly one block.

mod block;
mod line;
mod region;
mod turn;

use crate::token::Text;

pub(crate) use block::{Block, BlockShape};
use region::Region;
pub(crate) use turn::Turn;

/// The form of a text.
#[derive(Debug)]
pub(crate) struct Layout {
    /// The blocks in text order.
    pub blocks: Vec<Block>,
    /// The labelled turns of a transcript in text order; empty for other texts.
    pub turns: Vec<Turn>,
    /// The regions in text order; together they hold all tokens.
    regions: Vec<Region>,
    /// For each token the number of its block.
    block_of: Vec<u32>,
}

/// Reads the form of `text`.
#[inline(never)]
pub(crate) fn read(text: &Text) -> Layout {
    let blocks = block::find(text);
    let mut block_of = vec![0; text.tokens.len()];
    for (number, block) in blocks.iter().enumerate() {
        block_of[block.tokens.clone()].fill(number as u32);
    }
    let turns = turn::find(text, &blocks);
    Layout { blocks, turns, regions: region::find(text), block_of }
}

impl Layout {
    /// The number of the block of token `i`.
    pub(crate) fn block_of(&self, i: usize) -> usize {
        self.block_of.get(i).map_or(0, |&number| number as usize)
    }

    /// Whether token `i` belongs to a story, in which people talk with each other and take turns.
    pub(crate) fn is_story(&self, i: usize) -> bool {
        let region = self.regions.iter().find(|region| i < region.tokens.end);
        region.or(self.regions.last()).is_some_and(|region| region.story)
    }
}
