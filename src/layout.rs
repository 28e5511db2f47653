//! The form of the text: its lines, blocks, turns and regions.
//!
//! The stage reads lines, shapes and marks, and few words. Each token belongs to exactly one block.

mod block;
mod hint;
mod line;
mod region;
mod turn;

use crate::options::Options;
use crate::report::{BlockKind, Form};
use crate::token::Text;

pub(crate) use block::Block;
use region::Region;
pub(crate) use turn::Turn;

/// The form of a text.
#[derive(Debug)]
pub(crate) struct Layout {
    /// The blocks in text order.
    pub blocks: Vec<Block>,
    /// The labelled turns of a transcript in text order; empty for any other text.
    pub turns: Vec<Turn>,
    /// The regions in text order; each token belongs to exactly one.
    regions: Vec<Region>,
    /// The number of the block of each token.
    block_of: Vec<u32>,
}

/// Reads the form of `text`.
#[inline(never)]
pub(crate) fn read(text: &Text, options: &Options) -> Layout {
    let mut blocks = block::find(text);
    hint::apply(&options.hints, text, &mut blocks);
    let mut block_of = vec![0; text.tokens.len()];
    for (number, block) in blocks.iter().enumerate() {
        block_of[block.tokens.clone()].fill(number as u32);
    }
    let turns = turn::find(text, &blocks, options.form);
    if let Some(turn) = turns.first() {
        // A turn lasts until the next label, so all blocks from the first label on belong to turns.
        let first = block_of[turn.label.start] as usize;
        blocks[first..].iter_mut().for_each(|block| block.kind = BlockKind::Turn);
    }
    Layout { blocks, turns, regions: region::find(text), block_of }
}

impl Layout {
    /// The form of the whole text.
    pub(crate) fn form(&self) -> Form {
        match self.turns.first() {
            Some(turn) if self.block_of(turn.label.start) == 0 => Form::Transcript,
            Some(_) => Form::Mixed,
            None if self.blocks.len() < 2 => Form::Plain,
            None => Form::Article,
        }
    }

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
