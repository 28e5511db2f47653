//! How a text was read: its form and its blocks.

use crate::names::named;
use crate::span::Span;

named! {
    /// What the extraction read of a text.
    #[derive(Default)]
    pub enum Reading {
        /// Its words, because its language is supported.
        #[default]
        Words "words",
        /// Only its marks, because its language is not supported.
        Marks "marks",
    }
}

named! {
    /// The form of a text.
    #[derive(Default)]
    pub enum Form {
        /// Paragraphs of news or narration.
        Article "article",
        /// Labelled turns.
        Transcript "transcript",
        /// An article and a transcript in one text.
        Mixed "mixed",
        /// Fewer than two blocks: too little to show a form.
        #[default]
        Plain "plain",
    }
}

named! {
    /// What a block of a text is.
    pub enum BlockKind {
        /// A paragraph of running text.
        Paragraph "paragraph",
        /// A heading.
        Heading "heading",
        /// An item of a list.
        Item "item",
        /// A block quote.
        Quote "quote",
        /// A paragraph of a labelled turn: the one with the speaker's label, or one after it.
        Turn "turn",
        /// A line of dialogue that starts with a dash.
        Dialogue "dialogue",
        /// What surrounds the text on its page: menus, captions, related links.
        Furniture "furniture",
    }
}

/// A paragraph, or another part of the text that stands like one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Block {
    /// From the first word or mark to the last one, the end exclusive, in bytes.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}
