//! The tests, a file for each subject.

mod harness;
mod smoke;

use browser_tests::Test;

/// Every test there is.
pub(crate) fn all() -> Vec<Test> {
    [harness::tests(), smoke::tests()].concat()
}
