//! The tests, a file for each subject.

mod coming_alive;
mod drawing;
mod explore_agreement;
mod explore_all;
mod explore_categories;
mod explore_details;
mod explore_scale;
mod explore_sources;
mod explore_status;
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
        explore_details::tests(),
        explore_agreement::tests(),
        explore_status::tests(),
        explore_all::tests(),
        languages::tests(),
        widths::tests(),
    ]
    .concat()
}
