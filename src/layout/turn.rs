//! Turns of a transcript: paragraphs that start with a speaker's label, "LEE: …", "Q: …", or
//! follow one on a line of its own.

use std::ops::Range;

use super::line::Line;
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

/// Where a turn starts, by tokens of the whole text.
#[derive(Clone, Debug)]
pub(super) struct Start {
    /// The tokens that name the speaker.
    pub label: Range<usize>,
    /// The tokens of the turn on the same line.
    pub content: Range<usize>,
}

/// The turns of a text, line by line.
#[derive(Clone, Debug)]
pub(super) struct Turns {
    /// For each line the turn that starts there.
    pub starts: Vec<Option<Start>>,
    /// From this line on no turn goes on.
    pub end: usize,
}

/// Finds where turns start; nowhere if the text is no transcript. A `form` that the caller gives decides that.
pub(super) fn find(text: &Text, lines: &[Line], form: Option<Form>) -> Turns {
    let none = || Turns { starts: vec![None; lines.len()], end: lines.len() };
    let forced = form == Some(Form::Transcript);
    if matches!(form, Some(Form::Article | Form::Plain)) {
        return none();
    }
    let labels: Vec<Option<Label>> = lines.iter().map(|line| label(text, line)).collect();
    let mut known = Interner::default();
    let mut counts: Vec<usize> = Vec::new();
    for label in labels.iter().flatten() {
        let number = known.intern(label.words);
        counts.resize(known.len(), 0);
        counts[number] += 1;
    }
    let own_lines = labels.iter().flatten().filter(|label| label.own_line).count();
    let recurs = |label: &Label| known.get(label.words).is_some_and(|number| counts[number] >= 2);
    // Names on lines of their own, one of them again and again, over a third of all lines.
    let by_line = own_lines >= 3
        && own_lines * 3 >= labels.len()
        && labels.iter().flatten().any(|label| label.own_line && recurs(label));
    let speaks = |label: &Label| {
        if label.own_line { by_line } else { forced || recurs(label) || label.capitals }
    };
    let turns = labels.iter().flatten().filter(|label| speaks(label)).count();
    let speakers = counts.iter().filter(|&&count| count >= 2).count();
    let capitals = labels.iter().flatten().any(|label| label.capitals && speaks(label));
    let is_transcript = by_line || turns >= 3 && speakers >= 2 || capitals && turns >= 2;
    // Labels of sections ("Why it matters:") are not most of a text's lines.
    if !forced && (!is_transcript || turns * 4 < lines.len()) {
        return none();
    }
    let start = |(label, line): (Option<Label>, &Line)| {
        let label = label.filter(|label| speaks(label))?;
        Some(Start { label: label.tokens, content: label.end..line.content.end })
    };
    let starts = labels.into_iter().zip(lines).map(start).collect();
    Turns { starts, end: lines.len() }
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

/// The label that `line` starts with or consists of.
fn label<'t>(text: &Text<'t>, line: &Line) -> Option<Label<'t>> {
    let range = line.content.clone();
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
