//! The name in a label.

use std::ops::Range;

use super::parser::Parser;
use crate::lexicon::{Class, Setting};
use crate::token::Shape;

/// A name in a label has at most this many words.
pub(super) const NAME_WORDS: usize = 5;

impl Parser<'_, '_> {
    /// Past "Speaker 1", "SPEAKER_00", "Juror No. 7".
    pub(super) fn role_with_number(&self, start: usize) -> Option<usize> {
        if !self.text.token(start).is(Class::LabelRole) {
            return None;
        }
        // "No.", "#", "_"
        let is_between = |n: usize| {
            let token = self.text.token(n);
            token.is_word() || matches!(token.mark, '.' | '#' | '_' | '-')
        };
        let limit = self.end.min(start + 4);
        let at = (start + 1..limit).find(|&n| !is_between(n)).unwrap_or(limit);
        (at < self.end && self.text.token(at).shape == Shape::Number).then_some(at + 1)
    }

    /// Past the words of a name: "Ann Lee", "Mr T BRANDT", "THE WITNESS", "John G. Roberts, Jr.".
    pub(super) fn name_end(&self, start: usize) -> usize {
        let text = self.text;
        let (mut at, mut words) = (start, 0);
        while at < self.end && words < NAME_WORDS && !(at > start && self.is_wide_gap(at)) {
            let token = text.token(at);
            let article = token.is(Class::Article) && at == start && token.is_capital();
            let name = token.is_capital()
                && (!token.word.is_function() || article || token.span.len() == 1 || self.lax);
            let particle =
                at > start && (token.is(Class::Particle) || self.is_office_word(start, at));
            let suffix =
                self.mark(at) == ',' && text.lexicon.has(text.word(at + 1), Setting::CommaSuffixes);
            let period = self.mark(at) == '.'
                && at > start
                && text.token(at).span.start == text.token(at - 1).span.end
                && self.is_abbreviated(at - 1);
            if name || particle {
                words += 1;
            } else if !suffix && !period {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether a word in lower case belongs to the office that a label names: "The SPEAKER pro tempore."
    fn is_office_word(&self, start: usize, n: usize) -> bool {
        let [article, office, word] = [start, start + 1, n].map(|n| self.text.token(n));
        let is_office = office.shape == Shape::Upper && office.is(Class::LabelRole);
        n > start + 1
            && word.shape == Shape::Lower
            && !word.word.is_function()
            && article.is(Class::Article)
            && is_office
    }

    /// Past the name of an account: "ann_lee", "ann.lee", "@ann".
    pub(super) fn handle_end(&self, start: usize) -> Option<usize> {
        let at = self.mark(start) == '@';
        let word = |n: usize| n < self.end && self.text.token(n).shape != Shape::Punctuation;
        let mut end = start + usize::from(at);
        if !word(end) {
            return None;
        }
        end += 1;
        let mut joined = false;
        while end + 1 < self.end && matches!(self.mark(end), '_' | '.') && word(end + 1) {
            if self.is_spaced(end - 1) || self.is_spaced(end) {
                break;
            }
            joined = true;
            end += 2;
        }
        (at || joined).then_some(end)
    }

    /// Whether the period after token `n` belongs to it: an initial, a title, "Jr.".
    pub(super) fn is_abbreviated(&self, n: usize) -> bool {
        let token = self.text.token(n);
        let initial = token.span.len() == 1
            && (n > self.at || !self.text.lexicon.has(self.text.word(n), Setting::InterviewLabels));
        initial
            || token.is_any_of(Class::AbbreviationInside | Class::Title) && !token.is(Class::Role)
            || self.text.lexicon.has(self.text.word(n), Setting::CommaSuffixes)
    }

    /// "Mr. BRANDT", "The SPEAKER": a word in capitals and none after it but those of an office, after a title or
    /// an article.
    pub(super) fn is_congress(&self, name: Range<usize>) -> bool {
        let start = name.start;
        let is_last = |n: usize| self.text.token(n).is_word() && !self.is_office_word(start, n);
        let last = name.rev().find(|&n| is_last(n));
        last.is_some_and(|last| {
            last > start
                && self.text.token(last).shape == Shape::Upper
                && self.text.token(start).is_any_of(Class::Title | Class::Article)
        })
    }
}
