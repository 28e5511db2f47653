//! Labelled turns, by region: which of the lines that look like labels are the labels of a transcript.
//!
//! Labels of one form are judged together. What speaks for a transcript is that labels come again, that they
//! alternate, and that their turns are speech.

mod group;

use std::ops::Range;

use group::{Group, LABELS, LINES_LOOKED_AT};

use super::label::{self, Label, Separator};
use super::line::Line;
use crate::interner::Interner;
use crate::numbered::Numbered;
use crate::report::Form;
use crate::token::Text;

/// What one speaker says in a transcript.
#[derive(Clone, Debug)]
pub(crate) struct Turn {
    /// The tokens that name the speaker, without the colon.
    pub label: Range<usize>,
    /// The tokens of each paragraph of the turn, without the label.
    pub blocks: Vec<Range<usize>>,
    /// Whether the label may be that of something else than a turn.
    pub doubtful: bool,
}

/// Finds where turns start, and leaves their labels to the lines; none if the text has no transcript. A `form` that
/// the caller gives decides that.
pub(super) fn mark(text: &Text, lines: &mut Numbered<Line>, form: Option<Form>) {
    if matches!(form, Some(Form::Article | Form::Plain)) {
        return;
    }
    for line in lines.iter_mut() {
        line.label = label::parse(text, line.content.clone());
    }
    describe(text, lines);
    mark_timed(lines);
    let forced = form == Some(Form::Transcript);
    for separator in Separator::ALL {
        let group = Group::of(text, lines, separator);
        let (is_transcript, doubtful) = group.is_transcript();
        if !forced && !is_transcript {
            continue;
        }
        let doubtful = doubtful && !forced;
        for n in group.speakers() {
            if let Some(label) = &mut lines[n].label {
                (label.starts, label.doubtful) = (true, doubtful);
            }
        }
    }
    add_others(text, lines);
    join_captions(text, lines);
    for line in lines {
        line.label.take_if(|label| !label.starts);
    }
}

/// Adds labels of another form among those of a transcript: "THE COURT: …" between "Q. …" and "A. …".
fn add_others(text: &Text, lines: &mut Numbered<Line>) {
    let starts = |line: &Line| line.label.as_ref().is_some_and(|label| label.starts);
    let numbers: Vec<usize> = (0..lines.len()).filter(|&n| starts(&lines[n])).collect();
    let (&[first, ..], &[.., last]) = (&numbers[..], &numbers[..]) else { return };
    if numbers.len() < LABELS {
        return;
    }
    let mut known = Interner::default();
    for n in numbers {
        known.intern(lines[n].label.as_ref().map_or("", |label| label.words(text)));
    }
    let end = lines.len().min(last + LINES_LOOKED_AT);
    for label in lines[first..end].iter_mut().filter_map(|line| line.label.as_mut()) {
        let certain = label.capitals && label.separator == Separator::Colon;
        let again = known.get(label.words(text)).is_some()
            && !matches!(label.separator, Separator::Stop | Separator::Dash);
        label.starts |= (certain || again) && !label.name.is_empty();
    }
}

/// Reads a dash before a description as no separator, if most dashes stand there: "Ann Lee -- Chief Engineer".
fn describe(text: &Text, lines: &mut Numbered<Line>) {
    let describes = |label: &Label| label::is_description(text, label.content.clone());
    let (mut dashes, mut descriptions) = (0, 0);
    for label in lines.iter().filter_map(|line| line.label.as_ref()) {
        let dash = label.separator == Separator::Dash;
        dashes += usize::from(dash);
        descriptions += usize::from(dash && describes(label));
    }
    if dashes == 0 || descriptions * 4 < dashes * 3 {
        return;
    }
    for n in 1..lines.len() {
        // The words stand below.
        if lines[n].label.is_none()
            && let Some(label) = &mut lines[n - 1].label
            && label.separator == Separator::Dash
            && describes(label)
        {
            label.content.start = label.content.end;
            label.separator = Separator::LineEnd;
        }
    }
}

/// Marks labels on a line of their own below the time of their turn.
fn mark_timed(lines: &mut Numbered<Line>) {
    for n in 1..lines.len() {
        let timed = lines[n - 1].content.is_empty() && lines[n].blank_before == 0;
        if let Some(label) = &mut lines[n].label {
            label.marked |= timed && label.separator == Separator::LineEnd;
        }
    }
}

/// Joins captions of one speaker: each of them has a time or a voice, and the label.
fn join_captions(text: &Text, lines: &mut Numbered<Line>) {
    let mut last = "";
    for label in lines.iter_mut().filter_map(|line| line.label.as_mut()) {
        if label.starts {
            let words = label.words(text);
            let caption = label.marked && label.separator != Separator::LineEnd;
            label.goes_on = caption && words == last && !words.is_empty();
            last = words;
        }
    }
}
