//! The form of the text: lines, blocks, labelled turns, regions, and what is no text at all.
//!
//! Reads lines, shapes and marks, and few words: those of four classes of the lexicon. What is no text, such
//! as time codes, line numbers and the menus around an article, leaves the list of tokens here, so that later
//! stages read a text as if it stood alone. Offsets stay true, because a token knows its place.

mod artifact;
mod block;
mod dialogue;
mod direction;
mod furniture;
mod hint;
mod label;
mod line;
mod page;
mod region;
pub(crate) mod tag;
mod time;
mod turn;
mod wrap;

use std::ops::Range;

use crate::options::Options;
use crate::report::{self, BlockKind, Form};
use crate::span::Span;
use crate::token::{Text, Token};

pub(crate) use block::Block;
use block::Draft;
pub(crate) use dialogue::is_attribution_line;
use line::Line;
use region::Region;
pub(crate) use turn::Turn;

/// The form of a text. Tokens count those that are left.
#[derive(Debug)]
pub(crate) struct Layout {
    /// The blocks that are read, in text order. Each token belongs to exactly one.
    pub blocks: Vec<Block>,
    /// The labelled turns in text order; empty for a text without any.
    pub turns: Vec<Turn>,
    /// All blocks of the text as the report shows them, with those that are not read.
    pub all_blocks: Vec<report::Block>,
    /// What was left out between the tokens of a block: line numbers, time codes. In text order.
    pub gaps: Vec<Span>,
    /// The regions in text order; together they hold all tokens.
    regions: Vec<Region>,
    /// For each token the number of its block.
    block_of: Vec<u32>,
}

/// Reads the form of `text`, and returns the text without the tokens that are left out.
#[inline(never)]
pub(crate) fn read<'t>(mut text: Text<'t>, options: &Options) -> (Text<'t>, Layout) {
    let mut lines = line::find(&text);
    artifact::mark(&text, &mut lines);
    page::mark(&text, &mut lines);
    let mut turns = turn::find(&text, &lines, options.form);
    direction::mark(&text, &mut lines, &mut turns);
    let soft = wrap::soft_ends(&text, &lines, &turns);
    let mut drafts = block::draft(&text, &lines, turns, &soft);
    if options.form != Some(Form::Transcript) {
        region::end_turns(&text, &lines, &mut drafts);
    }
    furniture::mark(&text, &lines, &mut drafts);
    dialogue::mark(&text, &lines, &mut drafts);
    hint::apply(&options.hints, &text, &lines, &mut drafts);
    let layout = finish(&mut text, &lines, &drafts);
    (text, layout)
}

/// Takes what is left out from the tokens of `text`, and counts blocks and turns by those that are left.
fn finish(text: &mut Text, lines: &[Line], drafts: &[Draft]) -> Layout {
    if let Some(layout) = whole(text, lines, drafts) {
        return layout;
    }
    let tokens = std::mem::take(&mut text.tokens);
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut layout = Layout {
        blocks: Vec::with_capacity(drafts.len()),
        turns: Vec::new(),
        all_blocks: Vec::with_capacity(drafts.len()),
        gaps: Vec::new(),
        regions: Vec::new(),
        block_of: Vec::with_capacity(tokens.len()),
    };
    for draft in drafts {
        let whole = draft.tokens(lines);
        let (Some(first), Some(last)) = (tokens.get(whole.start), tokens[whole.clone()].last())
        else {
            continue;
        };
        let span = Span::new(first.span.start, last.span.end);
        layout.all_blocks.push(report::Block { span, kind: draft.kind });
        if draft.kind == BlockKind::Furniture {
            continue;
        }
        let label = kept.len();
        kept.extend_from_slice(draft.label().map_or(&[], |label| &tokens[label]));
        let content = kept.len();
        let mut end = None;
        for part in draft.content(lines).filter(|part| !part.is_empty()) {
            let gap = end.filter(|&end| end < part.start);
            layout.gaps.extend(gap.map(|end: usize| {
                Span::new(tokens[end - 1].span.end, tokens[part.start].span.start)
            }));
            kept.extend_from_slice(&tokens[part.clone()]);
            end = Some(part.end);
        }
        if label == kept.len() {
            continue;
        }
        let paragraph = Some(content..kept.len()).filter(|paragraph| !paragraph.is_empty());
        if draft.starts_turn() {
            let (label, doubtful) = (label..content, draft.is_doubtful());
            layout.turns.push(Turn { label, blocks: Vec::new(), doubtful });
        }
        if let (BlockKind::Turn, Some(turn)) = (draft.kind, layout.turns.last_mut()) {
            turn.blocks.extend(paragraph);
        }
        layout.block_of.resize(kept.len(), layout.blocks.len() as u32);
        layout.blocks.push(Block { tokens: label..kept.len(), content, kind: draft.kind });
    }
    layout.turns.retain(|turn| !turn.blocks.is_empty());
    text.tokens = kept;
    layout.regions = region::find(text);
    layout
}

/// The layout of a text of which nothing is left out, and in which nobody is labelled: most texts are such, and
/// their tokens stay where they are.
fn whole(text: &Text, lines: &[Line], drafts: &[Draft]) -> Option<Layout> {
    let all_text = |line: &Line| line.content == line.tokens;
    let read = |draft: &Draft| !matches!(draft.kind, BlockKind::Turn | BlockKind::Furniture);
    if !lines.iter().all(all_text) || !drafts.iter().all(read) {
        return None;
    }
    let mut layout = Layout {
        blocks: Vec::with_capacity(drafts.len()),
        turns: Vec::new(),
        all_blocks: Vec::with_capacity(drafts.len()),
        gaps: Vec::new(),
        regions: region::find(text),
        block_of: vec![0; text.tokens.len()],
    };
    for (number, draft) in drafts.iter().enumerate() {
        let tokens = draft.tokens(lines);
        let span = text.span(tokens.start, tokens.end);
        layout.all_blocks.push(report::Block { span, kind: draft.kind });
        layout.block_of[tokens.clone()].fill(number as u32);
        layout.blocks.push(Block { content: tokens.start, tokens, kind: draft.kind });
    }
    Some(layout)
}

impl Layout {
    /// The form of the whole text.
    pub(crate) fn form(&self) -> Form {
        let mut kinds = self.blocks.iter().map(|block| block.kind == BlockKind::Turn);
        match (kinds.clone().any(|turn| turn), kinds.clone().any(|turn| !turn)) {
            (true, true) => Form::Mixed,
            (true, false) => Form::Transcript,
            _ if kinds.nth(1).is_none() => Form::Plain,
            _ => Form::Article,
        }
    }

    /// Whether `label` may be that of something else than a turn.
    pub(crate) fn is_doubtful(&self, label: &Range<usize>) -> bool {
        let at = self.turns.partition_point(|turn| turn.label.start < label.start);
        self.turns.get(at).is_some_and(|turn| turn.doubtful)
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

    /// The parts of `span` without the gaps inside it.
    pub(crate) fn without_gaps(&self, span: Span) -> Vec<Span> {
        let first = self.gaps.partition_point(|gap| gap.end <= span.start);
        let mut start = span.start;
        let mut parts = Vec::with_capacity(1);
        for gap in self.gaps[first..].iter().take_while(|gap| gap.start < span.end) {
            parts.push(Span::new(start, gap.start));
            start = gap.end;
        }
        parts.push(Span::new(start, span.end));
        parts.retain(|part| part.start < part.end);
        parts
    }
}
