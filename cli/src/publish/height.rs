//! How high a chart will be, before any browser has laid it out: an article then does not jump when it comes.

use troop_estimates::dataset::Dataset;
use troop_estimates::view::FIRST_ROWS;

/// How wide a column of an article commonly is, in CSS px.
pub(super) const COLUMN: u32 = 640;

/// An average character in px.
const CHARACTER: usize = 9;

/// The height in a column of that width, in CSS px: rather too high than too low, as found by measuring. A frame tells
/// its true height as soon as it is there.
pub(super) fn of(dataset: &Dataset) -> u32 {
    let rows = dataset.estimates.len().min(FIRST_ROWS);
    let groups = dataset.categories.len();
    let events = match dataset.events.len() {
        0 => 0,
        events => 100 + events * 54,
    };
    let pixels = 360 + rows * 70 + groups * 66 + events + texts(dataset) * 22 + chips(dataset) * 34;
    u32::try_from(pixels).unwrap_or(u32::MAX)
}

/// The lines of title and takeaway.
fn texts(dataset: &Dataset) -> usize {
    let takeaway = dataset.takeaway.as_deref().map_or(0, length);
    lines(length(&dataset.title) + takeaway)
}

/// The lines of the chips for categories and sources.
fn chips(dataset: &Dataset) -> usize {
    let sources = dataset.sources.iter();
    let sources: usize = sources
        .map(|source| length(source.name_for_controls()) + 8)
        .sum();
    let categories = dataset.categories.iter();
    let categories: usize = categories
        .map(|category| length(category.short_label.as_ref().unwrap_or(&category.label)) + 5)
        .sum();
    lines(sources) + lines(categories)
}

fn lines(characters: usize) -> usize {
    (characters * CHARACTER).div_ceil(COLUMN as usize)
}

fn length(text: &str) -> usize {
    text.chars().count()
}
