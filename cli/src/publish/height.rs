//! How high a chart will be, before any browser has laid it out: an article then does not jump when it comes.

use troop_estimates::dataset::Dataset;
use troop_estimates::view::FIRST_ROWS;

use super::charts::Chart;

/// In CSS px, in a column of this width. A frame tells its true height as soon as it is there.
pub(super) fn of(chart: &Chart, width: u32) -> u32 {
    let dataset = chart.dataset();
    let rows = dataset.estimates.len().min(FIRST_ROWS);
    let groups = dataset.categories.len();
    // The average row has two lines beside its strip, or stands above it where the column is narrow.
    let row = if width < 480 { 104 } else { 74 };
    let lines = text_lines(dataset, width);
    let pixels = 560 + rows * row + groups * 76 + lines * 22;
    u32::try_from(pixels).unwrap_or(u32::MAX)
}

/// The lines of title and takeaway, and of the chips of the sources.
fn text_lines(dataset: &Dataset, width: u32) -> usize {
    let characters = |text: &str| text.chars().count();
    let texts = characters(&dataset.title) + dataset.takeaway.as_deref().map_or(0, characters);
    let chips = dataset.sources.iter();
    let chips: usize = chips
        .map(|source| characters(source.name_for_controls()) + 6)
        .sum();
    let in_a_line = usize::try_from(width / 9).unwrap_or(1).max(1);
    texts.div_ceil(in_a_line) + 2 * chips.div_ceil(in_a_line)
}
