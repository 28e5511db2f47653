//! Lists of numbers by a key, for example the entities of each word.

use crate::numbered::Numbered;
use std::iter::successors;

/// Lists of numbers, each under the number that is its key: the entities of a word, the nouns of an entity.
pub(super) struct Index {
    /// For each list the position of its latest entry in `entries`.
    latest: Numbered<u32>,
    /// The entries of all lists in the order in which they were added.
    entries: Vec<Entry>,
}

struct Entry {
    value: u32,
    /// The position of the previous entry of the same list.
    previous: u32,
}

/// Instead of a position where a list has no entry.
const NONE: u32 = u32::MAX;

impl Index {
    /// No entries yet, with room for `lists` lists; most of them stay empty.
    pub(super) fn with_room(lists: usize) -> Self {
        Self { latest: vec![NONE; lists].into(), entries: Vec::with_capacity(lists / 2) }
    }

    /// The numbers in the list under `key`, the latest first.
    pub(super) fn get(&self, key: usize) -> impl Iterator<Item = usize> {
        let entry = |position: u32| self.entries.get(position as usize);
        let latest = self.latest.get(key).and_then(|&position| entry(position));
        successors(latest, move |later| entry(later.previous)).map(|entry| entry.value as usize)
    }

    /// Adds a number to the list under `key`.
    pub(super) fn add(&mut self, key: usize, value: usize) {
        if self.latest.len() <= key {
            self.latest.resize(key + 1, NONE);
        }
        let position = self.entries.len() as u32;
        let previous = std::mem::replace(&mut self.latest[key], position);
        self.entries.push(Entry { value: value as u32, previous });
    }
}
