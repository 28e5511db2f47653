//! Labelled turns, by region: which of the lines that look like labels are the labels of a transcript.
//!
//! Labels of one form are judged together. What speaks for a transcript is that labels come again, that they
//! alternate, and that their turns are speech.

use std::ops::Range;

use super::label::{self, Label, Separator};
use super::line::Line;
use crate::interner::Interner;
use crate::lexicon::Class;
use crate::report::Form;
use crate::token::{Shape, Text};

/// What one speaker says in a transcript.
#[derive(Clone, Debug)]
pub(crate) struct Turn {
    /// The tokens that name the speaker, without the colon.
    pub label: Range<usize>,
    /// The tokens of each paragraph of the turn, without the label.
    pub blocks: Vec<Range<usize>>,
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
}

/// The turns of a text, line by line.
#[derive(Clone, Debug)]
pub(super) struct Turns {
    /// For each line the turn that starts there.
    pub starts: Vec<Option<Start>>,
    /// From this line on no turn goes on.
    pub end: usize,
}

/// Labels of one form with less than this are none of a transcript.
const THRESHOLD: f64 = 3.4;

/// At most this many lines below a label are looked at for signs of speech.
const LINES_LOOKED_AT: usize = 8;

/// At most this many tokens of a turn are looked at for signs of speech.
const LOOKED_AT: usize = 80;

/// Finds where turns start; nowhere if the text has no transcript. A `form` that the caller gives decides that.
pub(super) fn find(text: &Text, lines: &[Line], form: Option<Form>) -> Turns {
    let mut starts = vec![None; lines.len()];
    let end = lines.len();
    if matches!(form, Some(Form::Article | Form::Plain)) {
        return Turns { starts, end };
    }
    let labels: Vec<Option<Label>> = lines.iter().map(|line| label::parse(text, line)).collect();
    for separator in Separator::ALL {
        let group = Group::of(text, lines, &labels, separator);
        if group.score() < THRESHOLD && form != Some(Form::Transcript) {
            continue;
        }
        for (n, label) in group.speakers() {
            let (label, content) = (label.name.clone(), label.content.clone());
            starts[n] = Some(Start { label, content, goes_on: false });
        }
    }
    join_captions(text, &labels, &mut starts);
    Turns { starts, end }
}

/// Joins captions of one speaker: each of them has a time or a voice, and the label.
fn join_captions(text: &Text, labels: &[Option<Label>], starts: &mut [Option<Start>]) {
    let mut last = "";
    for (label, start) in labels.iter().zip(starts) {
        let (Some(label), Some(start)) = (label, start) else { continue };
        let words = text.slice(text.span(start.label.start, start.label.end));
        let caption = label.marked && label.separator != Separator::LineEnd;
        start.goes_on = caption && words == last;
        last = words;
    }
}

/// Labels of one form.
struct Group<'a> {
    /// Each with the number of its line.
    labels: Vec<(usize, &'a Label)>,
    /// How often each label occurs, by occurrence.
    counts: Vec<usize>,
    distinct: usize,
    /// How many occurrences alternate with the one before.
    alternations: usize,
    /// How many turns have signs of speech, and how many are sentences.
    speech: usize,
    sentences: usize,
    /// By occurrence, whether a turn of the same label is a sentence.
    has_sentences: Vec<bool>,
}

impl<'a> Group<'a> {
    fn of(text: &Text, lines: &[Line], labels: &'a [Option<Label>], separator: Separator) -> Self {
        let labels = labels.iter().enumerate().filter_map(|(n, label)| Some((n, label.as_ref()?)));
        let mut labels: Vec<(usize, &Label)> =
            labels.filter(|(_, label)| label.separator == separator).collect();
        let mut known = Interner::default();
        let mut totals: Vec<usize> = Vec::new();
        let mut ids = Vec::with_capacity(labels.len());
        for (_, label) in &labels {
            let words = text.slice(text.span(label.name.start, label.name.end));
            let id = known.intern(words);
            totals.resize(known.len(), 0);
            totals[id] += 1;
            ids.push(id);
        }
        let mut distinct = totals.len();
        if separator == Separator::LineEnd {
            let mut above_words = vec![false; totals.len()];
            for (&id, &(n, label)) in ids.iter().zip(&labels) {
                let menu = label.name.clone().any(|n| text.token(n).is(Class::Furniture));
                above_words[id] |= !menu && is_above_words(text, lines, n);
            }
            // The lines of a menu stand above the first name that comes again.
            let first = ids.iter().position(|&id| above_words[id] && totals[id] > 1).unwrap_or(0);
            let mut kept = ids.iter().enumerate().map(|(at, &id)| at >= first && above_words[id]);
            labels.retain(|_| kept.next() == Some(true));
            ids.drain(..first);
            ids.retain(|&id| above_words[id]);
            let mut known = vec![false; totals.len()];
            distinct = ids.iter().filter(|&&id| !std::mem::replace(&mut known[id], true)).count();
        }
        let mut group = Self {
            counts: ids.iter().map(|&id| totals[id]).collect(),
            distinct,
            alternations: ids.windows(2).filter(|pair| pair[0] != pair[1]).count(),
            speech: 0,
            sentences: 0,
            has_sentences: Vec::new(),
            labels,
        };
        let mut with_sentences = vec![false; totals.len()];
        for (at, &(n, label)) in group.labels.iter().enumerate() {
            let next = group.labels.get(at + 1).map_or(lines.len(), |next| next.0);
            let mut end = label.content.end;
            // A turn on the lines below its label.
            if label.content.is_empty() {
                end = lines[next.min(n + 1 + LINES_LOOKED_AT) - 1].content.end;
            }
            let start =
                if label.content.is_empty() { lines[n].content.end } else { label.content.start };
            let tokens = start..end.min(start + LOOKED_AT);
            let (speech, sentence) = signs(text, tokens);
            group.speech += usize::from(speech);
            group.sentences += usize::from(sentence);
            with_sentences[ids[at]] |= sentence || speech;
        }
        group.has_sentences = ids.iter().map(|&id| with_sentences[id]).collect();
        group
    }

    /// How much speaks for a transcript.
    fn score(&self) -> f64 {
        let n = self.labels.len();
        if n < 2 || self.distinct < 2 && !self.labels.iter().all(|(_, label)| label.role) {
            return 0.0;
        }
        let share = |count: usize| count as f64 / n as f64;
        let count = |holds: fn(&Label) -> bool| {
            share(self.labels.iter().filter(|(_, label)| holds(label)).count())
        };
        let recurring = share(self.counts.iter().filter(|&&count| count > 1).count());
        let alternating = self.alternations as f64 / (n - 1) as f64;
        let mut score = 2.0 * recurring
            + alternating
            + 2.0 * share(self.speech)
            + share(self.sentences)
            + 1.5 * count(|label| label.marked)
            + count(|label| label.role)
            + 0.7 * count(|label| label.capitals);
        if recurring == 0.0 && n > 2 {
            score -= 2.0;
        }
        let recurring_labels: usize = self.counts.iter().filter(|&&count| count > 1).count();
        let most = self.counts.iter().copied().max().unwrap_or(0);
        // One label again and again is a rubric, or the salutation of letters.
        let one = recurring_labels == most && count(|label| label.marked || label.role) < 0.5;
        if one && (n > 3 || alternating < 0.6) {
            score -= 2.0;
        }
        let own_line = count(|label| label.separator == Separator::LineEnd) > 0.5;
        if own_line && (n < 3 || one) {
            return 0.0;
        }
        if own_line && count(|label| label.marked) < 0.5 {
            // Lines of a menu come again as well: here the words below have to be sentences.
            score -= 0.5 + 3.0 * (1.0 - share(self.sentences));
        }
        score
    }

    /// The labels that name a speaker, with the numbers of their lines.
    fn speakers(&self) -> impl Iterator<Item = (usize, &'a Label)> {
        let sure = |label: &Label| label.marked || label.role || label.capitals;
        let full = |label: &Label| label.name.len() > 1;
        let marked = self.labels.iter().filter(|(_, label)| label.marked).count();
        let most_marked = marked * 4 >= self.labels.len() * 3;
        let all = self.labels.iter().enumerate();
        all.filter(move |&(at, &(_, label))| {
            let own_line = label.separator == Separator::LineEnd;
            let few = self.distinct <= 4 && !own_line;
            let known =
                self.counts[at] > 1 || sure(label) || few || full(label) && self.distinct <= 12;
            // "The Table, Episode 12: Bread": a heading above turns that all have a time code.
            let heading = most_marked && !label.marked && self.counts[at] == 1;
            // "Scene: a beach": a label that never has a sentence.
            known && !heading && (self.counts[at] < 2 || self.has_sentences[at])
        })
        .map(|(_, label)| *label)
    }
}

/// Whether words of speech or a sentence stand on the next two lines: in a menu, line stands above line.
fn is_above_words(text: &Text, lines: &[Line], n: usize) -> bool {
    let below = lines[n + 1..].iter().filter(|line| !line.content.is_empty()).take(2);
    below.into_iter().any(|line| {
        let (speech, sentence) = signs(text, line.content.clone());
        speech || sentence
    })
}

/// Whether `tokens` have signs of speech, and whether they are a sentence.
fn signs(text: &Text, tokens: Range<usize>) -> (bool, bool) {
    let mut speech = false;
    let mut words = 0;
    for n in tokens.clone() {
        let token = text.token(n);
        words += usize::from(token.is_word());
        let first_or_second = token.word.pronoun.is_some_and(|pronoun| pronoun.person < 3);
        speech |= first_or_second || text.mark(n) == '?' || text.mark(n) == '!';
    }
    let ends = tokens.clone().rev().take(3).any(|n| matches!(text.mark(n), '.' | '?' | '!' | '…'));
    let lower = tokens.clone().any(|n| text.token(n).shape == Shape::Lower);
    (speech, ends && words > 0 || words >= 8 && lower)
}
