//! The problems found while a file is read.

use std::collections::BinaryHeap;
use std::mem;

use super::Problem;
use super::place::Place;

/// All problems so far.
///
/// A *fault* makes the estimate (or whatever else it is in) unusable; a *remark* tells what was
/// left out while the rest stays.
#[derive(Default)]
pub(super) struct Report {
    /// In the order in which they were found.
    problems: Vec<Problem>,
    /// Where each stands in the file, and its place among the problems.
    places: BinaryHeap<(usize, usize)>,
    faults: usize,
}

impl Report {
    pub(super) fn fault(
        &mut self,
        place: &Place<'_>,
        found: String,
        expected: &str,
        suggestion: Option<String>,
    ) {
        self.faults += 1;
        self.remark(place, found, expected, suggestion);
    }

    pub(super) fn remark(
        &mut self,
        place: &Place<'_>,
        found: String,
        expected: &str,
        suggestion: Option<String>,
    ) {
        let problem = Problem {
            path: place.name().into(),
            cell: None,
            found,
            expected: expected.into(),
            suggestion,
        };
        self.places.push((place.offset(), self.problems.len()));
        self.problems.push(problem);
    }

    /// Reads a part of the file that can be refused without the rest: faults in it count for it
    /// alone.
    pub(super) fn alone<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.faults;
        let part = read(self);
        let is_sound = self.faults == before;
        self.faults = before;
        part.filter(|_| is_sound)
    }

    /// All problems in the order of the file; those that stand together, as they were found.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        let sorted = self.places.into_sorted_vec().into_iter();
        sorted
            .map(|(_, place)| mem::take(&mut self.problems[place]))
            .collect()
    }
}
