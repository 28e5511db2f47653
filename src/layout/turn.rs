//! Turns of a transcript: paragraphs that start with a speaker's label, "LEE: …", "Q: …", or
//! follow one on a line of its own.

use std::ops::Range;

use super::block::Block;
use crate::interner::Interner;
use crate::lexicon::{Class, Setting};
use crate::report::Form;
use crate::token::{Shape, Text};

/// What one speaker says in a transcript.
#[derive(Clone, Debug)]
pub(crate) struct Turn {
    /// The tokens that name the speaker, without the colon.
    pub label: Range<usize>,
    /// The tokens of each paragraph of the turn, without the label.
    pub paragraphs: Vec<Range<usize>>,
}

/// Labels longer than this are sentences.
const LABEL_TOKENS: usize = 8;

/// Finds the turns of a text; none if it is no transcript. A `form` that the caller gives decides that.
pub(super) fn find(text: &Text, blocks: &[Block], form: Option<Form>) -> Vec<Turn> {
    let forced = form == Some(Form::Transcript);
    if matches!(form, Some(Form::Article | Form::Plain)) {
        return Vec::new();
    }
    let labels: Vec<Option<Label>> = blocks.iter().map(|block| label(text, block)).collect();
    let mut known = Interner::default();
    let mut counts: Vec<usize> = Vec::new();
    for label in labels.iter().flatten() {
        let number = known.intern(label.words);
        counts.resize(known.len(), 0);
        counts[number] += 1;
    }
    let lines = labels.iter().flatten().filter(|label| label.own_line).count();
    let recurs = |label: &Label| known.get(label.words).is_some_and(|number| counts[number] >= 2);
    // Names on lines of their own, one of them again and again, over a third of all paragraphs.
    let by_line = lines >= 3
        && lines * 3 >= labels.len()
        && labels.iter().flatten().any(|label| label.own_line && recurs(label));
    let speaks = |label: &Label| {
        if label.own_line { by_line } else { forced || recurs(label) || label.capitals }
    };
    let turns = labels.iter().flatten().filter(|label| speaks(label)).count();
    let speakers = counts.iter().filter(|&&count| count >= 2).count();
    let capitals = labels.iter().flatten().any(|label| label.capitals && speaks(label));
    let is_transcript = by_line || turns >= 3 && speakers >= 2 || capitals && turns >= 2;
    // Labels of sections ("Why it matters:") are not most of a text's paragraphs.
    if !forced && (!is_transcript || turns * 4 < blocks.len()) {
        return Vec::new();
    }
    let mut found: Vec<Turn> = Vec::new();
    for (label, block) in labels.iter().zip(blocks) {
        match label.as_ref().filter(|label| speaks(label)) {
            Some(label) => {
                let rest = label.end..block.tokens.end;
                let paragraphs = if rest.is_empty() { Vec::new() } else { vec![rest] };
                found.push(Turn { label: label.tokens.clone(), paragraphs });
            }
            None => {
                if let Some(turn) = found.last_mut() {
                    turn.paragraphs.push(block.tokens.clone());
                }
            }
        }
    }
    found.retain(|turn| !turn.paragraphs.is_empty());
    found
}

/// What may be a speaker's label.
struct Label<'t> {
    words: &'t str,
    tokens: Range<usize>,
    /// Where the words of the turn begin.
    end: usize,
    /// Written in capitals, or the Q and A of an interview.
    capitals: bool,
    own_line: bool,
}

/// The label that paragraph `number` starts with or consists of.
fn label<'t>(text: &Text<'t>, block: &Block) -> Option<Label<'t>> {
    let range = block.tokens.clone();
    let limit = range.end.min(range.start + LABEL_TOKENS);
    // A time before the name: "[00:12:07] Ann Lee:".
    let start = (range.start..limit).find(|&n| text.token(n).is_word())?;
    let timed = start > range.start;
    let is_time = |n: usize| {
        text.token(n).shape == Shape::Number || matches!(text.mark(n), '[' | ']' | '(' | ')' | ':')
    };
    if timed && !(range.start..start).all(is_time) {
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
    // Only a time or a role in brackets may part the name from the colon.
    let bracketed = between.is_empty() || text.mark(between.start) == '(';
    let complete = colon.is_some() && bracketed
        || own_line && (name_end..range.end).all(is_time)
        || single_letter(text, start);
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

/// "Q. …" and "A. …", as depositions have it.
fn single_letter(text: &Text, n: usize) -> bool {
    text.lexicon.has(text.word(n), Setting::InterviewLabels) && text.mark(n + 1) == '.'
}
