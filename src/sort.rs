//! The only sort of the core. It uses a heap, the smallest of the standard library's algorithms, because
//! each type that is sorted adds its own copy of the algorithm to the download.

use std::collections::BinaryHeap;

/// Sorts the values by key. The sort is stable.
pub(crate) fn sorted_by_key<T>(values: Vec<T>, key: impl Fn(&T) -> (usize, usize)) -> Vec<T> {
    let keys = values.iter().enumerate().map(|(index, value)| (key(value), index));
    let order = keys.collect::<BinaryHeap<_>>().into_sorted_vec();
    let mut values: Vec<Option<T>> = values.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(_, index)| values[index].take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_with_equal_keys_keep_their_order() {
        let values = vec![("b", 2), ("a", 1), ("c", 2), ("d", 0)];
        let sorted = sorted_by_key(values, |value| (value.1, 0));
        assert_eq!(sorted, [("d", 0), ("a", 1), ("b", 2), ("c", 2)]);
    }
}
