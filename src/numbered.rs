//! The results of a stage, which later stages refer to by number.

use std::ops::{Deref, DerefMut, Index, IndexMut};
use std::slice::{Iter, IterMut, SliceIndex};
use std::vec::IntoIter;

/// A list whose items are found by number. The numbers come from the stage that made it, so none is missing.
///
/// A plain list would keep a message and a place in the source for each of two hundred look-ups, and be 4 KB (gzip)
/// of the download. Native builds say the place.
#[derive(Clone, Debug)]
pub(crate) struct Numbered<T>(Vec<T>);

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> From<Vec<T>> for Numbered<T> {
    fn from(items: Vec<T>) -> Self {
        Self(items)
    }
}

impl<T> FromIterator<T> for Numbered<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(items.into_iter().collect())
    }
}

impl<T> Deref for Numbered<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<T> DerefMut for Numbered<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        &mut self.0
    }
}

impl<T, I: SliceIndex<[T]>> Index<I> for Numbered<T> {
    type Output = I::Output;

    #[cfg_attr(not(target_arch = "wasm32"), track_caller)]
    fn index(&self, numbers: I) -> &I::Output {
        match self.0.get(numbers) {
            Some(found) => found,
            None => missing(),
        }
    }
}

impl<T, I: SliceIndex<[T]>> IndexMut<I> for Numbered<T> {
    #[cfg_attr(not(target_arch = "wasm32"), track_caller)]
    fn index_mut(&mut self, numbers: I) -> &mut I::Output {
        match self.0.get_mut(numbers) {
            Some(found) => found,
            None => missing(),
        }
    }
}

impl<T> IntoIterator for Numbered<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Numbered<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.0.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut Numbered<T> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;

    fn into_iter(self) -> IterMut<'a, T> {
        self.0.iter_mut()
    }
}

#[cold]
#[inline(never)]
#[cfg_attr(not(target_arch = "wasm32"), track_caller)]
fn missing() -> ! {
    panic!("no item has this number")
}
