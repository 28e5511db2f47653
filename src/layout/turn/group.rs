//! Labels of one form, judged together: whether they are those of a transcript, and which of them name speakers.

use std::ops::Range;

use crate::interner::Interner;
use crate::layout::label::{Label, Separator};
use crate::layout::line::Line;
use crate::lexicon::{Class, Setting};
use crate::token::{Shape, Text};

/// Labels of one form with less than this are none of a transcript.
const THRESHOLD: f64 = 3.4;

/// Labels with less than this may be those of something else. Set by hand: all annotated transcripts have more, and
/// of the annotated pages three have less.
const SURE: f64 = 4.1;

/// Code has more than one of its marks for so many words.
const CODE_WORDS: usize = 8;

/// At least this share of the turns of a transcript has signs of speech, and twice this if few are sentences.
const LEAST_SPEECH: f64 = 0.15;

/// At most this many tokens of a turn are looked at for signs of speech.
const LOOKED_AT: usize = 80;

/// At most this many lines below a label are looked at for signs of speech.
pub(super) const LINES_LOOKED_AT: usize = 8;

/// A transcript has at least this many labels before one of another form counts as one of it.
pub(super) const LABELS: usize = 4;

/// People who speak at least so often are those of a conversation.
const TURNS_EACH: usize = 3;

/// Fewer labels than these are at most this many lines apart.
const LINES_APART: usize = 3;

/// Labels of one form.
pub(super) struct Group<'a> {
    /// Each with the number of its line.
    labels: Vec<(usize, &'a Label)>,
    /// How often each label occurs, by occurrence.
    counts: Vec<usize>,
    distinct: usize,
    /// How many occurrences alternate with the one before.
    alternations: usize,
    /// How many lines are the same as one before, words and all.
    repeated: usize,
    /// How many turns have signs of speech, and how many are sentences.
    speech: usize,
    sentences: usize,
    /// By occurrence, whether a turn of the same label is a sentence.
    has_sentences: Vec<bool>,
}

impl<'a> Group<'a> {
    /// The labels of one form among those of the lines.
    pub(super) fn of(text: &Text, lines: &'a [Line], separator: Separator) -> Self {
        let labels = lines.iter().enumerate();
        let labels = labels.filter_map(|(n, line)| Some((n, line.label.as_ref()?)));
        let mut labels: Vec<(usize, &Label)> = labels
            .filter(|(_, label)| label.separator == separator && !is_menu(text, label))
            .collect();
        if separator == Separator::LineEnd {
            keep_above_words(text, lines, &mut labels);
        }
        // "note: …" among names is the speaker's word.
        if labels.iter().filter(|(_, label)| label.lower).count() * 2 < labels.len() {
            labels.retain(|(_, label)| !label.lower);
        }
        let ids = identities(text, &labels);
        let mut totals = vec![0; ids.iter().max().map_or(0, |most| most + 1)];
        ids.iter().for_each(|&id| totals[id] += 1);
        let signs: Vec<Signs> = (0..labels.len())
            .map(|at| {
                let next = labels.get(at + 1).map_or(lines.len(), |next| next.0);
                Signs::of(text, turn_tokens(lines, labels[at], next))
            })
            .collect();
        let start = if separator == Separator::LineEnd {
            // "Participants", "Ann Lee", "Chief Executive": lists of names stand above a transcript.
            let opens = |at: &usize| {
                let (_, label) = labels[*at];
                label.marked || label.role || totals[ids[*at]] > 1 && signs[*at].any()
            };
            (0..labels.len()).find(opens).unwrap_or(0)
        } else {
            0
        };
        let mut with_sentences = vec![false; totals.len()];
        for (&id, signs) in ids.iter().zip(&signs) {
            with_sentences[id] |= signs.any();
        }
        let (labels, ids, signs) = (labels[start..].to_vec(), &ids[start..], &signs[start..]);
        let mut seen = vec![false; totals.len()];
        let distinct = ids.iter().filter(|&&id| !std::mem::replace(&mut seen[id], true)).count();
        Self {
            counts: ids.iter().map(|&id| totals[id]).collect(),
            distinct,
            alternations: ids.windows(2).filter(|pair| pair[0] != pair[1]).count(),
            speech: signs.iter().filter(|signs| signs.speech).count(),
            sentences: signs.iter().filter(|signs| signs.sentence).count(),
            has_sentences: ids.iter().map(|&id| with_sentences[id]).collect(),
            repeated: repeated(text, &labels),
            labels,
        }
    }

    /// Whether the labels are those of a transcript.
    pub(super) fn is_transcript(&self) -> bool {
        self.score() >= THRESHOLD
    }

    /// Whether little more speaks for a transcript than has to.
    pub(super) fn is_doubtful(&self) -> bool {
        self.score() < SURE
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
            + 0.7 * count(|label| label.capitals)
            // The lines of menus come again as a whole.
            - 2.0 * share(self.repeated);
        if recurring == 0.0 && n > 2 {
            score -= 2.0;
        }
        // Two or three names far apart are none of a conversation.
        let lines = self.labels[n - 1].0 - self.labels[0].0;
        if n < LABELS && lines > n * LINES_APART && count(|label| label.marked) < 0.5 {
            score -= 2.0;
        }
        let own_line = count(|label| label.separator == Separator::LineEnd) > 0.5;
        // In words of speech somebody says "I" or "you", or asks. Few words of a chat are sentences.
        let (speech, sentences) = (share(self.speech), share(self.sentences));
        let is_chat = count(|label| label.marked) > 0.5 && !own_line;
        let few_sentences = sentences < 0.5 && !is_chat;
        if speech < LEAST_SPEECH || speech < 2.0 * LEAST_SPEECH && few_sentences {
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
        if own_line && (n < 3 || one) {
            return 0.0;
        }
        if own_line && count(|label| label.marked) < 0.5 {
            // Lines of a menu come again as well: here the words below have to be sentences.
            score -= 0.5 + 3.0 * (1.0 - share(self.sentences));
        }
        score
    }

    /// The numbers of the lines whose labels name a speaker.
    pub(super) fn speakers(&self) -> Vec<usize> {
        let sure = |label: &Label| label.marked || label.role || label.capitals;
        let full = |label: &Label| label.name.len() > 1;
        let marked = self.labels.iter().filter(|(_, label)| label.marked).count();
        let most_marked = marked * 4 >= self.labels.len() * 3;
        // Where labels begin to come again.
        let first = self.counts.iter().position(|&count| count > 1).unwrap_or(0);
        let all = self.labels.iter().enumerate();
        let speakers = all.filter(|&(at, &(_, label))| {
            let own_line = label.separator == Separator::LineEnd;
            let few = self.distinct <= 4 && !own_line;
            let known =
                self.counts[at] > 1 || sure(label) || few || full(label) && self.distinct <= 12;
            // "The Table, Episode 12: Bread": a heading above turns that all have a time code.
            let heading = most_marked && !label.marked && self.counts[at] == 1;
            // "Scene: a beach": a label that never has a sentence. Above the transcript, that is enough to see once.
            let speaks = self.has_sentences[at] || label.marked && !own_line;
            known && !heading && (speaks || self.counts[at] < 2 && at >= first)
        });
        speakers.map(|(_, &(n, _))| n).collect()
    }
}

/// Whether a label is a word of the page: "Related:", or "Watch videos" on a line of its own.
fn is_menu(text: &Text, label: &Label) -> bool {
    let mut words = label.name.clone().map(|n| text.token(n).is(Class::Furniture));
    if label.separator == Separator::LineEnd {
        words.any(|word| word)
    } else {
        !label.name.is_empty() && words.all(|word| word)
    }
}

/// Keeps the names on lines of their own that stand above words at least once: in a menu, line stands above line.
fn keep_above_words(text: &Text, lines: &[Line], labels: &mut Vec<(usize, &Label)>) {
    let mut known = Interner::default();
    let mut is_above: Vec<bool> = Vec::new();
    let mut ids = Vec::with_capacity(labels.len());
    for &(n, label) in labels.iter() {
        let id = known.intern(text.slice(text.span(label.name.start, label.name.end)));
        is_above.resize(known.len(), false);
        let mut below = lines[n + 1..].iter().filter(|line| !line.content.is_empty()).take(2);
        is_above[id] |= below.any(|line| Signs::of(text, line.content.clone()).any());
        ids.push(id);
    }
    let mut ids = ids.into_iter();
    labels.retain(|_| ids.next().is_some_and(|id| is_above[id]));
}

/// The tokens that show what the turn of a label is; the next label stands on line `next`.
fn turn_tokens(lines: &[Line], (n, label): (usize, &Label), next: usize) -> Range<usize> {
    let (start, end) = if label.content.is_empty() {
        // A turn on the lines below its label.
        (lines[n].content.end, lines[next.min(n + 1 + LINES_LOOKED_AT) - 1].content.end)
    } else {
        (label.content.start, label.content.end)
    };
    start..end.min(start + LOOKED_AT)
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

/// How many lines are the same as one before, words and all.
fn repeated(text: &Text, labels: &[(usize, &Label)]) -> usize {
    let mut known = Interner::default();
    let turns = labels.iter().filter(|(_, label)| !label.content.is_empty());
    let lines = turns.map(|(_, label)| text.slice(text.span(label.name.start, label.content.end)));
    let all = lines.map(|line| known.intern(line)).count();
    all - known.len()
}

/// What the words of a turn show. Code shows nothing.
struct Signs {
    /// A first or second person, a question or an exclamation.
    speech: bool,
    /// They are a sentence.
    sentence: bool,
}

impl Signs {
    fn of(text: &Text, tokens: Range<usize>) -> Self {
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
            return Self { speech: false, sentence: false };
        }
        let ends =
            tokens.clone().rev().take(3).any(|n| matches!(text.mark(n), '.' | '?' | '!' | '…'));
        let lower = tokens.clone().any(|n| text.token(n).shape == Shape::Lower);
        Self { speech, sentence: ends && words > 0 || words >= 8 && lower }
    }

    fn any(&self) -> bool {
        self.speech || self.sentence
    }
}
