//! The shape of words in quotation marks.

use crate::document::Document;
use crate::quotation::Quoted;
use crate::report::BlockKind;
use crate::token::{DOTS, Shape};

/// This many words are a sentence, if they stand where one starts.
const SENTENCE_WORDS: usize = 4;

/// This many words are a quotation wherever they stand: titles and scare quotes are shorter.
const LONG: usize = 8;

/// The bytes of a Chinese or Japanese character. These languages have no spaces, so each character counts as a
/// word.
const CHARACTER: usize = 3;

/// What the marks in and around a stretch show.
pub(super) struct Stretch {
    /// Whether its block shows that it is speech: a labelled turn or a line that starts with a dash.
    is_turn: bool,
    /// The mark before; a full stop at the start of a block.
    before: char,
    /// The last token between the quotation marks, if it is a mark.
    pub last: char,
    /// The mark after.
    after: char,
    /// Whether the first word starts with a capital.
    is_capital: bool,
    words: usize,
}

impl Stretch {
    /// The shape of `quoted`. `previous` is the last mark of the stretch before it, and the token after that.
    pub(super) fn of(document: &Document, quoted: &Quoted, previous: (char, usize)) -> Self {
        let tokens = quoted.tokens();
        let (start, end) = (tokens.start, tokens.end);
        let (mut words, mut is_capital) = (0, false);
        for token in document.tokens.get(tokens).unwrap_or_default() {
            if token.shape != Shape::Punctuation {
                is_capital |= words == 0 && token.is_capital();
                let first_byte = document.raw.as_bytes().get(token.span.start);
                let without_spaces = first_byte.is_some_and(|byte| (0xE3..=0xE9).contains(byte));
                words += if without_spaces { token.span.len() / CHARACTER } else { 1 };
            }
        }
        let block = document.blocks().get(document.block_of(start));
        let before = match start.checked_sub(1) {
            Some(before) if block.is_some_and(|block| block.tokens.start < start) => {
                // “It rained.” “It did.”
                if previous.1 == start { previous.0 } else { document.mark(before) }
            }
            _ => '.',
        };
        let inner = quoted.parts.last().map_or(0, |part| part.inner.end);
        let is_closed = document.token(end.wrapping_sub(1)).span.start >= inner;
        Self {
            is_turn: block
                .is_some_and(|block| matches!(block.kind, BlockKind::Turn | BlockKind::Dialogue)),
            before,
            last: document.mark(end.wrapping_sub(1 + usize::from(is_closed))),
            after: document.mark(end),
            is_capital,
            words,
        }
    }

    /// Whether the words are a sentence: „Ja!“ is one, and so is „Wir gehen“ in „Wir gehen“, sagte sie.
    pub(super) fn is_sentence(&self) -> bool {
        let ends = ends_sentence(self.last);
        let closes = ends || self.last == ',' || self.after == ',' || ends_sentence(self.after);
        if self.is_turn {
            true
        } else if self.before == ':' || ends_sentence(self.before) {
            closes || self.words >= SENTENCE_WORDS
        } else {
            ends && (self.is_capital || self.before == ',')
        }
    }

    /// Whether the words are too many for a title or a scare quote.
    pub(super) fn is_long(&self) -> bool {
        self.words >= LONG
    }
}

#[inline(never)]
fn ends_sentence(mark: char) -> bool {
    matches!(mark, '.' | '!' | '?' | '…' | DOTS | '。' | '！' | '？')
}
