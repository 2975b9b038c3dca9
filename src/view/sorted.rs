//! Sorting.

use std::collections::BinaryHeap;

/// Sorts pairs in ascending order. A heap sorts with far less code than `sort`, and every reader
/// downloads it: so everything long is sorted as these pairs.
pub(super) fn sorted(pairs: Vec<(u64, u64)>) -> Vec<(u64, u64)> {
    BinaryHeap::from(pairs).into_sorted_vec()
}
