//! Gives each word a number, so that a plain list can hold what is known of the words.
//!
//! The core has this one type for all its sets and tables of words. Each hash map of the standard library
//! would add its own copy of the hashing code to the download.

use std::sync::OnceLock;

/// A set of words, numbered from 0 in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub(crate) struct Interner {
    /// The words, joined without a separator.
    text: String,
    /// Where each word ends.
    ends: Vec<u32>,
    /// The key of each word.
    keys: Vec<Key>,
    /// A hash table with open addressing: the number of a word is in the slot that its key selects, or in the
    /// next slot that was free. The length is a power of two, and at least half of the slots are [`FREE`].
    slots: Vec<u32>,
}

/// The value of a slot without a word.
const FREE: u32 = u32::MAX;

/// The look-up key of a word: the word itself if it is short, else a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key(u64);

impl Key {
    /// Words of up to this many bytes are their own keys. Most words are that short.
    pub(crate) const SHORT: usize = 8;

    /// The key of the empty word.
    pub(crate) const EMPTY: Self = Self(0);

    /// The first byte of the keys of longer words; it never occurs in UTF-8.
    const LONG: u64 = 0xFF << 56;

    /// The key of `word`.
    pub(crate) fn of(word: &str) -> Self {
        let bytes = word.as_bytes();
        let Some(last) =
            bytes.last_chunk::<{ Self::SHORT }>().filter(|_| bytes.len() > Self::SHORT)
        else {
            return bytes.iter().fold(Self::EMPTY, |key, &byte| key.push(byte));
        };
        let step = |hash: u64, part: u64| (hash.rotate_left(29) ^ part).wrapping_mul(multiplier());
        let (parts, rest) = bytes.as_chunks();
        let hash = parts.iter().fold(0, |hash, &part| step(hash, u64::from_be_bytes(part)));
        // What is left over are the lowest of the last eight bytes.
        let rest = u64::from_be_bytes(*last) & !(u64::MAX << (8 * rest.len()));
        Self(Self::LONG | step(hash, rest) >> 8)
    }

    /// The key of this short word followed by `byte`. No word begins with a zero byte, so different short
    /// words have different keys.
    pub(crate) const fn push(self, byte: u8) -> Self {
        Self(self.0 << 8 | byte as u64)
    }

    /// The key of the short word with these bytes, the last one lowest.
    pub(crate) const fn packed(bytes: u64) -> Self {
        Self(bytes)
    }

    /// The slot that the key selects in a table of `slots` slots: the high bits of its product with a random
    /// odd number, so that any two keys rarely share a slot (Dietzfelbinger et al. 1997).
    fn slot(self, slots: usize) -> usize {
        let product = self.0.wrapping_mul(multiplier());
        // Scales 32 random bits to `0..slots` without a division.
        (((product >> 32) * slots as u64) >> 32) as usize
    }
}

impl Interner {
    /// An empty set with space for `words` words.
    pub(crate) fn with_capacity(words: usize) -> Self {
        Self {
            text: String::with_capacity(Key::SHORT * words),
            ends: Vec::with_capacity(words),
            keys: Vec::with_capacity(words),
            // A search ends at a free slot, so the table must never be full.
            slots: vec![FREE; (2 * words.max(1)).next_power_of_two()],
        }
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The number of `word`, if the set has it.
    pub(crate) fn get(&self, word: &str) -> Option<usize> {
        self.get_keyed(word, Key::of(word))
    }

    /// The number of `word`, whose key is `key`, if the set has it.
    pub(crate) fn get_keyed(&self, word: &str, key: Key) -> Option<usize> {
        self.find(word, key).ok()
    }

    /// The number of `word`, which is added if it is new.
    pub(crate) fn intern(&mut self, word: &str) -> usize {
        let key = Key::of(word);
        self.find(word, key).unwrap_or_else(|slot| self.add(word, key, slot))
    }

    /// Adds `word`, whose key is `key`, at the slot that [`find`](Self::find) found free, and returns its number.
    pub(crate) fn add(&mut self, word: &str, key: Key, slot: usize) -> usize {
        let number = self.len();
        let has_space = 2 * number < self.slots.len();
        self.text.push_str(word);
        self.ends.push(self.text.len() as u32);
        self.keys.push(key);
        match self.slots.get_mut(slot) {
            Some(free) if has_space => *free = number as u32,
            _ => self.grow(),
        }
        number
    }

    /// The word with that number; empty if there is none.
    pub(crate) fn word(&self, number: usize) -> &str {
        let end = |number: usize| self.ends.get(number).map_or(0, |&end| end as usize);
        let start = number.checked_sub(1).map_or(0, end);
        self.text.get(start..end(number)).unwrap_or_default()
    }

    /// The number of `word`, whose key is `key`, or else the free slot for it.
    #[inline(never)]
    pub(crate) fn find(&self, word: &str, key: Key) -> Result<usize, usize> {
        if word.len() <= Key::SHORT {
            self.search(key, |_| true)
        } else {
            self.find_long(word, key)
        }
    }

    /// [`find`](Self::find) for a word whose key is a hash.
    #[inline(never)]
    fn find_long(&self, word: &str, key: Key) -> Result<usize, usize> {
        self.search(key, |number| self.word(number) == word)
    }

    /// The number of the word that has this key and is the one that is looked for, or else the free slot for it.
    #[inline]
    fn search(&self, key: Key, is_it: impl Fn(usize) -> bool) -> Result<usize, usize> {
        let mut slot = key.slot(self.slots.len());
        while let Some(&number) = self.slots.get(slot)
            && number != FREE
        {
            let number = number as usize;
            if self.keys.get(number) == Some(&key) && is_it(number) {
                return Ok(number);
            }
            slot = self.next_slot(slot);
        }
        Err(slot)
    }

    /// The slot after `slot`; the first one follows the last.
    fn next_slot(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }

    /// Doubles the number of slots, and gives each word one.
    fn grow(&mut self) {
        self.slots = vec![FREE; (2 * self.slots.len()).max(16)];
        for (number, &key) in self.keys.iter().enumerate() {
            let mut slot = key.slot(self.slots.len());
            while self.slots[slot] != FREE {
                slot = self.next_slot(slot);
            }
            self.slots[slot] = number as u32;
        }
    }
}

/// A random odd number, different in each process: nobody can write a text whose words all share a slot.
fn multiplier() -> u64 {
    static MULTIPLIER: OnceLock<u64> = OnceLock::new();
    *MULTIPLIER.get_or_init(|| random() | 1)
}

#[cfg(not(target_arch = "wasm32"))]
fn random() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(0)
}

/// The standard library has no random numbers on this target.
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
        let mut words = Interner::default();
        let word = |n: usize| format!("word{n}");
        assert_eq!(words.get(""), None);
        for n in 0..1000 {
            assert_eq!(words.get(&word(n)), None);
            assert_eq!(words.intern(&word(n)), n);
        }
        for n in 0..1000 {
            assert_eq!(words.intern(&word(n)), n);
            assert_eq!(words.get(&word(n)), Some(n));
        }
        assert_eq!(words.len(), 1000);
    }

    #[test]
    fn words_with_a_common_start_have_different_numbers() {
        let mut words = Interner::default();
        let all = ["abcdefgh", "abcdefghi", "abcdefghj", "bbcdefghi", "abcdefgh\u{ff}", ""];
        for (number, word) in all.into_iter().enumerate() {
            assert_eq!(words.intern(word), number);
        }
        assert_eq!(all.map(|word| words.get(word).is_some()), [true; 6]);
        assert_eq!(words.word(2), "abcdefghj");
    }
}
