//! Ids of a widget's parts, for labels and groups: no two widgets of a page share one.

/// The id of a part of the widget with this place on the page.
pub fn part_id(instance: usize, part: &str) -> String {
    ["te", &instance.to_string(), "-", part].concat()
}
