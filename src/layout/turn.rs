//! Labelled turns, by region: which of the lines that look like labels are the labels of a transcript.
//!
//! Labels of one form are judged together. What speaks for a transcript is that labels come again, that they
//! alternate, and that their turns are speech.

use std::ops::Range;

use super::label::{self, Label, Separator};
use super::line::Line;
use crate::interner::Interner;
use crate::lexicon::Setting;
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

/// Code has more than one of its marks for so many words.
const CODE_WORDS: usize = 8;

/// At least this share of the turns of a transcript has signs of speech, and twice this if few are sentences.
const LEAST_SPEECH: f64 = 0.15;

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
    let mut labels: Vec<Option<Label>> =
        lines.iter().map(|line| label::parse(text, line)).collect();
    describe(text, &mut labels);
    mark_timed(lines, &mut labels);
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
    add_others(text, &labels, &mut starts);
    join_captions(text, &labels, &mut starts);
    Turns { starts, end }
}

/// People who speak at least so often are those of a conversation.
const TURNS_EACH: usize = 3;

/// Fewer labels than these are at most this many lines apart.
const LINES_APART: usize = 3;

/// A transcript has at least this many labels before one of another form counts as one of it.
const LABELS: usize = 4;

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
            starts[n] = Some(Start { label, content, goes_on: false });
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
        // "note: …" among names is the speaker's word.
        if labels.iter().filter(|(_, label)| label.lower).count() * 2 < labels.len() {
            labels.retain(|(_, label)| !label.lower);
        }
        let ids = identities(text, &labels);
        let mut totals = vec![0; ids.iter().max().map_or(0, |most| most + 1)];
        ids.iter().for_each(|&id| totals[id] += 1);
        let mut group = Self {
            counts: ids.iter().map(|&id| totals[id]).collect(),
            distinct: totals.iter().filter(|&&total| total > 0).count(),
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
        // Two or three names far apart are none of a conversation.
        let lines = self.labels[n - 1].0 - self.labels[0].0;
        if n < LABELS && lines > n * LINES_APART && count(|label| label.marked) < 0.5 {
            score -= 2.0;
        }
        // In words of speech somebody says "I" or "you", or asks.
        let (speech, sentences) = (share(self.speech), share(self.sentences));
        if speech < LEAST_SPEECH || speech < 2.0 * LEAST_SPEECH && sentences < 0.5 {
            score -= 2.0;
        } else if n > 2 * LABELS && n >= self.distinct * TURNS_EACH {
            // Few people who speak again and again.
            score += 0.5;
        }
        let recurring_labels: usize = self.counts.iter().filter(|&&count| count > 1).count();
        let most = self.counts.iter().copied().max().unwrap_or(0);
        // One label again and again is a rubric, or the salutation of letters.
        let one = recurring_labels == most && count(|label| label.marked || label.role) < 0.5;
        if one && (n > 3 || alternating < 0.6) {
            score -= 2.0;
        }
        let own_line = count(|label| label.separator == Separator::LineEnd) > 0.5;
        if own_line && n < 3 {
            return 0.0;
        }
        if own_line && count(|label| label.marked) < 0.5 {
            // Lines of a menu come again as well: here the words below have to be sentences.
            score -= 1.0 + 3.0 * (1.0 - share(self.sentences));
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

/// For each label the number of its speaker: "LEE" is "ANN LEE", and "Q2" is "Q1".
fn identities(text: &Text, labels: &[(usize, &Label)]) -> Vec<usize> {
    let mut known = Interner::default();
    let word = |n: usize| text.word(n);
    let words = |label: &Label| text.slice(text.span(label.name.start, label.name.end));
    // Names of one word are known first.
    let single = |label: &Label| label.name.len() == 1;
    for (_, label) in labels.iter().filter(|(_, label)| single(label)) {
        known.intern(words(label));
    }
    let identity = |(_, label): &(usize, &Label)| {
        let name = words(label);
        if label.role {
            let letters = name.trim_end_matches(|c: char| c.is_numeric());
            let question = text.lexicon.has(letters, Setting::InterviewLabels);
            return known.intern(if question { letters } else { name });
        }
        let last = known.get(word(label.name.end - 1)).filter(|_| !single(label));
        last.unwrap_or_else(|| known.intern(name))
    };
    labels.iter().map(identity).collect()
}

/// Whether `tokens` have signs of speech, and whether they are a sentence. Code has neither.
fn signs(text: &Text, tokens: Range<usize>) -> (bool, bool) {
    let mut speech = false;
    let (mut words, mut code) = (0, 0);
    for n in tokens.clone() {
        let token = text.token(n);
        words += usize::from(token.is_word());
        let first_or_second = token.word.pronoun.is_some_and(|pronoun| pronoun.person < 3);
        speech |= first_or_second || text.mark(n) == '?' || text.mark(n) == '!';
        // "url_list", but not "_To Ann._"
        let joins = token.mark == '_'
            && n > 0
            && text.token(n - 1).is_word()
            && text.token(n + 1).is_word();
        code += usize::from(joins || matches!(token.mark, '=' | '{' | '}' | '$' | '\\' | '<'));
    }
    if code * CODE_WORDS > words {
        return (false, false);
    }
    let ends = tokens.clone().rev().take(3).any(|n| matches!(text.mark(n), '.' | '?' | '!' | '…'));
    let lower = tokens.clone().any(|n| text.token(n).shape == Shape::Lower);
    (speech, ends && words > 0 || words >= 8 && lower)
}
