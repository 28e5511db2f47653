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

/// Where a turn starts, by tokens of the whole text.
#[derive(Clone, Debug)]
pub(super) struct Start {
    /// The tokens that name the speaker.
    pub label: Range<usize>,
    /// The tokens of the turn on the same line.
    pub content: Range<usize>,
    /// The speaker of the turn before goes on, as in captions that repeat the label.
    pub goes_on: bool,
    /// Whether the labels may be those of something else than a transcript.
    pub doubtful: bool,
}

/// The turns of a text, line by line.
#[derive(Clone, Debug)]
pub(super) struct Turns {
    /// For each line the turn that starts there.
    pub starts: Vec<Option<Start>>,
    /// From this line on no turn goes on.
    pub end: usize,
}

/// Finds where turns start; nowhere if the text has no transcript. A `form` that the caller gives decides that.
pub(super) fn find(text: &Text, lines: &[Line], form: Option<Form>) -> Turns {
    let mut starts = vec![None; lines.len()];
    let end = lines.len();
    if matches!(form, Some(Form::Article | Form::Plain)) {
        return Turns { starts, end };
    }
    let mut labels: Vec<Option<Label>> =
        lines.iter().map(|line| label::parse(text, line)).collect();
    describe(text, &mut labels);
    mark_timed(lines, &mut labels);
    for separator in Separator::ALL {
        let group = Group::of(text, lines, &labels, separator);
        let forced = form == Some(Form::Transcript);
        if !group.is_transcript() && !forced {
            continue;
        }
        let doubtful = group.is_doubtful() && !forced;
        for (n, label) in group.speakers() {
            let (label, content) = (label.name.clone(), label.content.clone());
            starts[n] = Some(Start { label, content, goes_on: false, doubtful });
        }
    }
    add_others(text, &labels, &mut starts);
    join_captions(text, &labels, &mut starts);
    Turns { starts, end }
}

/// Adds labels of another form among those of a transcript: "THE COURT: …" between "Q. …" and "A. …".
fn add_others(text: &Text, labels: &[Option<Label>], starts: &mut [Option<Start>]) {
    let numbers: Vec<usize> = (0..starts.len()).filter(|&n| starts[n].is_some()).collect();
    let (&[first, ..], &[.., last]) = (&numbers[..], &numbers[..]) else { return };
    if numbers.len() < LABELS {
        return;
    }
    let mut known = Interner::default();
    let words = |name: &Range<usize>| text.slice(text.span(name.start, name.end));
    for start in starts.iter().flatten() {
        known.intern(words(&start.label));
    }
    for n in first..labels.len().min(last + LINES_LOOKED_AT) {
        let Some(label) = labels[n].as_ref().filter(|_| starts[n].is_none()) else { continue };
        let certain = label.capitals && label.separator == Separator::Colon;
        let again = known.get(words(&label.name)).is_some()
            && !matches!(label.separator, Separator::Stop | Separator::Dash);
        if (certain || again) && !label.name.is_empty() {
            let (label, content) = (label.name.clone(), label.content.clone());
            starts[n] = Some(Start { label, content, goes_on: false, doubtful: false });
        }
    }
}

/// Reads a dash before a description as no separator, if most dashes stand there: "Ann Lee -- Chief Engineer".
fn describe(text: &Text, labels: &mut [Option<Label>]) {
    let with_dash = |label: &Label| label.separator == Separator::Dash;
    let describes =
        |label: &Label| with_dash(label) && label::is_description(text, label.content.clone());
    let dashes = labels.iter().flatten().filter(|label| with_dash(label)).count();
    let descriptions = labels.iter().flatten().filter(|label| describes(label)).count();
    if descriptions * 4 < dashes * 3 {
        return;
    }
    for n in 0..labels.len() {
        // The words stand below.
        let alone = labels.get(n + 1).is_some_and(Option::is_none);
        if let Some(label) = labels[n].as_mut().filter(|label| alone && describes(label)) {
            label.content.start = label.content.end;
            label.separator = Separator::LineEnd;
        }
    }
}

/// Marks labels on a line of their own below the time of their turn.
fn mark_timed(lines: &[Line], labels: &mut [Option<Label>]) {
    for (n, label) in labels.iter_mut().enumerate().skip(1) {
        let timed = lines[n - 1].content.is_empty() && lines[n].blank_before == 0;
        if let Some(label) = label {
            label.marked |= timed && label.separator == Separator::LineEnd;
        }
    }
}

/// Joins captions of one speaker: each of them has a time or a voice, and the label.
fn join_captions(text: &Text, labels: &[Option<Label>], starts: &mut [Option<Start>]) {
    let mut last = "";
    for (label, start) in labels.iter().zip(starts) {
        let (Some(label), Some(start)) = (label, start) else { continue };
        let words = text.slice(text.span(start.label.start, start.label.end));
        let caption = label.marked && label.separator != Separator::LineEnd;
        start.goes_on = caption && words == last && !words.is_empty();
        last = words;
    }
}
