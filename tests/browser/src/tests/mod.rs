//! The tests, a file for each subject.

mod access_checker;
mod access_colours;
mod access_drawings;
mod access_frames;
mod access_grey;
mod access_keys_details;
mod access_keys_focus;
mod access_keys_rows;
mod access_keys_stops;
mod access_keys_swallowed;
mod access_media;
mod access_ring;
mod access_tips;
mod access_tree;
mod access_zoom;
mod arriving;
mod checker;
mod coming_alive;
mod contrast;
mod differences;
mod drawing;
mod element;
mod element_styles;
mod events;
mod everything;
mod evidence;
mod explore_agreement;
mod explore_all;
mod explore_categories;
mod explore_details;
mod explore_order;
mod explore_scale;
mod explore_sources;
mod explore_status;
mod explore_zoom;
mod exploring;
mod failures;
mod files;
mod frame_height;
mod frames;
mod glide;
mod glide_focus;
mod glide_never;
mod harness;
mod hostile;
mod keyboard;
mod languages;
mod languages_missing;
mod languages_plurals;
mod languages_spelling;
mod links;
mod many_rows;
mod messages;
mod mounting;
mod one_truth;
mod panics;
mod paper;
mod paper_languages;
mod paper_layout;
mod paper_marks;
mod pasted_chart;
mod pictures;
mod pinned;
mod places;
mod published;
mod reader_mode;
mod right_to_left;
mod right_to_left_keys;
mod right_to_left_names;
mod samples;
mod sharing;
mod sites;
mod spreadsheets;
mod states;
mod steady;
mod steps;
mod stories;
mod table;
mod taking_along;
mod taking_along_copies;
mod taking_along_many;
mod taking_along_pictures;
mod touch;
mod versions;
mod watching;
mod widths;
mod without_scripts;
mod without_scripts_many;

use browser_tests::Test;

/// Every test there is.
pub(crate) fn all() -> Vec<Test> {
    [
        harness::tests(),
        differences::tests(),
        without_scripts::tests(),
        without_scripts_many::tests(),
        arriving::tests(),
        coming_alive::tests(),
        explore_sources::tests(),
        explore_categories::tests(),
        explore_scale::tests(),
        explore_order::tests(),
        explore_zoom::tests(),
        explore_details::tests(),
        explore_agreement::tests(),
        explore_status::tests(),
        explore_all::tests(),
        access_frames::tests(),
        access_keys_details::tests(),
        access_keys_focus::tests(),
        access_keys_rows::tests(),
        access_keys_stops::tests(),
        access_keys_swallowed::tests(),
        access_tips::tests(),
        access_tree::tests(),
        access_drawings::tests(),
        element::tests(),
        element_styles::tests(),
        events::tests(),
        samples::tests(),
        frame_height::tests(),
        table::tests(),
        published::tests(),
        pinned::tests(),
        failures::tests(),
        files::tests(),
        messages::tests(),
        versions::tests(),
        evidence::tests(),
        glide::tests(),
        glide_never::tests(),
        glide_focus::tests(),
        links::tests(),
        frames::tests(),
        sharing::tests(),
        many_rows::tests(),
        taking_along::tests(),
        taking_along_many::tests(),
        spreadsheets::tests(),
        taking_along_copies::tests(),
        taking_along_pictures::tests(),
        pasted_chart::tests(),
        pictures::tests(),
        languages::tests(),
        languages_missing::tests(),
        languages_plurals::tests(),
        languages_spelling::tests(),
        right_to_left::tests(),
        right_to_left_keys::tests(),
        right_to_left_names::tests(),
        touch::tests(),
        widths::tests(),
        states::tests(),
        mounting::tests(),
        steady::tests(),
        hostile::tests(),
        one_truth::tests(),
        panics::tests(),
        paper::tests(),
        paper_languages::tests(),
        paper_layout::tests(),
        paper_marks::tests(),
        reader_mode::tests(),
        access_checker::tests(),
        access_zoom::tests(),
        access_media::tests(),
        access_colours::tests(),
        access_ring::tests(),
        access_grey::tests(),
    ]
    .concat()
}
