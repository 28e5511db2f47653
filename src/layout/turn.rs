//! Turns of a transcript: blocks that start with a speaker's label, "LEE: …" or "Q: …", or that follow a
//! label on a line of its own.

use std::ops::Range;

use super::block::Block;
use crate::interner::Interner;
use crate::lexicon::{Class, Setting};
use crate::report::Form;
use crate::token::{Shape, Text};

/// The words of one speaker in a transcript, up to the next label.
#[derive(Clone, Debug)]
pub(crate) struct Turn {
    /// The tokens that name the speaker, without the colon.
    pub label: Range<usize>,
    /// The tokens of each block of the turn, without the label.
    pub blocks: Vec<Range<usize>>,
}

/// A longer label is a sentence.
const LABEL_TOKENS: usize = 8;

/// Finds the turns of a text; there are none if it is no transcript. The caller may decide that by `form`.
pub(super) fn find(text: &Text, blocks: &[Block], form: Option<Form>) -> Vec<Turn> {
    let forced = form == Some(Form::Transcript);
    if matches!(form, Some(Form::Article | Form::Plain)) {
        return Vec::new();
    }
    let labels: Vec<Option<Label>> = blocks.iter().map(|block| label(text, block)).collect();
    let mut names = Interner::default();
    let mut counts: Vec<usize> = Vec::new();
    for label in labels.iter().flatten() {
        let number = names.intern(label.words);
        counts.resize(names.len(), 0);
        counts[number] += 1;
    }
    let own_lines = labels.iter().flatten().filter(|label| label.own_line).count();
    let recurs = |label: &Label| names.get(label.words).is_some_and(|number| counts[number] >= 2);
    // Names on lines of their own, at least one of them repeated, are a third or more of all blocks.
    let by_line = own_lines >= 3
        && own_lines * 3 >= labels.len()
        && labels.iter().flatten().any(|label| label.own_line && recurs(label));
    let opens_turn = |label: &&Label| {
        if label.own_line { by_line } else { forced || recurs(label) || label.capitals }
    };
    let turns = labels.iter().flatten().filter(opens_turn).count();
    let speakers = counts.iter().filter(|&&count| count >= 2).count();
    let capitals = labels.iter().flatten().filter(opens_turn).any(|label| label.capitals);
    let is_transcript = by_line || turns >= 3 && speakers >= 2 || capitals && turns >= 2;
    // Labels of sections ("Why it matters:") open fewer than a quarter of a text's blocks.
    if forced || is_transcript && turns * 4 >= blocks.len() {
        let labels = labels.iter().map(|label| label.as_ref().filter(opens_turn));
        collect(labels.zip(blocks))
    } else {
        Vec::new()
    }
}

/// The turns of `blocks`. Each block comes with the label that opens a turn in it, if there is one. Blocks
/// before the first label are in no turn, and a label without any words after it makes none.
fn collect<'a>(blocks: impl Iterator<Item = (Option<&'a Label<'a>>, &'a Block)>) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for (label, block) in blocks {
        if let Some(label) = label {
            let rest = label.end..block.tokens.end;
            let blocks = if rest.is_empty() { Vec::new() } else { vec![rest] };
            turns.push(Turn { label: label.tokens.clone(), blocks });
        } else if let Some(turn) = turns.last_mut() {
            turn.blocks.push(block.tokens.clone());
        }
    }
    turns.retain(|turn| !turn.blocks.is_empty());
    turns
}

/// Words that may be a speaker's label.
struct Label<'t> {
    words: &'t str,
    tokens: Range<usize>,
    /// Where the words of the turn begin.
    end: usize,
    /// Whether it is in capitals, or the Q or A of an interview.
    capitals: bool,
    /// Whether it is on a line of its own.
    own_line: bool,
}

/// The label that `block` starts with or consists of.
fn label<'t>(text: &Text<'t>, block: &Block) -> Option<Label<'t>> {
    let range = block.tokens.clone();
    let limit = range.end.min(range.start + LABEL_TOKENS);
    // A time before the name: "[00:12:07] Ann Lee:".
    let start = (range.start..limit).find(|&n| text.token(n).is_word())?;
    let is_time = |n: usize| {
        text.token(n).shape == Shape::Number || matches!(text.mark(n), '[' | ']' | '(' | ')' | ':')
    };
    if !(range.start..start).all(is_time) {
        return None;
    }
    let is_name = |n: usize| {
        let token = text.token(n);
        token.is_capital()
            || text.mark(n) == '.' && text.token(n - 1).is_capital()
            || token.is(Class::Particle)
            || text.mark(n) == ','
    };
    let name_end = (start..limit).find(|&n| !is_name(n)).unwrap_or(limit);
    let colon =
        (name_end..limit).find(|&n| text.mark(n) == ':' && (n + 1 == range.end || !is_time(n + 1)));
    let between = colon.map_or(name_end..limit, |colon| name_end..colon);
    let own_line = colon.map_or(range.end <= limit, |colon| colon + 1 == range.end);
    // Only a time or a role in brackets may separate the name from the colon.
    let bracketed = between.is_empty() || text.mark(between.start) == '(';
    let complete = colon.is_some() && bracketed
        || own_line && (name_end..range.end).all(is_time)
        || is_interview_label(text, start);
    let count = (start..name_end).filter(|&n| text.token(n).is_word()).count();
    if !complete || name_end == start || count > 5 {
        return None;
    }
    let words = text.slice(text.span(start, name_end));
    let interview = text.lexicon.has(words.trim_end_matches('.'), Setting::InterviewLabels);
    let capitals = interview || words.len() > 2 && !words.chars().any(char::is_lowercase);
    let end = match colon {
        Some(colon) => colon + 1,
        None if own_line => range.end,
        None => name_end,
    };
    Some(Label { words, tokens: start..name_end, end, capitals, own_line })
}

/// Whether token `n` starts a label such as "Q." or "A.", as in depositions.
fn is_interview_label(text: &Text, n: usize) -> bool {
    text.lexicon.has(text.word(n), Setting::InterviewLabels) && text.mark(n + 1) == '.'
}
