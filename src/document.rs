//! A text with its tokens and its layout: what all later stages read.

use std::ops::Deref;

use crate::layout::{Block, Layout};
use crate::numbered::Numbered;
use crate::token::Text;

/// A text with its tokens and its layout.
#[derive(Debug)]
pub(crate) struct Document<'t> {
    pub text: Text<'t>,
    pub layout: Layout,
}

/// Most questions are about tokens, so a document answers them itself.
impl<'t> Deref for Document<'t> {
    type Target = Text<'t>;

    fn deref(&self) -> &Self::Target {
        &self.text
    }
}

impl Document<'_> {
    /// The blocks in text order.
    pub(crate) fn blocks(&self) -> &Numbered<Block> {
        &self.layout.blocks
    }

    /// The number of the block of token `i`.
    pub(crate) fn block_of(&self, i: usize) -> usize {
        self.layout.block_of(i)
    }

    /// The number of the token after the last one of the block of token `i`, or of its label if the token belongs
    /// to that.
    pub(crate) fn block_end(&self, i: usize) -> usize {
        let block = self.blocks().get(self.block_of(i));
        block.map_or(self.tokens.len(), |block| {
            if i < block.content { block.content } else { block.tokens.end }
        })
    }

    /// Whether token `i` belongs to the label of a turn.
    pub(crate) fn is_label(&self, i: usize) -> bool {
        self.blocks().get(self.block_of(i)).is_some_and(|block| i < block.content)
    }

    /// Whether token `i` belongs to a story, in which people talk with each other and take turns.
    pub(crate) fn is_story(&self, i: usize) -> bool {
        self.layout.is_story(i)
    }
}
