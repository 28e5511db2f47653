//! What stands between the name in a label and the words of its turn.

use std::ops::Range;

use super::parser::Parser;
use crate::layout::time;
use crate::lexicon::Class;
use crate::token::{DASHES, NO_MARK, Shape, Text};

/// What describes the speaker, up to the separator, has at most this many tokens.
pub(super) const ROLE_TOKENS: usize = 8;

/// What separates a label from the words of its turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Separator {
    /// "Ann Lee: …"
    Colon,
    /// "Ann Lee — …"
    Dash,
    /// "LEE. …"
    Stop,
    /// `<ann> …`, `[SPEAKER_00] …`, "A  Yes."
    Wrapper,
    /// "| Ann Lee | …"
    Cell,
    /// The label stands on a line of its own.
    LineEnd,
    /// ">> …": the speaker changes, and nobody is named.
    Chevrons,
}

impl Separator {
    pub(crate) const ALL: [Self; 7] = [
        Self::Colon,
        Self::Dash,
        Self::Stop,
        Self::Wrapper,
        Self::Cell,
        Self::LineEnd,
        Self::Chevrons,
    ];
}

impl Parser<'_, '_> {
    /// Reads what stands between a name and the words of its turn, and goes past it.
    pub(super) fn separator(&mut self, interview: bool, capitals: bool) -> Option<Separator> {
        let bold = self.skip_emphasis();
        // ", host", "(Gazette)", "(Orr North) (Labour)", "of Ohio"
        for _ in 0..2 {
            self.at = self.description_end().unwrap_or(self.at);
        }
        let comma = self.mark(self.at) == ',';
        self.at += usize::from(comma && time::end(self.text, self.at + 1, self.end).is_some());
        let bracketed = matches!(self.mark(self.at), '[' | '(');
        let wide = self.is_wide_gap(self.at);
        let timed = self.skip_time();
        self.skip_emphasis();
        let tight = !self.is_spaced(self.at) && !self.is_spaced(self.at.saturating_sub(1));
        let separator = match self.mark(self.at) {
            _ if self.at >= self.end => return Some(Separator::LineEnd),
            ':' | '：' => Separator::Colon,
            '|' => Separator::Cell,
            // "Ann Lee (Green). – Yes."
            '.' if self.is_spaced(self.at) && matches!(self.mark(self.at + 1), '–' | '—') => {
                self.at += 1;
                Separator::Dash
            }
            '.' if self.is_spaced(self.at) => Separator::Stop,
            '—' | '–' | '-' | DASHES if self.is_spaced(self.at) => Separator::Dash,
            '—' if tight && self.text.token(self.at + 1).is_capital() => Separator::Dash,
            _ if interview && self.is_wide_gap(self.at) => return Some(Separator::Wrapper),
            // "ann> Yes."
            '>' if self.is_spaced(self.at) && !self.is_spaced(self.at - 1) => Separator::Wrapper,
            _ if timed && bracketed => return Some(Separator::Wrapper),
            _ if wide || self.is_wide_gap(self.at) => return Some(Separator::Cell),
            _ if bold && self.text.token(self.at).is_capital() => return Some(Separator::Wrapper),
            _ => return None,
        };
        self.at += 1;
        self.skip_emphasis();
        self.timed |= self.skip_time();
        if self.at >= self.end {
            // "Exactly." is an answer, "GLADYS." may be a label.
            return (separator != Separator::Stop || capitals).then_some(Separator::LineEnd);
        }
        if separator == Separator::Cell && self.mark(self.end - 1) == '|' {
            self.end -= 1;
        }
        Some(separator)
    }

    /// Past words that describe the speaker, if a separator follows them.
    pub(super) fn description_end(&self) -> Option<usize> {
        let limit = self.end.min(self.at + ROLE_TOKENS);
        let token = self.text.token(self.at);
        let mut rest = self.at + 1..limit;
        match self.mark(self.at) {
            '(' | '[' if time::end(self.text, self.at, self.end).is_none() => {
                rest.find(|&n| matches!(self.mark(n), ')' | ']')).map(|close| close + 1)
            }
            // ", on behalf of the Greens. –"
            ',' if time::end(self.text, self.at + 1, self.end).is_none() => rest
                .find(|&n| {
                    self.mark(n) == ':'
                        || self.mark(n) == '.' && matches!(self.mark(n + 1), '–' | '—')
                })
                .or_else(|| is_description(self.text, self.at + 1..self.end).then_some(self.end)),
            // "- lock keeper:"
            '-' | '–' | '—' => {
                let colon = rest.take(4).find(|&n| self.text.token(n).shape != Shape::Lower)?;
                (self.mark(colon) == ':').then_some(colon)
            }
            NO_MARK if token.is(Class::Genitive) || token.is(Class::Listener) => {
                rest.find(|&n| matches!(self.mark(n), ':' | '.'))
            }
            _ => None,
        }
    }
}

/// Whether `tokens` may describe a speaker: few words that are no sentence and no time.
pub(crate) fn is_description(text: &Text, tokens: Range<usize>) -> bool {
    let word = |n: usize| {
        let token = text.token(n);
        token.is_word() && token.word.pronoun.is_none() || matches!(token.mark, ',' | '&' | '-')
    };
    (1..=ROLE_TOKENS).contains(&tokens.len()) && tokens.clone().all(word)
}
