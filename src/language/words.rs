//! The words of a text, as far as the table has them.

use super::sample::Part;
use super::table;

/// What the words of a text are.
pub(super) struct Words {
    /// How often each word of the table occurs.
    pub known: [i32; table::COUNT],
    /// How many words there are.
    pub count: i32,
    /// Letters of the Latin alphabet, roughly.
    pub latin: i32,
    /// Latin letters that none of the languages has: ă, ł, ş.
    pub foreign: i32,
    /// Letters of other alphabets.
    pub other: i32,
}

/// The letters since the last separator.
#[derive(Clone, Copy)]
struct Open {
    /// Its bytes in the form of the table.
    word: u32,
    length: i32,
}

impl Open {
    const NONE: Self = Self { word: 0, length: 0 };

    fn push(&mut self, byte: u8) {
        self.word = self.word << 8 | u32::from(byte | table::LOWERCASE);
        self.length += 1;
    }
}

impl Words {
    /// The words of `parts`. Apostrophes, hyphens and digits separate words.
    pub(super) fn of<'a>(parts: impl Iterator<Item = Part<'a>>) -> Self {
        let mut words = Self { known: [0; table::COUNT], count: 0, latin: 0, foreign: 0, other: 0 };
        for part in parts {
            words.read(&part);
        }
        words
    }

    fn read(&mut self, part: &Part) {
        let mut open = Open::NONE;
        let mut is_cut_off = part.starts_within;
        let mut lead = 0;
        for &byte in part.bytes {
            match BYTES[usize::from(byte)] {
                Byte::Letter => open.push(byte),
                Byte::Separator => {
                    self.close(open, is_cut_off);
                    (open, is_cut_off) = (Open::NONE, false);
                }
                Byte::Continuation if lead == LATIN_1 => open.push(byte),
                Byte::Continuation => {}
                Byte::Marked => {
                    open.length += TOO_LONG;
                    self.foreign += 1;
                }
                Byte::Other => self.other += 1,
            }
            lead = byte;
        }
        self.close(open, is_cut_off || part.ends_within);
    }

    /// Counts a word, if there is one and it is complete.
    fn close(&mut self, open: Open, is_cut_off: bool) {
        if open.length == 0 || is_cut_off {
            return;
        }
        self.count += 1;
        self.latin += open.length;
        if open.length < TOO_LONG
            && let Some(known) = table::find(open.word)
            && let Some(count) = self.known.get_mut(known)
        {
            *count += 1;
        }
    }
}

/// The first byte of the letters of Latin-1.
const LATIN_1: u8 = 0xC3;

/// A length that no word of the table has.
const TOO_LONG: i32 = table::LONGEST + 1;

/// What a byte of UTF-8 is.
#[derive(Clone, Copy)]
enum Byte {
    /// A letter of ASCII, or the first byte of one of Latin-1.
    Letter,
    Separator,
    /// The first byte of another Latin letter.
    Marked,
    /// The first byte of a letter of another alphabet.
    Other,
    /// A byte after the first one of a character.
    Continuation,
}

/// The kind of each byte.
const BYTES: [Byte; 256] = {
    let mut kinds = [Byte::Separator; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | LATIN_1 => Byte::Letter,
            0x80..=0xBF => Byte::Continuation,
            0xC4..=0xC9 => Byte::Marked,
            // From Greek on. E2 leads quotation marks and dashes, EF and F0 symbols and private characters.
            0xCD..=0xE1 | 0xE3..=0xED => Byte::Other,
            _ => Byte::Separator,
        };
        byte += 1;
    }
    kinds
};
