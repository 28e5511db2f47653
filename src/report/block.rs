//! How a text was read: its form and its blocks.

use crate::names::named;
use crate::span::Span;

named! {
    /// What was read of a text.
    #[derive(Default)]
    pub enum Reading {
        /// Its words: its language is one that can be read.
        #[default]
        Words "words",
        /// Its marks alone, because its language cannot be read.
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
        /// Less than two blocks: too little to show a form.
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
        /// A turn that starts with its speaker's label, or goes on with it.
        Turn "turn",
        /// A line of dialogue that starts with a dash.
        Dialogue "dialogue",
        /// What stands around the text on its page: menus, captions, related links.
        Furniture "furniture",
    }
}

/// A stretch of the text that stands as a paragraph does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Block {
    /// From its first token to past its last one.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}
