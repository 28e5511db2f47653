//! Different words, each with a number, so that what is known of a word lies in a plain list.
//!
//! One type for all sets and tables of words: each hash map of the standard library would bring its
//! own copy of the hashing into the download.

use std::ops::Range;

/// A set of words, numbered in the order in which they came.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// Other in each run: nobody can write a text whose words all have the same place.
    seed: u32,
    /// The words, one behind the other.
    text: String,
    /// Where each word ends.
    ends: Vec<u32>,
    /// Hash and number of each word, at the place that its hash shows or at the next free one; a
    /// power of two of them, half of them [`FREE`] at least.
    slots: Vec<(u32, u32)>,
}

const FREE: (u32, u32) = (0, u32::MAX);

impl Default for Words {
    fn default() -> Self {
        Self::with_room(0)
    }
}

impl Words {
    /// No words yet, and room for so many.
    pub(crate) fn with_room(words: usize) -> Self {
        let slots = if words == 0 { 0 } else { (2 * words).next_power_of_two() };
        Self {
            seed: seed(),
            text: String::with_capacity(8 * words),
            ends: Vec::with_capacity(words),
            slots: vec![FREE; slots],
        }
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The number of `word`, if it is there.
    pub(crate) fn get(&self, word: &str) -> Option<usize> {
        self.find(word.as_bytes(), self.hash(word.as_bytes())).ok()
    }

    /// The number of `word`, which is put in where it is new.
    pub(crate) fn number(&mut self, word: &str) -> usize {
        if self.slots.len() <= 2 * self.ends.len() {
            self.grow();
        }
        let hash = self.hash(word.as_bytes());
        self.find(word.as_bytes(), hash).unwrap_or_else(|free| {
            let number = self.ends.len();
            self.text.push_str(word);
            self.ends.push(self.text.len() as u32);
            self.slots[free] = (hash, number as u32);
            number
        })
    }

    /// The number of a word, or the place where it would stand.
    fn find(&self, word: &[u8], hash: u32) -> Result<usize, usize> {
        let last = self.slots.len().wrapping_sub(1);
        let mut place = hash as usize & last;
        while let Some(&(other, number)) = self.slots.get(place).filter(|slot| **slot != FREE) {
            if other == hash && self.text.as_bytes().get(self.range(number as usize)) == Some(word)
            {
                return Ok(number as usize);
            }
            place = (place + 1) & last;
        }
        Err(place)
    }

    /// The word with that number; empty where there is none.
    pub(crate) fn word(&self, number: usize) -> &str {
        self.text.get(self.range(number)).unwrap_or_default()
    }

    fn range(&self, number: usize) -> Range<usize> {
        let end = |number: usize| self.ends.get(number).map_or(0, |&end| end as usize);
        number.checked_sub(1).map_or(0, end)..end(number)
    }

    /// Doubles the slots.
    fn grow(&mut self) {
        let count = (2 * self.slots.len()).max(16);
        let old = std::mem::replace(&mut self.slots, vec![FREE; count]);
        for slot in old.into_iter().filter(|slot| *slot != FREE) {
            let mut place = slot.0 as usize & (count - 1);
            while self.slots[place] != FREE {
                place = (place + 1) & (count - 1);
            }
            self.slots[place] = slot;
        }
    }

    /// FNV-1a, begun with the seed, and its bits mixed once more: the place is in the low ones.
    fn hash(&self, word: &[u8]) -> u32 {
        let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        let hash = word.iter().fold(self.seed, step);
        let hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
        hash ^ (hash >> 13)
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn seed() -> u32 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(0) as u32
}

/// The standard library has no chance there.
#[cfg(target_arch = "wasm32")]
fn seed() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
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
    fn two_tables_put_a_word_in_different_places() {
        let places = [Words::default(), Words::default()].map(|words| words.hash(b"word"));
        assert_ne!(places[0], places[1]);
    }
}
