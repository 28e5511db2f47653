//! Reads the parts of a label that are no name: markup, numbers and times.

use crate::layout::time;
use crate::token::{NO_MARK, Shape, Text};

/// The number of a turn has at most this many digits.
const NUMBER: usize = 4;
/// A time code in brackets has at most this many tokens.
const TIME_TOKENS: usize = 16;

/// Reads a line from left to right.
#[derive(Clone)]
pub(super) struct Parser<'a, 't> {
    pub text: &'a Text<'t>,
    pub at: usize,
    pub end: usize,
    pub marked: bool,
    /// Whether a time code stands before the name.
    pub timed: bool,
    /// Whether a name may have words that are function words elsewhere: "WILL TURNER:".
    pub lax: bool,
}

impl Parser<'_, '_> {
    #[inline(never)]
    pub(super) fn mark(&self, n: usize) -> char {
        if n < self.end { self.text.mark(n) } else { NO_MARK }
    }

    /// Past bullets, heading marks, bold type, cells of a table and ">>".
    pub(super) fn skip_markup(&mut self) {
        loop {
            let width = self.text.token(self.at).span.len();
            let bold = self.is_emphasis(self.at);
            match self.mark(self.at) {
                '#' | '>' | '*' | '_' => self.marked = true,
                '|' | '•' | '-' | '–' | '·' | '~' if self.is_spaced(self.at) => {}
                _ if bold => self.marked = true,
                _ => return,
            }
            debug_assert!(width > 0);
            self.at += 1;
        }
    }

    /// Whether token `n` is emphasis of Markdown: "**", "__", "*".
    pub(super) fn is_emphasis(&self, n: usize) -> bool {
        n < self.end
            && self.text.token(n).shape == Shape::Punctuation
            && self.text.word(n).bytes().all(|b| matches!(b, b'*' | b'_'))
    }

    /// Whether white space follows token `n`.
    #[inline(never)]
    pub(super) fn is_spaced(&self, n: usize) -> bool {
        n + 1 >= self.end || self.text.token(n).span.end < self.text.token(n + 1).span.start
    }

    /// Whether two spaces or a tab stand before token `n`, as between the columns of a page.
    pub(super) fn is_wide_gap(&self, n: usize) -> bool {
        let between = n.checked_sub(1).map(|before| self.text.token(before).span.end);
        let start = self.text.token(n).span.start;
        n < self.end
            && between
                .and_then(|end| self.text.raw.get(end..start))
                .is_some_and(|between| between.len() > 1 || between == "\t")
    }

    /// Past the number of a turn: "12.", "(3)".
    pub(super) fn skip_number(&mut self) {
        let open = usize::from(self.mark(self.at) == '(');
        let number = self.text.token(self.at + open);
        let closed = match self.mark(self.at + open + 1) {
            ')' => true,
            mark => mark == '.' && open == 0,
        };
        let short = number.shape == Shape::Number && number.span.len() <= NUMBER;
        if closed && short && self.is_spaced(self.at + open + 1) {
            self.at += open + 2;
        } else if short && open == 0 && self.marked {
            // "#3"
            self.at += usize::from(self.mark(self.at + 1) != ':');
        }
    }

    /// The end of the line without a time code in brackets there.
    pub(super) fn content_end(&self) -> usize {
        let open = match self.text.mark(self.end.saturating_sub(1)) {
            ']' => '[',
            ')' => '(',
            _ => return self.end,
        };
        let code = (self.at..self.end).rev().take(TIME_TOKENS).find(|&n| self.mark(n) == open);
        code.filter(|&n| time::end(self.text, n, self.end) == Some(self.end)).unwrap_or(self.end)
    }

    /// Past a time code, and whether there is one.
    pub(super) fn skip_time(&mut self) -> bool {
        let end = time::end(self.text, self.at, self.end);
        self.at = end.unwrap_or(self.at);
        self.marked |= end.is_some();
        end.is_some()
    }

    /// Past emphasis, and whether there is some.
    pub(super) fn skip_emphasis(&mut self) -> bool {
        let start = self.at;
        while self.at < self.end && self.is_emphasis(self.at) {
            self.at += 1;
        }
        self.marked |= self.at > start;
        self.at > start
    }
}
