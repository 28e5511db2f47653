//! Work on all cores, with results in the order of the input.

use std::panic::resume_unwind;
use std::thread;

/// Cuts `all` into at most `count` parts of the same size and maps each in a thread of its own.
pub fn map_parts<T: Sync, R: Send>(
    all: &[T],
    count: usize,
    map: impl Fn(&[T]) -> R + Sync,
) -> Vec<R> {
    let size = all.len().div_ceil(count).max(1);
    thread::scope(|scope| {
        let map = &map;
        let parts: Vec<_> = all.chunks(size).map(|part| scope.spawn(move || map(part))).collect();
        // A part that is missing would change the weights without a word.
        let done =
            parts.into_iter().map(|part| part.join().unwrap_or_else(|why| resume_unwind(why)));
        done.collect()
    })
}

/// Maps each element to a list and joins the lists.
pub fn flat_map<T: Sync, R: Send>(all: &[T], map: impl Fn(&T) -> Vec<R> + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let parts = map_parts(all, cores, |part| part.iter().flat_map(&map).collect::<Vec<R>>());
    parts.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_kept_whatever_the_number_of_parts() {
        let all: Vec<usize> = (0..10).collect();
        for count in [1, 3, 4, 10, 11] {
            let parts = map_parts(&all, count, <[usize]>::to_vec);
            assert!(parts.len() <= count);
            assert_eq!(parts.concat(), all);
        }
        assert_eq!(flat_map(&all, |n| vec![*n; 2])[..5], [0, 0, 1, 1, 2]);
    }
}
