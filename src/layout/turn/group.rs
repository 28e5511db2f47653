//! Labels of one form, judged together: whether they are those of a transcript, and which of them name speakers.

use std::ops::Range;

use crate::interner::Interner;
use crate::layout::label::{Label, Separator, without_number};
use crate::layout::line::Line;
use crate::lexicon::{Class, Setting};
use crate::numbered::Numbered;
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

/// Headings of parts have at least so many others of the same first word near them.
const NEIGHBORS: usize = 2;

/// Fewer labels than these are at most this many lines apart.
const LINES_APART: usize = 3;

/// Labels of one form.
pub(super) struct Group<'a> {
    entries: Vec<Entry<'a>>,
    /// How many speakers there are.
    distinct: usize,
    /// How many lines are the same as one before, words and all.
    repeated: usize,
}

/// A label with what is known of its turn and of its speaker.
struct Entry<'a> {
    /// The number of its line.
    line: usize,
    label: &'a Label,
    speaker: usize,
    /// How often the speaker speaks.
    count: usize,
    signs: Signs,
    /// Whether a turn of the speaker has signs of speech or is a sentence.
    speaks: bool,
}

impl Entry<'_> {
    fn is_on_own_line(&self) -> bool {
        self.label.separator == Separator::LineEnd
    }
}

impl<'a> Group<'a> {
    /// The labels of one form among those of the lines.
    pub(super) fn of(text: &Text, lines: &'a Numbered<Line>, separator: Separator) -> Self {
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
        let Some(most) = ids.iter().max() else {
            return Self { entries: Vec::new(), distinct: 0, repeated: 0 };
        };
        // How often each speaker speaks, whether with signs of speech, and whether it is counted.
        let mut speakers = Numbered::from(vec![(0, false, false); most + 1]);
        let mut entries = Vec::with_capacity(labels.len());
        for (at, (&(line, label), &speaker)) in labels.iter().zip(&ids).enumerate() {
            let next = labels.get(at + 1).map_or(lines.len(), |next| next.0);
            let signs = Signs::of(text, turn_tokens(lines, (line, label), next));
            speakers[speaker].0 += 1;
            speakers[speaker].1 |= signs.any();
            entries.push(Entry { line, label, speaker, count: 0, signs, speaks: false });
        }
        for entry in &mut entries {
            (entry.count, entry.speaks, _) = speakers[entry.speaker];
        }
        if separator == Separator::LineEnd {
            // "Participants", "Ann Lee", "Chief Executive": lists of names stand above a transcript.
            let opens = |entry: &Entry| {
                let label = entry.label;
                label.marked || label.role || entry.count > 1 && entry.signs.any()
            };
            let start = entries.iter().position(opens).unwrap_or(0);
            entries.drain(..start);
        }
        let mut distinct = 0;
        for entry in &entries {
            let counted = std::mem::replace(&mut speakers[entry.speaker].2, true);
            distinct += usize::from(!counted);
        }
        if separator == Separator::LineEnd && are_parts(text, &entries) {
            entries.clear();
        }
        Self { repeated: repeated(text, &entries), distinct, entries }
    }

    /// Whether the labels are those of a transcript, and if so, whether they may be those of something else.
    pub(super) fn is_transcript(&self) -> (bool, bool) {
        let score = self.score();
        (score >= THRESHOLD, score < SURE)
    }

    /// The share of the labels for which something holds.
    #[inline(never)]
    fn share(&self, holds: fn(&Entry) -> bool) -> f64 {
        let count = self.entries.iter().filter(|entry| holds(entry)).count();
        count as f64 / self.entries.len() as f64
    }

    /// How much speaks for a transcript.
    fn score(&self) -> f64 {
        let n = self.entries.len();
        if n < 2 || self.distinct < 2 && !self.entries.iter().all(|entry| entry.label.role) {
            return 0.0;
        }
        let pairs = self.entries.windows(2);
        let alternations = pairs.filter(|pair| pair[0].speaker != pair[1].speaker).count();
        let alternating = alternations as f64 / (n - 1) as f64;
        let recurring = self.share(|entry| entry.count > 1);
        let marked = self.share(|entry| entry.label.marked);
        let speech = self.share(|entry| entry.signs.speech);
        let sentences = self.share(|entry| entry.signs.sentence);
        let mut score = 2.0 * recurring
            + alternating
            + 2.0 * speech
            + sentences
            + 1.5 * marked
            + self.share(|entry| entry.label.role)
            + 0.7 * self.share(|entry| entry.label.capitals)
            // The lines of menus come again as a whole.
            - 2.0 * (self.repeated as f64 / n as f64);
        if recurring == 0.0 && n > 2 {
            score -= 2.0;
        }
        // Two or three names far apart are none of a conversation.
        let lines = self.entries[n - 1].line - self.entries[0].line;
        if n < LABELS && lines > n * LINES_APART && marked < 0.5 {
            score -= 2.0;
        }
        let own_line = self.entries[0].is_on_own_line();
        // In words of speech somebody says "I" or "you", or asks. Few words of a chat are sentences.
        let is_chat = marked > 0.5 && !own_line;
        let few_sentences = sentences < 0.5 && !is_chat;
        if speech < LEAST_SPEECH || speech < 2.0 * LEAST_SPEECH && few_sentences {
            score -= 2.0;
        } else if n > 2 * LABELS && n >= self.distinct * TURNS_EACH {
            // Few people who speak again and again.
            score += 0.5;
        }
        // One label again and again is a rubric, or the salutation of letters.
        let mut again = self.entries.iter().filter(|entry| entry.count > 1);
        let first = again.next().map(|entry| entry.speaker);
        let one = first.is_some_and(|first| again.all(|entry| entry.speaker == first))
            && self.share(|entry| entry.label.marked || entry.label.role) < 0.5;
        if one && (n > 3 || alternating < 0.6) {
            score -= 2.0;
        }
        if own_line && (n < 3 || one) {
            return 0.0;
        }
        if own_line && marked < 0.5 {
            // Lines of a menu come again as well: here the words below have to be sentences.
            score -= 0.5 + 3.0 * (1.0 - sentences);
        }
        score
    }

    /// The numbers of the lines whose labels name a speaker.
    pub(super) fn speakers(&self) -> Vec<usize> {
        let most_marked = self.share(|entry| entry.label.marked) >= 0.75;
        // Where labels begin to come again.
        let first = self.entries.iter().position(|entry| entry.count > 1).unwrap_or(0);
        let is_speaker = |(at, entry): (usize, &Entry)| {
            let label = entry.label;
            let sure = label.marked || label.role || label.capitals;
            let full = label.name.len() > 1;
            let own_line = entry.is_on_own_line();
            let few = self.distinct <= 4 && !own_line;
            let known = entry.count > 1 || sure || few || full && self.distinct <= 12;
            // "The Table, Episode 12: Bread": a heading above turns that all have a time code.
            let heading = most_marked && !label.marked && entry.count == 1;
            // "Scene: a beach": a label that never has a sentence. Above the transcript, that is enough to see once.
            let speaks = entry.speaks || label.marked && !own_line;
            let shown = speaks || entry.count < 2 && at >= first;
            (known && !heading && shown).then_some(entry.line)
        };
        self.entries.iter().enumerate().filter_map(is_speaker).collect()
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
fn keep_above_words(text: &Text, lines: &Numbered<Line>, labels: &mut Vec<(usize, &Label)>) {
    let mut known = Interner::default();
    let mut is_above: Numbered<bool> = Numbered::default();
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
fn turn_tokens(lines: &Numbered<Line>, (n, label): (usize, &Label), next: usize) -> Range<usize> {
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
            let letters = without_number(name);
            let question = text.lexicon.has(letters, Setting::InterviewLabels);
            return known.intern(if question { letters } else { name });
        }
        let last = known.get(word(label.name.end - 1)).filter(|_| !single(label));
        last.unwrap_or_else(|| known.intern(name))
    };
    labels.iter().map(identity).collect()
}

/// Whether most labels are headings of parts, which differ in their last word: "CHAPTER I.", "CHAPTER II.".
fn are_parts(text: &Text, entries: &[Entry]) -> bool {
    let shares_first = |(n, entry): &(usize, &Entry)| {
        let word = |entry: &Entry| text.word(entry.label.name.start);
        let is_common = |other: &&Entry| other.label.name.len() > 1 && word(other) == word(entry);
        let first = text.token(entry.label.name.start);
        let titled = first.is_any_of(Class::Title | Class::Article);
        let others = entries[n.saturating_sub(NEIGHBORS)..].iter().take(2 * NEIGHBORS + 1);
        let speakers = others.filter(is_common).map(|other| other.speaker);
        let others = speakers.filter(|&speaker| speaker != entry.speaker).count();
        !entry.label.role && !titled && entry.label.name.len() > 1 && others >= NEIGHBORS
    };
    2 * entries.iter().enumerate().filter(shares_first).count() > entries.len()
}

/// How many lines are the same as one before, words and all.
fn repeated(text: &Text, entries: &[Entry]) -> usize {
    let mut known = Interner::default();
    let mut all = 0;
    for label in entries.iter().map(|entry| entry.label) {
        if !label.content.is_empty() {
            known.intern(text.slice(text.span(label.name.start, label.content.end)));
            all += 1;
        }
    }
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
