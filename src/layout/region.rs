//! Regions: where a transcript on a page starts and ends, and whether a text is a story.

use std::ops::Range;

use super::block::Draft;
use super::line::Line;
use crate::lexicon::Class;
use crate::numbered::Numbered;
use crate::report::BlockKind;
use crate::sort::sorted_by_key;
use crate::token::{Shape, Text, Token};

/// A transcript ends where this many blocks of a turn are no sentences and nobody speaks in them.
const NO_SPEECH: usize = 4;

/// At most this many labels are taken from the ends of a transcript.
const STRAYS: usize = 3;

/// Ends each transcript where it does, so that what follows on the page is read as what it is. Labels of which a
/// single one stands apart from a transcript are none: "Topics: bees, honey".
pub(super) fn end_turns(text: &Text, lines: &Numbered<Line>, drafts: &mut Numbered<Draft>) {
    let starts: Vec<usize> = (0..drafts.len()).filter(|&n| drafts[n].labelled).collect();
    if starts.is_empty() {
        return;
    }
    let view = View { text, lines, drafts };
    // The blocks that belong to no turn.
    let mut outside: Vec<Range<usize>> = Vec::new();
    let mut rest = starts.as_slice();
    while let [start, ..] = *rest {
        let count =
            rest.windows(2).take_while(|pair| !view.is_interrupted(pair[0], pair[1])).count();
        let (run, later) = rest.split_at(count + 1);
        let next = later.first().copied().unwrap_or(drafts.len());
        if run.len() == 1 && starts.len() > 1 {
            outside.push(start..next);
        } else {
            let usual = view.usual(run);
            let kept = view.without_strays(run, usual);
            let stray = run.iter().find(|n| kept.last() < Some(n)).copied();
            let end = view.end(kept, stray.unwrap_or(next), usual);
            outside.extend([start..kept[0], end..next]);
        }
        rest = later;
    }
    outside.extend((0..drafts.len()).filter(|&n| view.is_pull_quote(n)).map(|n| n..n + 1));
    for n in outside.into_iter().flatten() {
        drafts[n].unlabel(text);
    }
}

/// A text with its blocks.
struct View<'a> {
    text: &'a Text<'a>,
    lines: &'a Numbered<Line>,
    drafts: &'a Numbered<Draft>,
}

impl View<'_> {
    /// Whether block `n` has no words, such as the number and the time of a caption.
    fn is_empty(&self, n: usize) -> bool {
        !self.drafts[n].tokens.clone().any(|n| self.text.token(n).is_word())
    }

    /// Whether somebody speaks in block `n`.
    fn is_speech(&self, n: usize) -> bool {
        is_speech(self.text, self.drafts[n].tokens.clone())
    }

    /// Whether the blocks between the labels of two blocks show that the first turn is over.
    fn is_interrupted(&self, start: usize, next: usize) -> bool {
        let silent = |&n: &usize| {
            !self.is_empty(n)
                && self.drafts[n].form(self.text) == BlockKind::Heading
                && !self.is_speech(n)
        };
        (start + 1..next).filter(silent).nth(NO_SPEECH - 1).is_some()
    }

    /// Whether block `n` repeats words of a turn beside it, in quotation marks.
    fn is_pull_quote(&self, n: usize) -> bool {
        let (text, drafts) = (self.text, self.drafts);
        let tokens = &drafts[n].tokens;
        let is_mark = |n: usize| matches!(text.mark(n), '“' | '”' | '"');
        if drafts[n].kind != BlockKind::Turn
            || tokens.len() < 4
            || !is_mark(tokens.start)
            || !is_mark(tokens.end - 1)
        {
            return false;
        }
        let words = text.slice(text.span(tokens.start + 1, tokens.end - 1)).as_bytes();
        let beside = &drafts[n.saturating_sub(3)..drafts.len().min(n + 4)];
        let repeats = |draft: &&Draft| contains(draft.words(text).as_bytes(), words);
        beside.iter().filter(repeats).count() > 1
    }

    /// The first block with words of the turn that starts in block `n`.
    fn first(&self, n: usize) -> usize {
        if !self.drafts[n].is_bare_label(self.lines) {
            return n;
        }
        (n + 1..self.drafts.len()).find(|&n| !self.is_empty(n)).unwrap_or(self.drafts.len())
    }

    /// How many blocks two thirds of the turns that start in the blocks `starts` have at most, the last one left
    /// out.
    fn usual(&self, starts: &[usize]) -> usize {
        let counts = starts.windows(2).map(|pair| pair[1].saturating_sub(self.first(pair[0])));
        let counts = sorted_by_key(counts.collect(), |&count| (count, 0));
        counts.get(counts.len() * 2 / 3).map_or(1, |&count| count.max(1))
    }

    /// The turns that start in the blocks `starts` without labels of other things at both ends of a transcript:
    /// they stand apart, and are no labels inside it.
    fn without_strays<'s>(&self, mut starts: &'s [usize], usual: usize) -> &'s [usize] {
        for _ in 0..STRAYS {
            let [start, second, .., before, last] = *starts else { break };
            let inner = &starts[1..starts.len() - 1];
            let words = |n: usize| {
                self.drafts[n].label(self.lines).map_or("", |label| label.words(self.text))
            };
            let stray = |n: usize| inner.iter().all(|&inner| words(inner) != words(n));
            if last > self.first(before) + usual && stray(last) {
                starts = &starts[..starts.len() - 1];
            } else if second > self.first(start) + usual && stray(start) {
                starts = &starts[1..];
            }
        }
        starts
    }

    /// Where the last of the turns that start in the blocks `starts` ends, before block `limit`: inside an article
    /// it has no more blocks than is usual, and goes on only while somebody speaks.
    fn end(&self, starts: &[usize], limit: usize, usual: usize) -> usize {
        let first = starts.last().map_or(0, |&last| self.first(last).min(limit));
        let goes_on = |n: usize| self.is_empty(n) || self.is_speech(n);
        let end = (first + 1..limit).find(|&n| !goes_on(n)).unwrap_or(limit);
        // A text that is a transcript from its start or to its end may have a long last turn.
        let is_paragraph = |draft: &Draft| draft.form(self.text) == BlockKind::Paragraph;
        let embedded = end < limit && self.drafts[..starts[0]].iter().any(is_paragraph);
        if embedded { end.min(first + usual) } else { end }
    }
}

/// Whether `words` stand in `text`, found by Knuth, Morris and Pratt. `str::contains` would add 2 KB (gzip).
fn contains(text: &[u8], words: &[u8]) -> bool {
    // How many bytes still match where the first `n + 1` bytes of the words end.
    let mut borders = vec![0; words.len()];
    let mut matched = 0;
    for n in 1..words.len() {
        matched = extend(words, &borders, matched, words[n]);
        borders[n] = matched;
    }
    matched = 0;
    text.iter().any(|&byte| {
        matched = extend(words, &borders, matched, byte);
        matched == words.len()
    })
}

/// How many of the first bytes of `words` match up to the next `byte`, if `matched` of them match before it.
fn extend(words: &[u8], borders: &[usize], mut matched: usize, byte: u8) -> usize {
    loop {
        if words.get(matched) == Some(&byte) {
            return matched + 1;
        }
        match matched.checked_sub(1).and_then(|last| borders.get(last)) {
            Some(&border) => matched = border,
            None => return 0,
        }
    }
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

/// Whether these are the tokens of a story, in which people talk with each other and take turns: news is full of
/// dates, numbers and acronyms, and a story has few.
pub(super) fn is_story(tokens: &[Token]) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_the_standard_library_finds_them() {
        // The bits of a number spell its word, after the first one.
        let word = |bits: usize| format!("{bits:b}").split_off(1);
        for (text, words) in (1..256).flat_map(|text| (2..64).map(move |words| (text, words))) {
            let (text, words) = (word(text), word(words));
            let found = contains(text.as_bytes(), words.as_bytes());
            assert_eq!(found, text.contains(&words), "{words:?} in {text:?}");
        }
    }
}
