//! Different words, each with a number, so that what is known of a word lies in a plain list.
//!
//! One type for all sets and tables of words: each hash map of the standard library would bring its
//! own copy of the hashing into the download.

use std::sync::OnceLock;

/// A set of words, numbered in the order in which they came.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    /// The words, one behind the other.
    text: String,
    /// Where each word ends.
    ends: Vec<u32>,
    /// The key of each word.
    keys: Vec<Key>,
    /// The number of each word, at the place that its key shows or at the next free one; a power of
    /// two of them, half of them [`FREE`] at least.
    slots: Vec<u32>,
}

const FREE: u32 = u32::MAX;

/// What a word is found by: the word itself where it is short, of longer words a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key(u64);

impl Key {
    /// Words of so many bytes are their own keys; most are as short.
    pub(crate) const SHORT: usize = 8;

    /// The key of a word without letters.
    pub(crate) const EMPTY: Self = Self(0);

    /// Stands in front of the keys of longer words: no UTF-8 has this byte.
    const LONG: u64 = 0xFF << 56;

    /// The key of `word`.
    pub(crate) fn of(word: &str) -> Self {
        let pack = |part: &[u8]| part.iter().fold(Self::EMPTY, |key, &byte| key.and(byte)).0;
        if word.len() <= Self::SHORT {
            return Self(pack(word.as_bytes()));
        }
        let step = |hash: u64, part| (hash.rotate_left(29) ^ pack(part)).wrapping_mul(multiplier());
        Self(Self::LONG | word.as_bytes().chunks(Self::SHORT).fold(0, step) >> 8)
    }

    /// The key of the short word with this key and one more byte. No word begins with a zero, so
    /// short words have the same key only if they are the same.
    pub(crate) const fn and(self, byte: u8) -> Self {
        Self(self.0 << 8 | byte as u64)
    }

    /// The place among `slots` that the key shows: the high bits of a product with a secret odd
    /// number, by which two keys rarely meet whatever they are (Dietzfelbinger et al. 1997).
    fn place(self, slots: usize) -> usize {
        let product = self.0.wrapping_mul(multiplier());
        // The upper half of a product of 32 bits: below `slots`, without a division.
        (((product >> 32) * slots as u64) >> 32) as usize
    }
}

impl Words {
    /// No words yet, and room for so many.
    pub(crate) fn with_room(words: usize) -> Self {
        Self {
            text: String::with_capacity(Key::SHORT * words),
            ends: Vec::with_capacity(words),
            keys: Vec::with_capacity(words),
            // Never full, or a search would not end.
            slots: vec![FREE; (2 * words.max(1)).next_power_of_two()],
        }
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The number of `word`, if it is there.
    pub(crate) fn get(&self, word: &str) -> Option<usize> {
        self.get_keyed(word, Key::of(word))
    }

    /// The number of `word`, which has this key, if it is there.
    pub(crate) fn get_keyed(&self, word: &str, key: Key) -> Option<usize> {
        let number = *self.slots.get(self.find(word, key))?;
        (number != FREE).then_some(number as usize)
    }

    /// The number of `word`, which is put in where it is new.
    pub(crate) fn number(&mut self, word: &str) -> usize {
        self.number_keyed(word, Key::of(word))
    }

    /// The number of `word`, which has this key and is put in where it is new.
    pub(crate) fn number_keyed(&mut self, word: &str, key: Key) -> usize {
        if self.slots.len() <= 2 * self.len() {
            self.grow();
        }
        let place = self.find(word, key);
        if self.slots[place] == FREE {
            self.slots[place] = self.len() as u32;
            self.text.push_str(word);
            self.ends.push(self.text.len() as u32);
            self.keys.push(key);
        }
        self.slots[place] as usize
    }

    /// The word with that number; empty where there is none.
    pub(crate) fn word(&self, number: usize) -> &str {
        let end = |number: usize| self.ends.get(number).map_or(0, |&end| end as usize);
        let start = number.checked_sub(1).map_or(0, end);
        self.text.get(start..end(number)).unwrap_or_default()
    }

    /// The place where a word stands, or would stand.
    fn find(&self, word: &str, key: Key) -> usize {
        let mut place = key.place(self.slots.len());
        while let Some(&number) = self.slots.get(place)
            && number != FREE
            && !self.is(word, key, number as usize)
        {
            place = self.next(place);
        }
        place
    }

    /// Whether `word`, which has this key, is the one with that number.
    fn is(&self, word: &str, key: Key, number: usize) -> bool {
        self.keys[number] == key && (word.len() <= Key::SHORT || self.word(number) == word)
    }

    /// The place behind `place`; behind the last is the first.
    fn next(&self, place: usize) -> usize {
        (place + 1) & (self.slots.len() - 1)
    }

    /// Doubles the slots.
    fn grow(&mut self) {
        self.slots = vec![FREE; (2 * self.slots.len()).max(16)];
        for (number, &key) in self.keys.iter().enumerate() {
            let mut place = key.place(self.slots.len());
            while self.slots[place] != FREE {
                place = self.next(place);
            }
            self.slots[place] = number as u32;
        }
    }
}

/// Other in each run: nobody can write a text whose words all have the same place.
fn multiplier() -> u64 {
    static MULTIPLIER: OnceLock<u64> = OnceLock::new();
    *MULTIPLIER.get_or_init(|| random() | 1)
}

#[cfg(not(target_arch = "wasm32"))]
fn random() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(0)
}

/// The standard library has no chance there.
#[cfg(target_arch = "wasm32")]
fn random() -> u64 {
    let half = || (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
    half() << 32 | half()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_numbers_while_the_table_grows() {
        let mut words = Words::default();
        let word = |n: usize| format!("word{n}");
        assert_eq!(words.get(""), None);
        for n in 0..1000 {
            assert_eq!(words.get(&word(n)), None);
            assert_eq!(words.number(&word(n)), n);
        }
        for n in 0..1000 {
            assert_eq!(words.number(&word(n)), n);
            assert_eq!(words.get(&word(n)), Some(n));
        }
        assert_eq!(words.len(), 1000);
    }

    #[test]
    fn long_words_are_told_apart_by_all_their_letters() {
        let mut words = Words::default();
        let all = ["abcdefgh", "abcdefghi", "abcdefghj", "bbcdefghi", "abcdefgh\u{ff}", ""];
        for (number, word) in all.into_iter().enumerate() {
            assert_eq!(words.number(word), number);
        }
        assert_eq!(all.map(|word| words.get(word).is_some()), [true; 6]);
        assert_eq!(words.word(2), "abcdefghj");
    }
}
