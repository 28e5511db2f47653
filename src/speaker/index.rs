//! Which entities a word may mean.

use std::iter::successors;

/// Lists of numbers, each found by a number: the entities of a word, the nouns of an entity.
pub(super) struct Index {
    /// For each list the place of its latest entry.
    latest: Vec<u32>,
    /// The entries of all lists as they came.
    entries: Vec<Entry>,
}

struct Entry {
    value: u32,
    /// The place of the entry before it in the same list.
    before: u32,
}

/// The place before the first entry of a list.
const NONE: u32 = u32::MAX;

impl Index {
    /// No entries yet, and room for so many lists, of which most stay empty.
    pub(super) fn with_room(lists: usize) -> Self {
        Self { latest: vec![NONE; lists], entries: Vec::with_capacity(lists / 2) }
    }

    /// The numbers in the list of `key`, the latest first.
    pub(super) fn get(&self, key: usize) -> impl Iterator<Item = usize> {
        let entry = |place: u32| self.entries.get(place as usize);
        let latest = self.latest.get(key).and_then(|&place| entry(place));
        successors(latest, move |later| entry(later.before)).map(|entry| entry.value as usize)
    }

    /// Adds a number to the list of `key`.
    pub(super) fn add(&mut self, key: usize, value: usize) {
        if self.latest.len() <= key {
            self.latest.resize(key + 1, NONE);
        }
        let place = self.entries.len() as u32;
        let before = std::mem::replace(&mut self.latest[key], place);
        self.entries.push(Entry { value: value as u32, before });
    }
}
