//! How many tests passed and failed, from what test programs print.

use std::fmt;

/// Numbers of tests.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Count {
    passed: usize,
    failed: usize,
}

impl Count {
    /// Adds what a line tells, if it is a test program's last:
    /// `test result: ok. 3 passed; 0 failed; …`.
    pub(super) fn read(&mut self, line: &str) {
        let Some((_, result)) = line.split_once("test result: ") else {
            return;
        };
        let mut words = result.split([' ', ';']).peekable();
        while let Some(word) = words.next() {
            let Ok(number) = word.parse::<usize>() else {
                continue;
            };
            match words.peek() {
                Some(&"passed") => self.passed += number,
                Some(&"failed") => self.failed += number,
                _ => {}
            }
        }
    }

    /// Tells of a failure that was none of a test's: formatting, a build, a budget.
    pub(super) fn at_least_one_failed(&mut self) {
        self.failed = self.failed.max(1);
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_add_up() {
        let mut count = Count::default();
        for line in [
            "running 3 tests",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test result: FAILED. 40 passed; 2 failed; 0 ignored; 0 measured; 9 filtered out",
        ] {
            count.read(line);
        }
        assert_eq!(count.to_string(), "43 passed, 2 failed");
    }

    #[test]
    fn a_failure_that_is_no_test_counts_once() {
        let mut count = Count::default();
        count.at_least_one_failed();
        count.at_least_one_failed();
        assert_eq!(count.to_string(), "0 passed, 1 failed");
    }
}
