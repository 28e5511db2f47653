//! Blocks and what each of them is: paragraph, list item, block quote, heading, line of dialogue.

use std::ops::Range;

use super::line::Line;
use super::turn::{Start, Turns};
use crate::report::BlockKind;
use crate::token::{Shape, Text};

/// A paragraph, or what stands like one.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub tokens: Range<usize>,
    /// The first token after the label of a turn; the first of all if there is no label.
    pub content: usize,
    pub kind: BlockKind,
}

/// A block while the layout is read, before tokens are left out.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// Numbers of its lines.
    pub lines: Range<usize>,
    pub kind: BlockKind,
    /// The turn that starts here.
    start: Option<Start>,
}

impl Draft {
    /// Whether it starts with the label of a turn.
    pub(super) fn is_labelled(&self) -> bool {
        self.start.is_some()
    }

    /// The words of the label that it starts with.
    pub(super) fn label_words<'a>(&self, text: &'a Text) -> &'a str {
        let label = self.start.as_ref().map(|start| text.span(start.label.start, start.label.end));
        label.map_or("", |label| text.slice(label))
    }

    /// Whether it has a label and no words.
    pub(super) fn is_bare_label(&self, lines: &[Line]) -> bool {
        self.is_labelled() && self.content(lines).all(|part| part.is_empty())
    }

    /// What it is if it is no turn.
    pub(super) fn form(&self, text: &Text, lines: &[Line]) -> BlockKind {
        kind(text, self.tokens(lines))
    }

    /// Takes the turn from the block.
    pub(super) fn unlabel(&mut self, text: &Text, lines: &[Line]) {
        self.start = None;
        self.kind = self.form(text, lines);
    }

    /// Whether a turn starts here.
    pub(super) fn starts_turn(&self) -> bool {
        self.start.as_ref().is_some_and(|start| !start.goes_on)
    }

    /// Whether the label of its turn may be that of something else.
    pub(super) fn is_doubtful(&self) -> bool {
        self.start.as_ref().is_some_and(|start| start.doubtful)
    }

    /// All its tokens.
    pub(super) fn tokens(&self, lines: &[Line]) -> Range<usize> {
        let lines = &lines[self.lines.clone()];
        let start = lines.first().map_or(0, |line| line.tokens.start);
        start..lines.last().map_or(start, |line| line.tokens.end)
    }

    /// All its words and marks.
    pub(super) fn words<'a>(&self, text: &'a Text, lines: &[Line]) -> &'a str {
        let tokens = self.tokens(lines);
        text.slice(text.span(tokens.start, tokens.end))
    }

    /// The tokens of the label that its turn starts with.
    pub(super) fn label(&self) -> Option<Range<usize>> {
        self.start.as_ref().filter(|start| !start.goes_on).map(|start| start.label.clone())
    }

    /// The tokens that are text, in text order, without a label.
    pub(super) fn content<'a>(&'a self, lines: &'a [Line]) -> impl Iterator<Item = Range<usize>> {
        self.lines.clone().map(|n| match &self.start {
            Some(start) if n == self.lines.start => start.content.clone(),
            _ => lines[n].content.clone(),
        })
    }
}

/// Joins lines to blocks: `goes_on` says of each line whether it goes on with the one before.
pub(super) fn draft(text: &Text, lines: &[Line], turns: Turns, goes_on: &[bool]) -> Vec<Draft> {
    let Turns { starts, end } = turns;
    let mut drafts: Vec<Draft> = Vec::new();
    let mut in_turn = false;
    for (n, start) in starts.into_iter().enumerate() {
        match drafts.last_mut() {
            Some(draft) if goes_on[n] => draft.lines.end = n + 1,
            _ => {
                in_turn = (in_turn || start.is_some()) && n < end;
                let kind = if in_turn { BlockKind::Turn } else { BlockKind::Paragraph };
                drafts.push(Draft { lines: n..n + 1, kind, start });
            }
        }
    }
    for draft in drafts.iter_mut().filter(|draft| draft.kind != BlockKind::Turn) {
        draft.kind = kind(text, draft.tokens(lines));
    }
    drafts
}

/// What a block of these tokens is: a heading is short and ends no sentence.
fn kind(text: &Text, tokens: Range<usize>) -> BlockKind {
    let line = text.slice(text.span(tokens.start, tokens.end));
    let tokens = &text.tokens[tokens];
    let mut chars = line.chars();
    let (first, second) = (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '));
    match first {
        '>' => return BlockKind::Quote,
        '•' | '◦' | '▪' | '·' | '*' | '-' | '–' if second.is_whitespace() => {
            return BlockKind::Item;
        }
        '—' | '–' | '―' => return BlockKind::Dialogue,
        '-' if line.starts_with("--") && !line.starts_with("---") => return BlockKind::Dialogue,
        '#' => return BlockKind::Heading,
        _ => {}
    }
    let numbered = matches!(tokens, [number, mark, ..] if number.shape == Shape::Number
        && matches!(mark.mark, '.' | ')'));
    if numbered {
        return BlockKind::Item;
    }
    let ends_sentence = line
        .ends_with(['.', '!', '?', '…', '"', '”', '’', '\'', '»', ':', ';', ',', '—', '-', ')']);
    if !ends_sentence && tokens.len() <= 25 { BlockKind::Heading } else { BlockKind::Paragraph }
}
