//! The tests, a file for each subject.

mod coming_alive;
mod drawing;
mod explore_categories;
mod explore_scale;
mod explore_sources;
mod exploring;
mod harness;
mod languages;
mod steps;
mod stories;
mod widths;
mod without_scripts;

use browser_tests::Test;

/// Every test there is.
pub(crate) fn all() -> Vec<Test> {
    [
        harness::tests(),
        without_scripts::tests(),
        coming_alive::tests(),
        explore_sources::tests(),
        explore_categories::tests(),
        explore_scale::tests(),
        languages::tests(),
        widths::tests(),
    ]
    .concat()
}
