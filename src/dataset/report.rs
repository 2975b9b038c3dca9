//! The problems found while a file is read.

use std::collections::BTreeMap;

use super::Problem;
use super::place::Place;

/// All problems so far, in the order of the file.
///
/// A *fault* makes the estimate (or whatever else it is in) unusable; a *remark* tells what was
/// left out while the rest stays.
#[derive(Default)]
pub(super) struct Report {
    /// By where they stand, and by when they were found where several stand together.
    problems: BTreeMap<(usize, usize), Problem>,
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
            found,
            expected: expected.into(),
            suggestion,
        };
        self.problems
            .insert((place.offset(), self.problems.len()), problem);
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

    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems.into_values().collect()
    }
}
