//! Which entities a word may mean.

use crate::words::Words;

/// Entities by words.
#[derive(Default)]
pub(super) struct Index {
    words: Words,
    /// For each word the numbers of its entities.
    entities: Vec<Vec<usize>>,
}

impl Index {
    /// The entities of `word`.
    pub(super) fn get(&self, word: &str) -> &[usize] {
        self.words.get(word).map_or(&[], |number| &self.entities[number])
    }

    /// The entities of `word`, to add to.
    pub(super) fn entry(&mut self, word: &str) -> &mut Vec<usize> {
        let number = self.words.number(word);
        if number == self.entities.len() {
            self.entities.push(Vec::new());
        }
        &mut self.entities[number]
    }
}
