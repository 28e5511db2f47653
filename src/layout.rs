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

use crate::numbered::Numbered;
use crate::options::Options;
use crate::report::{self, BlockKind, Form};
use crate::span::Span;
use crate::token::{Text, Token};

pub(crate) use block::Block;
use block::Draft;
pub(crate) use dialogue::is_attribution_line;
use line::Line;
pub(crate) use turn::Turn;

/// The form of a text. Tokens count those that are left.
#[derive(Debug)]
pub(crate) struct Layout {
    /// The blocks that are read, in text order. Each token belongs to exactly one.
    pub blocks: Numbered<Block>,
    /// The labelled turns in text order; empty for a text without any.
    pub turns: Vec<Turn>,
    /// All blocks of the text as the report shows them, with those that are not read.
    pub all_blocks: Vec<report::Block>,
    /// What was left out between the tokens of a block: line numbers, time codes. In text order.
    pub gaps: Vec<Span>,
    /// Whether the text is a story.
    story: bool,
    /// For each token the number of its block.
    block_of: Vec<u32>,
}

/// Reads the form of `text`, and returns the text without the tokens that are left out.
#[inline(never)]
pub(crate) fn read<'t>(mut text: Text<'t>, options: &Options) -> (Text<'t>, Layout) {
    let mut lines = line::find(&text);
    artifact::mark(&text, &mut lines);
    page::mark(&text, &mut lines);
    turn::mark(&text, &mut lines, options.form);
    direction::mark(&text, &mut lines);
    wrap::mark(&text, &mut lines);
    let mut drafts = block::draft(&text, &lines);
    if options.form != Some(Form::Transcript) {
        region::end_turns(&text, &lines, &mut drafts);
    }
    furniture::mark(&text, &mut drafts);
    dialogue::mark(&text, &lines, &mut drafts);
    hint::apply(&options.hints, &text, &mut drafts);
    let layout = finish(&mut text, &lines, &drafts);
    (text, layout)
}

/// Takes what is left out from the tokens of `text`, and counts blocks and turns by those that are left.
fn finish(text: &mut Text, lines: &Numbered<Line>, drafts: &Numbered<Draft>) -> Layout {
    let mut kept = Kept { tokens: &mut text.tokens, count: 0 };
    let mut layout = Layout {
        blocks: Vec::with_capacity(drafts.len()).into(),
        turns: Vec::new(),
        all_blocks: Vec::with_capacity(drafts.len()),
        gaps: Vec::new(),
        story: false,
        block_of: Vec::with_capacity(kept.tokens.len()),
    };
    for draft in drafts {
        let span = Span::new(
            kept.tokens[draft.tokens.start].span.start,
            kept.tokens[draft.tokens.end - 1].span.end,
        );
        layout.all_blocks.push(report::Block { span, kind: draft.kind });
        if draft.kind == BlockKind::Furniture {
            continue;
        }
        let start = draft.label(lines).filter(|label| !label.goes_on);
        let label = kept.count;
        if let Some(start) = start {
            kept.keep(start.name.clone());
        }
        let content = kept.count;
        let mut end = None;
        for n in draft.lines.clone() {
            let part = draft.content(lines, n);
            if part.is_empty() {
                continue;
            }
            if end.is_some_and(|end| end < part.start) {
                let before = kept.tokens[kept.count - 1].span.end;
                layout.gaps.push(Span::new(before, kept.tokens[part.start].span.start));
            }
            end = Some(part.end);
            kept.keep(part);
        }
        if label == kept.count {
            continue;
        }
        if let Some(start) = start {
            let (label, doubtful) = (label..content, start.doubtful);
            layout.turns.push(Turn { label, blocks: Vec::new(), doubtful });
        }
        if let (BlockKind::Turn, Some(turn)) = (draft.kind, layout.turns.last_mut())
            && content < kept.count
        {
            turn.blocks.push(content..kept.count);
        }
        layout.block_of.resize(kept.count, layout.blocks.len() as u32);
        layout.blocks.push(Block { tokens: label..kept.count, content, kind: draft.kind });
    }
    layout.turns.retain(|turn| !turn.blocks.is_empty());
    let count = kept.count;
    text.tokens.truncate(count);
    layout.story = region::is_story(&text.tokens);
    layout
}

/// Tokens of which the first ones are kept.
struct Kept<'a> {
    tokens: &'a mut Numbered<Token>,
    count: usize,
}

impl Kept<'_> {
    /// Keeps `tokens`, which stand after all those that are kept so far.
    fn keep(&mut self, tokens: Range<usize>) {
        let end = self.count + tokens.len();
        if tokens.start > self.count {
            self.tokens.copy_within(tokens, self.count);
        }
        self.count = end;
    }
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

    /// Whether token `i` belongs to a story. So far a text is read as a whole.
    pub(crate) fn is_story(&self, _: usize) -> bool {
        self.story
    }

    /// The parts of `spans` without the gaps inside them.
    pub(crate) fn without_gaps(&self, mut spans: Vec<Span>) -> Vec<Span> {
        if !self.gaps.is_empty() {
            let mut parts = Vec::with_capacity(spans.len());
            for Span { mut start, end } in spans {
                let first = self.gaps.partition_point(|gap| gap.end <= start);
                for gap in self.gaps[first..].iter().take_while(|gap| gap.start < end) {
                    parts.push(Span::new(start, gap.start));
                    start = gap.end;
                }
                parts.push(Span::new(start, end));
            }
            spans = parts;
        }
        spans.retain(|span| !span.is_empty());
        spans
    }
}
