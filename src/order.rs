//! Sorting, in one place and by a heap, which is the smallest of the library's algorithms: each kind
//! of value that is sorted brings its own copy of them into the download.

use std::collections::BinaryHeap;

/// The values in the order of their keys; those of one key stay in their own order.
pub(crate) fn sorted_by_key<T>(values: Vec<T>, key: impl Fn(&T) -> (usize, usize)) -> Vec<T> {
    let keys = values.iter().enumerate().map(|(n, value)| (key(value), n));
    let order = keys.collect::<BinaryHeap<_>>().into_sorted_vec();
    let mut values: Vec<Option<T>> = values.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(_, n)| values[n].take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_one_key_keep_their_order() {
        let values = vec![("b", 2), ("a", 1), ("c", 2), ("d", 0)];
        let sorted = sorted_by_key(values, |value| (value.1, 0));
        assert_eq!(sorted, [("d", 0), ("a", 1), ("b", 2), ("c", 2)]);
    }
}
