//! Sorting, in one place: each kind of value that the standard library sorts brings its own copy of
//! the algorithm into the download.

/// The values in the order of their keys; those of one key stay in their own order.
pub(crate) fn sorted_by_key<T>(values: Vec<T>, key: impl Fn(&T) -> (usize, usize)) -> Vec<T> {
    let mut order: Vec<((usize, usize), usize)> =
        values.iter().enumerate().map(|(n, value)| (key(value), n)).collect();
    order.sort_unstable();
    let mut values: Vec<Option<T>> = values.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(_, n)| values[n].take()).collect()
}
