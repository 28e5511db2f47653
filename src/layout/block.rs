//! Blocks and what each of them is: paragraph, list item, block quote, heading, line of dialogue.

use std::ops::Range;

use super::label::Label;
use super::line::Line;
use crate::numbered::Numbered;
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
#[derive(Debug)]
pub(super) struct Draft {
    /// Numbers of its lines.
    pub lines: Range<usize>,
    /// All its tokens.
    pub tokens: Range<usize>,
    pub kind: BlockKind,
    /// Whether it starts with the label of a turn, that of its first line.
    pub labelled: bool,
}

impl Draft {
    /// The label that it starts with.
    pub(super) fn label<'a>(&self, lines: &'a Numbered<Line>) -> Option<&'a Label> {
        lines.get(self.lines.start).filter(|_| self.labelled)?.label.as_ref()
    }

    /// Whether it has a label and no words.
    pub(super) fn is_bare_label(&self, lines: &Numbered<Line>) -> bool {
        self.labelled && self.lines.clone().all(|n| self.content(lines, n).is_empty())
    }

    /// What it is if it is no turn.
    pub(super) fn form(&self, text: &Text) -> BlockKind {
        kind(text, self.tokens.clone())
    }

    /// Takes the turn from the block.
    pub(super) fn unlabel(&mut self, text: &Text) {
        self.labelled = false;
        self.kind = self.form(text);
    }

    /// All its words and marks.
    pub(super) fn words<'t>(&self, text: &Text<'t>) -> &'t str {
        text.slice(text.span(self.tokens.start, self.tokens.end))
    }

    /// The tokens of its line `n` that are text, without a label.
    pub(super) fn content(&self, lines: &Numbered<Line>, n: usize) -> Range<usize> {
        match self.label(lines) {
            Some(label) if n == self.lines.start => label.content.clone(),
            _ => lines[n].content.clone(),
        }
    }
}

/// Joins lines to blocks.
pub(super) fn draft(text: &Text, lines: &Numbered<Line>) -> Numbered<Draft> {
    let mut drafts: Numbered<Draft> = Numbered::default();
    let mut in_turn = false;
    for (n, line) in lines.iter().enumerate() {
        match drafts.last_mut() {
            Some(draft) if line.goes_on => {
                draft.lines.end = n + 1;
                draft.tokens.end = line.tokens.end;
            }
            _ => {
                let labelled = line.label.is_some();
                in_turn |= labelled;
                let kind = if in_turn { BlockKind::Turn } else { BlockKind::Paragraph };
                drafts.push(Draft { lines: n..n + 1, tokens: line.tokens.clone(), kind, labelled });
            }
        }
    }
    for draft in drafts.iter_mut().filter(|draft| draft.kind != BlockKind::Turn) {
        draft.kind = draft.form(text);
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
    let last = line.chars().next_back().unwrap_or(' ');
    let ends_sentence = matches!(
        last,
        '.' | '!' | '?' | '…' | '"' | '”' | '’' | '\'' | '»' | ':' | ';' | ',' | '—' | '-' | ')'
    );
    if !ends_sentence && tokens.len() <= 25 { BlockKind::Heading } else { BlockKind::Paragraph }
}
