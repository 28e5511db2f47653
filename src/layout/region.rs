//! Regions: stretches of the text that are each read in one way.

use std::ops::Range;

use super::block::Draft;
use super::line::Line;
use crate::lexicon::Class;
use crate::report::BlockKind;
use crate::token::{Shape, Text, Token};

/// A stretch of the text that is read in one way.
#[derive(Clone, Debug)]
pub(super) struct Region {
    pub tokens: Range<usize>,
    /// Whether the region is a story, in which people talk with each other and take turns.
    pub story: bool,
}

/// The regions of a text in text order. So far the whole text is one region.
pub(super) fn find(text: &Text) -> Vec<Region> {
    vec![Region { tokens: 0..text.tokens.len(), story: is_story(&text.tokens) }]
}

/// A transcript ends where this many blocks of a turn are no sentences and nobody speaks in them.
const NO_SPEECH: usize = 4;

/// At most this many labels are taken from the ends of a transcript.
const STRAYS: usize = 3;

/// Ends each transcript where it does, so that what follows on the page is read as what it is. Labels of which a
/// single one stands apart from a transcript are none: "Topics: bees, honey".
pub(super) fn end_turns(text: &Text, lines: &[Line], drafts: &mut [Draft]) {
    let labelled = drafts.iter().enumerate().filter(|(_, draft)| draft.is_labelled());
    let starts: Vec<usize> = labelled.map(|(n, _)| n).collect();
    let runs: Vec<&[usize]> =
        starts.chunk_by(|&n, &next| !is_interrupted(text, lines, &drafts[n + 1..next])).collect();
    let mut after = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        let next = runs.get(at + 1).map_or(drafts.len(), |next| next[0]);
        let usual = usual(text, lines, drafts, run);
        let kept = without_strays(text, lines, drafts, run, usual);
        let alone = run.len() == 1 && runs.len() > 1;
        let stray = run.iter().find(|n| kept.last() < Some(n)).copied();
        let turns = &drafts[..stray.unwrap_or(next)];
        let end = if alone { run[0] } else { end_of(text, lines, turns, kept, usual) };
        after.extend([run[0]..kept[0], end..next]);
    }
    let pull_quotes =
        (0..drafts.len()).filter(|&n| is_pull_quote(text, lines, drafts, n)).collect();
    for n in after.into_iter().flatten().chain::<Vec<usize>>(pull_quotes) {
        drafts[n].unlabel(text, lines);
    }
}

/// Whether a block has no words, such as the number and the time of a caption.
fn is_empty(text: &Text, lines: &[Line], draft: &Draft) -> bool {
    !draft.tokens(lines).any(|n| text.token(n).is_word())
}

/// Whether the blocks between two labels show that the first turn is over.
fn is_interrupted(text: &Text, lines: &[Line], drafts: &[Draft]) -> bool {
    let silent = |draft: &&Draft| {
        !is_empty(text, lines, draft)
            && draft.form(text, lines) == BlockKind::Heading
            && !is_speech(text, draft.tokens(lines))
    };
    drafts.iter().filter(silent).nth(NO_SPEECH - 1).is_some()
}

/// Whether block `n` repeats words of a turn beside it, in quotation marks.
fn is_pull_quote(text: &Text, lines: &[Line], drafts: &[Draft], n: usize) -> bool {
    let tokens = drafts[n].tokens(lines);
    let is_mark = |n: usize| matches!(text.mark(n), '“' | '”' | '"');
    if drafts[n].kind != BlockKind::Turn
        || tokens.len() < 4
        || !is_mark(tokens.start)
        || !is_mark(tokens.end - 1)
    {
        return false;
    }
    let words = text.slice(text.span(tokens.start + 1, tokens.end - 1));
    let beside = &drafts[n.saturating_sub(3)..drafts.len().min(n + 4)];
    let around = beside.iter().map(|draft| draft.words(text, lines));
    around.filter(|around| around.contains(words)).count() > 1
}

/// The first block with words of the turn that starts in block `n`.
fn first(text: &Text, lines: &[Line], drafts: &[Draft], n: usize) -> usize {
    if !drafts[n].is_bare_label(lines) {
        return n;
    }
    let below = drafts[n + 1..].iter().take_while(|draft| is_empty(text, lines, draft)).count();
    n + 1 + below
}

/// How many blocks two thirds of the turns that start in the blocks `starts` have at most, the last one left out.
fn usual(text: &Text, lines: &[Line], drafts: &[Draft], starts: &[usize]) -> usize {
    let mut counts: Vec<usize> = starts
        .windows(2)
        .map(|pair| pair[1].saturating_sub(first(text, lines, drafts, pair[0])))
        .collect();
    counts.sort_unstable();
    counts.get(counts.len() * 2 / 3).copied().unwrap_or(1).max(1)
}

/// The turns that start in the blocks `starts` without labels of other things at both ends of a transcript: they stand
/// apart, and are no labels inside it.
fn without_strays<'a>(
    text: &Text,
    lines: &[Line],
    drafts: &[Draft],
    mut starts: &'a [usize],
    usual: usize,
) -> &'a [usize] {
    for _ in 0..STRAYS {
        let [start, second, .., before, last] = *starts else { break };
        let inner = &starts[1..starts.len() - 1];
        let stray = |n: usize| {
            let label = drafts[n].label_words(text);
            inner.iter().all(|&n| drafts[n].label_words(text) != label)
        };
        if last > first(text, lines, drafts, before) + usual && stray(last) {
            starts = &starts[..starts.len() - 1];
        } else if second > first(text, lines, drafts, start) + usual && stray(start) {
            starts = &starts[1..];
        }
    }
    starts
}

/// Where the last of the turns that start in the blocks `starts` ends: inside an article it has no more blocks than
/// is usual, and goes on only while somebody speaks.
fn end_of(text: &Text, lines: &[Line], drafts: &[Draft], starts: &[usize], usual: usize) -> usize {
    let first = starts.last().map_or(0, |&last| first(text, lines, drafts, last));
    let goes_on =
        |draft: &Draft| is_empty(text, lines, draft) || is_speech(text, draft.tokens(lines));
    let after = drafts.get(first + 1..).unwrap_or_default();
    let goes_on = after.iter().take_while(|draft| goes_on(draft)).count();
    // A text that is a transcript from its start or to its end may have a long last turn.
    let is_paragraph = |draft: &Draft| draft.form(text, lines) == BlockKind::Paragraph;
    let embedded = goes_on < after.len() && drafts[..starts[0]].iter().any(is_paragraph);
    let most = if embedded { usual - 1 } else { usize::MAX };
    drafts.len().min(first + 1 + goes_on.min(most))
}

/// Whether somebody speaks here: "I", "we", "you" or a question outside of quotation marks.
fn is_speech(text: &Text, tokens: Range<usize>) -> bool {
    let mut quoted = false;
    tokens.into_iter().any(|n| {
        match text.mark(n) {
            '“' => quoted = true,
            '”' => quoted = false,
            '"' => quoted = !quoted,
            '?' if !quoted => return true,
            _ => {}
        }
        !quoted && text.token(n).word.pronoun.is_some_and(|pronoun| pronoun.person < 3)
    })
}

/// Whether these are the tokens of a story: news is full of dates, numbers and acronyms, and a story has few.
fn is_story(tokens: &[Token]) -> bool {
    let (mut words, mut signs_of_news) = (0, 0);
    for token in tokens {
        words += usize::from(token.shape != Shape::Punctuation);
        signs_of_news += match token.shape {
            Shape::Number | Shape::Upper => 1,
            Shape::Capital => usize::from(token.is(Class::Date)),
            _ => 0,
        };
    }
    // At most one word in 125.
    signs_of_news * 125 <= words
}
